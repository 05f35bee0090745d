// One window's live scoreboard: filled from the ledger, then kept up to date deal by deal.
import type { WindowKind } from '../../shared/board.ts';
import type { Deal, SubjectType } from '../../shared/deal.ts';
import { Scoreboard } from '../../shared/standings.ts';
import type { LastReached } from '../../shared/tally.ts';
import { windowAt, type Range } from '../../shared/time.ts';
import { workDays } from '../../shared/workdays.ts';
import type { Directory } from '../directory.ts';
import type { Period } from '../store/periods.ts';
import type { Tables } from '../store/store.ts';
import { standingsContext } from './context.ts';

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
  /** The commits up to this one are in. A window that was read from the ledger may be ahead of the commit in hand. */
  rev: number;
  readonly #scores: Tables['scores'];

  /** Takes the tallies over from `before` where only time has passed since. */
  constructor(kind: WindowKind, directory: Directory, tables: Tables, at: number, before?: LiveWindow) {
    const office = directory.office;
    if (!office) throw new Error('there are no boards before setup');
    const day = windowAt('day', at, office);
    this.madeAt = at;
    this.#scores = tables.scores;
    this.period = kind === 'period' ? directory.runningPeriod(at) : null;
    this.range = this.period ?? windowAt(CALENDAR[kind], at, office);
    this.period ??= directory.periodOf(this.range);
    this.staleAt = Math.min(this.range.endsAt, day.endsAt, (Math.floor(at / QUARTER_HOUR_MS) + 1) * QUARTER_HOUR_MS);
    const context = standingsContext({
      office,
      roster: directory.roster,
      period: this.period && { ...this.period, quotas: directory.quotasOf(this.period.id) },
      range: this.range,
      at,
      dayStartsAt: day.startsAt,
    });
    this.workingDaysLeft = workDays(this.range, office, at).filter(({ done }) => done < 1).length;
    const same =
      before && isSameRange(before.range, this.range) && directory.roster.keepsPast(before.scoreboard.context.roster);
    this.scoreboard = same ? new Scoreboard(context, before.scoreboard) : new Scoreboard(context);
    this.rev = same ? before.rev : this.#read(tables);
  }

  /** Has the window made afresh the next time that it is asked for. */
  expire(): void {
    this.staleAt = 0;
  }

  /** Folds one change of a commit in, unless the window has it already. */
  fold(change: { type: 'deal' | 'void'; deal: Deal }): void {
    const { type, deal } = change;
    if (type === 'deal') this.scoreboard.add(deal);
    else this.scoreboard.remove(deal, this.#lastReached(deal));
  }

  /** Adds every deal of the window from one snapshot of the ledger; gives the snapshot's rev. */
  #read(tables: Tables): number {
    return tables.atOnce(() => {
      for (const deal of tables.scores.inRange(this.range)) this.scoreboard.add(deal);
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

function isSameRange(a: Range, b: Range): boolean {
  return a.startsAt === b.startsAt && a.endsAt === b.endsAt;
}
