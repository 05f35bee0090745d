// What is ranked, for how long still, and how far the whole office has come.
import { useEffect, useState } from 'preact/hooks';
import type { Snapshot } from '../../../shared/patch.ts';
import { useFormats } from '../../kit/ui/formats.ts';
import { useText } from '../../kit/ui/locale.ts';
import { QuotaBar } from '../../kit/ui/QuotaBar.tsx';
import { boardText } from './texts.ts';
import { useFigure } from './figure.ts';

interface BoardHeadProps {
  board: Snapshot;
  downSince: number | null;
  clockOffsetMs: number;
}

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;
/** How long the link may be down before its age is told (rule SC1). */
const PATIENCE_MS = 10_000;

export function BoardHead({ board, downSince, clockOffsetMs }: BoardHeadProps) {
  const t = useText(boardText);
  const { percent } = useFormats();
  const { definition, standings } = board;
  const figure = useFigure(definition.metric);
  const now = useNow(downSince === null ? MINUTE_MS / 2 : 1000);
  const { total } = standings;
  const title = definition.window === 'period' ? (standings.period?.name ?? t('period')) : t(definition.window);
  const stale = downSince !== null && now - downSince >= PATIENCE_MS ? now - downSince : null;
  return (
    <section class="board-head">
      <p class="board-title">
        <strong>{title}</strong>
        {stale === null ? (
          <span>{leftWords(now + clockOffsetMs)}</span>
        ) : (
          <span class="board-stale">{t('stale', { age: ageWords(stale) })}</span>
        )}
      </p>
      <p class="board-total">
        <span>{t('office')}</span>
        <strong class="figure">{figure.plain(total)}</strong>
        {total.attainment !== null && total.quota !== null && (
          <span>{t('ofQuota', { attainment: percent(total.attainment), quota: figure.of(total.quota) })}</span>
        )}
      </p>
      {total.quota !== null && <QuotaBar value={total.value} quota={total.quota} pace={total.pace} />}
    </section>
  );

  /** Working days while there are some, hours on the last day. */
  function leftWords(at: number): string {
    const left = standings.window.endsAt - at;
    if (left <= 0) return t('ended');
    if (left < DAY_MS) {
      const minutes = Math.ceil(left / MINUTE_MS);
      return t('timeLeft', { hours: Math.floor(minutes / 60), minutes: minutes % 60 });
    }
    const { workingDaysLeft } = board.office;
    return workingDaysLeft > 0
      ? t('workingDaysLeft', { count: workingDaysLeft })
      : t('daysLeft', { count: Math.ceil(left / DAY_MS) });
  }

  function ageWords(ms: number): string {
    if (ms < MINUTE_MS) return t('ageSeconds', { count: Math.floor(ms / 1000) });
    if (ms < HOUR_MS) return t('ageMinutes', { count: Math.floor(ms / MINUTE_MS) });
    return t('ageHours', { count: Math.floor(ms / HOUR_MS) });
  }
}

/** This device's clock, in steps. */
function useNow(stepMs: number): number {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    setNow(Date.now());
    const timer = setInterval(() => setNow(Date.now()), stepMs);
    return () => clearInterval(timer);
  }, [stepMs]);
  return now;
}
