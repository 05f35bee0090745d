// Who is at the phone: signed in, on the way there, or without a server to ask.
import { useCallback, useEffect, useMemo, useState } from 'preact/hooks';
import { keptState, loadState, leave, signedIn, type SessionState } from '../kit/session.ts';
import { Button } from '../kit/ui/Button.tsx';
import { UnitsContext } from '../kit/ui/formats.ts';
import { LocaleContext, useLocaleChoice, useText } from '../kit/ui/locale.ts';
import { SignIn } from '../kit/ui/SignIn.tsx';
import { uiText } from '../kit/ui/texts.ts';
import type { Outbox } from './outbox/outbox.ts';
import { Shell } from './Shell.tsx';
import { winText } from './texts.ts';
import { useEntries } from './post/use-entries.ts';

/** How old a session may be before the page asks again when it comes back to the front. */
const RECHECK_MS = 5 * 60_000;

export function App({ outbox }: { outbox: Outbox }) {
  const [state, setState] = useState<SessionState>(keptState);
  const session = state.type === 'signed-in' ? state.session : null;
  const choice = useLocaleChoice(session?.office.locale ?? null);
  const load = useCallback(async () => setState(await loadState()), []);
  useEffect(() => recheckSession(load), [load]);
  useEffect(() => outbox.onSignedOut(() => setState({ type: 'signed-out' })), [outbox]);
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
        <Stage outbox={outbox} state={state} onState={setState} onRetry={load} />
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
        <SignIn lead={t('lead')} onSignedIn={(session) => onState(signedIn(session))}>
          {keptNote}
        </SignIn>
      );
    case 'signed-in':
      return (
        <Shell
          outbox={outbox}
          session={state.session}
          clockOffsetMs={state.clockOffsetMs}
          onSignOut={async () => onState(await leave())}
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
