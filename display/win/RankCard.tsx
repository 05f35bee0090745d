// The rep's own place, dark like the wall it mirrors: rank, what is missing to the next, quota with the pace mark.
import type { Row } from '../../shared/board-view.ts';
import { useFormats } from '../kit/ui/formats.ts';
import { useText } from '../kit/ui/locale.ts';
import { QuotaBar } from '../kit/ui/QuotaBar.tsx';
import type { Preview } from './post/preview.ts';
import { routeTo } from './route.ts';
import { winText } from './texts.ts';

interface RankCardProps {
  row: Row | undefined;
  standing: Preview | null;
  isLive: boolean;
}

export function RankCard({ row, standing, isLive }: RankCardProps) {
  const t = useText(winText);
  const { short } = useFormats();
  const rank = standing?.rank ?? null;
  const head = !standing
    ? t('board')
    : rank === null
      ? t('rankNone')
      : t(standing?.tied ? 'rankTied' : 'rank', { rank });
  return (
    <a class="rank-card" href={routeTo('board')}>
      <span class="rank-line">
        <strong class="figure">{head}</strong>
        <span class="rank-next">
          {!isLive && <span class="rank-stale">{t('offline')} · </span>}
          {nextWords(standing)}
        </span>
      </span>
      {row && <QuotaBar value={row.value} quota={row.quota} pace={row.pace} />}
      <span class="unseen">{t('openBoard')}</span>
    </a>
  );

  function nextWords(now: Preview | null): string {
    if (!now) return t('openBoard');
    if (now.rank === 1) return t('leading');
    if (!now.toNext) return t('firstDeal');
    return t('toNext', { amount: short(now.toNext.missing), rank: now.toNext.rank });
  }
}
