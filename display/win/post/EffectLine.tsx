// What the win will do, said before it is sent.
import { useFormats } from '../../kit/ui/formats.ts';
import { useText } from '../../kit/ui/locale.ts';
import type { Preview } from './preview.ts';
import { winText } from '../texts.ts';

interface EffectLineProps {
  standing: Preview | null;
  isMissing: boolean;
  isEmpty: boolean;
}

export function EffectLine({ standing, isMissing, isEmpty }: EffectLineProps) {
  const t = useText(winText);
  const { percent } = useFormats();
  if (isMissing) {
    return (
      <p class="effect effect-bad" role="alert">
        {t('amountMissing')}
      </p>
    );
  }
  const rises = standing !== null && isRise(standing);
  return (
    <p class={`effect${rises ? ' effect-up' : ''}`} role="status">
      {isEmpty ? t('amountHint') : standing ? words(standing) : ' '}
    </p>
  );

  function words(preview: Preview): string {
    const { rank, attainment } = preview;
    const quota = attainment === null ? [] : [t('ofQuota', { attainment: percent(attainment) })];
    return [rank === null ? '' : rankWords(preview, rank), ...quota].filter(Boolean).join(' · ');
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
