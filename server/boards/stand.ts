// Where everybody stands, with as little as notices need: a rank, a value, a quota.
import { knownBoard, MAIN_BOARD } from '../../shared/board.ts';
import type { SubjectType } from '../../shared/deal.ts';
import type { Place, Stand } from '../../shared/notices.ts';
import type { Scoreboard } from '../../shared/standings.ts';

export function standOf(scoreboard: Scoreboard, periodId: string | null): Stand {
  const rows = scoreboard.view(knownBoard(MAIN_BOARD)).rows();
  return {
    periodId,
    reps: new Map(rows.map(({ subjectId, rank, value, quota }) => [subjectId, { rank, value, quota }])),
    teams: new Map(scoreboard.context.roster.teams.map(({ id }, index) => [id, groupOf(scoreboard, 'team', index)])),
    office: groupOf(scoreboard, 'office', 0),
  };
}

function groupOf(scoreboard: Scoreboard, type: Exclude<SubjectType, 'rep'>, index: number): Place {
  const { quotas } = scoreboard.context;
  return {
    rank: null,
    value: scoreboard.totalsOf(type).value[index] ?? 0,
    quota: quotas?.revenue?.[type][index]?.quota ?? null,
  };
}
