// Correcting a deal: only what was changed is sent, with the reason.
import { useState } from 'preact/hooks';
import type { DealView } from '../../../shared/schemas/deals.ts';
import { ApiFailure } from '../../kit/api.ts';
import { readAmount } from '../../kit/amount-text.ts';
import { Dialog } from '../../kit/ui/Dialog.tsx';
import { AreaField, CheckField, SelectField, TextField } from '../../kit/ui/Field.tsx';
import { useUnits } from '../../kit/ui/formats.ts';
import { useLocale, useText } from '../../kit/ui/locale.ts';
import { ProblemNote } from '../../kit/ui/Problem.tsx';
import { useSubmit, type Submit } from '../../kit/ui/submit.ts';
import { AmountInput, UNREADABLE_AMOUNT } from '../AmountInput.tsx';
import { amendDeal, askEffect } from '../corrections/calls.ts';
import { EffectNote, useEffectOf } from '../corrections/EffectNote.tsx';
import { Meanwhile } from '../corrections/Story.tsx';
import { useToday } from '../dates.ts';
import { FormActions } from '../FormActions.tsx';
import { moneyText } from '../money/texts.ts';
import { dealMoney, useMoneyOf } from '../money/use-money-of.ts';
import { deskText } from '../texts.ts';
import { changesOf, formOf, type CorrectForm } from './correct-form.ts';
import { SplitFields } from './SplitFields.tsx';
import { dealText } from './texts.ts';

interface CorrectDialogProps {
  deal: DealView;
  reps: readonly { id: string; name: string }[];
  onClose: () => void;
  onSaved: () => Promise<void>;
}

const KINDS = ['new', 'recurring'] as const;
const isShares = (name: string) => name === 'splits' || name.startsWith('splits.');
const SHOWN = ['rep', 'amount', 'refreeze', 'customer', 'product', 'kind', 'closedAt', 'reason'];

export function CorrectDialog({ deal, reps, onClose, onSaved }: CorrectDialogProps) {
  const t = useText(dealText);
  const locale = useLocale();
  const units = useUnits();
  const submit = useSubmit();
  const [form, setForm] = useState<CorrectForm>(() => formOf(deal, locale, units));
  const [note, setNote] = useState<'unreadable' | 'unchanged' | null>(null);
  const amount = readAmount(form.amount, locale, dealMoney(deal).exponent);
  const changes = amount === null ? {} : changesOf(form, amount, deal, formOf(deal, locale, units));
  const key = Object.keys(changes).length === 0 ? null : JSON.stringify(changes);
  const asked = useEffectOf(key, () => askEffect(deal.id, 'correct', changes));
  const send = async () => {
    if (amount === null) {
      setNote('unreadable');
      return;
    }
    setNote(Object.keys(changes).length === 0 ? 'unchanged' : null);
    if (Object.keys(changes).length === 0) return;
    const body = { ...changes, reason: form.reason.trim() };
    if (await submit.run(async () => void (await amendDeal(deal.id, 'correct', body)))) await onSaved();
  };
  return (
    <Dialog title={t('correctTitle')} onClose={onClose}>
      <form
        class="form"
        onSubmit={(event) => {
          event.preventDefault();
          void send();
        }}
      >
        <DealNotes deal={deal} />
        <CorrectFields
          form={form}
          onForm={setForm}
          deal={deal}
          reps={reps}
          submit={submit}
          isUnreadable={note === 'unreadable'}
        />
        <Refreeze deal={deal} isOn={form.refreeze} onChange={(refreeze) => setForm({ ...form, refreeze })} />
        <EffectNote asked={asked} />
        <AreaField
          label={t('reason')}
          hint={t('reasonHint')}
          value={form.reason}
          onValue={(reason) => setForm({ ...form, reason })}
          error={submit.fieldError('reason')}
          area={{ required: true, maxLength: 500, rows: 2 }}
        />
        {note === 'unchanged' && <p class="note">{t('nothingChanged')}</p>}
        <Refused error={submit.error} dealId={deal.id} />
        <FormActions action={t('correctDo')} keep={t('correctKeep')} isBusy={submit.isBusy} onClose={onClose} />
      </form>
    </Dialog>
  );
}

