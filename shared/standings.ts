// A board's result. `Scoreboard` keeps one window's tally and the rankings drawn from it up to date deal by deal;
// `computeStandings` builds one from the ledger. Both are the same code, so both give the same rows (rule ST8).
import { BoardView, type StandingsContext } from './board-view.ts';
import type { BoardDefinition } from './board.ts';
import type { Scored, SubjectType } from './deal.ts';
import { Tally, type LastReached, type Totals, type Touch } from './tally.ts';

export class Scoreboard {
  readonly context: StandingsContext;
  readonly #now: Tally;
  readonly #dayStart: Tally | null;
  readonly #views = new Map<string, BoardView>();

  /**
   * Starts empty, or takes over the deals of a scoreboard with the same range whose past the roster keeps; every deal
   * that `before` holds must have been received before a new day's start.
   */
  constructor(context: StandingsContext, before?: Scoreboard) {
    const { roster, dayStartsAt } = context;
    const takeOver = (tally: Tally | null | undefined): Tally => {
      if (!tally) return new Tally(roster);
      return tally.roster === roster ? tally : tally.copy(roster);
    };
    const held = before && { now: before.#now, dayStart: before.#dayStart };
    this.context = context;
    this.#now = takeOver(held?.now);
    const sameDay = before?.context.dayStartsAt === dayStartsAt;
    if (dayStartsAt === null) this.#dayStart = null;
    else if (held && !sameDay) this.#dayStart = held.now.copy(roster);
    else this.#dayStart = takeOver(held?.dayStart);
  }

  /** The totals of the subjects of one type, by subject index; to read only. */
  totalsOf(type: SubjectType): Readonly<Totals> {
    return this.#now.totals[type];
  }

  /** The subjects that a deal counts for. */
  touches(deal: Scored): Touch[] {
    return this.#now.touches(deal);
  }

  /** Whether a deal falls in this window. */
  covers(deal: Scored): boolean {
    return deal.closedAt >= this.context.range.startsAt && deal.closedAt < this.context.range.endsAt;
  }

  add(deal: Scored): void {
    this.#change(deal, (tally, touches) => tally.add(deal, touches));
  }

  /** Takes a deal out; `lastReached` finds what its subjects' tie-breaks fall back to (rule ST4). */
  remove(deal: Scored, lastReached: LastReached): void {
    // The day's start is asked for ranks only, and no tie-break changes a rank.
    this.#change(deal, (tally, touches) => tally.remove(deal, touches, tally === this.#now ? lastReached : () => 0));
  }

  view(definition: BoardDefinition): BoardView {
    const known = this.#views.get(definition.id);
    if (known) return known;
    const view = new BoardView(definition, this.context, this.#now, this.#dayStart);
    this.#views.set(definition.id, view);
    return view;
  }

  #change(deal: Scored, change: (tally: Tally, touches: Touch[]) => void): void {
    if (!this.covers(deal)) return;
    const touches = this.#now.touches(deal);
    const { dayStartsAt } = this.context;
    const wasThere = dayStartsAt !== null && deal.recordedAt < dayStartsAt;
    for (const view of this.#views.values()) view.lift(touches, wasThere);
    change(this.#now, touches);
    if (this.#dayStart && wasThere) change(this.#dayStart, touches);
    for (const view of this.#views.values()) view.drop(touches, wasThere);
  }
}

/** Standings of one board from the ledger's deals: the definition that all others must equal (rule ST8). */
export function computeStandings(
  definition: BoardDefinition,
  context: StandingsContext,
  deals: Iterable<Scored>,
): BoardView {
  const scoreboard = new Scoreboard(context);
  for (const deal of deals) scoreboard.add(deal);
  return scoreboard.view(definition);
}
