// What a win did: the rank, the quota with the part that it added, the lead on the pace.
import type { Win, WinEffect } from '../../../shared/patch.ts';
import { formatPercent } from '../../kit/format.ts';
import { useWall } from '../wall-context.ts';
import { leadOf } from './deed.ts';
import { useCelebrationWords } from './words.ts';

/** A lead of less than this is none worth a word. */
const LEAST_LEAD = 0.01;

export function Effects({ win }: { win: Win }) {
  const { locale } = useWall();
  const say = useCelebrationWords();
  const { effect } = win;
  if (!effect) return null;
  const { rank, previousRank, attainment } = effect;
  const lead = leadOf(win);
  return (
    <ul class="effects">
      {rank !== null && (
        <li class="effect">
          {say('rank')} {previousRank !== null && previousRank !== rank && <From rank={previousRank} />}
          <b>{rank}</b>
        </li>
      )}
      {attainment !== null && (
        <li class="effect">
          {say('quota')} <b>{formatPercent(attainment, locale)}</b>
          <Gain effect={effect} />
        </li>
      )}
      {lead >= LEAST_LEAD && (
        <li class="effect">
          {say('ahead')} <b>+{formatPercent(lead, locale)}</b>
        </li>
      )}
    </ul>
  );
}

function From({ rank }: { rank: number }) {
  return (
    <>
      <b>{rank}</b>
      <svg class="effect-arrow" viewBox="0 0 20 12" aria-hidden="true">
        <path d="M0 5h14V0l6 6-6 6V7H0Z" />
      </svg>
    </>
  );
}

/** The quota's bar up to 100 %: what was there before, and what the win added, which slides in. */
function Gain({ effect: { attainment, previousAttainment } }: { effect: WinEffect }) {
  const after = Math.min(1, attainment ?? 0);
  const before = Math.min(after, previousAttainment ?? 0);
  return (
    <span class="gain">
      <span class="gain-before" style={{ width: `${before * 100}%` }} />
      <span class="gain-added" style={{ left: `${before * 100}%`, width: `${(after - before) * 100}%` }} />
    </span>
  );
}
