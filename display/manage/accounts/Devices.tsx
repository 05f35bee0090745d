// Where an account is signed in: each device, to be signed out by itself or all at once.
import type { SessionView, UserView } from '../../../shared/schemas/accounts.ts';
import { Button } from '../../kit/ui/Button.tsx';
import { useFormats } from '../../kit/ui/formats.ts';
import { useLoad } from '../../kit/ui/load.ts';
import { useText } from '../../kit/ui/locale.ts';
import { ProblemNote } from '../../kit/ui/Problem.tsx';
import { useSubmit } from '../../kit/ui/submit.ts';
import { endSession, endSessions, readSessions } from '../calls.ts';
import { Shown } from '../Shown.tsx';
import { accountText } from './texts.ts';

interface DevicesProps {
  user: UserView;
  onChanged: () => Promise<void>;
}

export function Devices({ user, onChanged }: DevicesProps) {
  const t = useText(accountText);
  // Ending the account ends its sessions, too.
  const sessions = useLoad(() => readSessions(user.id), [user.id, user.endedAt]);
  const submit = useSubmit();
  const end = (work: () => Promise<unknown>) =>
    submit.run(async () => {
      await work();
      await Promise.all([sessions.reload(), onChanged()]);
    });
  return (
    <section class="form account-part" aria-labelledby="devices">
      <h3 id="devices">{t('devicesPart')}</h3>
      <Shown loaded={sessions}>
        {({ items }) => (
          <>
            {items.length === 0 && <p class="quiet">{t('devicesNone')}</p>}
            <ul class="reps">
              {items.map((session) => (
                <Device
                  key={session.id}
                  session={session}
                  isBusy={submit.isBusy}
                  onEnd={() => void end(() => endSession(user.id, session.id))}
                />
              ))}
            </ul>
            <ProblemNote error={submit.error} />
            {items.length > 1 && (
              <div class="dialog-actions">
                <Button size="small" isBusy={submit.isBusy} onClick={() => void end(() => endSessions(user.id))}>
                  {t('signOutAll', { count: items.length })}
                </Button>
              </div>
            )}
          </>
        )}
      </Shown>
    </section>
  );
}

interface DeviceProps {
  session: SessionView;
  isBusy: boolean;
  onEnd: () => void;
}

function Device({ session, isBusy, onEnd }: DeviceProps) {
  const t = useText(accountText);
  const { dateTime } = useFormats();
  const device = session.device || t('unknownDevice');
  return (
    <li class="rep">
      <span class="rep-name">
        <strong>{device}</strong>
        <small class="quiet">
          {[session.sharedPhone, t('seen', { date: dateTime(session.seenAt) })].filter(Boolean).join(' · ')}
        </small>
      </span>
      {session.current ? (
        <span class="badge badge-good">{t('thisDevice')}</span>
      ) : (
        <Button size="small" isBusy={isBusy} label={t('signOutDevice', { device })} onClick={onEnd}>
          {t('signOut')}
        </Button>
      )}
    </li>
  );
}
