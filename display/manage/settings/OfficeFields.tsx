// Who the office is, what everybody sees of it, and what its phones suggest.
import { useMemo } from 'preact/hooks';
import { AreaField, CheckField, SelectField, TextField } from '../../kit/ui/Field.tsx';
import { LANGUAGES, useText } from '../../kit/ui/locale.ts';
import { zoneChoices } from '../time-zones.ts';
import { EffectList } from './EffectList.tsx';
import type { OfficeFieldsProps } from './office-fields.ts';
import { Part } from './Part.tsx';
import { settingsText } from './texts.ts';
import { ZoneEffects } from './ZoneEffects.tsx';

export function OfficeFields({ form, set, fault, office, patch, effects }: OfficeFieldsProps) {
  const t = useText(settingsText);
  const zones = useMemo(() => zoneChoices(office.timeZone), [office.timeZone]);
  return (
    <Part id="office">
      <div class="form-grid">
        <TextField
          label={t('name')}
          value={form.name}
          onValue={(name) => set({ name })}
          error={fault('name')}
          input={{ maxLength: 120 }}
        />
        <SelectField
          label={t('locale')}
          hint={t('localeHint')}
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
        error={fault('timeZone')}
      />
      {patch.timeZone !== undefined && effects.now && <ZoneEffects view={effects.now} />}
      <CheckField
        label={t('showCustomers')}
        hint={t('showCustomersHint')}
        isOn={form.showCustomers}
        onChange={(showCustomers) => set({ showCustomers })}
      />
      <EffectList>
        {patch.showCustomers !== undefined && <li>{t(patch.showCustomers ? 'customersOn' : 'customersOff')}</li>}
      </EffectList>
      <AreaField
        label={t('products')}
        hint={t('productsHint')}
        value={form.products}
        onValue={(products) => set({ products })}
        error={fault('products')}
        area={{ rows: 5 }}
      />
    </Part>
  );
}
