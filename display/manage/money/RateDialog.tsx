// Saying what a currency is worth from a day on; a rate far off the last one is asked about once more.
import { useMemo, useState } from 'preact/hooks';
import { readAmount } from '../../kit/amount-text.ts';
import { Dialog } from '../../kit/ui/Dialog.tsx';
import { SelectField, TextField } from '../../kit/ui/Field.tsx';
import { useLocale, useText } from '../../kit/ui/locale.ts';
import { ProblemNote } from '../../kit/ui/Problem.tsx';
import { useSubmit, type Submit } from '../../kit/ui/submit.ts';
import { currencyChoices } from '../currency-choices.ts';
import { useToday } from '../dates.ts';
import { FormActions } from '../FormActions.tsx';
import { putRate } from './calls.ts';
import { moneyText } from './texts.ts';

interface RateDialogProps {
  board: string;
  /** Empty where it is to be chosen. */
  currency: string;
  onClose: () => void;
  onSaved: () => Promise<void>;
}

interface FormState {
  currency: string;
  date: string;
  rate: string;
  source: string;
}

/** What is asked for most often. */
const USUAL = 'USD';
const SHOWN = ['currency', 'date', 'rate', 'source'];
/** As many decimals as a rate may have. */
const DECIMALS = 12;

export function RateDialog({ board, currency, onClose, onSaved }: RateDialogProps) {
  const t = useText(moneyText);
  const locale = useLocale();
  const submit = useSubmit();
  const today = useToday();
  const [form, setForm] = useState<FormState>({
    currency: currency || (board === USUAL ? 'VND' : USUAL),
    date: today,
    rate: '',
    source: '',
  });
  const set = (change: Partial<FormState>) => {
    submit.clear();
    setForm({ ...form, ...change });
  };
  const isJump = submit.fieldError('rate')?.code === 'rate/jump';
  const send = async () => {
    // What cannot be read goes as it is: the server says what is wrong with it.
    const rate = readAmount(form.rate, locale, DECIMALS) ?? form.rate.trim();
    const body = { ...form, source: form.source.trim(), rate, ...(isJump && { isConfirmed: true }) };
    if (await submit.run(async () => void (await putRate(body)))) await onSaved();
  };
  return (
    <Dialog title={t('addRate')} onClose={onClose}>
      <form
        class="form"
        onSubmit={(event) => {
          event.preventDefault();
          void send();
        }}
      >
        <RateFields board={board} form={form} set={set} submit={submit} />
        <ProblemNote error={submit.error} shown={SHOWN} />
        <FormActions
          action={t(isJump ? 'confirmRate' : 'saveRate')}
          look={isJump ? 'danger' : 'main'}
          isBusy={submit.isBusy}
          onClose={onClose}
        />
      </form>
    </Dialog>
  );
}

interface RateFieldsProps {
  board: string;
  form: FormState;
  set: (change: Partial<FormState>) => void;
  submit: Submit;
}

function RateFields({ board, form, set, submit }: RateFieldsProps) {
  const t = useText(moneyText);
  const locale = useLocale();
  const choices = useMemo(() => currencyChoices(locale).filter(({ value }) => value !== board), [locale, board]);
  return (
    <>
      <div class="form-grid">
        <SelectField
          label={t('currency')}
          value={form.currency}
          choices={choices}
          onValue={(chosen) => set({ currency: chosen })}
          error={submit.fieldError('currency')}
        />
        <TextField
          label={t('rateDate')}
          value={form.date}
          onValue={(date) => set({ date })}
          error={submit.fieldError('date')}
          input={{ type: 'date', required: true, min: '2000-01-01' }}
        />
      </div>
      <TextField
        label={t('rateLabel', { currency: form.currency, board })}
        value={form.rate}
        onValue={(rate) => set({ rate })}
        error={submit.fieldError('rate')}
        input={{ required: true, inputMode: 'decimal', autocomplete: 'off', maxLength: 40, autofocus: true }}
      />
      <TextField
        label={t('source')}
        hint={t('sourceHint')}
        value={form.source}
        onValue={(source) => set({ source })}
        error={submit.fieldError('source')}
        input={{ maxLength: 200 }}
      />
    </>
  );
}
