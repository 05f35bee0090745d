// The board's currency, and how long customers have to pay.
import { useMemo } from 'preact/hooks';
import type { OfficeSettings } from '../../../shared/schemas/office.ts';
import { SelectField, TextField } from '../../kit/ui/Field.tsx';
import { useLocale, useText } from '../../kit/ui/locale.ts';
import { currencyChoices } from '../currency-choices.ts';
import { routeTo } from '../routes.ts';
import { moneySettingsText } from './money-texts.ts';
import type { OfficeFieldsProps } from './office-fields.ts';

export function MoneyFields({ form, set, submit, office }: OfficeFieldsProps & { office: OfficeSettings }) {
  const t = useText(moneySettingsText);
  const locale = useLocale();
  const choices = useMemo(() => currencyChoices(locale), [locale]);
  const { currency } = office;
  return (
    <fieldset class="panel">
      <legend>{t('moneyPart')}</legend>
      <div class="form-grid">
        <SelectField
          label={t('currency')}
          hint={form.currency === currency ? t('currencyHint') : undefined}
          value={form.currency}
          choices={choices}
          onValue={(chosen) => set({ currency: chosen })}
          error={submit.fieldError('currency')}
        />
        <TextField
          label={t('paymentTerms')}
          hint={t('paymentTermsHint')}
          value={form.paymentTermsDays}
          onValue={(paymentTermsDays) => set({ paymentTermsDays })}
          error={submit.fieldError('paymentTermsDays')}
          input={{ type: 'number', min: 0, max: 3650, step: 1, inputMode: 'numeric' }}
        />
      </div>
      {form.currency !== currency && (
        <p class="note note-gold">{t('currencyEffect', { from: currency, to: form.currency })}</p>
      )}
      <p class="small">
        <a href={routeTo('money', 'rates')}>{t('toRates')}</a>
      </p>
    </fieldset>
  );
}
