// The change of a board from one rev to another, on random boards and on real ones.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  applyPatch,
  diffSnapshots,
  isEmptyPatch,
  LATEST_WINS,
  PatchGap,
  VISIBLE_ROWS,
  type Patch,
  type Snapshot,
  type Win,
} from '../../shared/patch.ts';
import type { Row } from '../../shared/board-view.ts';
import { Scoreboard } from '../../shared/standings.ts';
import { makeBoard, makeContext, makeDeal, makeRep, makeRoster, makeRow, makeSnapshot, makeWin } from '../kit/make.ts';

const IDS = ['a', 'b', 'c', 'd', 'e', '__proto__'];

const rows: fc.Arbitrary<Row[]> = fc
  .shuffledSubarray(IDS)
  .chain((ids) =>
    fc.tuple(
      ...ids.map((id) =>
        fc
          .record({ value: fc.nat(2), rank: fc.option(fc.nat(2)), attainment: fc.option(fc.constantFrom(0, 0.5)) })
          .map((row) => makeRow(id, row)),
      ),
    ),
  );

const wins: fc.Arbitrary<Win[]> = fc
  .subarray(
    Array.from({ length: 20 }, (_, seq) => 20 - seq),
    { maxLength: LATEST_WINS },
  )
  .chain((seqs) =>
    fc.tuple(...seqs.map((seq) => fc.constantFrom('An', 'Ánh').map((customer) => makeWin(seq, { customer })))),
  );

/** States of one board, each at a later rev than the one before, or at the same when only time has passed. */
function statesOf(count: number): fc.Arbitrary<Snapshot[]> {
  const one = fc.record({
    rows,
    wins,
    step: fc.nat(2),
    subjects: fc.nat(3),
    isClosed: fc.boolean(),
    hasPeriod: fc.boolean(),
    daysLeft: fc.nat(1),
    length: fc.nat(1),
  });
  return fc.array(one, { minLength: count, maxLength: count }).map((list) => {
    let rev = 1;
    return list.map((state) => {
      rev += state.step;
      const { office, standings, ...rest } = makeSnapshot(rev, state.rows, state.wins);
      const period = standings.period && { ...standings.period, closedAt: state.isClosed ? 5 : null };
      const window = { ...standings.window, endsAt: standings.window.endsAt + state.length };
      return {
        ...rest,
        office: { ...office, workingDaysLeft: state.daysLeft },
        standings: { ...standings, window, subjects: state.subjects, period: state.hasPeriod ? period : null },
      };
    });
  });
}

/** As it comes over the wire. */
const sent = (patch: Patch): Patch => JSON.parse(JSON.stringify(patch)) as Patch;

describe('patches', () => {
  it('PT1 a patch turns the one board into the other, also after the wire', () => {
    fc.assert(
      fc.property(statesOf(2), ([a, b]) => {
        if (!a || !b) throw new Error('two states');
        expect(applyPatch(a, sent(diffSnapshots(a, b)))).toEqual(b);
      }),
      { numRuns: 500 },
    );
  });

  it('PT2 applying a patch twice is applying it once', () => {
    fc.assert(
      fc.property(statesOf(2), ([a, b]) => {
        if (!a || !b) throw new Error('two states');
        const patch = sent(diffSnapshots(a, b));
        const once = applyPatch(a, patch);
        const twice = applyPatch(once, patch);
        expect(twice).toEqual(once);
        expect(twice === once || patch.from === patch.to).toBe(true);
      }),
      { numRuns: 300 },
    );
  });

  it('PT3 a chain of patches equals the diff of its ends', () => {
    fc.assert(
      fc.property(statesOf(5), (states) => {
        const [first] = states;
        const last = states.at(-1);
        if (!first || !last) throw new Error('five states');
        const end = states.slice(1).reduce((board, next, place) => {
          return applyPatch(board, sent(diffSnapshots(states[place] ?? first, next)));
        }, first);
        expect(end).toEqual(last);
        expect(end).toEqual(applyPatch(first, sent(diffSnapshots(first, last))));
      }),
      { numRuns: 300 },
    );
  });

  it('PT3 a commit that leaves a board as it is gives a patch without rows that keeps the chain', () => {
    const a = makeSnapshot(1, [makeRow('a')], [makeWin(1)]);
    const b = makeSnapshot(2, [makeRow('a')], [makeWin(1)]);
    const patch = diffSnapshots(a, b);
    expect(patch).toEqual({ board: 'main', from: 1, to: 2, asOf: b.standings.asOf, rows: [], wins: [] });
    expect(isEmptyPatch(patch)).toBe(false);
    expect(applyPatch(a, patch).standings.rev).toBe(2);
  });

  it('PT4 a patch from another rev is a gap, one to a rev that is past is dropped', () => {
    const at = (rev: number) => makeSnapshot(rev, [makeRow('a', { value: rev })]);
    const patch = diffSnapshots(at(5), at(7));
    expect(() => applyPatch(at(4), patch)).toThrow(PatchGap);
    expect(() => applyPatch(at(6), patch)).toThrow(PatchGap);
    const later = at(8);
    expect(applyPatch(later, patch)).toBe(later);
  });

  it('PT5 rows and wins that did not change keep their identity, and so does a list of which none did', () => {
    fc.assert(
      fc.property(statesOf(2), ([a, b]) => {
        if (!a || !b) throw new Error('two states');
        const patch = sent(diffSnapshots(a, b));
        const after = applyPatch(a, patch);
        const old = new Map(a.standings.rows.map((row) => [row.subjectId, row]));
        const kept = after.standings.rows.filter((row) => !patch.rows.some((one) => one.subjectId === row.subjectId));
        expect(kept.every((row) => old.get(row.subjectId) === row)).toBe(true);
        expect(patch.rows.every((row) => JSON.stringify(old.get(row.subjectId)) !== JSON.stringify(row))).toBe(true);
        const keptWins = after.wins.filter((win) => !patch.wins.some((one) => one.dealId === win.dealId));
        expect(keptWins.every((win) => a.wins.includes(win))).toBe(true);
        const isRowsSame = patch.rows.length === 0 && !patch.moved && !patch.left;
        expect(after.standings.rows === a.standings.rows).toBe(isRowsSame);
        expect(after.wins === a.wins).toBe(patch.wins.length === 0 && !patch.retracted);
      }),
      { numRuns: 300 },
    );
  });

  it('PT7 what time alone changes goes from a rev to the same and is taken', () => {
    const before = makeSnapshot(3, [makeRow('a', { pace: 10 }), makeRow('b')]);
    const after = makeSnapshot(3, [makeRow('a', { pace: 11 }), makeRow('b')]);
    const patch = diffSnapshots(before, after);
    expect([patch.from, patch.to, patch.rows.length, isEmptyPatch(patch)]).toEqual([3, 3, 1, false]);
    expect(applyPatch(before, patch)).toEqual(after);
    expect(isEmptyPatch(diffSnapshots(before, before))).toBe(true);
  });
});

