// What has not reached the server: why, and what can be done about each.
import { useState } from 'preact/hooks';
import { Button } from '../../kit/ui/Button.tsx';
import { Dialog } from '../../kit/ui/Dialog.tsx';
import { useFormats, useUnits } from '../../kit/ui/formats.ts';
import { useText } from '../../kit/ui/locale.ts';
import { minorOf } from './draft.ts';
import type { Entry } from '../outbox/entry.ts';
import type { Outbox } from '../outbox/outbox.ts';
import { RefusalText } from './RefusalText.tsx';
import { winText } from '../texts.ts';
import { ErrandItem } from './ErrandItem.tsx';
import { useEntries, useErrands } from './use-entries.ts';

interface OutboxSheetProps {
  outbox: Outbox;
  userId: string;
  onMend: (entry: Entry) => void;
  onClose: () => void;
}

export function OutboxSheet({ outbox, userId, onMend, onClose }: OutboxSheetProps) {
  const t = useText(winText);
  const entries = useEntries(outbox);
  const errands = useErrands(outbox);
  const isWaiting = [...entries, ...errands].some((entry) => entry.userId === userId && entry.refusal === null);
  return (
    <Dialog title={t('outbox')} isSheet onClose={onClose}>
      {!outbox.durable && <p class="note note-gold">{t('notDurable')}</p>}
      {entries.length + errands.length === 0 && <p class="quiet">{t('outboxEmpty')}</p>}
      <ul class="entries">
        {entries.map((entry) => (
          <EntryItem
            key={entry.id}
            entry={entry}
            userId={userId}
            onMend={onMend}
            onDiscard={() => outbox.discard(entry.id)}
          />
        ))}
        {errands.map((entry) => (
          <ErrandItem
            key={entry.id}
            entry={entry}
            isMine={entry.userId === userId}
            onDiscard={() => outbox.discard(entry.id)}
          />
        ))}
      </ul>
      {isWaiting && (
        <Button look="main" onClick={() => void outbox.flush()}>
          {t('tryNow')}
        </Button>
      )}
    </Dialog>
  );
}

interface EntryItemProps {
  entry: Entry;
  userId: string;
  onMend: (entry: Entry) => void;
  onDiscard: () => Promise<void>;
}

function EntryItem({ entry, userId, onMend, onDiscard }: EntryItemProps) {
  const t = useText(winText);
  const { money, dateTime } = useFormats();
  const { exponent } = useUnits();
  const [isAsking, setAsking] = useState(false);
  const amount = money(minorOf({ amount: String(entry.body.amount) }, exponent));
  const isMine = entry.userId === userId;
  return (
    <li class={`entry${entry.refusal ? ' entry-bad' : ''}`}>
      <p class="entry-head">
        <strong class="figure">{amount}</strong>
        <span class="quiet small">{dateTime(entry.createdAt)}</span>
      </p>
      <p>{[entry.body.customer, entry.repName].filter(Boolean).join(' · ')}</p>
      {entry.refusal ? (
        <RefusalText problem={entry.refusal} />
      ) : (
        <p class="quiet small">{t(isMine ? 'waiting' : 'waitingOther')}</p>
      )}
      {isAsking && <p>{t('discardAsk')}</p>}
      <div class="entry-actions">
        {entry.refusal && isMine && !isAsking && (
          <Button size="small" look="main" onClick={() => onMend(entry)}>
            {t('mend')}
          </Button>
        )}
        {(entry.refusal || !isMine) && !isAsking && (
          <Button size="small" onClick={() => setAsking(true)}>
            {t('discard')}
          </Button>
        )}
        {isAsking && (
          <>
            <Button size="small" onClick={() => setAsking(false)}>
              {t('undoKeep')}
            </Button>
            <Button size="small" look="danger" onClick={() => void onDiscard()}>
              {t('discardDo')}
            </Button>
          </>
        )}
      </div>
    </li>
  );
}
