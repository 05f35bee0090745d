// The six signs: a tap gives one or takes it back, holding one asks for words.
import { useRef } from 'preact/hooks';
import { REACTION_KINDS, type ReactionKind } from '../../../shared/reactions.ts';
import type { WinView } from '../../../shared/schemas/reactions.ts';
import { REACTION_PICTURES } from '../../kit/reactions/pictures.ts';
import { useText } from '../../kit/ui/locale.ts';
import { feedText } from './texts.ts';

interface SignsProps {
  win: WinView;
  isLive: boolean;
  /** Whether words may go with a sign. Rule OS4. */
  maySay: boolean;
  onTap: (kind: ReactionKind) => void;
  onSay: (kind: ReactionKind | null) => void;
}

export function Signs({ win, isLive, maySay, onTap, onSay }: SignsProps) {
  const t = useText(feedText);
  const name = win.reps[0]?.name ?? '';
  return (
    <div class="signs" role="group" aria-label={t('react', { name })}>
      {REACTION_KINDS.map((kind) => (
        <Sign
          key={kind}
          kind={kind}
          count={win.counts[kind] ?? 0}
          isOwn={win.own?.kind === kind}
          isDisabled={!isLive}
          onTap={() => onTap(kind)}
          onHold={() => (maySay ? onSay(kind) : undefined)}
        />
      ))}
      {maySay && (
        <button
          type="button"
          class="sign sign-say"
          disabled={!isLive}
          aria-label={t('say')}
          onClick={() => onSay(null)}
        >
          <svg viewBox="0 0 24 24" width="22" height="22" aria-hidden="true">
            <path
              d="M4 5h16v11H10l-4.500 4v-4H4z"
              fill="none"
              stroke="currentColor"
              stroke-width="1.8"
              stroke-linejoin="round"
            />
          </svg>
        </button>
      )}
    </div>
  );
}

/** How many gave which, where none can be given: to one's own win, or to an old one. */
export function Counts({ counts }: Pick<WinView, 'counts'>) {
  const t = useText(feedText);
  const given = REACTION_KINDS.filter((kind) => counts[kind] !== undefined);
  if (given.length === 0) return null;
  return (
    <ul class="counts">
      {given.map((kind) => (
        <li key={kind}>
          <img src={REACTION_PICTURES[kind]} width="24" height="24" alt={t(kind)} />
          <span class="figure">{counts[kind]}</span>
        </li>
      ))}
    </ul>
  );
}

interface SignProps {
  kind: ReactionKind;
  count: number;
  isOwn: boolean;
  isDisabled: boolean;
  onTap: () => void;
  onHold: () => void;
}

function Sign({ kind, count, isOwn, isDisabled, onTap, onHold }: SignProps) {
  const t = useText(feedText);
  const hold = useHold(onHold);
  return (
    <button
      type="button"
      class="sign"
      disabled={isDisabled}
      aria-pressed={isOwn}
      aria-label={t('pick', { sign: t(kind), count })}
      {...hold.listeners}
      onClick={() => {
        if (!hold.wasHeld()) onTap();
      }}
    >
      <img src={REACTION_PICTURES[kind]} width="24" height="24" alt="" draggable={false} />
      <span class="figure">{count > 0 ? count : ''}</span>
    </button>
  );
}

/** So long a press is no tap any more. */
const HOLD_MS = 500;

function useHold(onHold: () => void) {
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  const isHeld = useRef(false);
  const release = () => clearTimeout(timer.current);
  return {
    /** Whether the click that comes now ends a long press. */
    wasHeld: () => isHeld.current,
    listeners: {
      onPointerDown: () => {
        isHeld.current = false;
        release();
        timer.current = setTimeout(() => {
          isHeld.current = true;
          onHold();
        }, HOLD_MS);
      },
      onPointerUp: release,
      onPointerLeave: release,
      onPointerCancel: release,
      // Keys press without a pointer.
      onKeyDown: () => {
        isHeld.current = false;
      },
      onContextMenu: (event: Event) => event.preventDefault(),
    },
  };
}
