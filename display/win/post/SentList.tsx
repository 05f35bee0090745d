// What went out from this phone lately, each with the time that is left to undo it. Rule PO5.
import { useEffect, useState } from 'preact/hooks';
import { Button } from '../../kit/ui/Button.tsx';
import { formatTime } from '../../kit/format.ts';
import { useUnits } from '../../kit/ui/formats.ts';
import { useLocale, useText } from '../../kit/ui/locale.ts';
import type { Outbox } from '../outbox/outbox.ts';
import { sentBy, undoLeftMs, type SentWin } from '../outbox/sent-wins.ts';
import { winText } from '../texts.ts';
import { usePostedAmount } from './posted-amount.ts';
import { postText } from './texts.ts';
import { minutesText, useNow } from './use-now.ts';

interface SentListProps {
  outbox: Outbox;
  userId: string;
  clockOffsetMs: number;
  mayUndo: boolean;
}

export function SentList({ outbox, userId, clockOffsetMs, mayUndo }: SentListProps) {
  const t = useText(postText);
  const [sent, setSent] = useState(() => sentBy(userId));
  useEffect(() => outbox.onChange(() => setSent(sentBy(userId))), [outbox, userId]);
  const now = useNow(clockOffsetMs, true);
  // What is being undone waits above.
  const shown = sent.filter(({ entry }) => outbox.entries.every(({ id }) => id !== entry.id));
  if (shown.length === 0) return null;
  return (
    <section class="sent">
      <h3>{t('sentLately')}</h3>
      <ul class="entries">
        {shown.map((win) => (
          <SentItem
            key={win.entry.id}
            win={win}
            now={now}
            mayUndo={mayUndo || win.state === 'waits'}
            onUndo={() => void outbox.undo(win.entry)}
          />
        ))}
      </ul>
    </section>
  );
}

interface SentItemProps {
  win: SentWin;
  now: number;
  mayUndo: boolean;
  onUndo: () => void;
}

function SentItem({ win, now, mayUndo, onUndo }: SentItemProps) {
  const t = useText(postText);
  const words = useText(winText);
  const locale = useLocale();
  const { timeZone } = useUnits();
  const [isAsking, setAsking] = useState(false);
  const { entry, recordedAt, isUndone } = win;
  const leftMs = isUndone || !mayUndo || win.state === 'declined' ? 0 : undoLeftMs(recordedAt, now);
  const amount = usePostedAmount()(entry.body.amount, entry.body.currency);
  return (
    <li class="entry">
      <p class="entry-head">
        <strong class={`figure${isUndone ? ' result-void' : ''}`}>{amount}</strong>
        <span class="quiet small">
          {isUndone ? t('wasUndone') : t('sentAt', { time: formatTime(recordedAt, timeZone, locale) })}
        </span>
      </p>
      <p>{[entry.body.customer, entry.repName].filter(Boolean).join(' · ')}</p>
      {win.state && !isUndone && (
        <p class="quiet small">
          {t(win.state)}
          {win.state === 'declined' && win.reason ? `: “${win.reason}”` : ''}
        </p>
      )}
      {leftMs > 0 && (
        <div class="entry-actions">
          {isAsking ? (
            <>
              <Button size="small" onClick={() => setAsking(false)}>
                {words('undoKeep')}
              </Button>
              <Button size="small" look="danger" onClick={onUndo}>
                {words('undoDo')}
              </Button>
            </>
          ) : (
            <Button size="small" onClick={() => setAsking(true)}>
              {t('undoNow', { time: minutesText(leftMs) })}
            </Button>
          )}
        </div>
      )}
    </li>
  );
}
