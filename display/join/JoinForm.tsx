// What joining takes: how one is called, where mail goes unless that is known, a password. A lost password takes the
// last alone.
import { useState } from 'preact/hooks';
import type { LinkAcceptBody, LinkView } from '../../shared/schemas/accounts.ts';
import type { Session } from '../../shared/schemas/office.ts';
import { formatDateTime } from '../kit/format.ts';
import type { Locale } from '../kit/i18n.ts';
import { Button } from '../kit/ui/Button.tsx';
import { TextField } from '../kit/ui/Field.tsx';
import { useLocale, useText } from '../kit/ui/locale.ts';
import { PasswordField } from '../kit/ui/PasswordField.tsx';
import { ProblemNote } from '../kit/ui/Problem.tsx';
import { useSubmit, type Submit } from '../kit/ui/submit.ts';
import { uiText } from '../kit/ui/texts.ts';
import { acceptLink, isDead } from './calls.ts';
import { joinText } from './texts.ts';

interface JoinFormProps {
  secret: string;
  link: LinkView;
  onAccepted: (session: Session) => void;
  /** It was used, revoked or ran out while the form was open. */
  onDead: () => void;
}

interface Form {
  name: string;
  email: string;
  password: string;
}

const SHOWN = ['name', 'email', 'password'];

export function JoinForm({ secret, link, onAccepted, onDead }: JoinFormProps) {
  const t = useText(joinText);
  const ui = useText(uiText);
  const locale = useLocale();
  const submit = useSubmit();
  const [form, setForm] = useState<Form>({ name: link.name, email: link.email ?? '', password: '' });
  const isJoining = link.purpose === 'join';
  const send = async () => {
    try {
      onAccepted(await acceptLink(bodyOf(form, secret, link, locale)));
    } catch (error) {
      if (isDead(error)) onDead();
      throw error;
    }
  };
  return (
    <form
      class="gate-card"
      onSubmit={(event) => {
        event.preventDefault();
        void submit.run(send);
      }}
    >
      <h1>{isJoining ? t('joinTitle', { office: link.officeName }) : t('resetTitle')}</h1>
      <p class="quiet">
        {isJoining ? t('joinLead', { name: link.name, role: link.role }) : t('resetLead', { office: link.officeName })}
      </p>
      {isJoining && (
        <TextField
          label={t('name')}
          hint={t('nameHint')}
          value={form.name}
          onValue={(name) => setForm({ ...form, name })}
          error={submit.fieldError('name')}
          input={{ required: true, maxLength: 120, autocomplete: 'name' }}
        />
      )}
      <EmailField link={link} form={form} onForm={setForm} submit={submit} />
      <PasswordField
        label={ui('password')}
        hint={t('passwordHint')}
        value={form.password}
        onValue={(password) => setForm({ ...form, password })}
        error={submit.fieldError('password')}
        kind="new-password"
      />
      <ProblemNote error={submit.error} shown={SHOWN} />
      <Button type="submit" look="gold" isBusy={submit.isBusy}>
        {t(isJoining ? 'join' : 'reset')}
      </Button>
      <p class="small quiet">{t('holdsUntil', { date: untilWords(link.expiresAt, locale) })}</p>
    </form>
  );
}

interface EmailFieldProps {
  link: LinkView;
  form: Form;
  onForm: (form: Form) => void;
  submit: Submit;
}

/** Who joins may choose another address; beside a lost password it is there to be seen, and for the password's keeper. */
function EmailField({ link, form, onForm, submit }: EmailFieldProps) {
  const t = useText(joinText);
  const ui = useText(uiText);
  return (
    <TextField
      label={ui('email')}
      hint={t('emailHint')}
      value={form.email}
      onValue={(email) => onForm({ ...form, email })}
      error={submit.fieldError('email')}
      input={{
        type: 'email',
        autocomplete: 'username',
        required: true,
        readOnly: link.purpose === 'password' && link.email !== null,
        maxLength: 254,
        autocapitalize: 'none',
        spellcheck: false,
      }}
    />
  );
}

/** The office's zone is not told to a stranger: the device's own will do. */
function untilWords(at: number, locale: Locale): string {
  return formatDateTime(at, new Intl.DateTimeFormat().resolvedOptions().timeZone, locale);
}

function bodyOf({ name, email, password }: Form, secret: string, link: LinkView, locale: Locale): LinkAcceptBody {
  return {
    secret,
    password,
    ...(link.purpose === 'join' && { name: name.trim() }),
    ...(email.trim() !== link.email && { email: email.trim() }),
    // A language of one's own is kept only where it is not the office's anyway.
    ...(locale !== link.officeLocale && { locale }),
  };
}
