// Everything at once, on the books themselves and on the live side that is folded from them: whatever is done to an
// office in whatever order, closed periods say what was announced, live boards what the raw rows say, the journal what
// came in and is owed, and a server that was off says the same.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { knownBoard } from '../../shared/board.ts';
import { windowAt } from '../../shared/time.ts';
import { Announced, periodFaults, withoutPace } from '../kit/announced.ts';
import { histories, type Deed, type Deeds } from '../kit/deeds.ts';
import { Doer } from '../kit/doer.ts';
import { LiveOffice } from '../kit/live-office.ts';
import { HOUR_MS } from '../kit/make.ts';
import { moneyBothWays } from '../kit/naive-journal.ts';
import { NaiveOffice } from '../kit/naive-office.ts';

const BOARDS = `
main rep-deals-today rep-attainment-period rep-deals-period rep-revenue-week team-revenue-period team-attainment-period
office-revenue-period office-revenue-month`
  .trim()
  .split(/\s+/);
const WATCHED = ['main', 'team-attainment-period', 'rep-deals-today'];

const deeds = histories(
  {
    post: 24,
    repost: 2,
    void: 4,
    restore: 3,
    correct: 6,
    book: 3,
    restate: 4,
    unrestate: 2,
    rule: 2,
    approve: 3,
    decline: 1,
    receive: 4,
    takeBack: 2,
    rate: 1,
    quota: 3,
    default: 1,
    move: 1,
    leave: 1,
    patch: 2,
    reset: 6,
    undo: 4,
    plan: 1,
    remove: 1,
    pass: 5,
  },
  { minLength: 12, maxLength: 60 },
);

/** For longer than that nobody waits for each quarter of an hour. */
const AWAKE_MS = 12 * HOUR_MS;

class Office {
  readonly #doer = new Doer();
  readonly #naive = new NaiveOffice(this.#doer.books);
  readonly #announced = new Announced(this.#doer.books);
  #live = new LiveOffice(this.#doer.books, WATCHED);

  take(deed: Deed): void {
    if (deed.name === 'pass') this.#pass(deed.with);
    else this.#doer.do(deed);
    // As the server does a moment after whatever has passed.
    this.#doer.roll();
    expect(periodFaults(this.#doer.books), 'PD7').toEqual([]);
    this.#announced.check(deed.name);
    this.#expectLate();
    this.#expectLive();
  }

  /** A server that is awake rolls over at each boundary, one that slept at all of them afterwards. */
  #pass({ ms, isAsleep }: Deeds['pass']): void {
    const { books } = this.#doer;
    const until = books.now + ms;
    if (isAsleep || ms > AWAKE_MS) {
      this.#reach(until, false);
      return;
    }
    while (books.now < until) this.#reach(Math.min(until, books.running?.endsAt ?? until), true);
  }

  #reach(at: number, isAwake: boolean): void {
    const { clock } = this.#live;
    this.#doer.books.now = at;
    if (isAwake) clock.moveTo(at);
    else clock.sleepUntil(at);
    this.#doer.roll();
  }

  #expectLate(): void {
    const { store } = this.#doer.books;
    const listed = store.late.list(Number.MAX_SAFE_INTEGER, 200).map(({ id }) => id);
    expect(listed.sort(), 'LA1').toEqual(this.#announced.late().sort());
  }

  #expectLive(): void {
    const { books } = this.#doer;
    const { boards, screens } = this.#live;
    const { startsAt: dayStartsAt } = windowAt('day', books.now, books.office);
    for (const id of BOARDS) {
      const { standings, facts, wins } = boards.full(id);
      const seen = { range: standings.window, at: books.now, dayStartsAt, office: books.office };
      expect(withoutPace(standings.rows), `ST8 ${id}`).toEqual(withoutPace(this.#naive.rows(knownBoard(id), seen)));
      const screen = screens.get(id);
      if (!screen) continue;
      expect(screen.standings.rows, `PT3 ${id}`).toEqual(standings.rows);
      expect([screen.standings.period, screen.facts, screen.wins]).toEqual([standings.period, facts, wins]);
    }
    expect(boards.full('main').standings.period?.id).toBe(books.running?.id);
  }

  /** In the end: every rep is told what adds up, money is where it came in, and a restart changes nothing. */
  finish(): void {
    this.#expectExplained();
    this.#expectMoney();
    const before = this.#told();
    this.#live.stop();
    this.#doer.books.reopen();
    this.#live = new LiveOffice(this.#doer.books, WATCHED);
    expect(this.#told(), 'after a restart').toEqual(before);
    this.#announced.check('pass');
    this.#expectLate();
    this.#expectLive();
    this.#expectMoney();
  }

  #expectMoney(): void {
    const { told, afresh } = moneyBothWays(this.#doer);
    expect(told, 'RC5').toEqual(afresh);
  }

  /** How many results have been announced. */
  get finals(): number {
    return this.#announced.size;
  }

  #told(): object[] {
    return BOARDS.map((id) => {
      const { standings, facts } = this.#live.boards.full(id);
      const { today, hall, improved, teams, course, sums, projection } = facts;
      return { standings, facts: { today, hall, improved, teams, course, sums, projection } };
    });
  }

  /** What each rep is told of the deals adds up to what stands on the board, and in each closed period. Rule WS1. */
  #expectExplained(): void {
    const { directory, whereabouts, boards } = this.#live;
    const { books } = this.#doer;
    for (const period of books.periods.filter(({ startsAt }) => startsAt <= books.now)) {
      const final = books.store.finals.read(period.id);
      const { rows } = final
        ? (JSON.parse(final.standings) as { rows: { subjectId: string; value: number; deals: number }[] })
        : boards.full('main').standings;
      for (const rep of directory.roster.reps) {
        const row = rows.find(({ subjectId }) => subjectId === rep.id);
        const { value, deals, items } = whereabouts.explanation(rep, period.id);
        expect([value, deals], `WS1 ${rep.name}`).toEqual([row?.value ?? 0, row?.deals ?? 0]);
        expect(items.reduce((sum, { countsMinor }) => sum + countsMinor, 0)).toBe(value);
      }
    }
  }

  close(): void {
    this.#live.stop();
    this.#doer.books.close();
  }
}

test('CO1 CO3 LA1 LA3 LG3 PD2 PD4 PT3 RC5 ST4 ST7 ST8 WS1 whatever is done to an office in whatever order, finals, live boards, screens, the journal and a restarted server are right', () => {
  let finals = 0;
  fc.assert(
    fc.property(deeds, (history) => {
      const office = new Office();
      try {
        for (const deed of history) office.take(deed);
        office.finish();
        finals += office.finals;
      } finally {
        office.close();
      }
    }),
    { numRuns: 40 },
  );
  expect(finals).toBeGreaterThan(0);
}, 240_000);
