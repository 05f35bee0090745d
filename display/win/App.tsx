// Who is at the phone: signed in, on the way there, or without a server to ask.
import { useCallback, useEffect, useMemo, useState } from 'preact/hooks';
import type { Session } from '../../shared/schemas/office.ts';
import { AccountContext } from '../kit/account/account-context.ts';
import { keptState, loadState, leave, renewed, signedIn, type SessionState } from '../kit/session.ts';
import { Button } from '../kit/ui/Button.tsx';
import { UnitsContext } from '../kit/ui/formats.ts';
import { LocaleContext, useAccountLocale, useText } from '../kit/ui/locale.ts';
import { uiText } from '../kit/ui/texts.ts';
import { useIdle } from './shared-phone/use-idle.ts';
import type { Outbox } from './outbox/outbox.ts';
import { Shell } from './Shell.tsx';
import { winText } from './texts.ts';
import { useEntries } from './post/use-entries.ts';
import { late } from './late.tsx';

/** Whoever is signed in, as on most days, need not wait for it. */
const SignedOut = late(async () => (await import('./shared-phone/SignedOut.tsx')).SignedOut);

/** How old a session may be before the page asks again when it comes back to the front. */
const RECHECK_MS = 5 * 60_000;

export function App({ outbox }: { outbox: Outbox }) {
  const [state, setState] = useState<SessionState>(keptState);
  const session = state.type === 'signed-in' ? state.session : null;
  const renew = useCallback((changed: Session) => setState((before) => renewed(before, changed)), []);
  const choice = useAccountLocale(session, renew);
  const account = useMemo(() => session && { session, onSession: renew }, [session, renew]);
  const load = useCallback(async () => setState(await loadState()), []);
  useEffect(() => recheckSession(load), [load]);
  useEffect(() => {
    // Nobody is signed in any more, or somebody else in another tab: the server says who.
    const ask = async () => {
      const now = await loadState();
      setState(now);
      if (now.type === 'signed-in' && now.isFresh) await outbox.serve(now.session.user.id);
    };
    return outbox.onSignedOut(() => void ask());
  }, [outbox]);
  const signOut = useCallback(async () => setState(await leave()), []);
  useIdle(Boolean(session?.sharedPhone), load, signOut);
  const userId = session?.user.id ?? null;
  useEffect(() => void outbox.serve(userId), [outbox, userId]);
  const office = session?.office;
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
          <Stage outbox={outbox} state={state} onState={setState} onRetry={load} />
        </AccountContext.Provider>
      </UnitsContext.Provider>
    </LocaleContext.Provider>
  );
}

function recheckSession(load: () => Promise<void>): () => void {
  let askedAt = Date.now();
  void load();
  const recheck = () => {
    if (document.visibilityState !== 'visible' || Date.now() - askedAt < RECHECK_MS) return;
    askedAt = Date.now();
    void load();
  };
  const reconnect = () => void load();
  document.addEventListener('visibilitychange', recheck);
  window.addEventListener('online', reconnect);
  return () => {
    document.removeEventListener('visibilitychange', recheck);
    window.removeEventListener('online', reconnect);
  };
}

interface StageProps {
  outbox: Outbox;
  state: SessionState;
  onState: (state: SessionState) => void;
  onRetry: () => Promise<void>;
}

function Stage({ outbox, state, onState, onRetry }: StageProps) {
  const t = useText(winText);
  const ui = useText(uiText);
  const unsent = useEntries(outbox).length;
  const keptNote = unsent > 0 && <p class="note note-gold">{t('keptWins', { count: unsent })}</p>;
  switch (state.type) {
    case 'loading':
      return <Waiting words={ui('loading')} />;
    case 'setup':
      return <Waiting words={t('setupFirst')} onRetry={onRetry} />;
    case 'unreachable':
      return <Waiting words={ui('unreachable')} onRetry={onRetry} />;
    case 'signed-out':
      return (
        <SignedOut lead={t('lead')} onSignedIn={(session) => onState(signedIn(session))}>
          {keptNote}
        </SignedOut>
      );
    case 'signed-in':
      return (
        <Shell
          outbox={outbox}
          session={state.session}
          clockOffsetMs={state.clockOffsetMs}
          onSession={(session) => onState(signedIn(session))}
          onSignOut={async () => onState(await leave())}
          onShutOut={() => void onRetry()}
        />
      );
  }
}

function Waiting(props: { words: string; onRetry?: () => Promise<void> }) {
  const ui = useText(uiText);
  return (
    <main class="waiting">
      {!props.onRetry && <span class="spinner" aria-hidden="true" />}
      <p role="status">{props.words}</p>
      {props.onRetry && <Button onClick={() => void props.onRetry?.()}>{ui('retry')}</Button>}
    </main>
  );
}
