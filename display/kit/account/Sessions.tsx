// Where one is signed in, and out again, device by device.
import { useState } from 'preact/hooks';
import type { SessionView } from '../../../shared/schemas/accounts.ts';
import { Button } from '../ui/Button.tsx';
import { useFormats } from '../ui/formats.ts';
import { useLoad } from '../ui/load.ts';
import { useText } from '../ui/locale.ts';
import { ProblemNote } from '../ui/Problem.tsx';
import { useSubmit } from '../ui/submit.ts';
import { Ask } from './Ask.tsx';
import { endOtherSessions, endSession, readSessions } from './calls.ts';
import { Items } from './Items.tsx';
import { Part } from './Part.tsx';
import { accountText } from './texts.ts';

export function Sessions() {
  const t = useText(accountText);
  const sessions = useLoad(readSessions, []);
  const [done, setDone] = useState<string | null>(null);
  const hasOthers = sessions.data?.items.some(({ current }) => !current) ?? false;
  return (
    <Part title={t('sessions')} lead={t('sessionsLead')} done={done}>
      <Items loaded={sessions} none="">
        {(session) => <OneSession session={session} onEnded={sessions.reload} />}
      </Items>
      {hasOthers && (
        <Ask
          action={t('endOthers')}
          question={t('endOthersAsk')}
          onDo={async () => {
            await endOtherSessions();
            await sessions.reload();
            setDone(t('othersEnded'));
          }}
        />
      )}
    </Part>
  );
}

function OneSession({ session, onEnded }: { session: SessionView; onEnded: () => Promise<void> }) {
  const t = useText(accountText);
  const formats = useFormats();
  const submit = useSubmit();
  const device = session.device || t('unknownDevice');
  const end = () =>
    submit.run(async () => {
      await endSession(session.id);
      await onEnded();
    });
  return (
    <>
      <div class="account-item">
        <p>
          <strong>{device}</strong> {session.current && <span class="account-tag">{t('thisDevice')}</span>}
          {session.sharedPhone !== null && (
            <span class="small">
              <br />
              {t('sharedPhoneOf', { phone: session.sharedPhone })}
            </span>
          )}
          <br />
          <span class="quiet small">{t('seen', { when: formats.dateTime(session.seenAt) })}</span>
        </p>
        {!session.current && (
          <Button size="small" label={t('endSessionOf', { device })} isBusy={submit.isBusy} onClick={() => void end()}>
            {t('endSession')}
          </Button>
        )}
      </div>
      <ProblemNote error={submit.error} />
    </>
  );
}
