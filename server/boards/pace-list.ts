// Who is ahead of pace in the running period, and who is behind. Rule GL1.
import { knownBoard, MAIN_BOARD } from '../../shared/board.ts';
import type { Row } from '../../shared/board-view.ts';
import { projectionOf } from '../../shared/course.ts';
import type { PacedRep, PaceList } from '../../shared/schemas/home.ts';
import { dateOf } from '../../shared/time.ts';
import { isWithOffice, workDays, workTime } from '../../shared/workdays.ts';
import { officeOf, type Parts } from '../parts.ts';

/** How many are named of those ahead, and of those behind. */
const NAMED = 5;

interface Paced extends Row {
  quota: number;
  attainment: number;
  lead: number;
}

type Standing = keyof PaceList['counts'];

/** Of the reps within reach; null for all of them. */
export function paceListOf(parts: Parts, within: ReadonlySet<string> | null): PaceList {
  const { running } = parts.boards;
  const { roster } = parts.directory;
  const office = officeOf(parts);
  const today = dateOf(parts.clock.now(), office.timeZone);
  const counts: PaceList['counts'] = { reached: 0, ahead: 0, onPace: 0, behind: 0, noQuota: 0 };
  const paced: Paced[] = [];
  for (const row of running.scoreboard.view(knownBoard(MAIN_BOARD)).rows()) {
    const rep = roster.reps[roster.indexOf('rep', row.subjectId)];
    if (!rep || !isWithOffice(rep, today, today) || within?.has(rep.id) === false) continue;
    counts[standingOf(row)] += 1;
    const { quota, attainment, pace } = row;
    if (quota !== null && attainment !== null) paced.push({ ...row, quota, attainment, lead: row.value - (pace ?? 0) });
  }
  const days = workDays(running.range, office, parts.clock.now());
  const named = ({ subjectId, name, photoId, group, value, quota, attainment, lead }: Paced): PacedRep => {
    const rep = roster.reps[roster.indexOf('rep', subjectId)];
    const projection = rep ? projectionOf(value, workTime(days, rep)) : null;
    return { subjectId, name, photoId, group, value, quota, attainment, lead, projection };
  };
  // Rows come in the order of the board: who is as far ahead as another stands as on the wall.
  paced.sort((a, b) => b.lead / b.quota - a.lead / a.quota);
  return {
    periodId: running.period?.id ?? null,
    counts,
    ahead: paced
      .slice(0, NAMED)
      .filter(({ lead }) => lead > 0)
      .map(named),
    behind: paced
      .slice(-NAMED)
      .filter(({ lead }) => lead < 0)
      .reverse()
      .map(named),
  };
}

function standingOf({ value, quota, attainment, pace }: Row): Standing {
  if (quota === null || attainment === null) return 'noQuota';
  if (value >= quota) return 'reached';
  const lead = value - (pace ?? 0);
  if (lead === 0) return 'onPace';
  return lead > 0 ? 'ahead' : 'behind';
}