describe('latest wins', () => {
  const board = (rev: number, seqs: readonly number[]) =>
    makeSnapshot(
      rev,
      [],
      seqs.map((seq) => makeWin(seq)),
    );
  const seqsOf = (snapshot: Snapshot) => snapshot.wins.map((win) => win.seq);
  const full = Array.from({ length: LATEST_WINS }, (_, place) => LATEST_WINS - place);

  it('PT1 PT6 a new win pushes the oldest out without a word about it', () => {
    const [a, b] = [board(1, full), board(2, [LATEST_WINS + 1, ...full.slice(0, -1)])];
    const patch = diffSnapshots(a, b);
    expect(patch.wins.map((win) => win.seq)).toEqual([LATEST_WINS + 1]);
    expect(patch).not.toHaveProperty('retracted');
    expect(seqsOf(applyPatch(a, patch))).toEqual(seqsOf(b));
  });

  it('PT1 CE3 a voided win is retracted and the next older one moves up from behind', () => {
    const [a, b] = [
      board(
        1,
        full.map((seq) => seq + 1),
      ),
      board(2, [...full.slice(2).map((seq) => seq + 1), ...[2, 1].slice(1)]),
    ];
    const patch = diffSnapshots(a, b);
    expect(patch.retracted).toEqual([`deal-${LATEST_WINS + 1}`, `deal-${LATEST_WINS}`]);
    expect(patch.wins.map((win) => win.seq)).toEqual([1]);
    expect(seqsOf(applyPatch(a, patch))).toEqual(seqsOf(b));
  });

  it('PT1 voids and new wins in one step leave nothing behind that was voided', () => {
    const kept = full.slice(2, -1);
    const [a, b] = [board(1, full), board(2, [14, 13, ...kept])];
    expect(seqsOf(applyPatch(a, diffSnapshots(a, b)))).toEqual([14, 13, ...kept]);
  });

  it('PT1 a win whose words changed is sent again under its number, which tells that it is old', () => {
    const a = board(1, [2, 1]);
    const b = makeSnapshot(2, [], [makeWin(2), makeWin(1, { customer: '' })]);
    const patch = diffSnapshots(a, b);
    expect(patch.wins.map((win) => win.seq)).toEqual([1]);
    const after = applyPatch(a, patch);
    expect(after.wins).toEqual(b.wins);
    expect(after.wins[0]).toBe(a.wins[0]);
  });
});

describe('size', () => {
  /** One board before and after the best rep's next deal, in an office of so many reps with so many deals each. */
  function patchOf(reps: number, dealsEach: number): Patch {
    const people = Array.from({ length: reps }, (_, index) => makeRep(String(index)));
    const scoreboard = new Scoreboard(makeContext(makeRoster({ reps: people })));
    const view = scoreboard.view(makeBoard());
    const snapshot = (rev: number) => makeSnapshot(rev, view.rows(VISIBLE_ROWS));
    let seq = 0;
    const sell = (index: number, amount: number) => {
      scoreboard.add(makeDeal((seq += 1), { [index]: amount }, { closedAt: scoreboard.context.range.startsAt }));
    };
    for (let round = 0; round < dealsEach; round += 1) {
      people.forEach((_, index) => sell(index, (2 * (reps - index)) / dealsEach));
    }
    const before = snapshot(1);
    sell(2, 3);
    return diffSnapshots(before, snapshot(2));
  }

  it('PT6 a patch holds what changed on the visible rows, in an office of 120 reps as in one of 5,000', () => {
    const small = patchOf(120, 1);
    expect(small.rows.map(({ subjectId, rank }) => [subjectId, rank])).toEqual([
      ['2', 2],
      ['1', 3],
    ]);
    expect([small.moved, small.left]).toEqual([[['2', 1]], undefined]);
    const bytes = (patch: Patch) => JSON.stringify(patch).length;
    expect(bytes(patchOf(5000, 1))).toBeLessThan(bytes(small) + 20);
    expect(bytes(patchOf(120, 40))).toBeLessThan(bytes(small) + 60);
  });
});
