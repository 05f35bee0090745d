// The teams below the office, by the board's metric, with the way to their quotas.
import './teams.css';
import type { Row } from '../../../shared/board-view.ts';
import { isActivityMetric, type Metric } from '../../../shared/metric.ts';
import { formatPercent } from '../../kit/format.ts';
import { CountUp } from '../CountUp.tsx';
import { QuotaBar } from '../QuotaBar.tsx';
import type { SceneProps } from '../scene.ts';
import { useRowFigure, useWall } from '../wall-context.ts';
import { Sheet } from './Sheet.tsx';
import { useSceneWords } from './words.ts';

const MOST = { side: 10, full: 10, tall: 10, band: 3 };

export function Teams({ snapshot, room }: SceneProps) {
  const say = useSceneWords();
  const teams = snapshot.facts.teams.slice(0, MOST[room]);
  return (
    <Sheet title={say('teams')} none={teams.length === 0 ? say('teamsNone') : null}>
      <ol class={`teams ${teams.length > 6 ? 'teams--many' : ''}`}>
        {teams.map((team) => (
          <Team key={team.subjectId} team={team} metric={snapshot.definition.metric} />
        ))}
      </ol>
    </Sheet>
  );
}

function Team({ team, metric }: { team: Row; metric: Metric }) {
  const { locale, say } = useWall();
  const format = useRowFigure(team, metric);
  const { rank, tied, name, quota, attainment, pace, value } = team;
  return (
    <li class={`team team--${rank ?? 'none'}`}>
      <span class="team-rank stage-figure">
        {tied && rank !== null ? '=' : ''}
        {rank ?? '–'}
      </span>
      <span class="team-name">{name}</span>
      {quota === null ? (
        <span class="team-none">{isActivityMetric(metric) ? '' : say('noQuota')}</span>
      ) : (
        <>
          <QuotaBar value={value} quota={quota} pace={pace} />
          <span class="team-percent stage-figure">{formatPercent(attainment ?? 0, locale)}</span>
        </>
      )}
      <CountUp class="team-value stage-figure" value={value} format={format} />
    </li>
  );
}
