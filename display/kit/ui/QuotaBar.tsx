// Value against quota: the bar runs to 130 %, a long mark is the pace now, a thin one 100 %. Behind pace is striped,
// so that colour is not the only sign.
import { onScale, progressOf } from '../quota-scale.ts';
import { useFormats } from './formats.ts';
import { useText } from './locale.ts';
import { uiText } from './texts.ts';

interface QuotaBarProps {
  value: number;
  quota: number | null;
  pace: number | null;
}

export function QuotaBar({ value, quota, pace }: QuotaBarProps) {
  const t = useText(uiText);
  const { percent } = useFormats();
  if (quota === null || quota === 0) return <div class="quota-bar quota-none" role="img" aria-label={t('noQuota')} />;
  const reached = value / quota;
  const due = pace === null ? null : pace / quota;
  const label =
    due === null
      ? t('quotaBar', { attainment: percent(reached) })
      : t('quotaBarPace', { attainment: percent(reached), pace: percent(due) });
  return (
    <div class={`quota-bar quota-${progressOf({ value, quota, pace })}`} role="img" aria-label={label}>
      <div class="quota-track">
        <div class="quota-fill" style={{ transform: `translateX(${(onScale(reached) - 1) * 100}%)` }} />
      </div>
      <i class="quota-full" style={{ left: `${onScale(1) * 100}%` }} />
      {due !== null && <i class="quota-pace" style={{ left: `${onScale(due) * 100}%` }} />}
    </div>
  );
}
