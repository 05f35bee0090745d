// What the win will do, said before it is sent; of one that is shared the own part.
import { useFormats } from '../../kit/ui/formats.ts';
import { useText } from '../../kit/ui/locale.ts';
import { winText } from '../texts.ts';
import type { Preview } from './preview.ts';
import { postText } from './texts.ts';

interface EffectLineProps {
  standing: Preview | null;
  /** What keeps the win from being sent, once that was tried. */
  fault: string | null;
  /** The own part of a win that is shared. */
  ownMinor: number | null;
  /** What a win in another currency comes to on the board, as far as the phone knows. */
  boardMinor: number | null;
  isEmpty: boolean;
}

export function EffectLine({ standing, fault, ownMinor, boardMinor, isEmpty }: EffectLineProps) {
  const t = useText(winText);
  const post = useText(postText);
  const { percent, short } = useFormats();
  if (fault !== null) {
    return (
      <p class="effect effect-bad" role="alert">
        {fault}
      </p>
    );
  }
  const rises = standing !== null && isRise(standing);
  return (
    <p class={`effect${rises ? ' effect-up' : ''}`} role="status">
      {isEmpty ? t('amountHint') : words() || ' '}
    </p>
  );

  function words(): string {
    const own = ownMinor === null ? '' : post('yourShare', { amount: short(ownMinor) });
    const rank = standing === null || standing.rank === null ? '' : rankWords(standing, standing.rank);
    const attainment = standing?.attainment ?? null;
    const quota = attainment === null ? '' : t('ofQuota', { attainment: percent(attainment) });
    const board = boardMinor === null ? '' : `≈ ${short(boardMinor)}`;
    return [board, own, rank, ownMinor === null ? quota : ''].filter(Boolean).join(' · ');
  }

  function rankWords(preview: Preview, rank: number): string {
    if (preview.tied) return `${isRise(preview) ? '▲ ' : ''}${t('willTie', { rank })}`;
    if (rank === preview.rankBefore) return rank === 1 ? t('leading') : t('willStay', { rank });
    return `▲ ${rank === 1 ? t('willLead') : t('willRise', { rank })}`;
  }
}

function isRise({ rank, rankBefore }: Preview): boolean {
  return rank !== null && (rankBefore === null || rank < rankBefore);
}
