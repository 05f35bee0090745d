// After the tap: what became of the win. Gold when the server has it, with the climb told; calm when it waits.
import { useEffect, useRef, useState } from 'preact/hooks';
import type { DecisionNews } from '../../../shared/protocol.ts';
import type { DeliveryView } from '../../../shared/schemas/screens.ts';
import { useFormats, useUnits } from '../../kit/ui/formats.ts';
import { useText } from '../../kit/ui/locale.ts';
import { Bell } from '../Bell.tsx';
import { late } from '../late.tsx';
import type { Entry } from '../outbox/entry.ts';
import type { Outbox } from '../outbox/outbox.ts';
import { winText } from '../texts.ts';
import { Climb } from './Climb.tsx';
import { minorOf, type Draft } from './draft.ts';
import { OnScreens } from './OnScreens.tsx';
import { usePostedAmount } from './posted-amount.ts';
import { amountsOf } from './share.ts';
import { undoLeftMs } from '../outbox/sent-wins.ts';
import { postText } from './texts.ts';
import { useFate, type Fate } from './use-fate.ts';
import { minutesText, useNow } from './use-now.ts';
import type { Posted } from './use-posting.ts';

const RefusalText = late(async () => (await import('./RefusalText.tsx')).RefusalText);
const UndoSheet = late(async () => (await import('./UndoSheet.tsx')).UndoSheet);

interface ResultScreenProps {
  outbox: Outbox;
  posted: Posted;
  clockOffsetMs: number;
  /** What the live line has told of the win, and whether it would. */
  delivery: DeliveryView | null;
  /** What a manager has made of it, where it waited. */
  decision: DecisionNews | null;
  isLive: boolean;
  /** Whether a win that counts can be taken back. Rule OS4. */
  mayUndo: boolean;
  onAnother: () => void;
  onMend: (entry: Entry) => void;
}

const DOUBLE_TAP_MS = 700;
const LOOKS = { sending: 'calm', kept: 'calm', undoing: 'calm', undone: 'calm', sent: 'gold', refused: 'bad' } as const;

const WAITING_LOOKS = { waits: 'calm', approved: 'gold', declined: 'bad' } as const;

export function ResultScreen(props: ResultScreenProps) {
  const { outbox, posted, onAnother, onMend } = props;
  const t = useText(winText);
  const fate = useFate(outbox, posted.id);
  const [asking, setAsking] = useState<Entry | null>(null);
  const head = useRef<HTMLHeadingElement>(null);
  useEffect(() => head.current?.focus(), []);
  const amount = usePostedAmount()(posted.draft.amount.replace(/\.$/, ''), posted.draft.money?.currency);
  const isSettled = useSettled();
  const waits = fate.type === 'sent' && fate.answer?.pending === true;
  const look = waits ? WAITING_LOOKS[props.decision?.decision ?? 'waits'] : LOOKS[fate.type];
  return (
    <section class={`result result-${look}`}>
      <div class="result-body">
        <Bell isRinging={look === 'gold'} />
        <h2 ref={head} tabIndex={-1} aria-live="polite">
          {waits ? <WaitingHead decision={props.decision} /> : <Heading fate={fate} />}
        </h2>
        <Subject draft={posted.draft} amount={amount} isVoid={fate.type === 'undone'} />
        {waits ? <WaitingText decision={props.decision} /> : <FateText fate={fate} {...props} />}
      </div>
      <div class="result-actions">
        <Undo fate={fate} {...props} onAsk={setAsking} />
        {fate.type === 'refused' && !fate.entry.isUndone && (
          <button type="button" class="button button-quiet" onClick={() => onMend(fate.entry)}>
            {t('mend')}
          </button>
        )}
        <button
          type="button"
          class={`button win-send ${look === 'gold' ? 'button-main' : 'button-gold'}`}
          disabled={!isSettled}
          onClick={onAnother}
        >
          {t('another')}
        </button>
      </div>
      {asking && (
        <UndoSheet
          amount={amount}
          customer={posted.draft.customer.trim()}
          onClose={() => setAsking(null)}
          onUndo={() => {
            setAsking(null);
            void outbox.undo(asking);
          }}
        />
      )}
    </section>
  );
}

/** A thumb that taps twice must not dismiss the answer: the button lies where the sending one was. */
function useSettled(): boolean {
  const [isSettled, setSettled] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(true), DOUBLE_TAP_MS);
    return () => clearTimeout(timer);
  }, []);
  return isSettled;
}

