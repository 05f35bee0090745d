// People × periods in one metric: quota, where it comes from, what was reached of it, and where that leads. Rule QT12.
import { TYPES_FROM_TOP } from '../../shared/board.ts';
import { projectionOf } from '../../shared/course.ts';
import { OFFICE_ID, type SubjectType } from '../../shared/deal.ts';
import { isForecastMetric } from '../../shared/forecast.ts';
import type { QuotaMetric } from '../../shared/metric.ts';
import { ANYBODY, attainmentOf, ownAmounts, quotaBook, type QuotaBook } from '../../shared/quota.ts';
import type { Roster } from '../../shared/roster.ts';
import type { GridCell, GridPeriod, GridRow } from '../../shared/schemas/quotas.ts';
import { Tally } from '../../shared/tally.ts';
import { dateOf, instantIn } from '../../shared/time.ts';
import { isWithOffice, workDays, workTime, type WorkTime } from '../../shared/workdays.ts';
import type { Directory } from '../directory.ts';
import type { Period } from '../store/periods.ts';
import type { Tables } from '../store/store.ts';
import { quotaRules } from './context.ts';
import { countedBy, scoresOf } from './counted.ts';

export interface GridSources {
  directory: Directory;
  tables: Tables;
  now: number;
  metric: QuotaMetric;
  /** The reps whose forecasts whoever asks may see; null for all. */
  forecastsOf: ReadonlySet<string> | null;
}

/** A column of the grid: a cell for each subject of each type, by the roster's index. */
export type Column = Readonly<Record<SubjectType, readonly GridCell[]>>;

export function stateOf(period: Period, now: number): GridPeriod['state'] {
  if (period.closedAt !== null) return 'closed';
  return period.startsAt > now ? 'coming' : 'running';
}

/** One period's cells. A closed one is counted as it was known at its close, against what held then. Rule QT13. */
export function gridColumn(sources: GridSources, period: Period): Column {
  const { directory, tables, now, metric } = sources;
  const { roster } = directory;
  const office = directory.officeIn(period);
  if (!office) throw new Error('there is no grid before setup');
  const at = Math.min(now, period.endsAt);
  const rules = { ...quotaRules({ office, roster }, { ...period, quotas: directory.quotasOf(period.id) }, metric), at };
  const book = quotaBook(rules);
  const tally = count(sources, period);
  const state = stateOf(period, now);
  const times = state === 'running' ? timesOf(roster, workDays(period, office, at), instantIn(period, at)) : null;
  const draw = new Cells({ metric, state, own: ownAmounts(rules), book, tally, times });
  const forecasts = forecastsIn(sources, tables, period, instantIn(period, at));
  return {
    rep: roster.reps.map(({ id }, index) => draw.cell('rep', id, index, forecasts.rep[index] ?? null)),
    team: roster.teams.map(({ id }, index) => draw.cell('team', id, index, forecasts.team[index] ?? null)),
    office: [draw.cell('office', OFFICE_ID, 0, forecasts.office[0] ?? null)],
  };
}

/** What counts in a period: for a closed one, what its final knows, the restated one where there is one. */
function count({ directory, tables, metric }: GridSources, period: Period): Tally {
  const tally = new Tally(directory.roster);
  const scores = scoresOf(tables, countedBy(metric));
  const frozenAt = period.closedAt && (directory.finalOf(period.id)?.frozenAt ?? period.closedAt);
  for (const one of frozenAt === null ? scores.inRange(period) : scores.asOf(period, frozenAt)) {
    tally.add(one, tally.touches(one));
  }
  return tally;
}

type Times = Readonly<Record<SubjectType, readonly WorkTime[]>>;

/** Working time: a rep's own, that of a team's members together, and the office's calendar. */
function timesOf(roster: Roster, days: ReturnType<typeof workDays>, at: number): Times {
  const office = workTime(days, ANYBODY);
  const teams = roster.teams.map(() => ({ elapsed: 0, total: 0 }));
  const reps = roster.reps.map((rep) => {
    const time = workTime(days, rep);
    for (const index of roster.teamsAt(rep.id, at)) {
      const team = teams[index];
      if (!team) continue;
      team.elapsed += time.elapsed;
      team.total += time.total;
    }
    return time;
  });
  return { rep: reps, team: teams.map((time) => (time.total === 0 ? office : time)), office: [office] };
}

