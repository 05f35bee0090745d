// The time until the board's window ends, to the second, and how far the office has come.
import './countdown.css';
import { useCallback } from 'preact/hooks';
import { formatPercent } from '../../kit/format.ts';
import { QuotaBar } from '../QuotaBar.tsx';
import type { SceneProps } from '../scene.ts';
import { useTicking, useWall } from '../wall-context.ts';
import { StageHead } from './Sheet.tsx';
import { useSceneWords } from './words.ts';

const SECOND_MS = 1000;
const UNITS = [
  ['days', 86_400],
  ['hours', 3600],
  ['minutes', 60],
  ['seconds', 1],
] as const;

export function Countdown({ snapshot }: SceneProps) {
  const { now, locale } = useWall();
  const say = useSceneWords();
  const { window, period, total } = snapshot.standings;
  const isClosed = typeof period?.closedAt === 'number';
  const left = useTicking(
    useCallback(
      () => (isClosed ? 0 : Math.max(0, Math.ceil((window.endsAt - now()) / SECOND_MS))),
      [isClosed, window.endsAt, now],
    ),
  );
  const parts = partsOf(left);
  return (
    <>
      <StageHead title={say('countdown')} lead={period?.name} />
      <div class="countdown">
        {left === 0 ? (
          <p class="countdown-over">{say('countdownOver')}</p>
        ) : (
          <ol class="countdown-parts">
            {parts.map(({ unit, count }, index) => (
              <li key={unit} class="countdown-part">
                <b class="stage-figure">{index === 0 ? count : String(count).padStart(2, '0')}</b>
                <span>{say(unit, { count })}</span>
              </li>
            ))}
          </ol>
        )}
        {total.quota !== null && (
          <div class="countdown-quota">
            <p>
              <b class="stage-figure">{formatPercent(total.attainment ?? 0, locale)}</b> {say('quotaReached')}
            </p>
            <QuotaBar value={total.value} quota={total.quota} pace={total.pace} />
          </div>
        )}
      </div>
    </>
  );
}

/** Days only while there are some: the last day is told in hours. */
function partsOf(seconds: number): { unit: (typeof UNITS)[number][0]; count: number }[] {
  let rest = seconds;
  const parts = UNITS.map(([unit, size]) => {
    const count = Math.floor(rest / size);
    rest -= count * size;
    return { unit, count };
  });
  return parts[0]?.count === 0 ? parts.slice(1) : parts;
}
