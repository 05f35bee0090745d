// What was done today, the latest first; each can be told more of, and for a while taken back.
import { useState } from 'preact/hooks';
import { Button } from '../../kit/ui/Button.tsx';
import { useUnits } from '../../kit/ui/formats.ts';
import { useText } from '../../kit/ui/locale.ts';
import { localTime } from '../../kit/local-date.ts';
import type { Diary, Done } from './diary.ts';
import { KindIcon } from './KindIcon.tsx';
import { activityText } from './texts.ts';

/** As many as one looks through at once. */
const FIRST = 20;

interface TodayListProps {
  diary: Diary;
  now: number;
  onOpen: (done: Done) => void;
  onUndo: (done: Done) => void;
}

export function TodayList({ diary, now, onOpen, onUndo }: TodayListProps) {
  const t = useText(activityText);
  const [isAll, setAll] = useState(false);
  const shown = isAll ? diary.today : diary.today.slice(0, FIRST);
  const hidden = diary.today.length - shown.length;
  return (
    <section class="diary-part" aria-labelledby="today-head">
      <h2 id="today-head">{t('list')}</h2>
      {diary.today.length === 0 && <p class="quiet">{t('listEmpty')}</p>}
      <ul class="diary-list">
        {shown.map((done) => (
          <Item
            key={done.id}
            done={done}
            isPending={diary.pending.has(done.id)}
            onOpen={() => onOpen(done)}
            onUndo={now < done.undoUntil ? () => onUndo(done) : null}
          />
        ))}
      </ul>
      {hidden > 0 && <Button onClick={() => setAll(true)}>{t('more', { count: hidden })}</Button>}
    </section>
  );
}

interface ItemProps {
  done: Done;
  isPending: boolean;
  onOpen: () => void;
  onUndo: (() => void) | null;
}

function Item({ done, isPending, onOpen, onUndo }: ItemProps) {
  const t = useText(activityText);
  const { timeZone } = useUnits();
  const time = localTime(done.at, timeZone);
  const what = `${t(done.kind)} ${time}`;
  const below = [time, done.customer, done.note, done.planId !== null && t('fromPlan'), isPending && t('pending')];
  return (
    <li class="diary-item">
      <button type="button" class="diary-open" onClick={onOpen} aria-haspopup="dialog">
        <KindIcon kind={done.kind} />
        <span class="diary-words">
          <strong>{t(done.kind)}</strong> <span class="diary-below">{below.filter(Boolean).join(' · ')}</span>
        </span>
      </button>
      {onUndo && (
        <button type="button" class="diary-undo" aria-label={t('undoOf', { what })} onClick={onUndo}>
          {t('undo')}
        </button>
      )}
    </li>
  );
}
