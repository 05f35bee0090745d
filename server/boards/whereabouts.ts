// Where one rep stands in a period, why, and how it was before: read from the live board, from finals as announced,
// and from the ledger as it stood when the board was made (rules WS1 to WS5).
import { knownBoard, MAIN_BOARD, type BoardDefinition } from '../../shared/board.ts';
import type { Row } from '../../shared/board-view.ts';
import { bestDayOf } from '../../shared/best-day.ts';
import { explain, type Explained, type Explanation } from '../../shared/explanation.ts';
import { needOf, workLeft } from '../../shared/need.ts';
import { neighboursOf } from '../../shared/neighbours.ts';
import { Refusal } from '../../shared/problem.ts';
import type { Rep } from '../../shared/roster.ts';
import type { OfficeSettings } from '../../shared/schemas/office.ts';
import type { ExplanationView, RepHistory, StandingReport } from '../../shared/schemas/standing.ts';
import { dateOf, instantIn } from '../../shared/time.ts';
import { workDays, type WorkDay } from '../../shared/workdays.ts';
import type { Clock } from '../clock.ts';
import { originalView, paymentViewer } from '../deal-view.ts';
import type { Directory } from '../directory.ts';
import type { OwnDealRow } from '../store/own-deals.ts';
import type { Period } from '../store/periods.ts';
import type { Tables } from '../store/store.ts';
import type { Boards } from './boards.ts';
import { FinalRows } from './final-rows.ts';
import { Kept } from './kept.ts';
import type { LiveWindow } from './live-window.ts';
import { finalOf, periodView } from './results.ts';

/** How many deals are listed, colleagues in a tie, reps of a team. */
const LIMITS = { items: 500, tied: 5, team: 50 } as const;
/** A closed period shows whatever has come for it since. */
const ANY_REV = Number.MAX_SAFE_INTEGER;

/** The main board of a period, whole; `live` is null where it is a final. */
interface Result {
  period: Period;
  rev: number;
  asOf: number;
  rows: readonly Row[];
  live: LiveWindow | null;
}

export interface WhereaboutsParts {
  directory: Directory;
  tables: Tables;
  boards: Boards;
  clock: Clock;
}

export class Whereabouts {
  readonly #parts: WhereaboutsParts;
  readonly #finals: FinalRows;
  readonly #rows = new Kept<Row[]>();
  readonly #days = new Kept<WorkDay[]>();

  constructor(parts: WhereaboutsParts) {
    this.#parts = parts;
    this.#finals = new FinalRows(parts.directory, parts.tables.finals);
  }

  /** Rank, neighbours, what is needed, the team. Rules WS2, WS3. */
  standing(rep: Rep, periodId: string | undefined, office: OfficeSettings): StandingReport {
    const result = this.#resultOf(periodId);
    const { period, rows, live, rev, asOf } = result;
    const row = rows.find(({ subjectId }) => subjectId === rep.id) ?? null;
    const around = row ? neighboursOf(rows, row) : NOBODY;
    const work = live && workLeft(this.#daysOf(live, office), rep);
    return {
      rep: repView(rep, row, period, office),
      period: periodView(period),
      rev,
      asOf,
      row,
      ranked: rows.filter(({ rank }) => rank !== null).length,
      next: around.next && { ...around.next, names: [...around.next.names] },
      behind: around.behind && { ...around.behind, names: [...around.behind.names] },
      level: { ...around.level, names: [...around.level.names] },
      work,
      dayMinutes: Math.max(1, office.dayEndsMinute - office.dayStartsMinute),
      need: work && row ? needOf(row.value, row.quota, work.daysLeft) : null,
      team: row && row.group !== null ? this.#team(rep, row.group, result) : null,
    };
  }

  /** The working days as the pace on the board saw them. */
  #daysOf(live: LiveWindow, office: OfficeSettings): WorkDay[] {
    return this.#days.get([live], () => workDays(live.range, office, live.madeAt));
  }

  /** Each deal with its part in the value. Rule WS1. */
  explanation(rep: Rep, periodId: string | undefined): ExplanationView {
    return this.#parts.tables.atOnce(() => {
      const result = this.#resultOf(periodId);
      const own = this.#explain(rep.id, result);
      const row = result.rows.find(({ subjectId }) => subjectId === rep.id);
      return {
        period: periodView(result.period),
        rev: result.rev,
        rank: row?.rank ?? null,
        tied: row?.tied ?? false,
        value: own.value,
        deals: own.deals,
        sums: own.sums,
        items: own.items.slice(0, LIMITS.items).map(itemViewer(this.#parts)),
        left: Math.max(0, own.items.length - LIMITS.items),
        tie: row?.tied ? this.#tie(row, own, result) : null,
      };
    });
  }

