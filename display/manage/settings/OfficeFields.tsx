// Who the office is, and what its phones suggest.
import { useMemo } from 'preact/hooks';
import type { OfficeSettings } from '../../../shared/schemas/office.ts';
import { AreaField, CheckField, SelectField, TextField } from '../../kit/ui/Field.tsx';
import { LANGUAGES, useText } from '../../kit/ui/locale.ts';
import type { OfficeFieldsProps } from './office-fields.ts';
import { zoneChoices } from '../time-zones.ts';
import { settingsText } from './texts.ts';

export function OfficeFields({ form, set, submit, office }: OfficeFieldsProps & { office: OfficeSettings }) {
  const t = useText(settingsText);
  const zones = useMemo(() => zoneChoices(office.timeZone), [office.timeZone]);
  return (
    <fieldset class="panel">
      <legend>{t('officePart')}</legend>
      <div class="form-grid">
        <TextField
          label={t('name')}
          value={form.name}
          onValue={(name) => set({ name })}
          error={submit.fieldError('name')}
          input={{ required: true, maxLength: 120 }}
        />
        <SelectField
          label={t('locale')}
          value={form.locale}
          choices={LANGUAGES}
          onValue={(locale) => set({ locale })}
        />
      </div>
      <SelectField
        label={t('timeZone')}
        value={form.timeZone}
        choices={zones}
        onValue={(timeZone) => set({ timeZone })}
        error={submit.fieldError('timeZone')}
      />
      <CheckField
        label={t('showCustomers')}
        isOn={form.showCustomers}
        onChange={(showCustomers) => set({ showCustomers })}
      />
      <AreaField
        label={t('products')}
        hint={t('productsHint')}
        value={form.products}
        onValue={(products) => set({ products })}
        error={submit.fieldError('products')}
        area={{ rows: 5 }}
      />
    </fieldset>
  );
}
