// One stream counted over one window: its scoreboard and its buckets, filled from the ledger, then kept up event by event.
import type { StandingsContext } from '../../shared/board-view.ts';
import { Buckets } from '../../shared/course.ts';
import type { Scored, SubjectType } from '../../shared/deal.ts';
import { Scoreboard } from '../../shared/standings.ts';
import type { LastReached } from '../../shared/tally.ts';
import type { Scores } from '../store/scores.ts';

export class LiveCount {
  readonly scoreboard: Scoreboard;
  readonly buckets: Buckets;
  /** The commits up to this one are in. What was read from the ledger may be ahead of the commit in hand. */
  rev: number;
  /** Goes up with everything that is folded in. */
  version = 0;
  readonly #scores: Scores;

  /** Starts empty, with buckets that end at `ends`; takes the tallies over from `before`, where they count as before. */
  constructor(scores: Scores, context: StandingsContext, ends: readonly number[], before: LiveCount | null) {
    this.#scores = scores;
    this.scoreboard = before ? new Scoreboard(context, before.scoreboard) : new Scoreboard(context);
    this.buckets = before?.buckets ?? new Buckets(context.range.startsAt, ends);
    this.rev = before?.rev ?? 0;
  }

  /** Adds all that the ledger has of the window. */
  read(each: (one: Scored) => void = () => undefined): void {
    for (const one of this.#scores.inRange(this.scoreboard.context.range)) {
      this.scoreboard.add(one);
      this.buckets.add(one);
      each(one);
    }
  }

  add(one: Scored): void {
    this.version += 1;
    this.scoreboard.add(one);
    this.buckets.add(one);
  }

  remove(one: Scored): void {
    this.version += 1;
    this.scoreboard.remove(one, this.#lastReached(one));
    this.buckets.remove(one);
  }

  /** Looks back through the ledger for what a subject's tie-break falls back to (rules ST2, ST4). */
  #lastReached(gone: Scored): LastReached {
    const { roster } = this.scoreboard.context;
    return (type, index) => {
      const repId = type === 'rep' ? (roster.reps[index]?.id ?? null) : null;
      for (const other of this.#scores.backwards(repId, gone.seq)) {
        if (this.scoreboard.covers(other) && this.#moves(other, type, index)) return other.seq;
      }
      return 0;
    };
  }

  #moves(one: Scored, type: SubjectType, index: number): boolean {
    return this.scoreboard
      .touches(one)
      .some((touch) => touch.type === type && touch.index === index && touch.amountMinor !== 0);
  }
}