  /** Closed periods as announced, and the records of the rep. Rules WS5, FA4. */
  history(rep: Rep, office: OfficeSettings): RepHistory {
    const { ownDeals } = this.#parts.tables;
    const items = this.#finals.of(rep.id);
    // Of equal periods the earliest is the record.
    const best = items.reduce<(typeof items)[number] | null>(
      (found, one) => (one.value > 0 && one.value >= (found?.value ?? 0) ? one : found),
      null,
    );
    return {
      items: items.map(({ period, ...line }) => ({ period: periodView(period), ...line })),
      records: {
        deal: ownDeals.largest(rep.id),
        day: bestDayOf(ownDeals.standing(rep.id), office),
        period: best && { id: best.period.id, name: best.period.name, value: best.value, at: best.period.endsAt },
      },
    };
  }

  #resultOf(periodId: string | undefined): Result {
    const { directory, tables, boards, clock } = this.#parts;
    const live = boards.running;
    if (periodId === undefined || periodId === live.period?.id) {
      if (!live.period) throw new Refusal('period/not-found');
      const rows = this.#rows.get([live, live.version], () => live.scoreboard.view(knownBoard(MAIN_BOARD)).rows());
      return { period: live.period, rev: live.rev, asOf: clock.now(), rows, live };
    }
    const period = directory.periodById(periodId);
    if (!period) throw new Refusal('period/not-found');
    const final = tables.finals.read(period.id);
    if (!final) throw new Refusal('period/not-closed');
    const { rev, rows } = finalOf(final.standings);
    return { period, rev, asOf: final.frozenAt, rows, live: null };
  }

  #explain(repId: string, { period, rev, asOf, live }: Result): Explanation<OwnDealRow> {
    const { directory, tables } = this.#parts;
    const known = tables.ownDeals.around(repId, period, live ? rev : ANY_REV);
    const closedAt = live ? null : asOf;
    const about: Explained = { range: period, rev, closedAt };
    // What was closed before the period is told of where it came too late for its own.
    return explain(
      known.filter((deal) => deal.closedAt >= period.startsAt || directory.isLate(deal)),
      about,
    );
  }

  #tie(row: Row, own: Explanation<OwnDealRow>, result: Result): ExplanationView['tie'] {
    const place = result.rows.indexOf(row);
    const others = result.rows
      .map((other, at) => ({ other, isBefore: at < place }))
      .filter(({ other }) => other.rank === row.rank && other !== row);
    return {
      reachedAt: reachedAt(own),
      others: others.slice(0, LIMITS.tied).map(({ other, isBefore }) => ({
        name: other.name,
        reachedAt: reachedAt(this.#explain(other.subjectId, result)),
        isBefore,
      })),
      count: others.length,
    };
  }

  /** A final knows teams by their names; the live board knows where the rep is now (rule ST9). */
  #team(rep: Rep, name: string, { rows, live, period, asOf }: Result): StandingReport['team'] {
    const { roster } = this.#parts.directory;
    const at = instantIn(period, asOf);
    const teamId = live ? roster.teamAt(rep.id, at) : null;
    const isMate = (row: Row) => (teamId === null ? row.group === name : roster.teamAt(row.subjectId, at) === teamId);
    const mates = rows.filter(isMate);
    const row = live && teamId !== null ? live.scoreboard.view(teamBoard(roster.levelOf(teamId))).rowOf(teamId) : null;
    return { name, row, reps: mates.slice(0, LIMITS.team), count: mates.length };
  }
}

const NOBODY = { next: null, behind: null, level: { names: [], count: 0 } } as const;

function teamBoard(level: number): BoardDefinition {
  return { id: `teams-of-level-${level}`, by: 'team', metric: 'revenue', window: 'period', level };
}

function repView(rep: Rep, row: Row | null, period: Period, { timeZone }: OfficeSettings): StandingReport['rep'] {
  const first = dateOf(period.startsAt, timeZone);
  const last = dateOf(period.endsAt - 1, timeZone);
  return {
    id: rep.id,
    name: rep.name,
    photoId: rep.photoId,
    team: row?.group ?? null,
    workShareBp: rep.workShareBp,
    absences: rep.absences.filter(({ from, to }) => from <= last && to >= first),
  };
}

function reachedAt({ items, reached }: Explanation<OwnDealRow>): number {
  return items.find(({ seq }) => seq === reached)?.recordedAt ?? 0;
}

type Item = Explanation<OwnDealRow>['items'][number];

function itemViewer(parts: WhereaboutsParts): (item: Item) => ExplanationView['items'][number] {
  const payment = paymentViewer(parts);
  return (item) => ({ ...itemView(item), original: originalView(item.original), payment: payment(item) });
}

function itemView(item: Item): Omit<ExplanationView['items'][number], 'original' | 'payment'> {
  const gone = item.void && { at: item.void.at, reason: item.void.reason, replacedBy: item.void.replacedBy };
  return {
    dealId: item.dealId,
    customer: item.customer,
    product: item.product,
    closedAt: item.closedAt,
    wonAt: item.wonAt,
    recordedAt: item.recordedAt,
    amountMinor: item.amountMinor,
    shareBp: item.shareBp,
    creditMinor: item.creditMinor,
    fate: item.fate,
    countsMinor: item.countsMinor,
    void: gone,
  };
}
