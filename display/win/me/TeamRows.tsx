// The rep's team: where it stands, and who is in it.
import './rows.css';
import type { StandingReport } from '../../../shared/schemas/standing.ts';
import { useFormats } from '../../kit/ui/formats.ts';
import { useText } from '../../kit/ui/locale.ts';
import { QuotaBar } from '../../kit/ui/QuotaBar.tsx';
import { Face } from '../Face.tsx';
import { whereText } from './texts.ts';

interface TeamRowsProps {
  report: StandingReport;
  repId: string;
  isOwn: boolean;
}

export function TeamRows({ report: { team }, repId, isOwn }: TeamRowsProps) {
  const t = useText(whereText);
  const { short, percent } = useFormats();
  if (!team) return null;
  const { row } = team;
  return (
    <section class="where-panel">
      <h2>{t('team', { name: team.name })}</h2>
      {row && (
        <div class="where-team">
          <p>
            <strong class="figure">{short(row.value)}</strong>
            <span class="quiet small">
              {[
                row.rank === null ? '' : t('teamRank', { rank: `${row.tied ? '=' : ''}${row.rank}` }),
                row.attainment === null || row.quota === null
                  ? ''
                  : t('attained', { attainment: percent(row.attainment), quota: short(row.quota) }),
              ]
                .filter(Boolean)
                .join(' · ')}
            </span>
          </p>
          <QuotaBar value={row.value} quota={row.quota} pace={row.pace} />
        </div>
      )}
      <ol class="mates">
        {team.reps.map((mate) => (
          <li key={mate.subjectId} aria-current={mate.subjectId === repId ? 'true' : undefined}>
            <span class="mate-rank figure">{mate.rank === null ? '–' : `${mate.tied ? '=' : ''}${mate.rank}`}</span>
            <Face name={mate.name} photoId={mate.photoId} />
            <span class="mate-name">
              <span class="clamped">{mate.name}</span>
              {isOwn && mate.subjectId === repId && <em>{t('you')}</em>}
            </span>
            <strong class="figure">{short(mate.value)}</strong>
          </li>
        ))}
      </ol>
      {team.count > team.reps.length && (
        <p class="quiet small">{t('teamMore', { count: team.count - team.reps.length })}</p>
      )}
    </section>
  );
}
