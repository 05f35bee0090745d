// After the tap: what became of the win. Gold when the server has it, with the climb told; calm when it waits.
import { useEffect, useRef, useState } from 'preact/hooks';
import type { DealAnswer } from '../../../shared/schemas/deals.ts';
import { useFormats, useUnits } from '../../kit/ui/formats.ts';
import { useText } from '../../kit/ui/locale.ts';
import { Bell } from '../Bell.tsx';
import { Climb } from './Climb.tsx';
import { OnScreens } from './OnScreens.tsx';
import { minorOf, type Draft } from './draft.ts';
import type { Entry } from '../outbox/entry.ts';
import type { Outbox } from '../outbox/outbox.ts';
import { RefusalText } from './RefusalText.tsx';
import { winText } from '../texts.ts';
import { UndoSheet } from './UndoSheet.tsx';
import { useEntries } from './use-entries.ts';

/** A win that has just been posted. */
export interface Posted {
  id: string;
  draft: Draft;
}

interface ResultScreenProps {
  outbox: Outbox;
  posted: Posted;
  onAnother: () => void;
  onMend: (entry: Entry) => void;
}

const DOUBLE_TAP_MS = 700;
/** How long "sending" is said before the page says that the win is kept. */
const PATIENCE_MS = 2_500;

export function ResultScreen({ outbox, posted, onAnother, onMend }: ResultScreenProps) {
  const t = useText(winText);
  const { money } = useFormats();
  const { exponent } = useUnits();
  const fate = useFate(outbox, posted.id);
  const [isUndone, setUndone] = useState(false);
  const [isAsking, setAsking] = useState(false);
  const undone = () => {
    setAsking(false);
    setUndone(true);
  };
  const head = useRef<HTMLHeadingElement>(null);
  useEffect(() => head.current?.focus(), []);
  const amount = money(minorOf(posted.draft, exponent));
  const isSettled = useSettled();
  const look = fate.type === 'sent' && !isUndone ? 'gold' : fate.type === 'refused' ? 'bad' : 'calm';
  return (
    <section class={`result result-${look}`}>
      <div class="result-body">
        <Bell isRinging={look === 'gold'} />
        <h2 ref={head} tabIndex={-1} aria-live="polite">
          {isUndone ? t('undoneHead') : t(HEADS[fate.type])}
        </h2>
        <Subject draft={posted.draft} amount={amount} isVoid={isUndone} />
        {isUndone ? <p>{t('undoneText')}</p> : <FateText fate={fate} posted={posted} />}
      </div>
      <div class="result-actions">
        {fate.type === 'sent' && !isUndone && (
          <button type="button" class="button result-undo" onClick={() => setAsking(true)}>
            {t('undo')}
          </button>
        )}
        {fate.type === 'refused' && (
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
      {isAsking && (
        <UndoSheet
          dealId={posted.id}
          amount={amount}
          customer={posted.draft.customer.trim()}
          onClose={() => setAsking(false)}
          onUndone={undone}
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

function Subject({ draft, amount, isVoid }: { draft: Draft; amount: string; isVoid: boolean }) {
  return (
    <>
      <p class={`result-amount figure${isVoid ? ' result-void' : ''}`} style={{ '--length': String(amount.length) }}>
        {amount}
      </p>
      <p class="result-customer">{[draft.customer.trim(), draft.product.trim()].filter(Boolean).join(' · ')}</p>
    </>
  );
}

type Fate =
  | { type: 'sending' }
  | { type: 'kept' }
  | { type: 'refused'; entry: Entry }
  /** The answer is null where another tab has sent the win. */
  | { type: 'sent'; answer: DealAnswer | null };

const HEADS = { sending: 'sending', kept: 'keptHead', refused: 'refusedHead', sent: 'sentHead' } as const;

function useFate(outbox: Outbox, id: string): Fate {
  const entry = useEntries(outbox).find((one) => one.id === id);
  const [answer, setAnswer] = useState<DealAnswer | null>(null);
  const [isLate, setLate] = useState(false);
  const wasQueued = useRef(false);
  useEffect(
    () => outbox.onDelivery((delivery) => delivery.entry.id === id && setAnswer(delivery.answer)),
    [outbox, id],
  );
  useEffect(() => {
    const timer = setTimeout(() => setLate(true), PATIENCE_MS);
    return () => clearTimeout(timer);
  }, []);
  if (entry) wasQueued.current = true;
  if (answer) return { type: 'sent', answer };
  if (entry?.refusal) return { type: 'refused', entry };
  if (!entry && wasQueued.current) return { type: 'sent', answer: null };
  return { type: isLate || (entry?.attempts ?? 0) > 0 ? 'kept' : 'sending' };
}

function FateText({ fate, posted }: { fate: Fate; posted: Posted }) {
  const t = useText(winText);
  switch (fate.type) {
    case 'sending':
      return <span class="spinner result-spinner" aria-hidden="true" />;
    case 'kept':
      return <p>{t('keptText')}</p>;
    case 'refused':
      return fate.entry.refusal && <RefusalText problem={fate.entry.refusal} />;
    case 'sent':
      if (!fate.answer?.standing)
        return <p>{t(fate.answer ? 'sentFor' : 'sentElsewhere', { name: posted.draft.repName })}</p>;
      return (
        <>
          <Climb standing={fate.answer.standing} amountMinor={fate.answer.deal.amountMinor} />
          <OnScreens dealId={posted.id} />
        </>
      );
  }
}
