// When a rep is away, and what of the quota counts in the first months (rules QT3, QT7).
import { Button } from '../../kit/ui/Button.tsx';
import { SelectField, TextField } from '../../kit/ui/Field.tsx';
import { useText } from '../../kit/ui/locale.ts';
import type { Submit } from '../../kit/ui/submit.ts';
import type { FieldError } from '../../../shared/problem.ts';
import { readRamp } from '../ramp-text.ts';
import type { Absence, RepForm } from './rep-form.ts';
import { peopleText } from './texts.ts';

interface WorkFieldsProps {
  form: RepForm;
  onForm: (form: RepForm) => void;
  submit: Submit;
}

export function WorkFields({ form, onForm, submit }: WorkFieldsProps) {
  const t = useText(peopleText);
  const { absences } = form;
  const set = (next: readonly Absence[]) => onForm({ ...form, absences: next });
  const change = (place: number, part: Partial<Absence>) =>
    set(absences.map((absence, other) => (other === place ? { ...absence, ...part } : absence)));
  return (
    <>
      <RampFields form={form} onForm={onForm} submit={submit} />
      <fieldset class="absences">
        <legend>{t('absences')}</legend>
        <p class="quiet small">{t('absencesHint')}</p>
        {absences.map((absence, place) => (
          <div key={place} class="absence">
            <TextField
              label={t('absenceFrom')}
              value={absence.from}
              // A day off is most often one: its end follows until somebody says otherwise.
              onValue={(from) => change(place, { from, ...(absence.to < from && { to: from }) })}
              error={submit.fieldError(`absences.${place}.from`)}
              input={{ type: 'date', required: true, min: '2000-01-01', max: '2099-12-31' }}
            />
            <TextField
              label={t('absenceTo')}
              value={absence.to}
              onValue={(to) => change(place, { to })}
              error={submit.fieldError(`absences.${place}.to`)}
              input={{ type: 'date', required: true, min: absence.from || '2000-01-01', max: '2099-12-31' }}
            />
            <Button
              size="small"
              look="plain"
              label={t('removeAbsenceNamed', { place: place + 1 })}
              onClick={() => set(absences.filter((_, other) => other !== place))}
            >
              {t('removeAbsence')}
            </Button>
          </div>
        ))}
        <div>
          <Button size="small" onClick={() => set([...absences, { from: '', to: '' }])}>
            {t('addAbsence')}
          </Button>
        </div>
      </fieldset>
    </>
  );
}

const KINDS = ['office', 'none', 'own'] as const;
const WORDS = { office: 'rampOffice', none: 'rampNone', own: 'rampOwn' } as const;
const FIRST_RAMP = '25 50 75';

function RampFields({ form, onForm, submit }: WorkFieldsProps) {
  const t = useText(peopleText);
  const { ramp } = form;
  const kind = ramp === null ? 'office' : ramp === '' ? 'none' : 'own';
  const wrong: FieldError | undefined =
    ramp !== null && readRamp(ramp) === null ? { field: 'ramp', code: 'ramp/percent', message: '' } : undefined;
  return (
    <div class="form-grid">
      <SelectField
        label={t('ramp')}
        value={kind}
        choices={KINDS.map((value) => ({ value, label: t(WORDS[value]) }))}
        onValue={(chosen) => onForm({ ...form, ramp: { office: null, none: '', own: FIRST_RAMP }[chosen] })}
      />
      {kind === 'own' && (
        <TextField
          label={t('rampField')}
          hint={t('rampHint')}
          value={ramp ?? ''}
          onValue={(text) => onForm({ ...form, ramp: text === '' ? ' ' : text })}
          error={wrong ?? submit.fieldError('ramp')}
          input={{ autocomplete: 'off' }}
        />
      )}
    </div>
  );
}
