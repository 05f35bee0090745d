// Signing in without a name or a password, where the page can have passkeys.
import { useState } from 'preact/hooks';
import type { Session } from '../../../shared/schemas/office.ts';
import { signInByPasskey } from '../passkeys.ts';
import { Button } from './Button.tsx';
import { useText } from './locale.ts';
import { ProblemNote } from './Problem.tsx';
import { useSubmit } from './submit.ts';
import { uiText } from './texts.ts';

export function PasskeyButton({ onSignedIn }: { onSignedIn: (session: Session) => void }) {
  const t = useText(uiText);
  const submit = useSubmit();
  const [isUnused, setUnused] = useState(false);
  const enter = () =>
    submit.run(async () => {
      setUnused(false);
      const session = await signInByPasskey();
      if (session) onSignedIn(session);
      else setUnused(true);
    });
  return (
    <>
      <p class="or">{t('or')}</p>
      <Button isBusy={submit.isBusy} onClick={() => void enter()}>
        <KeyMark />
        {t('passkeySignIn')}
      </Button>
      <ProblemNote error={submit.error} />
      <p class="quiet small" role="status">
        {isUnused && t('passkeyUnused')}
      </p>
    </>
  );
}

function KeyMark() {
  return (
    <svg class="key-mark" viewBox="0 0 24 24" width="20" height="20" aria-hidden="true">
      <g fill="none" stroke="currentColor" stroke-width="2" stroke-linecap="round" stroke-linejoin="round">
        <circle cx="8" cy="12" r="4.5" />
        <path d="M12.5 12H21v3.5M17 12v3" />
      </g>
    </svg>
  );
}
