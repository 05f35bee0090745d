// One window, live: its scoreboard and its course, filled from the ledger, then kept up to date deal by deal.
import type { WindowKind } from '../../shared/board.ts';
import { bucketEnds, Buckets } from '../../shared/course.ts';
import type { Deal, QuotaMetric, SubjectType } from '../../shared/deal.ts';
import type { Course } from '../../shared/facts.ts';
import { officePace } from '../../shared/pace.ts';
import { ANYBODY } from '../../shared/quota.ts';
import type { Roster } from '../../shared/roster.ts';
import { Scoreboard } from '../../shared/standings.ts';
import type { LastReached } from '../../shared/tally.ts';
import { windowAt, type Range } from '../../shared/time.ts';
import { workDays, workTime, type WorkTime } from '../../shared/workdays.ts';
import type { Directory } from '../directory.ts';
import type { Period } from '../store/periods.ts';
import type { Tables } from '../store/store.ts';
import { quotaRules, standingsContext, type ContextSources } from './context.ts';
import { DayTally } from './day-tally.ts';

const QUARTER_HOUR_MS = 900_000;

export class LiveWindow {
  readonly range: Range;
  readonly madeAt: number;
  readonly period: Period | null;
  /** When pace, the day or the window itself moves on, and this one has to be made afresh. */
  staleAt: number;
  readonly scoreboard: Scoreboard;
  /** Working days left in the window, today included until its working hours end. */
  readonly workingDaysLeft: number;
  /** The office's working time in the window. */
  readonly workTime: WorkTime;
  readonly buckets: Buckets;
  /** Of the window `today` alone. */
  readonly day: DayTally | null;
  /** The commits up to this one are in. A window that was read from the ledger may be ahead of the commit in hand. */
  rev: number;
  /** Goes up with every deal that is folded in. */
  version = 0;
  readonly #scores: Tables['scores'];
  readonly #sources: ContextSources;
  readonly #courses: Map<QuotaMetric, Course>;

  /** Takes the tallies over from `before` where only time has passed since. */
  constructor(kind: WindowKind, directory: Directory, tables: Tables, at: number, before?: LiveWindow) {
    const office = directory.office;
    if (!office) throw new Error('there are no boards before setup');
    const day = windowAt('day', at, office);
    this.madeAt = at;
    this.#scores = tables.scores;
    const running = kind === 'period' ? directory.runningPeriod(at) : null;
    this.range = running ?? windowAt(CALENDAR[kind], at, office);
    this.period = running ?? directory.periodOf(this.range);
    this.staleAt = Math.min(this.range.endsAt, day.endsAt, (Math.floor(at / QUARTER_HOUR_MS) + 1) * QUARTER_HOUR_MS);
    this.#sources = {
      office,
      roster: directory.roster,
      period: this.period && { ...this.period, quotas: directory.quotasOf(this.period.id) },
      range: this.range,
      at,
      dayStartsAt: day.startsAt,
    };
    const context = standingsContext(this.#sources);
    const days = workDays(this.range, office, at);
    this.workingDaysLeft = days.filter(({ done }) => done < 1).length;
    this.workTime = workTime(days, ANYBODY);
    const ends = bucketEnds(this.range, office);
    const same = before?.countsFor(this.range, ends, directory.roster) ? before : null;
    this.scoreboard = same ? new Scoreboard(context, same.scoreboard) : new Scoreboard(context);
    this.buckets = same?.buckets ?? new Buckets(this.range.startsAt, ends);
    this.day = same ? same.day : dayTally(kind, this.range, office.timeZone, tables);
    this.#courses = same?.coursesFor(this.#sources) ?? new Map<QuotaMetric, Course>();
    this.rev = same ? same.rev : this.#read(tables);
  }

  /** Whether what this window has counted holds for that range, cut like that, with that roster. */
  countsFor(range: Range, ends: readonly number[], roster: Roster): boolean {
    const own = this.buckets.ends;
    const isCutAlike = own.length === ends.length && own.every((end, place) => end === ends[place]);
    return isSameRange(this.range, range) && isCutAlike && roster.keepsPast(this.#sources.roster);
  }

  /** The courses that were worked out, if they hold for these sources: they are the dearest part of a window. */
  coursesFor(sources: ContextSources): Map<QuotaMetric, Course> | null {
    return hasSameQuotas(this.#sources, sources) ? this.#courses : null;
  }

  /** The window's buckets and the office's pace at the end of each; the same object as long as both stay. Rule FA2. */
  course(metric: QuotaMetric): Course {
    const known = this.#courses.get(metric);
    if (known) return known;
    const { startsAt, ends } = this.buckets;
    const { period } = this.#sources;
    const pace = period && officePace(quotaRules(this.#sources, period, metric), ends);
    const course = { startsAt, ends, pace };
    this.#courses.set(metric, course);
    return course;
  }

  /** Has the window made afresh the next time that it is asked for. */
  expire(): void {
    this.staleAt = 0;
  }

  /** Folds one change of a commit in, unless the window has it already. */
  fold(change: { type: 'deal' | 'void'; deal: Deal }): void {
    const { type, deal } = change;
    if (!this.scoreboard.covers(deal)) return;
    this.version += 1;
    if (type === 'deal') {
      this.scoreboard.add(deal);
      this.buckets.add(deal);
      this.day?.add(deal);
    } else {
      this.scoreboard.remove(deal, this.#lastReached(deal));
      this.buckets.remove(deal);
      this.day?.remove(deal);
    }
  }

  /** Adds every deal of the window from one snapshot of the ledger; gives the snapshot's rev. */
  #read(tables: Tables): number {
    return tables.atOnce(() => {
      for (const deal of tables.scores.inRange(this.range)) {
        this.scoreboard.add(deal);
        this.buckets.add(deal);
        this.day?.count(deal);
      }
      this.day?.findLargest();
      return tables.revision.read()?.rev ?? 0;
    });
  }

  /** Looks back through the ledger for what a subject's tie-break falls back to (rules ST2, ST4). */
  #lastReached(deal: Deal): LastReached {
    const { roster } = this.scoreboard.context;
    return (type, index) => {
      const repId = type === 'rep' ? (roster.reps[index]?.id ?? null) : null;
      for (const other of this.#scores.backwards(repId, deal.seq)) {
        if (this.scoreboard.covers(other) && this.#moves(other, type, index)) return other.seq;
      }
      return 0;
    };
  }

  #moves(deal: Parameters<Scoreboard['covers']>[0], type: SubjectType, index: number): boolean {
    return this.scoreboard
      .touches(deal)
      .some((touch) => touch.type === type && touch.index === index && touch.amountMinor !== 0);
  }
}

const CALENDAR = {
  period: 'month',
  today: 'day',
  week: 'week',
  month: 'month',
  quarter: 'quarter',
  year: 'year',
} as const;

function dayTally(kind: WindowKind, range: Range, timeZone: string, tables: Tables): DayTally | null {
  return kind === 'today' ? new DayTally(range, timeZone, tables.records) : null;
}

/** Whether all that a course depends on beside the range is the very same. */
function hasSameQuotas(a: ContextSources, b: ContextSources): boolean {
  return a.office === b.office && a.roster === b.roster && a.period?.quotas === b.period?.quotas;
}

function isSameRange(a: Range, b: Range): boolean {
  return a.startsAt === b.startsAt && a.endsAt === b.endsAt;
}
