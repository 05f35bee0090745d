// A receipt as it is recorded: what is open is filled in, since most deals are paid at once.
import { useRef, useState } from 'preact/hooks';
import { RECEIPT_METHODS, type ReceiptMethod } from '../../../shared/payment.ts';
import type { DealView } from '../../../shared/schemas/deals.ts';
import { readAmount, showAmount } from '../../kit/amount-text.ts';
import type { Money } from '../../kit/format.ts';
import { Button } from '../../kit/ui/Button.tsx';
import { SelectField, TextField } from '../../kit/ui/Field.tsx';
import { useLocale, useText } from '../../kit/ui/locale.ts';
import { ProblemNote } from '../../kit/ui/Problem.tsx';
import { useSubmit, type Submit } from '../../kit/ui/submit.ts';
import { AmountInput, UNREADABLE_AMOUNT } from '../AmountInput.tsx';
import { useToday } from '../dates.ts';
import { recordReceipt } from './calls.ts';
import { moneyText } from './texts.ts';
import { dealMoney } from './use-money-of.ts';

interface FormState {
  amount: string;
  /** A local date. */
  on: string;
  method: ReceiptMethod;
  note: string;
}

const SHOWN = ['amount', 'receivedAt', 'note'];

export function ReceiptForm({ deal, onSaved }: { deal: DealView; onSaved: () => Promise<void> }) {
  const t = useText(moneyText);
  const locale = useLocale();
  const submit = useSubmit();
  const today = useToday();
  const money = dealMoney(deal);
  // One form is one receipt, however often it has to be sent.
  const id = useRef(makeKey());
  const [form, setForm] = useState<FormState>({
    amount: showAmount(deal.payment?.open ?? '', locale),
    on: today,
    method: 'transfer',
    note: '',
  });
  const [isUnreadable, setUnreadable] = useState(false);
  const set = (change: Partial<FormState>) => {
    id.current = makeKey();
    setForm({ ...form, ...change });
  };
  const send = async () => {
    const amount = readAmount(form.amount, locale, money.exponent);
    setUnreadable(amount === null);
    if (amount === null) return;
    const { method, note } = form;
    const day = form.on === today ? {} : { receivedAt: form.on };
    const body = { id: id.current, amount, method, note: note.trim(), ...day };
    if (await submit.run(async () => void (await recordReceipt(deal.id, body)))) await onSaved();
  };
  return (
    <form
      class="form"
      onSubmit={(event) => {
        event.preventDefault();
        void send();
      }}
    >
      <ReceiptFields form={form} set={set} money={money} submit={submit} isUnreadable={isUnreadable} />
      <ProblemNote error={submit.error} shown={SHOWN} />
      <div class="receipt-save">
        <Button type="submit" look="main" isBusy={submit.isBusy}>
          {t('saveReceipt')}
        </Button>
      </div>
    </form>
  );
}

interface ReceiptFieldsProps {
  form: FormState;
  set: (change: Partial<FormState>) => void;
  money: Money;
  submit: Submit;
  isUnreadable: boolean;
}

function ReceiptFields({ form, set, money, submit, isUnreadable }: ReceiptFieldsProps) {
  const t = useText(moneyText);
  const today = useToday();
  return (
    <>
      <div class="form-grid form-grid-3">
        <AmountInput
          label={t('receiptAmount')}
          money={money}
          text={form.amount}
          onText={(amount) => set({ amount })}
          error={isUnreadable ? UNREADABLE_AMOUNT : submit.fieldError('amount')}
        />
        <TextField
          label={t('receivedOn')}
          value={form.on}
          onValue={(on) => set({ on })}
          error={submit.fieldError('receivedAt')}
          input={{ type: 'date', required: true, min: '2000-01-01', max: today }}
        />
        <SelectField
          label={t('method')}
          value={form.method}
          choices={RECEIPT_METHODS.map((method) => ({ value: method, label: t(method) }))}
          onValue={(method) => set({ method })}
        />
      </div>
      <TextField
        label={t('receiptNote')}
        value={form.note}
        onValue={(note) => set({ note })}
        error={submit.fieldError('note')}
        input={{ maxLength: 500 }}
      />
    </>
  );
}

/** `crypto.randomUUID` is there on https alone. */
function makeKey(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join('');
}
