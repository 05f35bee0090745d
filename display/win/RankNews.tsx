// Tells whoever cannot see the board that the own rank has changed.
import { useEffect, useRef, useState } from 'preact/hooks';
import type { Row } from '../../shared/board-view.ts';
import { useText } from '../kit/ui/locale.ts';
import { winText } from './texts.ts';

export function RankNews({ row }: { row: Row | undefined }) {
  const t = useText(winText);
  const rank = row?.rank ?? null;
  const known = useRef(rank);
  const [news, setNews] = useState('');
  useEffect(() => {
    const before = known.current;
    known.current = rank;
    if (rank === null || before === null || rank === before) return;
    setNews(t(rank < before ? 'rankUp' : 'rankDown', { rank }));
  }, [rank, t]);
  return (
    <p class="unseen" role="status">
      {news}
    </p>
  );
}
