// The board's currency, and how long customers have to pay; what changing them does (rules MO10, RC6).
import { useMemo } from 'preact/hooks';
import type { OfficePreview } from '../../../shared/schemas/calendar.ts';
import { formatDate } from '../../kit/format.ts';
import { datePlus } from '../../kit/local-date.ts';
import { SelectField, TextField } from '../../kit/ui/Field.tsx';
import { useLocale, useText } from '../../kit/ui/locale.ts';
import { currencyChoices } from '../currency-choices.ts';
import { useToday } from '../dates.ts';
import { routeTo } from '../routes.ts';
import { EffectList } from './EffectList.tsx';
import { moneySettingsText } from './money-texts.ts';
import type { OfficeFieldsProps } from './office-fields.ts';
import { Part } from './Part.tsx';

export function MoneyFields({ form, set, fault, office, patch, effects }: OfficeFieldsProps) {
  const t = useText(moneySettingsText);
  const locale = useLocale();
  const choices = useMemo(() => currencyChoices(locale), [locale]);
  const { currency } = office;
  return (
    <Part id="money">
      <div class="form-grid">
        <SelectField
          label={t('currency')}
          hint={form.currency === currency ? t('currencyHint') : undefined}
          value={form.currency}
          choices={choices}
          onValue={(chosen) => set({ currency: chosen })}
          error={fault('currency')}
        />
        <TextField
          label={t('paymentTerms')}
          hint={t('paymentTermsHint')}
          value={form.paymentTermsDays}
          onValue={(paymentTermsDays) => set({ paymentTermsDays })}
          error={fault('paymentTermsDays')}
          input={{ inputMode: 'numeric', autocomplete: 'off' }}
        />
      </div>
      <EffectList>
        {patch.currency !== undefined && !fault('currency') && (
          <li>{t('currencyEffect', { from: currency, to: patch.currency })}</li>
        )}
      </EffectList>
      {patch.paymentTermsDays !== undefined && effects.now?.sales && (
        <TermsEffects days={patch.paymentTermsDays} sales={effects.now.sales} />
      )}
      <p class="small">
        <a href={routeTo('money', 'rates')}>{t('toRates')}</a>
      </p>
    </Part>
  );
}

interface TermsEffectsProps {
  days: number | null;
  sales: NonNullable<OfficePreview['sales']>;
}

function TermsEffects({ days, sales: { open, overdue } }: TermsEffectsProps) {
  const t = useText(moneySettingsText);
  const locale = useLocale();
  const today = useToday();
  const due = days === null ? null : formatDate(Date.parse(`${datePlus(today, days)}T12:00:00Z`), 'UTC', locale);
  return (
    <EffectList>
      <li>{due === null ? t('termsNone') : t('termsDue', { date: due })}</li>
      <li>{t('termsKept', { open, overdue })}</li>
    </EffectList>
  );
}
