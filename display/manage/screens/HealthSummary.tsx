// Whether all TVs are well, at a glance.
import { useText } from '../../kit/ui/locale.ts';
import { screenText } from './texts.ts';
import type { Judged } from './use-screens.ts';

export function HealthSummary({ screens }: { screens: readonly Judged[] }) {
  const t = useText(screenText);
  const all = screens.length;
  const count = (...wanted: Judged['health'][]) => screens.filter(({ health }) => wanted.includes(health)).length;
  const lines = [
    ['missing', count('missing'), 'someMissing'],
    ['troubled', count('troubled'), 'someTroubled'],
    ['new', count('new'), 'someNew'],
    ['asleep', count('asleep'), 'someAsleep'],
    ['well', count('well'), 'someWell'],
  ] as const;
  return (
    <ul class="health-summary" aria-live="polite">
      {lines
        .filter(([, number]) => number > 0)
        .map(([health, number, words]) => (
          <li key={health} class={`health health-${health}`}>
            {t(words, { count: number, all })}
          </li>
        ))}
    </ul>
  );
}
