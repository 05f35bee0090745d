// Asks a whole roster to join at once: a link each, to be copied as one list.
import { useRef, useState } from 'preact/hooks';
import type { LinkAnswer } from '../../../shared/schemas/accounts.ts';
import type { RepView } from '../../../shared/schemas/people.ts';
import type { Problem } from '../../../shared/problem.ts';
import { ApiFailure } from '../../kit/api.ts';
import { Button } from '../../kit/ui/Button.tsx';
import { Dialog } from '../../kit/ui/Dialog.tsx';
import { CheckField } from '../../kit/ui/Field.tsx';
import { useFormats } from '../../kit/ui/formats.ts';
import { useLocale, useText } from '../../kit/ui/locale.ts';
import { ProblemNote } from '../../kit/ui/Problem.tsx';
import { problemText } from '../../kit/ui/problem-texts.ts';
import { useSubmit } from '../../kit/ui/submit.ts';
import { invite } from '../calls.ts';
import { copyFrom } from '../copy.ts';
import { deskText } from '../texts.ts';
import { accountText } from './texts.ts';

interface InviteAllProps {
  /** Who has neither an account nor an invitation. */
  reps: readonly RepView[];
  onClose: () => void;
  onInvited: () => Promise<void>;
}

/** What has come of asking one of them. */
type Outcome = { rep: RepView; link: LinkAnswer } | { rep: RepView; problem: Problem };

async function ask(rep: RepView): Promise<Outcome> {
  try {
    return { rep, link: await invite({ name: rep.name, email: rep.email, role: 'rep', repId: rep.id }) };
  } catch (error) {
    // One who cannot be asked does not keep the others from it; a server that is gone does.
    if (error instanceof ApiFailure) return { rep, problem: error.problem };
    throw error;
  }
}

export function InviteAll({ reps, onClose, onInvited }: InviteAllProps) {
  const t = useText(accountText);
  const desk = useText(deskText);
  const submit = useSubmit();
  // Those who are asked leave the list that comes in; this one stays as it was opened.
  const [guests] = useState(reps);
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  const [outcomes, setOutcomes] = useState<readonly Outcome[]>([]);
  const chosen = guests.filter(({ id }) => !left.has(id));
  const send = () =>
    submit.run(async () => {
      try {
        // One after the other: what has been made is there to be copied, whatever comes of the next.
        for (const rep of chosen.slice(outcomes.length)) {
          const outcome = await ask(rep);
          setOutcomes((before) => [...before, outcome]);
        }
      } finally {
        await onInvited();
      }
    });
  const waiting = chosen.length - outcomes.length;
  return (
    <Dialog title={t('inviteAllTitle')} onClose={onClose}>
      <p class="quiet">{t('inviteAllLead')}</p>
      {outcomes.length === 0 ? (
        <ul class="scope-teams scroll-tall">
          {guests.map(({ id, name }) => (
            <li key={id}>
              <CheckField label={name} isOn={!left.has(id)} onChange={(isOn) => setLeft(withOne(left, id, !isOn))} />
            </li>
          ))}
        </ul>
      ) : (
        <Outcomes outcomes={outcomes} all={chosen.length} />
      )}
      <ProblemNote error={submit.error} />
      <div class="dialog-actions">
        <Button onClick={onClose}>{desk(outcomes.length === 0 ? 'cancel' : 'close')}</Button>
        {(outcomes.length === 0 || waiting > 0) && (
          <Button look="main" isBusy={submit.isBusy} isDisabled={chosen.length === 0} onClick={() => void send()}>
            {t('makeLinks', { count: waiting })}
          </Button>
        )}
      </div>
    </Dialog>
  );
}

/** Name and link on a line each, as a spreadsheet and a chat take them. */
function Outcomes({ outcomes, all }: { outcomes: readonly Outcome[]; all: number }) {
  const t = useText(accountText);
  const locale = useLocale();
  const desk = useText(deskText);
  const { dateTime } = useFormats();
  const field = useRef<HTMLTextAreaElement>(null);
  const [copied, setCopied] = useState<boolean | null>(null);
  const made = outcomes.flatMap((one) => ('link' in one ? [one] : []));
  const refused = outcomes.flatMap((one) => ('problem' in one ? [one] : []));
  const mailed = made.filter(({ link }) => link.mailed).length;
  return (
    <div class="form">
      <p role="status">
        {t('linksMade', { count: made.length, all })}
        {mailed > 0 && ` ${t('mailedMany', { count: mailed })}`}
      </p>
      {refused.length > 0 && (
        <ul class="note note-bad">
          {refused.map(({ rep, problem }) => (
            <li key={rep.id}>
              {rep.name}: {problemText(locale, problem)}
            </li>
          ))}
        </ul>
      )}
      <textarea
        ref={field}
        class="input secret"
        readOnly
        rows={Math.min(10, made.length + 1)}
        aria-label={t('links')}
        value={made.map(({ rep, link }) => `${rep.name}\t${link.url}`).join('\n')}
        onFocus={(event) => event.currentTarget.select()}
      />
      {made[0] && <p class="small quiet">{t('holdsUntil', { date: dateTime(made[0].link.expiresAt) })}</p>}
      <div class="way">
        <Button size="small" onClick={() => void copyFrom(field.current).then(setCopied)}>
          {t('copyLinks')}
        </Button>
        <span role="status" class="small">
          {copied === null ? '' : desk(copied ? 'copied' : 'copyFailed')}
        </span>
      </div>
    </div>
  );
}

function withOne(set: ReadonlySet<string>, id: string, isIn: boolean): Set<string> {
  const changed = new Set(set);
  if (isIn) changed.add(id);
  else changed.delete(id);
  return changed;
}
