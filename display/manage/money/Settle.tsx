// Saying of all old deals at once that they are paid, told before what that comes to, and taken back. Rule RC7.
import { useEffect, useState } from 'preact/hooks';
import type { Settled } from '../../../shared/schemas/money.ts';
import { Button } from '../../kit/ui/Button.tsx';
import { Dialog } from '../../kit/ui/Dialog.tsx';
import { TextField } from '../../kit/ui/Field.tsx';
import { useFormats } from '../../kit/ui/formats.ts';
import { useLoad } from '../../kit/ui/load.ts';
import { useText } from '../../kit/ui/locale.ts';
import { ProblemNote } from '../../kit/ui/Problem.tsx';
import { useSubmit } from '../../kit/ui/submit.ts';
import { useToday } from '../dates.ts';
import { FormActions } from '../FormActions.tsx';
import { readSettlements, settleBefore, undoSettled } from './calls.ts';
import { settleText } from './settle-texts.ts';
import { useMoneyOf } from './use-money-of.ts';

const DAY_OF_MONTH = 8;

/** The way to the dialog; once done, what was done, with the way back. */
export function Settle({ onChanged }: { onChanged: () => Promise<void> }) {
  const t = useText(settleText);
  const { money } = useFormats();
  const [isOpen, setOpen] = useState(false);
  const [done, setDone] = useState<Settled | null>(null);
  const submit = useSubmit();
  const undo = ({ id }: Settled) =>
    submit.run(async () => {
      await undoSettled(id, t('undone'));
      setDone(null);
      await onChanged();
    });
  return (
    <div class="settle" role="status">
      {done ? (
        <>
          <span>{t('done', { count: done.deals, amount: money(done.amountMinor) })}</span>
          <Button size="small" isBusy={submit.isBusy} onClick={() => void undo(done)}>
            {t('undo')}
          </Button>
        </>
      ) : (
        <Button size="small" look="plain" onClick={() => setOpen(true)}>
          {t('open')}
        </Button>
      )}
      <ProblemNote error={submit.error} />
      {isOpen && (
        <SettleDialog
          onClose={() => setOpen(false)}
          onChanged={onChanged}
          onDone={async (settled) => {
            setOpen(false);
            setDone(settled);
            await onChanged();
          }}
        />
      )}
    </div>
  );
}

/** What was marked before and still stands, each with the way back. */
function Former({ onUndone }: { onUndone: () => Promise<void> }) {
  const t = useText(settleText);
  const { money, dateTime } = useFormats();
  const { date } = useMoneyOf();
  const submit = useSubmit();
  const former = useLoad(readSettlements, []);
  const items = former.data?.items ?? [];
  if (items.length === 0) return null;
  const undo = (id: string) =>
    submit.run(async () => {
      await undoSettled(id, t('undone'));
      await Promise.all([former.reload(), onUndone()]);
    });
  return (
    <section class="settle-former">
      <h3>{t('former')}</h3>
      <ul>
        {items.map(({ id, at, by, before, deals, amountMinor }) => (
          <li key={id}>
            <span>
              {t('formerOne', {
                by: by ?? 'Winboard',
                date: dateTime(at),
                count: deals,
                before: date(before),
                amount: money(amountMinor),
              })}
            </span>
            <Button
              size="small"
              label={t('undoNamed', { date: dateTime(at) })}
              isBusy={submit.isBusy}
              onClick={() => void undo(id)}
            >
              {t('undo')}
            </Button>
          </li>
        ))}
      </ul>
      <ProblemNote error={submit.error} />
    </section>
  );
}

interface SettleDialogProps {
  onClose: () => void;
  /** What is open may be something else now. */
  onChanged: () => Promise<void>;
  onDone: (settled: Settled) => Promise<void>;
}

function SettleDialog({ onClose, onChanged, onDone }: SettleDialogProps) {
  const t = useText(settleText);
  const { money } = useFormats();
  const today = useToday();
  const [before, setBefore] = useState(`${today.slice(0, DAY_OF_MONTH)}01`);
  const [reason, setReason] = useState(t('usual'));
  const [undone, setUndone] = useState(0);
  const told = useTold(before, undone);
  const submit = useSubmit();
  const send = () =>
    submit.run(async () => {
      const settled = await settleBefore({ before, reason: reason.trim() }, false);
      await onDone(settled);
    });
  return (
    <Dialog title={t('title')} onClose={onClose}>
      <form
        class="form"
        onSubmit={(event) => {
          event.preventDefault();
          void send();
        }}
      >
        <p>{t('lead')}</p>
        <TextField
          label={t('before')}
          value={before}
          onValue={setBefore}
          error={submit.fieldError('before')}
          input={{ type: 'date', required: true, min: '2000-01-01', max: today }}
        />
        <TextField
          label={t('reason')}
          value={reason}
          onValue={setReason}
          error={submit.fieldError('reason')}
          input={{ required: true, maxLength: 200 }}
        />
        <p class="note note-gold" aria-live="polite">
          {told === null && t('counting')}
          {told?.deals === 0 && t('nobody')}
          {told !== null && told.deals > 0 && t('told', { count: told.deals, amount: money(told.amountMinor) })}
        </p>
        <ProblemNote error={submit.error} shown={['before', 'reason']} />
        <Former
          onUndone={async () => {
            setUndone(undone + 1);
            await onChanged();
          }}
        />
        <FormActions
          action={t('act', { count: told?.deals ?? 0 })}
          isDisabled={told === null || told.deals === 0}
          isBusy={submit.isBusy}
          onClose={onClose}
        />
      </form>
    </Dialog>
  );
}

/** What it would come to, asked again with each turn; null while that is not known. */
function useTold(before: string, turn: number): Settled | null {
  const t = useText(settleText);
  const [told, setTold] = useState<Settled | null>(null);
  useEffect(() => {
    let isStale = false;
    setTold(null);
    // What is wrong with the day is said when it is sent.
    const answer = settleBefore({ before, reason: t('usual') }, true).catch(() => null);
    void answer.then((settled) => !isStale && setTold(settled));
    return () => {
      isStale = true;
    };
  }, [before, turn]);
  return told;
}