function Heading({ fate }: { fate: Fate }) {
  const t = useText(winText);
  const post = useText(postText);
  switch (fate.type) {
    case 'sending':
      return <>{t('sending')}</>;
    case 'kept':
      return <>{t('keptHead')}</>;
    case 'refused':
      return <>{fate.entry.isUndone ? post('undoRefused') : t('refusedHead')}</>;
    case 'sent':
      return <>{t('sentHead')}</>;
    case 'undoing':
      return <>{post('undoing')}</>;
    case 'undone':
      return <>{t('undoneHead')}</>;
  }
}

function WaitingHead({ decision }: Pick<ResultScreenProps, 'decision'>) {
  return <>{useText(postText)(decision?.decision ?? 'waits')}</>;
}

/** A win that waits for a manager counts nowhere yet; told at once when that is decided. Rules AP1, AP3. */
function WaitingText({ decision }: Pick<ResultScreenProps, 'decision'>) {
  const post = useText(postText);
  if (decision?.decision === 'declined') return <p>{post('declinedText', { reason: decision.reason ?? '' })}</p>;
  return <p>{post(decision ? 'approvedText' : 'waitsText')}</p>;
}

/** What was won, and of a win that is shared the own part: that is what climbs (rule PO6). */
function Subject({ draft, amount, isVoid }: { draft: Draft; amount: string; isVoid: boolean }) {
  const t = useText(postText);
  const { money } = useFormats();
  const minor = minorOf(draft, useUnits().exponent);
  const [own = minor] = amountsOf(minor, draft.shares);
  return (
    <>
      <p class={`result-amount figure${isVoid ? ' result-void' : ''}`} style={{ '--length': String(amount.length) }}>
        {amount}
      </p>
      {draft.shares.length > 0 && <p>{t('yourShare', { amount: money(own) })}</p>}
      <p class="result-customer">{[draft.customer.trim(), draft.product.trim()].filter(Boolean).join(' · ')}</p>
    </>
  );
}

interface FateTextProps extends Pick<ResultScreenProps, 'posted' | 'delivery' | 'isLive'> {
  fate: Fate;
}

function FateText({ fate, posted, delivery, isLive }: FateTextProps) {
  const t = useText(winText);
  const post = useText(postText);
  switch (fate.type) {
    case 'sending':
      return <span class="spinner result-spinner" aria-hidden="true" />;
    case 'kept':
      return <p>{t('keptText')}</p>;
    case 'refused':
      return fate.entry.refusal && <RefusalText problem={fate.entry.refusal} isUndo={fate.entry.isUndone} />;
    case 'undoing':
      return <p>{post('undoingText')}</p>;
    case 'undone':
      return <p>{t('undoneText')}</p>;
    case 'sent':
      if (!fate.answer?.standing)
        return <p>{t(fate.answer ? 'sentFor' : 'sentElsewhere', { name: posted.draft.repName })}</p>;
      return (
        <>
          <Climb standing={fate.answer.standing} deal={fate.answer.deal} passed={posted.passed} />
          <OnScreens dealId={posted.id} told={delivery} isLive={isLive} />
        </>
      );
  }
}

interface UndoProps extends Pick<ResultScreenProps, 'clockOffsetMs' | 'decision' | 'mayUndo'> {
  fate: Fate;
  onAsk: (entry: Entry) => void;
}

/** A slip is taken back for as long as the server lets one; of what has not been sent at any time. Rule PO5. */
function Undo({ fate, clockOffsetMs, decision, mayUndo, onAsk }: UndoProps) {
  const post = useText(postText);
  const isWaiting = fate.type === 'kept' || fate.type === 'sending';
  const recordedAt = undoableSince(fate, decision, mayUndo);
  const now = useNow(clockOffsetMs, recordedAt !== null);
  const leftMs = recordedAt === null ? 0 : undoLeftMs(recordedAt, now);
  const entry = isWaiting || fate.type === 'sent' ? fate.entry : null;
  if (!entry || (!isWaiting && leftMs === 0)) return null;
  return (
    <button type="button" class="button result-undo" onClick={() => onAsk(entry)}>
      {isWaiting ? post('undoKept') : post('undoLeft', { time: minutesText(leftMs) })}
    </button>
  );
}

/** When the server got a win that can be taken back: while it waits for a manager whatever the office says (rule OS3). */
function undoableSince(fate: Fate, decision: DecisionNews | null, mayUndo: boolean): number | null {
  if (fate.type !== 'sent' || !fate.answer || decision?.decision === 'declined') return null;
  const isWaiting = fate.answer.pending === true && decision === null;
  return mayUndo || isWaiting ? fate.answer.deal.recordedAt : null;
}