/** Why it could not be done; where somebody else has decided on the deal first, what that was. */
function Refused({ error, dealId }: { error: unknown; dealId: string }) {
  const problem = error instanceof ApiFailure ? error.problem : null;
  const faults = (problem?.errors ?? []).map(({ field }) => field);
  return (
    <>
      <ProblemNote error={error} shown={[...SHOWN, ...faults.filter(isShares)]} />
      {problem?.code === 'deal/voided' && <Meanwhile dealId={dealId} />}
    </>
  );
}

function DealNotes({ deal }: { deal: DealView }) {
  const t = useText(dealText);
  return (
    <>
      <p class="quiet">{t('correctText')}</p>
      {deal.late && <p class="note note-gold">{t('lateHint')}</p>}
    </>
  );
}

interface RefreezeProps {
  deal: DealView;
  isOn: boolean;
  onChange: (isOn: boolean) => void;
}

/** A deal in another currency keeps its rate unless somebody wants another one (rule MO9). */
function Refreeze({ deal: { original }, isOn, onChange }: RefreezeProps) {
  const t = useText(moneyText);
  const { decimal } = useMoneyOf();
  if (!original) return null;
  return (
    <CheckField
      label={t('refreeze')}
      hint={t('refreezeHint', { rate: decimal(original.rate) })}
      isOn={isOn}
      onChange={onChange}
    />
  );
}

interface CorrectFieldsProps {
  form: CorrectForm;
  onForm: (form: CorrectForm) => void;
  deal: DealView;
  reps: readonly { id: string; name: string }[];
  submit: Submit;
  isUnreadable: boolean;
}

function CorrectFields({ form, onForm, deal, reps, submit, isUnreadable }: CorrectFieldsProps) {
  const t = useText(dealText);
  const desk = useText(deskText);
  const today = useToday();
  const set = (change: Partial<CorrectForm>) => onForm({ ...form, ...change });
  const known = reps.some((rep) => rep.id === deal.repId) ? reps : [{ id: deal.repId, name: deal.repName }, ...reps];
  return (
    <div class="form-grid">
      <AmountInput
        label={t('amount')}
        money={dealMoney(deal)}
        text={form.amount}
        onText={(amount) => set({ amount })}
        error={isUnreadable ? UNREADABLE_AMOUNT : submit.fieldError('amount')}
      />
      <SelectField
        label={desk('rep')}
        value={form.rep}
        choices={known.map((rep) => ({ value: rep.id, label: rep.name }))}
        onValue={(rep) => set({ rep })}
        error={submit.fieldError('rep')}
      />
      <TextField
        label={t('customer')}
        value={form.customer}
        onValue={(customer) => set({ customer })}
        error={submit.fieldError('customer')}
        input={{ required: true, maxLength: 200 }}
      />
      <TextField
        label={t('product')}
        value={form.product}
        onValue={(product) => set({ product })}
        error={submit.fieldError('product')}
        input={{ maxLength: 200 }}
      />
      <SelectField
        label={t('kind')}
        value={form.kind}
        choices={KINDS.map((kind) => ({ value: kind, label: t(kind === 'new' ? 'kindNew' : 'kindRecurring') }))}
        onValue={(kind) => set({ kind })}
      />
      <TextField
        label={t('closedAt')}
        value={form.closedOn}
        onValue={(closedOn) => set({ closedOn })}
        error={submit.fieldError('closedAt')}
        input={{ type: 'date', required: true, min: '2000-01-01', max: today }}
      />
      <SplitFields
        splits={form.splits}
        onSplits={(splits) => set({ splits })}
        rep={form.rep}
        reps={known}
        submit={submit}
      />
    </div>
  );
}
