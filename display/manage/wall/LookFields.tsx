// Theme, accent, logo, background.
import { THEMES } from '../../../shared/screen.ts';
import { SelectField, TextField } from '../../kit/ui/Field.tsx';
import { useText } from '../../kit/ui/locale.ts';
import type { LookForm } from './look-form.ts';
import { MediaField } from './MediaField.tsx';
import { BACKGROUND, LOGO } from '../../kit/picture-file.ts';
import { wallText } from './texts.ts';

export interface LookFieldsProps {
  form: LookForm;
  set: (change: Partial<LookForm>) => void;
}

/** What the picker shows for an office that has not chosen: the dark theme's own. */
const FIRST_ACCENT = '#4be3c1';

export function LookFields({ form, set }: LookFieldsProps) {
  const t = useText(wallText);
  return (
    <fieldset class="panel form">
      <legend>{t('look')}</legend>
      <div class="form-grid">
        <SelectField
          label={t('theme')}
          value={form.theme}
          choices={THEMES.map((theme) => ({ value: theme, label: t(theme) }))}
          onValue={(theme) => set({ theme })}
        />
        <SelectField
          label={t('accent')}
          hint={t('accentHint')}
          value={form.accent === null ? 'none' : 'own'}
          choices={[
            { value: 'none', label: t('accentNone') },
            { value: 'own', label: t('accentOwn') },
          ]}
          onValue={(choice) => set({ accent: choice === 'none' ? null : FIRST_ACCENT })}
        />
        {form.accent !== null && (
          <TextField
            label={t('accentOwn')}
            value={form.accent}
            onValue={(accent) => set({ accent })}
            input={{ type: 'color' }}
          />
        )}
      </div>
      <MediaField label={t('logo')} shape={LOGO} id={form.logoId} onId={(logoId) => set({ logoId })} />
      <MediaField
        label={t('background')}
        hint={t('backgroundHint')}
        shape={BACKGROUND}
        id={form.backgroundId}
        onId={(backgroundId) => set({ backgroundId })}
      />
    </fieldset>
  );
}
