// The facts of a board: what scenes show beside its rows. Boards of one window share what they can, so that a commit
// has each of it worked out once.
import type { BoardDefinition } from '../../shared/board.ts';
import { projectionOf } from '../../shared/course.ts';
import { FACT_LIMITS, type Facts, type Hall, type Improved, type Today } from '../../shared/facts.ts';
import { dueOf, mostImproved, type Past } from '../../shared/improved.ts';
import { quotaMetric } from '../../shared/quota.ts';
import type { CalendarRules } from '../../shared/time.ts';
import type { Clock } from '../clock.ts';
import type { Directory } from '../directory.ts';
import type { Change } from '../ledger/commands.ts';
import type { Tables } from '../store/store.ts';
import { hallOf, History, pastOf, type Closed } from './history.ts';
import { Kept } from './kept.ts';
import type { LiveWindow } from './live-window.ts';
import { RecordMarks } from './record-marks.ts';
import { todayOf } from './today.ts';

/** Between two turns of counting days, so that everybody else gets theirs. */
const PAUSE_MS = 20;

type WindowFacts = Pick<Facts, 'teams' | 'course' | 'sums' | 'projection'>;

export class BoardFacts {
  readonly #directory: Directory;
  readonly #clock: Clock;
  readonly #history: History;
  readonly #records: RecordMarks;
  /** Told when records have been found that no commit brought. */
  readonly #onFound: () => void;
  readonly #ofWindows = new Map<string, Kept<WindowFacts>>();
  readonly #today = new Kept<Today>();
  readonly #hall = new Kept<Hall[]>();
  readonly #past = new Kept<Past>();
  readonly #improved = new Kept<Improved[]>();
  /** The zone whose days are being counted; null while none are. */
  #countingIn: string | null = null;
  #cancelCount: () => void = () => undefined;

  constructor(directory: Directory, tables: Tables, clock: Clock, onFound: () => void) {
    this.#directory = directory;
    this.#clock = clock;
    this.#history = new History(directory, tables.finals);
    this.#records = new RecordMarks(tables.records);
    this.#onFound = onFound;
  }

  /** The latest closed periods as announced, newest first. */
  get closed(): readonly Closed[] {
    return this.#history.closed;
  }

  /** A board's facts from its live window and the one of today. Rule FA1. */
  of(definition: BoardDefinition, window: LiveWindow, today: LiveWindow): Facts {
    const { closed } = this.#history;
    const { roster } = this.#directory;
    this.#settle(today);
    return {
      ...this.#ofWindow(definition, window),
      today: this.#today.get([today, today.version], () => todayOf(today)),
      improved: this.#improvedOf(definition, window, closed),
      records: this.#records.marks(today, closed),
      hall: this.#hall.get([closed, roster], () => hallOf(closed, roster)),
    };
  }

  /** Takes note of a deal, a void or its end, in the order of the ledger. */
  fold(change: Extract<Change, { type: 'deal' | 'void' | 'restore' }>): void {
    const { office } = this.#directory;
    if (office) this.#records.fold(change, office);
  }

  /** The ledger has changed in ways that nobody told of. */
  forget(): void {
    this.#records.forget();
  }

  stop(): void {
    this.#cancelCount();
  }

  #ofWindow(definition: BoardDefinition, window: LiveWindow): WindowFacts {
    const key = `${definition.window} ${definition.metric}`;
    const kept = this.#ofWindows.get(key) ?? new Kept<WindowFacts>();
    this.#ofWindows.set(key, kept);
    const { metric } = definition;
    const { scoreboard, buckets, version } = window.countOf(metric);
    return kept.get([window, version], () => {
      const teams = scoreboard.view({ ...definition, id: `teams-${metric}`, by: 'team', level: 1 });
      const counted = quotaMetric(metric);
      const { value, deals } = scoreboard.totalsOf('office');
      return {
        teams: teams.rows(FACT_LIMITS.teams),
        course: window.course(counted),
        sums: buckets.sums(counted === 'revenue' ? 'revenue' : 'deals', window.madeAt),
        projection: projectionOf((counted === 'deals' ? deals : value)[0] ?? 0, window.workTime),
      };
    });
  }

  #improvedOf(definition: BoardDefinition, window: LiveWindow, closed: readonly Closed[]): Improved[] {
    const isRunning = window.period !== null && window.period.closedAt === null;
    if (!isRunning || quotaMetric(definition.metric) !== 'revenue') return [];
    const { roster, locale } = window.scoreboard.context;
    const past = this.#past.get([closed, roster, window.range.startsAt], () =>
      pastOf(closed, roster, window.range.startsAt),
    );
    return this.#improved.get([past, window, window.version], () => {
      const { value: values } = window.scoreboard.totalsOf('rep');
      const nameOrder = roster.nameOrder('rep', locale);
      return mostImproved(values, past, window.workTime, { nameOrder, limit: FACT_LIMITS.improved }).map((index) => ({
        subjectId: roster.reps[index]?.id ?? '',
        name: roster.reps[index]?.name ?? '',
        photoId: roster.reps[index]?.photoId ?? null,
        value: values[index] ?? 0,
        average: dueOf(past, window.workTime, index),
      }));
    });
  }

  /** Counts days for the records, unless the next turn of that has been set already. */
  #settle(today: LiveWindow): void {
    const { office } = this.#directory;
    if (!office || this.#countingIn === office.timeZone) return;
    this.#cancelCount();
    this.#countingIn = null;
    if (this.#records.settle(today, office)) return;
    this.#countingIn = office.timeZone;
    this.#count(today, office);
  }

  #count(today: LiveWindow, rules: CalendarRules): void {
    this.#cancelCount = this.#clock.after(PAUSE_MS, () => {
      if (!this.#records.settle(today, rules)) {
        this.#count(today, rules);
        return;
      }
      this.#countingIn = null;
      this.#onFound();
    });
  }
}
