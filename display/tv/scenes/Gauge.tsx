// The office's way to its quota as a dial: reached, due by now, and where it leads (rules QT4, FA2).
import type { ComponentChildren } from 'preact';
import { useCallback } from 'preact/hooks';
import './gauge.css';
import type { Row } from '../../../shared/board-view.ts';
import { formatPercent, percentFigure, type Compact } from '../../kit/format.ts';
import { onScale, progressOf } from '../../kit/quota-scale.ts';
import { CountUp } from '../CountUp.tsx';
import { timeLeftOf } from '../heading.ts';
import type { SceneProps } from '../scene.ts';
import { useSumText, useTicking, useWall } from '../wall-context.ts';
import { StageHead } from './Sheet.tsx';
import { useSceneWords } from './words.ts';

export function Gauge({ snapshot, room }: SceneProps) {
  const wall = useWall();
  const say = useSceneWords();
  const { standings, facts, definition } = snapshot;
  const { total } = standings;
  const { quota, pace, value, attainment } = total;
  const text = useSumText(definition.metric);
  const left = useTicking(useCallback(() => timeLeftOf(snapshot, wall.now(), wall.say), [snapshot, wall]));
  const partOf = (sum: number | null): number | null => (sum === null || quota === null ? null : sum / quota);
  return (
    <>
      <StageHead title={say('gauge')} lead={room === 'band' ? undefined : left} />
      <div class="gauge">
        {quota !== null ? (
          <Dial total={total} quota={quota}>
            <Percent attainment={attainment ?? 0} />
            {text && (
              <p class="gauge-sum">
                <b>{text(value)}</b> {say('gaugeOf', { quota: text(quota, 'signed') })}
              </p>
            )}
          </Dial>
        ) : (
          text && <p class="gauge-alone stage-figure">{text(value, 'signed')}</p>
        )}
        {(text || quota !== null) && (
          <dl class="gauge-facts">
            {pace !== null && <Fact label={say('due')} value={text?.(pace) ?? ''} part={partOf(pace)} />}
            <Fact
              label={say('heading')}
              value={facts.projection === null ? say('none') : (text?.(facts.projection) ?? '')}
              part={partOf(facts.projection)}
            />
          </dl>
        )}
      </div>
    </>
  );
}

/** On the half circle of the dial. */
function degreesOf(part: number): number {
  return onScale(part) * 180;
}

interface DialProps {
  total: Row;
  quota: number;
  children: ComponentChildren;
}

function Dial({ total: { value, pace }, quota, children }: DialProps) {
  return (
    <div class={`dial dial--${progressOf({ value, quota, pace })}`}>
      <div class="dial-half">
        <div class="dial-track" />
        <div class="dial-fill" style={{ transform: `rotate(${degreesOf(value / quota)}deg)` }} />
      </div>
      <div class="dial-mark dial-mark--whole" style={{ transform: `rotate(${degreesOf(1)}deg)` }} />
      {pace !== null && (
        <div class="dial-mark dial-mark--pace" style={{ transform: `rotate(${degreesOf(pace / quota)}deg)` }} />
      )}
      <div class="dial-figures">{children}</div>
    </div>
  );
}

/** Steps of a hundredth of a percent, so that it counts up in whole numbers. */
const STEPS = 10_000;

function Percent({ attainment }: { attainment: number }) {
  const { locale } = useWall();
  const format = useCallback(
    (steps: number): Compact => ({ figure: percentFigure(steps / STEPS, locale), unit: '%' }),
    [locale],
  );
  return <CountUp class="gauge-percent stage-figure" value={Math.floor(attainment * STEPS)} format={format} />;
}

function Fact({ label, value, part }: { label: string; value: string; part: number | null }) {
  const { locale } = useWall();
  const percent = part === null ? '' : formatPercent(part, locale);
  return (
    <div class="gauge-fact">
      <dt>{label}</dt>
      <dd class="stage-figure">
        {value || percent}
        {value !== '' && percent !== '' && <i>{percent}</i>}
      </dd>
    </div>
  );
}
