// What counts for whoever has no quota of their own, and what of it counts for those who have just joined.
import { useState } from 'preact/hooks';
import { QUOTA_METRICS } from '../../../../shared/metric.ts';
import type { FieldError } from '../../../../shared/problem.ts';
import type { OfficeSettings, Session } from '../../../../shared/schemas/office.ts';
import { TextField } from '../../../kit/ui/Field.tsx';
import { useFormats, useUnits } from '../../../kit/ui/formats.ts';
import { useLocale, useText } from '../../../kit/ui/locale.ts';
import { ProblemNote } from '../../../kit/ui/Problem.tsx';
import { SaveBar } from '../../SaveBar.tsx';
import { quotaText } from '../texts.ts';
import { readRamp } from '../../ramp-text.ts';
import { SettingConflicts } from '../../settings/SettingConflicts.tsx';
import { useOfficeDraft } from '../../settings/use-office-draft.ts';
import { rulesForm, readRules, type RulesForm } from './rules-form.ts';

interface RulesViewProps {
  session: Session;
  onOffice: (office: OfficeSettings) => void;
}

export function RulesView({ session, onOffice }: RulesViewProps) {
  const locale = useLocale();
  const { exponent } = useUnits();
  const draft = useOfficeDraft({
    name: `rules ${session.user.id}`,
    office: session.office,
    onOffice,
    toForm: (office) => rulesForm(office, locale),
    toSettings: (read) => readRules(read, locale, exponent).settings,
  });
  const { form, submit } = draft;
  const [isTried, setTried] = useState(false);
  const { settings, wrong } = readRules(form, locale, exponent);
  const set = (field: keyof RulesForm) => (value: string) => {
    setTried(false);
    draft.set({ [field]: value });
  };
  const save = async () => {
    setTried(true);
    if (settings) await draft.save();
  };
  const fault = (field: keyof RulesForm): FieldError | undefined => {
    if (!isTried || !wrong.has(field)) return submit.fieldError(field === 'revenue' ? 'defaultQuota' : field);
    if (field === 'ramp') return { field, code: 'ramp/percent', message: '' };
    return { field, code: field === 'revenue' ? 'amount/not-a-number' : 'quota/count', message: '' };
  };
  return (
    <form
      class="settings"
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      <RulesFields form={form} set={set} fault={fault} />
      <ProblemNote error={submit.error} shown={['defaultQuota']} />
      <SaveBar isBusy={submit.isBusy} isSaved={draft.isSaved} />
      <SettingConflicts draft={draft} />
    </form>
  );
}

interface RulesFieldsProps {
  form: RulesForm;
  set: (field: keyof RulesForm) => (value: string) => void;
  fault: (field: keyof RulesForm) => FieldError | undefined;
}

function RulesFields({ form, set, fault }: RulesFieldsProps) {
  const t = useText(quotaText);
  const { currency } = useUnits();
  return (
    <>
      <fieldset class="panel">
        <legend>{t('defaults')}</legend>
        <p class="quiet small">{t('defaultsLead')}</p>
        <div class="form-grid">
          {QUOTA_METRICS.map((metric) => (
            <TextField
              key={metric}
              label={t(metric, { currency })}
              value={form[metric]}
              onValue={set(metric)}
              error={fault(metric)}
              input={{ inputMode: 'decimal', autocomplete: 'off' }}
            />
          ))}
        </div>
      </fieldset>
      <fieldset class="panel">
        <legend>{t('rampTitle')}</legend>
        <p class="quiet small">{t('rampLead')}</p>
        <TextField
          label={t('rampField')}
          hint={t('rampHint')}
          value={form.ramp}
          onValue={set('ramp')}
          error={fault('ramp')}
          input={{ autocomplete: 'off' }}
        />
        <RampSaid text={form.ramp} />
      </fieldset>
    </>
  );
}

/** The ramp month by month, as it is understood. */
function RampSaid({ text }: { text: string }) {
  const t = useText(quotaText);
  const { percent } = useFormats();
  const ramp = readRamp(text);
  if (!ramp || ramp.length === 0) return null;
  return (
    <ul class="badges ramp-said">
      {ramp.map((shareBp, place) => (
        <li key={place} class="badge">
          {t('rampMonth', { month: place + 1, percent: percent(shareBp / 10_000) })}
        </li>
      ))}
      <li class="badge">{t('rampAfter')}</li>
    </ul>
  );
}
