// One window, live: what is counted in it and its course, filled from the ledger, then kept up event by event.
import { scoredActivity, type Activity } from '../../shared/activity.ts';
import type { StandingsContext } from '../../shared/board-view.ts';
import type { WindowKind } from '../../shared/board.ts';
import type { Metric, QuotaMetric } from '../../shared/metric.ts';
import { bucketEnds } from '../../shared/course.ts';
import type { Deal } from '../../shared/deal.ts';
import type { Course } from '../../shared/facts.ts';
import { officePace } from '../../shared/pace.ts';
import { ANYBODY } from '../../shared/quota.ts';
import type { Roster } from '../../shared/roster.ts';
import type { Scoreboard } from '../../shared/standings.ts';
import { windowAt, type Range } from '../../shared/time.ts';
import { workDays, workTime, type WorkTime } from '../../shared/workdays.ts';
import type { Directory } from '../directory.ts';
import type { Period } from '../store/periods.ts';
import type { Tables } from '../store/store.ts';
import { quotaRules, standingsContext, type ContextSources } from './context.ts';
import { countedBy, scoresOf, streamsOf, type Counted } from './counted.ts';
import { DayTally } from './day-tally.ts';
import { LiveCount } from './live-count.ts';

const QUARTER_HOUR_MS = 900_000;

export class LiveWindow {
  readonly range: Range;
  readonly madeAt: number;
  readonly period: Period | null;
  /** When pace, the day or the window itself moves on, and this one has to be made afresh. */
  staleAt: number;
  /** Working days left in the window, today included until its working hours end. */
  readonly workingDaysLeft: number;
  /** The office's working time in the window. */
  readonly workTime: WorkTime;
  /** Of the window `today` alone. */
  readonly day: DayTally | null;
  readonly #deals: LiveCount;
  /** Activities are counted from the first time on that a board of theirs is asked for. */
  readonly #counts = new Map<Counted, LiveCount>();
  readonly #tables: Tables;
  readonly #sources: ContextSources;
  readonly #context: StandingsContext;
  readonly #ends: readonly number[];
  readonly #courses: Map<QuotaMetric | null, Course>;

