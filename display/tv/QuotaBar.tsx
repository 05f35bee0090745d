// The way to the quota: the bar runs to 130 %, the white mark is where it should be now, the thin mark is 100 %.
import { onScale, progressOf } from '../kit/quota-scale.ts';

interface Props {
  value: number;
  quota: number;
  pace: number | null;
}

export function QuotaBar(props: Props) {
  const { value, quota, pace } = props;
  return (
    <div class={`bar bar--${progressOf(props)}`}>
      <div class="bar-track">
        <div class="bar-fill" style={{ transform: `translateX(${(onScale(value / quota) - 1) * 100}%)` }} />
      </div>
      <div class="bar-mark bar-mark--whole" style={{ left: `${onScale(1) * 100}%` }} />
      {pace !== null && <div class="bar-mark bar-mark--pace" style={{ left: `${onScale(pace / quota) * 100}%` }} />}
    </div>
  );
}
