// What has not reached the server: why, and what can be done about each. Below it the wins that have, lately: a slip can
// be undone for a while.
import './entries.css';
import { useState } from 'preact/hooks';
import { Button } from '../../kit/ui/Button.tsx';
import { Dialog } from '../../kit/ui/Dialog.tsx';
import { useFormats } from '../../kit/ui/formats.ts';
import { useText } from '../../kit/ui/locale.ts';
import type { Entry, Kept } from '../outbox/entry.ts';
import type { Outbox } from '../outbox/outbox.ts';
import { winText } from '../texts.ts';
import { usePostedAmount } from './posted-amount.ts';
import { ErrandItem } from './ErrandItem.tsx';
import { RefusalText } from './RefusalText.tsx';
import { SentList } from './SentList.tsx';
import { postText } from './texts.ts';
import { useEntries, useErrands } from './use-entries.ts';

export interface OutboxSheetProps {
  outbox: Outbox;
  userId: string;
  clockOffsetMs: number;
  /** Whether a win that counts can be taken back. Rule OS4. */
  mayUndo: boolean;
  onMend: (entry: Entry) => void;
  onClose: () => void;
}

export function OutboxSheet({ outbox, userId, clockOffsetMs, mayUndo, onMend, onClose }: OutboxSheetProps) {
  const t = useText(winText);
  const entries = useEntries(outbox);
  const errands = useErrands(outbox);
  const isMine = (entry: Kept) => entry.userId === userId;
  const [mine, mineErrands] = [entries.filter(isMine), errands.filter(isMine)];
  const others = [...entries, ...errands].filter((entry) => !isMine(entry));
  const isWaiting = [...mine, ...mineErrands].some(({ refusal }) => refusal === null);
  return (
    <Dialog title={t('outbox')} isSheet onClose={onClose}>
      {!outbox.durable && <p class="note note-gold">{t('notDurable')}</p>}
      {entries.length + errands.length === 0 && <p class="quiet">{t('outboxEmpty')}</p>}
      <ul class="entries">
        {mine.map((entry) => (
          <EntryItem key={entry.id} entry={entry} outbox={outbox} onMend={onMend} />
        ))}
        {mineErrands.map((entry) => (
          <ErrandItem key={entry.id} entry={entry} onDiscard={() => outbox.discard(entry.id)} />
        ))}
        <Others entries={others} />
      </ul>
      {isWaiting && (
        <Button look="main" onClick={() => void outbox.flush()}>
          {t('tryNow')}
        </Button>
      )}
      <SentList outbox={outbox} userId={userId} clockOffsetMs={clockOffsetMs} mayUndo={mayUndo} />
    </Dialog>
  );
}

/** Colleagues' on the same phone: no more than whose they are, and nothing that could be done to them. Rule PO2. */
function Others({ entries }: { entries: readonly Kept[] }) {
  const t = useText(winText);
  const people = new Map(entries.map((entry) => [entry.userId, entry.userName]));
  return (
    <>
      {[...people].map(([userId, name]) => (
        <li key={userId} class="entry">
          <b>{name ?? t('somebodyElse')}</b>
          <p class="quiet small">
            {t('waitingOther', { count: entries.filter((entry) => entry.userId === userId).length })}
          </p>
        </li>
      ))}
    </>
  );
}

interface EntryItemProps {
  entry: Entry;
  outbox: Outbox;
  onMend: (entry: Entry) => void;
}

function EntryItem({ entry, outbox, onMend }: EntryItemProps) {
  const post = useText(postText);
  const { dateTime } = useFormats();
  const amount = usePostedAmount()(entry.body.amount, entry.body.currency);
  const photo = entry.photo && post('withPhoto');
  return (
    <li class={`entry${entry.refusal ? ' entry-bad' : ''}`}>
      <p class="entry-head">
        <strong class={`figure${entry.isUndone ? ' result-void' : ''}`}>{amount}</strong>
        <span class="quiet small">{dateTime(entry.createdAt)}</span>
      </p>
      <p>{[entry.body.customer, entry.repName, photo].filter(Boolean).join(' · ')}</p>
      <EntryState entry={entry} />
      <EntryActions entry={entry} outbox={outbox} onMend={onMend} />
    </li>
  );
}

function EntryState({ entry }: { entry: Entry }) {
  const t = useText(winText);
  const post = useText(postText);
  if (entry.refusal) return <RefusalText problem={entry.refusal} isUndo={entry.isUndone} />;
  return <p class="quiet small">{entry.isUndone ? post('undoWaiting') : t('waiting')}</p>;
}

function EntryActions({ entry, outbox, onMend }: EntryItemProps) {
  const t = useText(winText);
  const post = useText(postText);
  const [isAsking, setAsking] = useState(false);
  const isWaiting = entry.refusal === null && !entry.isUndone;
  if (isAsking) {
    return (
      <>
        <p>{t('discardAsk')}</p>
        <div class="entry-actions">
          <Button size="small" onClick={() => setAsking(false)}>
            {t('undoKeep')}
          </Button>
          <Button
            size="small"
            look="danger"
            onClick={() => void (isWaiting ? outbox.undo(entry) : outbox.discard(entry.id))}
          >
            {t('discardDo')}
          </Button>
        </div>
      </>
    );
  }
  return (
    <div class="entry-actions">
      {entry.refusal && !entry.isUndone && (
        <Button size="small" look="main" onClick={() => onMend(entry)}>
          {t('mend')}
        </Button>
      )}
      {isWaiting && entry.photo && entry.attempts > 0 && (
        <Button size="small" onClick={() => void outbox.dropPhoto(entry.id)}>
          {post('sendWithoutPhoto')}
        </Button>
      )}
      {!(entry.isUndone && !entry.refusal) && (
        <Button size="small" onClick={() => setAsking(true)}>
          {t('discard')}
        </Button>
      )}
    </div>
  );
}