  /** Takes the tallies over from the first of `before` since which only time has passed. */
  constructor(kind: WindowKind, directory: Directory, tables: Tables, at: number, before: readonly LiveWindow[] = []) {
    const { office, roster } = directory;
    if (!office) throw new Error('there are no boards before setup');
    const day = windowAt('day', at, office);
    this.madeAt = at;
    this.#tables = tables;
    const running = kind === 'period' ? directory.runningPeriod(at) : null;
    this.range = running ?? windowAt(CALENDAR[kind], at, office);
    this.period = running ?? directory.periodOf(this.range);
    this.staleAt = Math.min(this.range.endsAt, day.endsAt, (Math.floor(at / QUARTER_HOUR_MS) + 1) * QUARTER_HOUR_MS);
    this.#sources = {
      office,
      roster,
      period: this.period && { ...this.period, quotas: directory.quotasOf(this.period.id) },
      range: this.range,
      at,
      dayStartsAt: day.startsAt,
    };
    this.#context = standingsContext(this.#sources);
    const days = workDays(this.range, office, at);
    this.workingDaysLeft = days.filter(({ done }) => done < 1).length;
    this.workTime = workTime(days, ANYBODY);
    this.#ends = bucketEnds(this.range, office);
    const same = before.find((one) => one.countsFor(this.range, this.#ends, roster, office.timeZone)) ?? null;
    this.day = same ? same.day : dayTally(kind, this.range, office.timeZone, tables);
    this.#courses = same?.coursesFor(this.#sources) ?? new Map<QuotaMetric | null, Course>();
    if (same) for (const [counted, count] of same.#counts) this.#open(counted, count);
    this.#deals = this.#count('deals');
  }

  /** The scoreboard of the window's deals. */
  get scoreboard(): Scoreboard {
    return this.#deals.scoreboard;
  }

  /** Goes up with every deal that is folded in. */
  get version(): number {
    return this.#deals.version;
  }

  /** What a metric's boards are drawn from. */
  countOf(metric: Metric): LiveCount {
    return this.#count(countedBy(metric));
  }

  #count(counted: Counted): LiveCount {
    return this.#counts.get(counted) ?? this.#read(counted, this.#open(counted, null));
  }

  #open(counted: Counted, before: LiveCount | null): LiveCount {
    const count = new LiveCount(scoresOf(this.#tables, counted), this.#context, this.#ends, before);
    this.#counts.set(counted, count);
    return count;
  }

  /** Whether what this window has counted holds for that range, cut like that, with that roster, in that zone. */
  countsFor(range: Range, ends: readonly number[], roster: Roster, timeZone: string): boolean {
    const own = this.#ends;
    if (timeZone !== this.#sources.office.timeZone) return false;
    const isCutAlike = own.length === ends.length && own.every((end, place) => end === ends[place]);
    return isSameRange(this.range, range) && isCutAlike && roster.keepsPast(this.#sources.roster);
  }

  /** The courses that were worked out, if they hold for these sources: they are the dearest part of a window. */
  coursesFor(sources: ContextSources): Map<QuotaMetric | null, Course> | null {
    return hasSameQuotas(this.#sources, sources) ? this.#courses : null;
  }

  /**
   * The window's buckets and the office's pace at the end of each, in a metric that has quotas; the same object as long
   * as both stay. Rule FA2.
   */
  course(metric: QuotaMetric | null): Course {
    const known = this.#courses.get(metric);
    if (known) return known;
    const { period } = this.#sources;
    const pace = period && metric && officePace(quotaRules(this.#sources, period, metric), this.#ends);
    const course = { startsAt: this.range.startsAt, ends: this.#ends, pace };
    this.#courses.set(metric, course);
    return course;
  }

  /** Has the window made afresh the next time that it is asked for. */
  expire(): void {
    this.staleAt = 0;
  }

  /** Folds one deal of a commit in, or takes it out again, unless the window has that already. */
  fold({ type, deal }: { type: 'deal' | 'void' | 'restore'; deal: Deal }, rev: number): void {
    if (this.#deals.rev >= rev || !this.scoreboard.covers(deal)) return;
    if (type !== 'void') {
      this.#deals.add(deal);
      this.day?.add(deal);
    } else {
      this.#deals.remove(deal);
      this.day?.remove(deal);
    }
  }

  /** The same for an activity, in what is counted of it here. Rule AC2. */
  foldActivity({ type, activity }: { type: 'activity' | 'activity-void'; activity: Activity }, rev: number): void {
    const one = scoredActivity(activity);
    if (!this.scoreboard.covers(one)) return;
    for (const metric of streamsOf(activity)) {
      const count = this.#counts.get(metric);
      if (!count || count.rev >= rev) continue;
      if (type === 'activity') count.add(one);
      else count.remove(one);
    }
  }

  /** All of a commit has been folded in. */
  reach(rev: number): void {
    for (const count of this.#counts.values()) count.rev = Math.max(count.rev, rev);
  }

  /** Whether it was counted with those people and looks back to the same morning as another. */
  isContemporary({ scoreboard: { context } }: LiveWindow): boolean {
    return context.roster === this.#context.roster && context.dayStartsAt === this.#context.dayStartsAt;
  }

  /** The rev that its deals stand at. */
  get rev(): number {
    return this.#deals.rev;
  }

  /** Fills a count from one snapshot of the ledger, whose rev it has from there on. */
  #read(counted: Counted, count: LiveCount): LiveCount {
    const day = counted === 'deals' ? this.day : null;
    this.#tables.atOnce(() => {
      count.read((deal) => day?.count(deal));
      day?.findLargest();
      count.rev = this.#tables.revision.read()?.rev ?? 0;
    });
    return count;
  }
}

/** Of what was there before a window, what the reset that began it has ended, as long as that can be kept up. */
export function endedByReset(window: LiveWindow, before: readonly LiveWindow[]): LiveWindow | null {
  const resetOf = window.period?.resetOf ?? null;
  return before.find((one) => resetOf !== null && one.period?.id === resetOf && one.isContemporary(window)) ?? null;
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
