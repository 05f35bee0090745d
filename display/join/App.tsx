// A link's visit: read, found dead, or open to join by.
import { useState } from 'preact/hooks';
import type { Session } from '../../shared/schemas/office.ts';
import { leave, signedIn } from '../kit/session.ts';
import { Button } from '../kit/ui/Button.tsx';
import { Gate } from '../kit/ui/Gate.tsx';
import { useLoad } from '../kit/ui/load.ts';
import { LocaleContext, useLocaleChoice, useText } from '../kit/ui/locale.ts';
import { ProblemNote } from '../kit/ui/Problem.tsx';
import { useSubmit } from '../kit/ui/submit.ts';
import { uiText } from '../kit/ui/texts.ts';
import { readVisit, type Visit } from './calls.ts';
import { JoinForm } from './JoinForm.tsx';
import { joinText } from './texts.ts';

export function App({ secret }: { secret: string }) {
  const visit = useLoad(() => readVisit(secret), [secret]);
  const choice = useLocaleChoice(visit.data?.link.officeLocale ?? null);
  return (
    <LocaleContext.Provider value={choice}>
      <Gate>
        <Stage secret={secret} {...visit} />
      </Gate>
    </LocaleContext.Provider>
  );
}

interface StageProps {
  secret: string;
  data: Visit | null;
  error: unknown;
  isLoading: boolean;
  reload: () => Promise<void>;
}

function Stage({ secret, data, error, isLoading, reload }: StageProps) {
  const ui = useText(uiText);
  const [isDead, setDead] = useState(false);
  const [hasLeft, setLeft] = useState(false);
  if (error !== null) {
    return (
      <section class="gate-card">
        <ProblemNote error={error} />
        <Button look="main" isBusy={isLoading} onClick={() => void reload()}>
          {ui('retry')}
        </Button>
      </section>
    );
  }
  if (isLoading) {
    return (
      <section class="gate-card gate-loading">
        <span class="spinner" aria-hidden="true" />
        <p role="status">{ui('loading')}</p>
      </section>
    );
  }
  if (!data || isDead) return <DeadLink isWhole={secret !== ''} />;
  const { link, session } = data;
  const isOwn = link.email !== null && session?.user.email === link.email;
  if (session && !isOwn && !hasLeft) {
    return <SomebodyElse session={session} onLeft={() => setLeft(true)} />;
  }
  return <JoinForm secret={secret} link={link} onAccepted={enter} onDead={() => setDead(true)} />;
}

/** On to the page of whoever has come in. */
function enter(session: Session): void {
  signedIn(session);
  const { role } = session.user;
  location.replace(role === 'owner' || role === 'manager' ? '/manage' : '/win');
}

/** What to do with a link that opens nothing, or of which a part was lost on the way. */
function DeadLink({ isWhole }: { isWhole: boolean }) {
  const t = useText(joinText);
  return (
    <section class="gate-card">
      <h1>{t(isWhole ? 'deadTitle' : 'partTitle')}</h1>
      <p role="status">{t(isWhole ? 'deadText' : 'partText')}</p>
      <p class="quiet">{t('haveAccount')}</p>
      <a class="button button-main" href="/win">
        {t('toSignIn')}
      </a>
    </section>
  );
}

/** The device is somebody's already: whose, is said, and nothing is done before they say so. */
function SomebodyElse({ session, onLeft }: { session: Session; onLeft: () => void }) {
  const t = useText(joinText);
  const submit = useSubmit();
  const { name } = session.user;
  const goOn = async () => {
    if (await submit.run(async () => void (await leave()))) onLeft();
  };
  return (
    <section class="gate-card">
      <h1>{t('otherTitle')}</h1>
      <p>{t('otherText', { name })}</p>
      <ProblemNote error={submit.error} />
      <Button look="main" isBusy={submit.isBusy} onClick={() => void goOn()}>
        {t('otherGoOn')}
      </Button>
      <a class="button button-quiet" href="/win">
        {t('otherStay')}
      </a>
    </section>
  );
}
