// What the phone says a win will do is what the standings then do.
import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { previewWin } from '../../display/win/post/preview.ts';
import { MAIN_BOARD, boardById, type TieRule } from '../../shared/board.ts';
import type { Scored } from '../../shared/deal.ts';
import { Roster } from '../../shared/roster.ts';
import type { StandingsContext } from '../../shared/board-view.ts';
import { computeStandings } from '../../shared/standings.ts';

const REPS = 6;
const definition = boardById(MAIN_BOARD);
if (!definition) throw new Error('no main board');

const people = Array.from({ length: REPS }, (_, index) => ({
  id: `rep-${index}`,
  name: `Rep ${index}`,
  email: null,
  phone: null,
  joinedOn: null,
  leftOn: null,
  workShareBp: 10_000,
  absences: [],
  photoId: null,
  soundId: null,
  ramp: null,
}));
const roster = new Roster({ office: { id: 'office', name: 'Sao Việt' }, reps: people, teams: [], memberships: [] });

const context = (ties: TieRule): StandingsContext => ({
  roster,
  range: { startsAt: 0, endsAt: 1_000_000 },
  timeZone: 'UTC',
  locale: 'vi',
  ties,
  quotas: null,
  dayStartsAt: null,
  at: 1,
});

const dealOf = (rep: number, amountMinor: number, seq: number): Scored => ({
  seq,
  closedAt: 1,
  recordedAt: 1,
  credits: [{ repId: `rep-${rep}`, amountMinor }],
});

it('ST1 ST3 the rank told before a win is the rank after it, ties and dense boards included', () => {
  const amount = fc.integer({ min: 1, max: 5 });
  const sale = fc.tuple(fc.integer({ min: 0, max: REPS - 1 }), amount);
  fc.assert(
    fc.property(
      fc.array(sale, { maxLength: 12 }),
      sale,
      fc.constantFrom('competition', 'dense'),
      (sales, last, ties) => {
        const deals = sales.map(([rep, minor], index) => dealOf(rep, minor, index + 1));
        const before = computeStandings(definition, context(ties), deals);
        const [rep, minor] = last;
        const after = computeStandings(definition, context(ties), [...deals, dealOf(rep, minor, deals.length + 1)]);
        const told = previewWin({ rows: before.rows(), ties }, `rep-${rep}`, minor);
        const row = after.rowOf(`rep-${rep}`);
        const next = after.toNext(`rep-${rep}`);
        expect(told?.rankBefore).toBe(before.rowOf(`rep-${rep}`)?.rank);
        expect([told?.rank, told?.tied]).toEqual([row?.rank, row?.tied]);
        expect(told?.toNext ?? null).toEqual(next);
      },
    ),
  );
});

it('ST3 nothing sold and nothing typed yet: no rank, and what the last ranked one has is missing', () => {
  const board = {
    rows: computeStandings(definition, context('competition'), [dealOf(1, 40, 1)]).rows(),
    ties: 'competition' as const,
  };
  expect(previewWin(board, 'rep-0', 0)).toMatchObject({ rank: null, toNext: { rank: 1, missing: 40 } });
});

it('PO6 names those whom the win overtakes, the best first; one who is only drawn level with is not among them', () => {
  const deals = [dealOf(1, 40, 1), dealOf(2, 30, 2), dealOf(3, 20, 3), dealOf(0, 10, 4)];
  const board = {
    rows: computeStandings(definition, context('competition'), deals).rows(),
    ties: 'competition' as const,
  };
  const nameOf = (rep: number) => board.rows.find(({ subjectId }) => subjectId === `rep-${rep}`)?.name;
  expect(previewWin(board, 'rep-0', 30)?.passed).toEqual([nameOf(2), nameOf(3)]);
  expect(previewWin(board, 'rep-0', 5)?.passed).toEqual([]);
});

it('a rep whom the board does not list has no preview', () => {
  expect(previewWin({ rows: [], ties: 'competition' }, 'rep-0', 5)).toBeNull();
});
