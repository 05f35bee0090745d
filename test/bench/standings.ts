// Part 4: what one deal costs the standings, in a large office and in a small one; in this process, without a server.
import { boardById, MAIN_BOARD, type BoardDefinition } from '../../shared/board.ts';
import type { Scored } from '../../shared/deal.ts';
import { VISIBLE_ROWS } from '../../shared/patch.ts';
import { Roster } from '../../shared/roster.ts';
import type { BoardView } from '../../shared/board-view.ts';
import { Scoreboard } from '../../shared/standings.ts';
import type { Figure, Part } from './figure.ts';
import { interleave, median } from './statistics.ts';
import { count } from './table.ts';

const SMALL = { reps: 100, deals: 1_000 };
const LARGE = { reps: 10_000, deals: 1_000_000 };
const ROUNDS = 7;
const UPDATES = 4_000;
const MONTH = { startsAt: Date.UTC(2026, 9, 31, 17), endsAt: Date.UTC(2026, 10, 30, 17) };
const NOON = MONTH.startsAt + 14.5 * 86_400_000;

export const standings: Part = {
  name: 'standings',
  title: 'One deal’s standings update, 10,000 reps and 1,000,000 deals beside 100 reps and 1,000 deals',
  run: async () => {
    const small = new Office(SMALL.reps, SMALL.deals);
    const large = new Office(LARGE.reps, LARGE.deals);
    const drawn = await interleave(ROUNDS, { small: update(small, true), large: update(large, true) });
    const bare = await interleave(ROUNDS, { small: update(small, false), large: update(large, false) });
    return {
      figures: [
        compare(`add, rank, first ${VISIBLE_ROWS} rows`, drawn.large, drawn.small),
        compare('add and rank alone', bare.large, bare.small),
      ],
      notes: ['with movement since the day began, and the office’s total drawn beside the board, as the server does'],
    };
  },
};

function compare(name: string, large: number[], small: number[]): Figure {
  const ours = median(large);
  const reference = median(small);
  const micros = (us: number): string => `${us.toFixed(1)} µs (${count(1e6 / us)}/s)`;
  return { name, ours: micros(ours), reference: micros(reference), ratio: ours / reference, goal: { atMost: 5 } };
}

/** The mean µs of one update over a round of them. */
function update(office: Office, draws: boolean): () => Promise<number> {
  return async () => {
    const startedAt = performance.now();
    for (let turn = 0; turn < UPDATES; turn += 1) office.take(draws);
    return ((performance.now() - startedAt) * 1000) / UPDATES;
  };
}

class Office {
  readonly #reps: string[];
  readonly #scoreboard: Scoreboard;
  readonly #main: BoardView;
  readonly #total: BoardView;
  #seq = 0;

  constructor(reps: number, deals: number) {
    this.#reps = Array.from({ length: reps }, (_, index) => `rep${index}`);
    this.#scoreboard = new Scoreboard({
      roster: rosterOf(this.#reps),
      range: MONTH,
      timeZone: 'Asia/Ho_Chi_Minh',
      locale: 'vi',
      ties: 'competition',
      quotas: null,
      dayStartsAt: NOON - 43_200_000,
      at: NOON,
    });
    const before = MONTH.startsAt;
    const step = (NOON - before) / (deals + 1);
    for (let turn = 0; turn < deals; turn += 1) this.#scoreboard.add(this.#deal(before + Math.floor(turn * step)));
    this.#main = this.#scoreboard.view(definitionOf(MAIN_BOARD));
    this.#total = this.#scoreboard.view(definitionOf('office-revenue-period'));
  }

  /** One deal: in, its rep's row, and the board that screens are sent. */
  take(draws: boolean): void {
    const deal = this.#deal(NOON);
    this.#scoreboard.add(deal);
    const row = this.#main.rowOf(deal.credits[0]?.repId ?? '');
    if (row?.rank === null) throw new Error('a rep with a deal has a rank');
    if (!draws) return;
    const rows = this.#main.rows(VISIBLE_ROWS);
    if (rows.length !== VISIBLE_ROWS || this.#total.rows(1).length !== 1) throw new Error('the board is not whole');
  }

  #deal(at: number): Scored {
    this.#seq += 1;
    const repId = this.#reps[(this.#seq * 7_919) % this.#reps.length] ?? '';
    const amountMinor = 1 + ((this.#seq * 104_729) % 90_001);
    return { seq: this.#seq, closedAt: at, recordedAt: at, credits: [{ repId, amountMinor }] };
  }
}

function rosterOf(reps: readonly string[]): Roster {
  const teams = Array.from({ length: 10 }, (_, index) => ({
    id: `team${index}`,
    name: `Nhóm ${index}`,
    parentId: null,
  }));
  return new Roster({
    office: { id: 'office', name: 'Sao Việt' },
    reps: reps.map((id) => ({
      id,
      name: `Nguyễn Văn ${id}`,
      email: null,
      phone: null,
      joinedOn: null,
      leftOn: null,
      workShareBp: 10_000,
      absences: [],
      photoId: null,
      soundId: null,
      ramp: null,
    })),
    teams,
    memberships: reps.map((repId, index) => ({ repId, teamId: `team${index % 10}`, fromAt: 0, toAt: null })),
  });
}

function definitionOf(id: string): BoardDefinition {
  const definition = boardById(id);
  if (!definition) throw new Error(`there is no board ${id}`);
  return definition;
}