/** What is expected of each rep, and of groups the sum of their members. Rule FC1. */
function forecastsIn(
  { directory, metric, forecastsOf }: GridSources,
  tables: Tables,
  period: Period,
  at: number,
): Readonly<Record<SubjectType, readonly (number | null)[]>> {
  const { roster } = directory;
  const sums: Record<SubjectType, (number | null)[]> = { rep: [], team: [], office: [] };
  if (!isForecastMetric(metric)) return sums;
  for (const forecast of tables.forecasts.ofPeriod(period.id)) {
    if (forecast.metric !== metric || forecastsOf?.has(forecast.repId) === false) continue;
    const rep = roster.indexOf('rep', forecast.repId);
    sums.rep[rep] = forecast.amount;
    for (const team of roster.teamsAt(forecast.repId, at)) sums.team[team] = (sums.team[team] ?? 0) + forecast.amount;
    if (forecastsOf === null) sums.office[0] = (sums.office[0] ?? 0) + forecast.amount;
  }
  return sums;
}

interface Drawn {
  metric: QuotaMetric;
  state: GridPeriod['state'];
  own: ReadonlyMap<string, number>;
  book: QuotaBook;
  tally: Tally;
  times: Times | null;
}

class Cells {
  readonly #drawn: Drawn;

  constructor(drawn: Drawn) {
    this.#drawn = drawn;
  }

  cell(type: SubjectType, id: string, index: number, forecast: number | null): GridCell {
    const { metric, own, tally } = this.#drawn;
    const totals = tally.totals[type];
    const value = (metric === 'deals' ? totals.deals : totals.value)[index] ?? 0;
    return {
      own: own.get(`${type}:${id}`) ?? null,
      ...this.#measures(type, index, value),
      value,
      projection: this.#projection(type, index, value),
      forecast,
      accuracy: attainmentOf(value, forecast),
    };
  }

  #measures(
    type: SubjectType,
    index: number,
    value: number,
  ): Pick<GridCell, 'quota' | 'source' | 'sum' | 'rampBp' | 'whole' | 'attainment' | 'pace'> {
    const measure = this.#drawn.book[type][index];
    if (!measure) {
      return { quota: null, source: null, sum: null, rampBp: null, whole: null, attainment: null, pace: null };
    }
    const { quota, source, sum, pace, ramp } = measure;
    return {
      quota,
      source,
      sum: type === 'rep' ? null : sum,
      rampBp: ramp && ramp.shareBp,
      whole: ramp && ramp.whole,
      attainment: attainmentOf(value, quota),
      pace,
    };
  }

  #projection(type: SubjectType, index: number, value: number): number | null {
    const { state, times } = this.#drawn;
    if (state === 'closed') return value;
    const time = times?.[type][index];
    return time ? projectionOf(value, time) : null;
  }
}

/** Who is listed: the office, every team, and each rep who is there in one of the periods or has something in it. */
export function gridRows(
  { directory, now }: GridSources,
  periods: readonly Period[],
  columns: readonly Column[],
): GridRow[] {
  if (periods.length === 0) return [];
  const { roster, office } = directory;
  const timeZone = office?.timeZone ?? 'UTC';
  const first = dateOf(Math.min(...periods.map(({ startsAt }) => startsAt)), timeZone);
  const last = dateOf(Math.max(...periods.map(({ endsAt }) => endsAt - 1)), timeZone);
  return TYPES_FROM_TOP.flatMap((type) =>
    roster.subjects[type].flatMap(({ id, name }, index): GridRow[] => {
      const cells = columns.flatMap((column) => column[type][index] ?? []);
      const rep = type === 'rep' ? roster.reps[index] : undefined;
      if (rep && !isWithOffice(rep, first, last) && cells.every(isEmpty)) return [];
      return [{ type, id, name, parentId: parentOf(roster, type, index, now), cells }];
    }),
  );
}

function isEmpty({ own, value, forecast }: GridCell): boolean {
  return own === null && value === 0 && forecast === null;
}

function parentOf(roster: Roster, type: SubjectType, index: number, now: number): string | null {
  if (type === 'office') return null;
  if (type === 'team') return roster.teams[index]?.parentId ?? null;
  return roster.teamAt(roster.reps[index]?.id ?? '', now);
}
