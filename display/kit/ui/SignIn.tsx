// The sign-in form of both pages.
import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import type { Session } from '../../../shared/schemas/office.ts';
import { signIn } from '../api.ts';
import { canUsePasskeys } from '../passkeys.ts';
import { Button } from './Button.tsx';
import { TextField } from './Field.tsx';
import { Gate } from './Gate.tsx';
import { useText } from './locale.ts';
import { PasskeyButton } from './PasskeyButton.tsx';
import { ProblemNote } from './Problem.tsx';
import { useSubmit } from './submit.ts';
import { uiText } from './texts.ts';

interface SignInProps {
  lead: string;
  onSignedIn: (session: Session) => void;
  /** What should be known before: unsent wins, say. */
  children?: ComponentChildren;
  /** Another way in, below the form. */
  other?: ComponentChildren;
}

export function SignIn({ lead, onSignedIn, children, other }: SignInProps) {
  const t = useText(uiText);
  const [email, setEmail] = useState('');
  const [password, setPassword] = useState('');
  const submit = useSubmit();
  const send = async () => onSignedIn(await signIn(email.trim(), password));
  return (
    <Gate>
      <form
        class="gate-card"
        onSubmit={(event) => {
          event.preventDefault();
          void submit.run(send);
        }}
      >
        <h1>{t('signIn')}</h1>
        <p class="quiet">{lead}</p>
        {children}
        <TextField
          label={t('email')}
          value={email}
          onValue={setEmail}
          error={submit.fieldError('email')}
          input={{ type: 'email', autocomplete: 'username', required: true, autocapitalize: 'none', spellcheck: false }}
        />
        <TextField
          label={t('password')}
          value={password}
          onValue={setPassword}
          error={submit.fieldError('password')}
          input={{ type: 'password', autocomplete: 'current-password', required: true }}
        />
        <ProblemNote error={submit.error} shown={['email', 'password']} />
        <Button type="submit" look="main" isBusy={submit.isBusy}>
          {t('signIn')}
        </Button>
        <p class="quiet small">{t('forgot')}</p>
        {canUsePasskeys() && <PasskeyButton onSignedIn={onSignedIn} />}
        {other}
      </form>
    </Gate>
  );
}
