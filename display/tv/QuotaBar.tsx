// The way to the quota: the bar runs to 130 %, the white mark is where it should be now, the thin mark is 100 %.
interface Props {
  value: number;
  quota: number;
  pace: number | null;
}

/** Of the quota, at the bar's right end. */
const END = 1.3;

export type Progress = 'over' | 'ahead' | 'behind';

export function progressOf({ value, quota, pace }: Props): Progress {
  if (value >= quota) return 'over';
  return pace !== null && value < pace ? 'behind' : 'ahead';
}

export function QuotaBar(props: Props) {
  const { value, quota, pace } = props;
  const reached = Math.min(Math.max(value / quota, 0), END) / END;
  return (
    <div class={`bar bar--${progressOf(props)}`}>
      <div class="bar-track">
        <div class="bar-fill" style={{ transform: `translateX(${(reached - 1) * 100}%)` }} />
      </div>
      <div class="bar-mark bar-mark--whole" style={{ left: `${100 / END}%` }} />
      {pace !== null && (
        <div class="bar-mark bar-mark--pace" style={{ left: `${(Math.min(pace / quota, END) / END) * 100}%` }} />
      )}
    </div>
  );
}
