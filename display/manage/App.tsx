// Who is at the desk: setting the office up, signing in, or a manager at work.
import { useCallback, useEffect, useMemo, useState } from 'preact/hooks';
import { can } from '../../shared/roles.ts';
import type { OfficeSettings, Session } from '../../shared/schemas/office.ts';
import { AccountContext } from '../kit/account/account-context.ts';
import { leave, loadState, renewed, signedIn, type SessionState } from '../kit/session.ts';
import { Button } from '../kit/ui/Button.tsx';
import { UnitsContext } from '../kit/ui/formats.ts';
import { LocaleContext, useAccountLocale, useText } from '../kit/ui/locale.ts';
import { SignIn } from '../kit/ui/SignIn.tsx';
import { uiText } from '../kit/ui/texts.ts';
import { Desk } from './Desk.tsx';
import { ActorContext, actorOf } from './may.ts';
import { SetupForm } from './setup/SetupForm.tsx';
import { deskText } from './texts.ts';

export function App({ setupToken }: { setupToken: string | null }) {
  const [state, setState] = useState<SessionState>({ type: 'loading' });
  const session = state.type === 'signed-in' ? state.session : null;
  const office = session?.office;
  const renew = useCallback((changed: Session) => setState((before) => renewed(before, changed)), []);
  const choice = useAccountLocale(session, renew);
  const account = useMemo(() => session && { session, onSession: renew }, [session, renew]);
  const load = useCallback(async () => setState(await loadState()), []);
  useEffect(() => void load(), [load]);
  const units = useMemo(
    () => ({
      currency: office?.currency ?? 'VND',
      exponent: office?.exponent ?? 0,
      timeZone: office?.timeZone ?? 'UTC',
    }),
    [office?.currency, office?.exponent, office?.timeZone],
  );
  return (
    <LocaleContext.Provider value={choice}>
      <UnitsContext.Provider value={units}>
        <AccountContext.Provider value={account}>
          <Stage state={state} setupToken={setupToken} onState={setState} onRetry={load} />
        </AccountContext.Provider>
      </UnitsContext.Provider>
    </LocaleContext.Provider>
  );
}

interface StageProps {
  state: SessionState;
  setupToken: string | null;
  onState: (state: SessionState) => void;
  onRetry: () => Promise<void>;
}

function Stage({ state, setupToken, onState, onRetry }: StageProps) {
  const t = useText(deskText);
  const ui = useText(uiText);
  const enter = (session: Session) => onState(signedIn(session));
  const exit = async () => onState(await leave());
  switch (state.type) {
    case 'loading':
      return (
        <main class="waiting">
          <span class="spinner" aria-hidden="true" />
          <p role="status">{t('loading')}</p>
        </main>
      );
    case 'unreachable':
      return (
        <main class="waiting">
          <p role="alert">{ui('unreachable')}</p>
          <Button onClick={() => void onRetry()}>{t('retry')}</Button>
        </main>
      );
    case 'setup':
      return <SetupForm token={setupToken} onDone={enter} />;
    case 'signed-out':
      return <SignIn lead={t('lead')} onSignedIn={enter} />;
    case 'signed-in':
      return <SignedIn session={state.session} onSession={enter} onExit={exit} onShutOut={() => void onRetry()} />;
  }
}

interface SignedInProps {
  session: Session;
  onSession: (session: Session) => void;
  onExit: () => Promise<void>;
  onShutOut: () => void;
}

function SignedIn({ session, onSession, onExit, onShutOut }: SignedInProps) {
  const t = useText(deskText);
  const actor = useMemo(() => actorOf(session), [session]);
  if (!can(actor, 'people:write')) {
    return (
      <main class="waiting">
        <p>{t('repOnly')}</p>
        <a class="button button-main" href="/win">
          {t('toPhone')}
        </a>
        <Button onClick={() => void onExit()}>{t('signOut')}</Button>
      </main>
    );
  }
  const setOffice = (office: OfficeSettings) => onSession({ ...session, office, now: Date.now() });
  return (
    <ActorContext.Provider value={actor}>
      <Desk session={session} onOffice={setOffice} onExit={onExit} onShutOut={onShutOut} />
    </ActorContext.Provider>
  );
}
