// One TV: what it shows, whether it can be heard, what it could not show, and what can be done with it.
import { useState } from 'preact/hooks';
import { SCENES } from '../../../shared/scenes.ts';
import type { FaultCode, SoundState } from '../../../shared/screen.ts';
import type { ScreenStatusView, ScreenView } from '../../../shared/schemas/wall.ts';
import { Button } from '../../kit/ui/Button.tsx';
import { useFormats } from '../../kit/ui/formats.ts';
import { useText } from '../../kit/ui/locale.ts';
import { ProblemNote } from '../../kit/ui/Problem.tsx';
import { useSubmit } from '../../kit/ui/submit.ts';
import { reloadScreen, revokeScreen } from '../calls.ts';
import { ConfirmButton } from '../ConfirmButton.tsx';
import { wallText } from '../wall/texts.ts';
import { useBoardChoices } from './board-choices.ts';
import { screenText } from './texts.ts';

interface ScreenCardProps {
  screen: ScreenView;
  /** The playlist's name; null for the built-in one. */
  playlist: string | null;
  onEdit: () => void;
  onRevoked: () => Promise<void>;
}

export function ScreenCard({ screen, playlist, onEdit, onRevoked }: ScreenCardProps) {
  const t = useText(screenText);
  const wall = useText(wallText);
  const submit = useSubmit();
  const [isTold, setTold] = useState(false);
  const { name, settings, status } = screen;
  const board = useBoardChoices().find(({ value }) => value === settings.board)?.label ?? settings.board;
  const isPrivate = Object.values(settings.privacy).some(Boolean);
  const reload = async () => setTold(await submit.run(async () => void (await reloadScreen(screen.id))));
  return (
    <li class="panel screen">
      <div class="screen-head">
        <h2>{name}</h2>
        <Link status={status} />
      </div>
      <p class="small quiet">
        {board} · {playlist ?? wall('builtIn')}
      </p>
      <div class="badges">
        {isPrivate && <span class="badge badge-gold">{t('private')}</span>}
        {settings.calm && <span class="badge">{t('calm')}</span>}
        {status && <SoundBadge sound={status.sound} />}
      </div>
      {status && <Now status={status} />}
      {status && status.faults.length > 0 && <Faults status={status} />}
      <ProblemNote error={submit.error} />
      <div class="scene-tools">
        <Button size="small" label={t('editNamed', { name })} onClick={onEdit}>
          {t('edit')}
        </Button>
        <Button
          size="small"
          look="plain"
          isBusy={submit.isBusy}
          isDisabled={status?.connected !== true}
          label={t('reloadNamed', { name })}
          onClick={() => void reload()}
        >
          {t('reload')}
        </Button>
        <ConfirmButton
          size="small"
          look="plain"
          label={t('revokeNamed', { name })}
          action={t('revoke')}
          title={t('revokeTitle', { name })}
          text={t('revokeText')}
          onDo={async () => {
            await revokeScreen(screen.id);
            await onRevoked();
          }}
        />
        <span role="status" class="small quiet">
          {isTold ? t('reloading') : ''}
        </span>
      </div>
    </li>
  );
}

function Link({ status }: { status: ScreenStatusView | null }) {
  const t = useText(screenText);
  const { dateTime } = useFormats();
  if (status?.connected) return <span class="link-state link-state-on">{t('online')}</span>;
  return <span class="link-state">{status ? t('seen', { date: dateTime(status.lastSeenAt) }) : t('neverSeen')}</span>;
}

const SOUND = {
  on: 'soundOn',
  locked: 'soundLocked',
  muted: 'soundMuted',
  quiet: 'soundQuiet',
  none: 'soundNone',
} as const satisfies Record<SoundState, string>;

function SoundBadge({ sound }: { sound: SoundState }) {
  const t = useText(screenText);
  const look = sound === 'on' ? 'badge-good' : sound === 'locked' ? 'badge-bad' : '';
  return <span class={`badge ${look}`}>{t(SOUND[sound])}</span>;
}

function Now({ status }: { status: ScreenStatusView }) {
  const t = useText(screenText);
  const wall = useText(wallText);
  // A TV that has said nothing yet, or is of another build than this page.
  const scene = SCENES.find((one) => one === status.scene);
  if (!scene) return null;
  return (
    <p class="small">
      {t('shows', { scene: wall(scene) })} · {status.width} × {status.height}
    </p>
  );
}

const FAULT = {
  'scene/threw': 'faultThrew',
  'scene/unknown': 'faultUnknown',
  'playlist/empty': 'faultEmpty',
  'image/broken': 'faultImage',
  'sound/broken': 'faultSound',
  'voice/missing': 'faultVoice',
} as const satisfies Record<FaultCode, string>;

function Faults({ status: { faults } }: { status: ScreenStatusView }) {
  const t = useText(screenText);
  const { dateTime } = useFormats();
  return (
    <div class="note note-bad">
      <ul>
        {faults.map(({ code, detail, at }) => (
          <li key={`${code} ${detail}`}>
            {t(FAULT[code], { detail })} <span class="quiet">{dateTime(at)}</span>
          </li>
        ))}
      </ul>
    </div>
  );
}
