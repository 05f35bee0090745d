// What pace and need leave out: days away, and a share of full time.
import type { StandingReport } from '../../../shared/schemas/standing.ts';
import { useFormats } from '../../kit/ui/formats.ts';
import { useText } from '../../kit/ui/locale.ts';
import { whereText } from './texts.ts';

const FULL_BP = 10_000;

export function Absences({ report: { rep } }: { report: StandingReport }) {
  const t = useText(whereText);
  const { date, percent } = useFormats();
  /** A local date stands for its noon: no zone of the office makes another day of it. */
  const day = (text: string) => date(Date.parse(`${text}T12:00:00Z`));
  const isPartTime = rep.workShareBp !== FULL_BP;
  if (rep.absences.length === 0 && !isPartTime) return null;
  return (
    <section class="where-panel">
      {rep.absences.length > 0 && (
        <>
          <h2>{t('absences')}</h2>
          <ul class="away">
            {rep.absences.map(({ from, to }) => (
              <li key={from}>{from === to ? day(from) : `${day(from)} – ${day(to)}`}</li>
            ))}
          </ul>
          <p class="quiet small">{t('absencesText')}</p>
        </>
      )}
      {isPartTime && <p class="small">{t('workShare', { share: percent(rep.workShareBp / FULL_BP) })}</p>}
    </section>
  );
}
