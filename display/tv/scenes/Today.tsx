// The office's day: sum, deals, hours, the best three and the largest deal.
import './today.css';
import type { Today as Day } from '../../../shared/facts.ts';
import { shortNameOf } from '../../../shared/names.ts';
import type { SceneProps } from '../scene.ts';
import { inline, signedFigure, useWall } from '../wall-context.ts';
import { Amount } from './Amount.tsx';
import { Line } from './Line.tsx';
import { Sheet } from './Sheet.tsx';
import { useSceneWords } from './words.ts';

/** More signs of the day's sum are set smaller. */
const LONG = 8;

export function Today({ snapshot, room }: SceneProps) {
  const wall = useWall();
  const say = useSceneWords();
  const { today } = snapshot.facts;
  const { hideAmounts } = wall.privacy;
  const sum = signedFigure(today.value, 'short', wall);
  const isLong = sum.figure.length + sum.unit.length > LONG;
  const largest = today.largest && {
    name: shortNameOf(today.largest.name),
    amount: inline(signedFigure(today.largest.amountMinor, 'short', wall), wall.locale),
  };
  return (
    <Sheet title={say('todayTitle')} none={today.deals === 0 ? say('todayNone') : null}>
      <div class="today">
        <div class={hideAmounts ? 'today-sum today-sum--plain' : 'today-sum'}>
          <p class="today-figures">
            {!hideAmounts && (
              <b class={`today-value stage-figure ${isLong ? 'today-value--long' : ''}`}>
                {sum.figure}
                <i>{sum.unit}</i>
              </b>
            )}
            <span class={hideAmounts ? 'today-deals today-deals--alone' : 'today-deals'}>
              {wall.say('dealCount', { count: today.deals })}
            </span>
          </p>
          {!hideAmounts && room !== 'band' && <Hours hours={today.hours} />}
        </div>
        <div class="today-best">
          {room !== 'band' && <h3 class="stage-sub">{say('todayBest')}</h3>}
          <ol class="lines lines--tall">
            {today.best.slice(0, room === 'band' ? 2 : 3).map((one, index) => (
              <Line
                key={one.subjectId}
                look={`line--${index + 1}`}
                person={one}
                name={one.name}
                room={room}
                below={room === 'band' ? undefined : wall.say('dealCount', { count: one.deals })}
                value={<Amount minor={one.value} />}
              />
            ))}
          </ol>
          {largest && room !== 'band' && (
            <p class="today-largest">
              {say('todayLargest')} <b>{largest.amount}</b> · {largest.name}
            </p>
          )}
        </div>
      </div>
    </Sheet>
  );
}

/** The hours that are always there, whether or not anything was sold in them. */
const FIRST_HOUR = 8;
const LAST_HOUR = 18;
/** Every so many hours is named. */
const NAMED = 3;

function Hours({ hours }: Pick<Day, 'hours'>) {
  const sold = hours.flatMap((value, hour) => (value > 0 ? [hour] : []));
  const from = Math.min(FIRST_HOUR, ...sold);
  const to = Math.max(LAST_HOUR, ...sold);
  const most = Math.max(1, ...hours);
  return (
    <ol class="hours" aria-hidden="true">
      {hours.slice(from, to + 1).map((value, index) => (
        <li key={from + index} class="hour">
          <span class="hour-room">
            <span class="hour-bar" style={{ transform: `scaleY(${value / most})` }} />
          </span>
          <span class="hour-name">{index % NAMED === 0 ? from + index : ''}</span>
        </li>
      ))}
    </ol>
  );
}
