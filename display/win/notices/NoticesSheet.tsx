// Being told on the phone: why not, or whether, of what, and when not.
import './notices.css';
import { useRef, useState } from 'preact/hooks';
import { NOTICE_KINDS } from '../../../shared/notices.ts';
import type { PushPreferencesBody, PushView } from '../../../shared/schemas/push.ts';
import { Button } from '../../kit/ui/Button.tsx';
import { Dialog } from '../../kit/ui/Dialog.tsx';
import { CheckField } from '../../kit/ui/Field.tsx';
import { useLoad } from '../../kit/ui/load.ts';
import { useText } from '../../kit/ui/locale.ts';
import { ProblemNote } from '../../kit/ui/Problem.tsx';
import { useSubmit } from '../../kit/ui/submit.ts';
import { uiText } from '../../kit/ui/texts.ts';
import { hindrance, isTold, NoPushService, putPreferences, readPush, turnOff, turnOn } from './phone-push.ts';
import { QuietFields } from './QuietFields.tsx';
import { noticesText } from './texts.ts';

export function NoticesSheet({ onClose }: { onClose: () => void }) {
  const t = useText(noticesText);
  const [why, setWhy] = useState(hindrance);
  return (
    <Dialog title={t('title')} isSheet onClose={onClose}>
      {why === null ? (
        <Notices onDenied={() => setWhy(hindrance())} />
      ) : (
        <p class={why === 'denied' ? 'note note-gold' : 'note'}>{t(why)}</p>
      )}
    </Dialog>
  );
}

function Notices({ onDenied }: { onDenied: () => void }) {
  const t = useText(noticesText);
  const ui = useText(uiText);
  const { data, error, reload } = useLoad(async () => {
    const push = await readPush();
    return { push, isOn: await isTold(push) };
  }, []);
  const submit = useSubmit();
  if (!data) return error === null ? <p role="status">{ui('loading')}</p> : <ProblemNote error={error} />;
  const { push, isOn } = data;
  const turn = () =>
    submit.run(async () => {
      if (isOn) await turnOff();
      else if (!(await turnOn(push.publicKey))) onDenied();
      await reload();
    });
  return (
    <>
      <p role="status">{isOn ? t('on') : t('lead')}</p>
      {submit.error instanceof NoPushService ? (
        <p class="note note-bad" role="alert">
          {t('failed')}
        </p>
      ) : (
        <ProblemNote error={submit.error} />
      )}
      {isOn && <Preferences push={push} />}
      <Button look={isOn ? 'quiet' : 'gold'} isBusy={submit.isBusy} onClick={() => void turn()}>
        {t(isOn ? 'turnOff' : 'turnOn')}
      </Button>
    </>
  );
}

/** Each change is kept at once. */
function Preferences({ push }: { push: PushView }) {
  const t = useText(noticesText);
  const [wanted, setWanted] = useState<PushPreferencesBody>(push.preferences);
  const [isSaved, setSaved] = useState(false);
  const submit = useSubmit();
  const latest = useRef<PushPreferencesBody>(push.preferences);
  const set = async (change: Partial<PushPreferencesBody>) => {
    latest.current = { ...latest.current, ...change };
    setWanted(latest.current);
    setSaved(false);
    if (await submit.run(sendLatest)) setSaved(true);
  };
  /** What is changed while another change is on its way goes behind it. */
  const sendLatest = async () => {
    let sent: PushPreferencesBody | null = null;
    while (sent !== latest.current) {
      sent = latest.current;
      await putPreferences(sent);
    }
  };
  return (
    <div class="notices">
      <fieldset>
        <legend>{t('about')}</legend>
        {NOTICE_KINDS.map((kind) => (
          <CheckField key={kind} label={t(kind)} isOn={wanted[kind]} onChange={(isOn) => void set({ [kind]: isOn })} />
        ))}
      </fieldset>
      <QuietFields
        from={wanted.quietFrom}
        to={wanted.quietTo}
        error={submit.fieldError('quietTo')}
        onChange={(quietFrom, quietTo) => void set({ quietFrom, quietTo })}
      />
      <ProblemNote error={submit.error} shown={['quietTo']} />
      <p class="quiet small" role="status">
        {isSaved ? `${t('saved')}. ` : ''}
        {t('allPhones')}
      </p>
    </div>
  );
}
