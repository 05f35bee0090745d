// The foot: the latest wins, or for a while what happened to others, and the clock.
import type { Snapshot, Win } from '../../shared/patch.ts';
import { formatMoney, formatTime } from '../kit/format.ts';
import type { ComponentChildren } from 'preact';
import { useCallback } from 'preact/hooks';
import { repsOf } from './names.ts';
import { inline, shortFigure, useTicking, useWall } from './wall-context.ts';

interface Props {
  snapshot: Snapshot;
  missed: readonly Win[];
  withdrawn: Win | null;
  /** Whether the server has told the time. */
  knowsTime: boolean;
  /** What colleagues say, before all else. */
  children: ComponentChildren;
}

export function Foot({ snapshot, missed, withdrawn, knowsTime, children }: Props) {
  const { say, office, locale, privacy } = useWall();
  const note = withdrawn
    ? say(privacy.hideAmounts ? 'withdrawnDeal' : 'withdrawn', {
        rep: repsOf(withdrawn),
        amount: formatMoney(withdrawn.amountMinor, office, locale),
      })
    : missed.length > 0
      ? say('away', { count: missed.length })
      : null;
  return (
    <footer class={snapshot.wins.length > 0 ? 'foot' : 'foot foot--empty'}>
      {snapshot.wins.length > 0 && <span class="foot-badge">{say('justClosed')}</span>}
      <ul class="ticker">
        {children}
        {note === null ? (
          snapshot.wins.map((win) => <Latest key={win.dealId} win={win} />)
        ) : (
          <li class="ticker-note">{note}</li>
        )}
      </ul>
      <SoundSign />
      {knowsTime && <Clock />}
    </footer>
  );
}

function Latest({ win }: { win: Win }) {
  const wall = useWall();
  return (
    <li class="latest">
      <span class="latest-rep">{repsOf(win)}</span>
      <span class="latest-amount">{inline(shortFigure(win.amountMinor, wall), wall.locale)}</span>
      <span class="latest-customer">{win.customer}</span>
    </li>
  );
}

/** A browser that holds the sound back says so, to whoever has the remote (rule SC8). */
function SoundSign() {
  const { sound, say } = useWall();
  if (sound !== 'locked') return null;
  return (
    <p class="sound-sign">
      <svg class="sound-icon" viewBox="0 0 24 24" aria-hidden="true">
        <path d="M3 9v6h4l6 5V4L7 9Z" />
        <path class="sound-cross" d="m16.5 9 5 6m0-6-5 6" />
      </svg>
      <span>{say('soundLocked')}</span>
    </p>
  );
}

function Clock() {
  const { now, office, locale } = useWall();
  const read = useCallback(() => formatTime(now(), office.timeZone, locale), [now, office.timeZone, locale]);
  return <time class="clock">{useTicking(read)}</time>;
}
