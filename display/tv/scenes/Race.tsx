// The race against the pace: the office's sum over the window, where it should be, and where it leads (QT4, FA2).
import './race.css';
import { useEffect, useRef } from 'preact/hooks';
import { isMoney } from '../../../shared/metric.ts';
import { formatDate, formatPercent } from '../../kit/format.ts';
import type { SceneProps } from '../scene.ts';
import { useSumText, useWall } from '../wall-context.ts';
import { drawCourse, hangCourse, type CourseLines } from './chart.ts';
import { Sheet } from './Sheet.tsx';
import { useSceneWords, type SceneWord } from './words.ts';

/** What stands for a whole quota on a screen without amounts (rule PV1). */
const WHOLE = 10_000;

export function Race({ snapshot, room }: SceneProps) {
  const wall = useWall();
  const say = useSceneWords();
  const { definition, standings, facts, office } = snapshot;
  const { total } = standings;
  const { course, sums, projection } = facts;
  const text = useSumText(definition.metric) ?? ((value: number) => formatPercent(value / WHOLE, wall.locale));
  const isHidden = isMoney(definition.metric) && wall.privacy.hideAmounts && total.quota === null;
  const isEmpty = isHidden || sums.every((sum) => sum === 0);
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => (isEmpty || !place.current ? undefined : hangCourse(place.current)), [isEmpty]);
  const now = Math.min(standings.asOf, standings.window.endsAt);
  const lines = { course, sums, projection, now, format: text };
  useCalmDrawing(place, isEmpty ? null : lines);
  const date = (at: number): string => formatDate(at, office.timeZone, wall.locale);
  return (
    <Sheet
      title={say('race')}
      lead={room === 'band' ? undefined : say(course.pace ? 'raceLead' : 'raceLeadAlone')}
      none={isEmpty ? say('raceNone') : null}
    >
      <div class="race">
        <ul class="race-legend">
          <Legend word="actual" value={text(total.value)} />
          {total.pace !== null && <Legend word="pace" value={text(total.pace)} />}
          {projection !== null && <Legend word="projection" value={text(projection)} />}
        </ul>
        <div class="race-plot">
          <div class="race-chart" ref={place} />
          <p class="race-span">
            <span>{date(course.startsAt)}</span>
            <span>{date(standings.window.endsAt - 1)}</span>
          </p>
        </div>
      </div>
    </Sheet>
  );
}

/** A line moves by a hair with each deal: it is drawn at once, then at most every so often. */
const DRAW_EVERY_MS = 10_000;

/** Draws into the place: at once where it or the wall's look is another, else when the last time is long enough ago. */
function useCalmDrawing(place: { current: HTMLElement | null }, lines: CourseLines | null): void {
  const last = useRef({ at: Number.NEGATIVE_INFINITY, look: '' });
  useEffect(() => {
    if (lines === null) return;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const draw = (): void => {
      last.current.at = performance.now();
      drawCourse(lines);
    };
    // The look is put on the page after this effect: its colours are there in the next frame.
    const frame = requestAnimationFrame(() => {
      const { dataset, style } = document.documentElement;
      const look = [dataset['theme'], style.cssText, place.current?.clientWidth, place.current?.clientHeight].join();
      const wait = look === last.current.look ? last.current.at + DRAW_EVERY_MS - performance.now() : 0;
      last.current.look = look;
      if (wait <= 0) draw();
      else timer = setTimeout(draw, wait);
    });
    return () => {
      cancelAnimationFrame(frame);
      clearTimeout(timer);
    };
  });
}

function Legend({ word, value }: { word: Extract<SceneWord, 'actual' | 'pace' | 'projection'>; value: string }) {
  const say = useSceneWords();
  return (
    <li class={`race-key race-key--${word}`}>
      <span class="race-word">{say(word)}</span>
      <b class="stage-figure">{value}</b>
    </li>
  );
}
