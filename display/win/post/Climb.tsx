// The new rank, gliding in from the old one; the quota bar filling up; what is missing to the next.
import { useEffect, useState } from 'preact/hooks';
import type { DealView, StandingView } from '../../../shared/schemas/deals.ts';
import { useFormats } from '../../kit/ui/formats.ts';
import { useText } from '../../kit/ui/locale.ts';
import { QuotaBar } from '../../kit/ui/QuotaBar.tsx';
import { winText } from '../texts.ts';
import { postText } from './texts.ts';

interface ClimbProps {
  standing: StandingView;
  deal: DealView;
  /** Whom it has carried the rep past. */
  passed: readonly string[];
}

export function Climb({ standing, deal, passed }: ClimbProps) {
  const t = useText(winText);
  const post = useText(postText);
  const { short, percent } = useFormats();
  const { rank, value, quota, attainment, pace, toNext, nextRank } = standing;
  // Of a win that is shared only the own part moves the own rank.
  const own = deal.credits.find(({ repId }) => repId === deal.repId)?.amountMinor ?? 0;
  const before = value - own;
  const shown = useArrival(before, value);
  const hasReached = quota !== null && before < quota && value >= quota;
  return (
    <div class="climb">
      {rank !== null && <RankReel from={standing.previousRank} to={rank} />}
      <p class="climb-words">{climbWords()}</p>
      {passed.length > 0 && <p class="climb-passed">{passedWords()}</p>}
      {quota !== null && (
        <div class="climb-quota">
          <QuotaBar value={shown} quota={quota} pace={pace} />
          <p>
            {attainment !== null && t('ofQuota', { attainment: percent(attainment) })}
            {hasReached && <strong> · {t('quotaReached')}</strong>}
          </p>
        </div>
      )}
      <p class="climb-next">
        {toNext !== null && nextRank !== null ? t('toNext', { amount: short(toNext), rank: nextRank }) : t('leading')}
      </p>
    </div>
  );

  function passedWords(): string {
    const [name = '', ...more] = passed;
    return post(more.length > 0 ? 'passedMore' : 'passed', { name, count: more.length });
  }

  function climbWords(): string {
    if (rank === null || standing.previousRank === null) return t('entered');
    const climbed = standing.previousRank - rank;
    return climbed > 0 ? `▲ ${t('climbed', { count: climbed })}` : t('held');
  }
}

/** The value as it was for one frame, then as it is, so that the bar is seen to move. */
function useArrival(before: number, after: number): number {
  const [value, setValue] = useState(before);
  useEffect(() => {
    const frame = requestAnimationFrame(() => requestAnimationFrame(() => setValue(after)));
    return () => cancelAnimationFrame(frame);
  }, [after]);
  return value;
}

/** Ranks roll by like a departure board, from the old one up to the new one; at most six of them. */
function RankReel({ from, to }: { from: number | null; to: number }) {
  const t = useText(winText);
  const start = from === null ? to + 1 : Math.max(from, to);
  const steps = Math.min(start - to, 6);
  const ranks = Array.from({ length: steps + 1 }, (_, step) => to + step);
  return (
    <p class="reel figure">
      <span class="unseen">{t('rank', { rank: to })}</span>
      <span class="reel-words" aria-hidden="true">
        {t('rank', { rank: '' })}
      </span>
      <span class="reel-window" aria-hidden="true">
        <span class="reel-strip" style={{ '--steps': String(steps) }}>
          {ranks.map((rank) => (
            <b key={rank}>{rank}</b>
          ))}
        </span>
      </span>
    </p>
  );
}
