// The first start: the office and its first manager.
import { useMemo, useState } from 'preact/hooks';
import type { Session, SetupBody } from '../../../shared/schemas/office.ts';
import { ApiFailure } from '../../kit/api.ts';
import { Button } from '../../kit/ui/Button.tsx';
import { SelectField, TextField } from '../../kit/ui/Field.tsx';
import { Gate } from '../../kit/ui/Gate.tsx';
import { LANGUAGES, useLocale, useText } from '../../kit/ui/locale.ts';
import { ProblemNote } from '../../kit/ui/Problem.tsx';
import { useSubmit } from '../../kit/ui/submit.ts';
import { setUp } from '../calls.ts';
import { currencyChoices } from '../currency-choices.ts';
import { zoneChoices } from '../time-zones.ts';
import { setupText } from './texts.ts';

interface SetupFormProps {
  /** From the setup link; null where the page was opened without it. */
  token: string | null;
  onDone: (session: Session) => void;
}

const SHOWN = [
  'office.name',
  'office.timeZone',
  'office.currency',
  'manager.name',
  'manager.email',
  'manager.password',
];

export function SetupForm({ token, onDone }: SetupFormProps) {
  const t = useText(setupText);
  const locale = useLocale();
  const submit = useSubmit();
  const [form, setForm] = useState<SetupBody>(() => ({
    token: token ?? '',
    office: { name: '', timeZone: 'Asia/Ho_Chi_Minh', currency: 'VND', locale },
    manager: { name: '', email: '', password: '' },
  }));
  const office = (change: Partial<SetupBody['office']>) => setForm({ ...form, office: { ...form.office, ...change } });
  const isTokenWrong = submit.error instanceof ApiFailure && submit.error.problem.code === 'setup/wrong-token';
  const send = () => submit.run(async () => onDone(await setUp(trimmed(form))));
  return (
    <Gate isWide>
      <form
        class="gate-card"
        onSubmit={(event) => {
          event.preventDefault();
          void send();
        }}
      >
        <h1>{t('title')}</h1>
        <p class="quiet">{t('lead')}</p>
        {(token === null || isTokenWrong) && (
          <TextField
            label={t('token')}
            hint={t('noToken')}
            value={form.token}
            onValue={(value) => setForm({ ...form, token: value.trim() })}
            error={submit.fieldError('token')}
            input={{ required: true, autocomplete: 'off' }}
          />
        )}
        <h2 class="form-part">{t('officePart')}</h2>
        <TextField
          label={t('officeName')}
          value={form.office.name}
          onValue={(name) => office({ name })}
          error={submit.fieldError('office.name')}
          input={{ required: true, maxLength: 120, autocomplete: 'organization' }}
        />
        <OfficeChoices form={form} office={office} submit={submit} />
        <h2 class="form-part">{t('managerPart')}</h2>
        <ManagerFields form={form} onForm={setForm} submit={submit} />
        <ProblemNote error={submit.error} shown={SHOWN} />
        <Button type="submit" look="gold" isBusy={submit.isBusy}>
          {t('start')}
        </Button>
      </form>
    </Gate>
  );
}

interface OfficeChoicesProps {
  form: SetupBody;
  office: (change: Partial<SetupBody['office']>) => void;
  submit: ReturnType<typeof useSubmit>;
}

function OfficeChoices({ form, office, submit }: OfficeChoicesProps) {
  const t = useText(setupText);
  const locale = useLocale();
  const zones = useMemo(() => zoneChoices('Asia/Ho_Chi_Minh'), []);
  const currencies = useMemo(() => currencyChoices(locale), [locale]);
  return (
    <div class="form-grid">
      <SelectField
        label={t('timeZone')}
        hint={t('timeZoneHint')}
        value={form.office.timeZone}
        choices={zones}
        onValue={(timeZone) => office({ timeZone })}
        error={submit.fieldError('office.timeZone')}
      />
      <SelectField
        label={t('currency')}
        hint={t('currencyHint')}
        value={form.office.currency}
        choices={currencies}
        onValue={(currency) => office({ currency })}
        error={submit.fieldError('office.currency')}
      />
      <SelectField
        label={t('language')}
        value={form.office.locale}
        choices={LANGUAGES}
        onValue={(chosen) => office({ locale: chosen })}
      />
    </div>
  );
}

interface ManagerFieldsProps {
  form: SetupBody;
  onForm: (form: SetupBody) => void;
  submit: ReturnType<typeof useSubmit>;
}

function ManagerFields({ form, onForm, submit }: ManagerFieldsProps) {
  const t = useText(setupText);
  const change = (part: Partial<SetupBody['manager']>) => onForm({ ...form, manager: { ...form.manager, ...part } });
  return (
    <div class="form-grid">
      <TextField
        label={t('managerName')}
        value={form.manager.name}
        onValue={(name) => change({ name })}
        error={submit.fieldError('manager.name')}
        input={{ required: true, maxLength: 120, autocomplete: 'name' }}
      />
      <TextField
        label={t('email')}
        value={form.manager.email}
        onValue={(email) => change({ email })}
        error={submit.fieldError('manager.email')}
        input={{ type: 'email', required: true, autocomplete: 'username' }}
      />
      <TextField
        label={t('password')}
        hint={t('passwordHint')}
        value={form.manager.password}
        onValue={(password) => change({ password })}
        error={submit.fieldError('manager.password')}
        input={{ type: 'password', required: true, minLength: 8, autocomplete: 'new-password' }}
      />
    </div>
  );
}

function trimmed({ token, office, manager }: SetupBody): SetupBody {
  return {
    token,
    office: { ...office, name: office.name.trim() },
    manager: { ...manager, name: manager.name.trim(), email: manager.email.trim() },
  };
}
