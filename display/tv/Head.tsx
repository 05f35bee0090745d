// The head of the wall: what is ranked, for how long still, and how far the whole office has come.
import { useCallback } from 'preact/hooks';
import { isMoney } from '../../shared/metric.ts';
import type { Snapshot } from '../../shared/patch.ts';
import { formatCount, percentFigure, formatDateTime, type Compact } from '../kit/format.ts';
import type { Link } from '../kit/live.ts';
import { CountUp } from './CountUp.tsx';
import { staleWords, timeLeftOf, titleOf } from './heading.ts';
import { mediaUrl } from '../kit/media-url.ts';
import { usePicture } from './picture.ts';
import { QuotaBar } from './QuotaBar.tsx';
import { signedFigure, useTicking, useWall } from './wall-context.ts';

interface Props {
  snapshot: Snapshot;
  link: Link;
  logoId: string | null;
}

/** More letters are set smaller where the screen is narrow. */
const LONG_TITLE = 23;

export function Head({ snapshot, link, logoId }: Props) {
  const { say, locale, office, now } = useWall();
  const dateTime = useCallback((at: number) => formatDateTime(at, office.timeZone, locale), [office.timeZone, locale]);
  const left = useTicking(useCallback(() => timeLeftOf(snapshot, now(), say), [snapshot, now, say]));
  const stale = useTicking(
    useCallback(
      () => staleWords(link, { now: now(), upMs: performance.now() }, say, dateTime),
      [link, now, say, dateTime],
    ),
  );
  const title = titleOf(snapshot, locale, say);
  return (
    <header class={logoId === null ? 'head' : 'head head--logo'}>
      {logoId !== null && <Logo key={logoId} id={logoId} />}
      <div class="head-title">
        <h1 class={title.length > LONG_TITLE ? 'title title--long' : 'title'}>{title}</h1>
        {stale === '' ? (
          <p class="subtitle">
            {snapshot.office.name} <span class="subtitle-dot">·</span> <span class="subtitle-left">{left}</span>
          </p>
        ) : (
          <p class="subtitle subtitle--stale" role="status">
            <span class="stale-sign" />
            {stale}
          </p>
        )}
      </div>
      <Total snapshot={snapshot} />
    </header>
  );
}

/** The office's mark; a broken one leaves its place to the title, and the manager is told. */
function Logo({ id }: { id: string }) {
  const { isBroken, watch } = usePicture(id);
  return isBroken ? <span /> : <img class="logo" src={mediaUrl(id)} alt="" {...watch} />;
}

/** The office's own figure, beside its quota where it has one. */
function Total({ snapshot }: { snapshot: Snapshot }) {
  const wall = useWall();
  const { say, locale } = wall;
  const { total } = snapshot.standings;
  const { by, metric } = snapshot.definition;
  const hasMoney = isMoney(metric);
  const format = useCallback(
    (value: number): Compact =>
      hasMoney ? signedFigure(value, 'short', wall) : { figure: formatCount(value, locale), unit: '' },
    [hasMoney, wall, locale],
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
      {(!hasMoney || !wall.privacy.hideAmounts) && (
        <div class="total-sum">
          <span class="total-label">{say(isMoney(metric) ? 'revenue' : metric)}</span>
          <CountUp class="total-value" value={total.value} format={format} />
        </div>
      )}
    </div>
  );
}
