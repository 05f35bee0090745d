// The head of the wall: what is ranked, for how long still, and how far the whole office has come.
import { useCallback } from 'preact/hooks';
import type { Snapshot } from '../../shared/patch.ts';
import { percentFigure, type Compact } from '../kit/format.ts';
import type { Link } from '../kit/live.ts';
import { CountUp } from './CountUp.tsx';
import { staleAge, timeLeftOf, titleOf } from './heading.ts';
import { QuotaBar } from './QuotaBar.tsx';
import { signedFigure, useTicking, useWall } from './wall-context.ts';

export function Head({ snapshot, link }: { snapshot: Snapshot; link: Link }) {
  const { say, locale, now } = useWall();
  const left = useTicking(useCallback(() => timeLeftOf(snapshot, now(), say), [snapshot, now, say]));
  const age = useTicking(useCallback(() => staleAge(link, now(), say), [link, now, say]));
  return (
    <header class="head">
      <div class="head-title">
        <h1 class="title">{titleOf(snapshot, locale, say)}</h1>
        {age === '' ? (
          <p class="subtitle">
            {snapshot.office.name} <span class="subtitle-dot">·</span> <span class="subtitle-left">{left}</span>
          </p>
        ) : (
          <p class="subtitle subtitle--stale" role="status">
            <span class="stale-sign" />
            {say('stale', { age })}
          </p>
        )}
      </div>
      <Total snapshot={snapshot} />
    </header>
  );
}

/** The office's own figure, beside its quota where it has one. */
function Total({ snapshot }: { snapshot: Snapshot }) {
  const wall = useWall();
  const { say, locale } = wall;
  const { total } = snapshot.standings;
  const { by, metric } = snapshot.definition;
  const isDeals = metric === 'deals';
  const format = useCallback(
    (value: number): Compact => (isDeals ? { figure: String(value), unit: '' } : signedFigure(value, 'short', wall)),
    [isDeals, wall],
  );
  return (
    <div class="total">
      {total.quota !== null && by !== 'office' && (
        <div class="total-quota">
          <span class="total-label">{say('office')}</span>
          <span class="total-percent">
            {percentFigure(total.attainment ?? 0, locale)}
            <i>%</i>
          </span>
          <QuotaBar value={total.value} quota={total.quota} pace={total.pace} />
        </div>
      )}
      <div class="total-sum">
        <span class="total-label">{say(isDeals ? 'deals' : 'revenue')}</span>
        <CountUp class="total-value" value={total.value} format={format} />
      </div>
    </div>
  );
}
