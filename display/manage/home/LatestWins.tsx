// The wins that came in last.
import type { Snapshot } from '../../../shared/patch.ts';
import { useFormats } from '../../kit/ui/formats.ts';
import { useText } from '../../kit/ui/locale.ts';
import { homeText } from './texts.ts';

export function LatestWins({ board }: { board: Snapshot | null }) {
  const t = useText(homeText);
  const { short, dateTime } = useFormats();
  const wins = board?.wins ?? [];
  if (wins.length === 0) return <p class="quiet">{t('latestEmpty')}</p>;
  return (
    <ol class="latest">
      {wins.slice(0, 8).map((win) => (
        <li key={win.dealId}>
          <strong class="figure">{short(win.amountMinor)}</strong>
          <span>
            <span class="clamped">{win.reps.map((rep) => rep.name).join(', ')}</span>
            <small class="quiet">{[win.customer, dateTime(win.at)].filter(Boolean).join(' · ')}</small>
          </span>
        </li>
      ))}
    </ol>
  );
}
