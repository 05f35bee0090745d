// The wins that came in last, the newest first; wiped aside with a finger.
import type { Win } from '../../../shared/patch.ts';
import { useFormats } from '../../kit/ui/formats.ts';
import { useText } from '../../kit/ui/locale.ts';
import { boardText } from './texts.ts';

const SHOWN = 8;

export function LatestWins({ wins }: { wins: readonly Win[] }) {
  const t = useText(boardText);
  const { short, dateTime } = useFormats();
  if (wins.length === 0) return null;
  return (
    <ol class="latest-wins" aria-label={t('latest')} tabIndex={0}>
      {wins.slice(0, SHOWN).map((win) => (
        <li key={win.dealId}>
          <strong class="figure">{short(win.amountMinor)}</strong>
          <b>{win.reps.map(({ name }) => name).join(', ')}</b>
          <small>{[win.customer, dateTime(win.at)].filter(Boolean).join(' · ')}</small>
        </li>
      ))}
    </ol>
  );
}
