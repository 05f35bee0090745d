// Standings kept up deal by deal against their definition, over random offices and ledgers.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Scored } from '../../shared/deal.ts';
import { Roster } from '../../shared/roster.ts';
import type { StandingsContext } from '../../shared/board-view.ts';
import { computeStandings, Scoreboard } from '../../shared/standings.ts';
import type { LastReached } from '../../shared/tally.ts';
import { EVERY_BOARD, worlds, type LedgerEvent, type World } from '../kit/arbitraries.ts';
import { HOUR_MS, makeContext, MONTH } from '../kit/make.ts';
import { isDistance, naiveRows, shareOf } from '../kit/naive-standings.ts';

/** A ledger, and beside it the scoreboard that is told of everything. */
class History {
  readonly standing: Scored[] = [];
  readonly #world: World;
  readonly #roster: Roster;
  #clock = MONTH.startsAt + HOUR_MS;
  #seq = 0;
  context: StandingsContext;
  scoreboard: Scoreboard;

  constructor(world: World) {
    this.#world = world;
    this.#roster = new Roster(world.people);
    this.context = this.#contextNow();
    this.scoreboard = new Scoreboard(this.context);
  }

  #contextNow(): StandingsContext {
    const { ties, quotas, at } = this.#world;
    return makeContext(this.#roster, { ties, quotas, at, dayStartsAt: this.#clock });
  }

  happen(event: LedgerEvent): void {
    this.#clock += 1;
    if (event.type === 'midnight') {
      this.context = this.#contextNow();
      this.scoreboard = new Scoreboard(this.context, this.scoreboard);
      return;
    }
    if (event.type !== 'add') this.#takeOut(event.pick);
    if (event.type !== 'void') this.#putIn(event);
  }

  #putIn({ credits, closedAt }: { credits: Readonly<Record<string, number>>; closedAt: number }): void {
    this.#seq += 1;
    const shares = Object.entries(credits).map(([repId, amountMinor]) => ({ repId, amountMinor }));
    const deal = { seq: this.#seq, closedAt, recordedAt: this.#clock, credits: shares };
    this.standing.push(deal);
    this.scoreboard.add(deal);
  }

  #takeOut(pick: number): void {
    const [deal] = this.standing.splice(pick % Math.max(1, this.standing.length), 1);
    if (deal) this.scoreboard.remove(deal, this.#lastReached());
  }

  #lastReached(): LastReached {
    return (type, index) => {
      const seqs = this.standing
        .filter((deal) => this.scoreboard.covers(deal))
        .filter((deal) => (shareOf(this.#world.people, deal, type, index) ?? 0) > 0)
        .map((deal) => deal.seq);
      return Math.max(0, ...seqs);
    };
  }
}

function play(world: World): History {
  const history = new History(world);
  world.events.forEach((event, place) => {
    // Boards that were drawn before the last deal must show it all the same.
    if (place >= world.viewedFrom) for (const board of EVERY_BOARD) history.scoreboard.view(board).rows();
    history.happen(event);
  });
  return history;
}

describe('standings against their definition', () => {
  it('ST1 ST2 ST3 ST4 ST5 ST7 ST8 ST9 ST10 QT2 standings kept up deal by deal are those of the definition', () => {
    fc.assert(
      fc.property(worlds, (world) => {
        const { scoreboard, standing, context } = play(world);
        for (const board of EVERY_BOARD) {
          const view = scoreboard.view(board);
          const expected = naiveRows(world, board, standing, context.dayStartsAt ?? 0);
          expect(view.rows()).toEqual(expected);
          expect(view.listedCount).toBe(expected.length);
        }
      }),
      { numRuns: 300 },
    );
  });

  it('ST8 standings computed from the whole ledger are the same in whatever order it is read', () => {
    fc.assert(
      fc.property(worlds, fc.array(fc.nat(), { minLength: 60, maxLength: 60 }), (world, keys) => {
        const { scoreboard, standing, context } = play(world);
        const shuffled = standing
          .map((deal, place) => ({ deal, key: keys[place] ?? 0 }))
          .sort((a, b) => a.key - b.key)
          .map(({ deal }) => deal);
        for (const board of EVERY_BOARD) {
          expect(computeStandings(board, context, shuffled).rows()).toEqual(scoreboard.view(board).rows());
        }
      }),
      { numRuns: 100 },
    );
  });

  it('ST1 ST6 a subject asked for alone has the row of the list, and the first rows are the list cut off', () => {
    fc.assert(
      fc.property(worlds, fc.nat(4), (world, limit) => {
        const { scoreboard } = play(world);
        for (const board of EVERY_BOARD) {
          const view = scoreboard.view(board);
          const rows = view.rows();
          expect(view.rows(limit)).toEqual(rows.slice(0, limit));
          for (const row of rows) {
            expect(view.rowOf(row.subjectId)).toEqual(row);
            expect(isDistance(board, rows, row, view.toNext(row.subjectId))).toBe(true);
          }
        }
      }),
      { numRuns: 100 },
    );
  });
});
