// Masking is a function of the board alone, so that patches of masked boards are patches.
import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import { maskSnapshot } from '../../server/boards/privacy.ts';
import { applyPatch, diffSnapshots } from '../../shared/patch.ts';
import { makeFacts, makeRow, makeSnapshot, makeWin } from '../kit/make.ts';

const flags = fc.record({ initials: fc.boolean(), hideAmounts: fc.boolean(), hideCustomers: fc.boolean() });
const amounts = fc.integer({ min: 1_000_001, max: 9_999_999 });
const rows = fc.array(fc.record({ value: amounts, quota: fc.option(amounts), pace: amounts }), { maxLength: 5 });
const boards = fc
  .record({ rev: fc.integer({ min: 1, max: 9 }), rows, wins: fc.array(amounts, { maxLength: 4 }) })
  .map(({ rev, ...board }) => {
    const snapshot = makeSnapshot(
      rev,
      board.rows.map((row, index) =>
        makeRow(`r${index}`, {
          ...row,
          name: `Zoltan Secretname${index}`,
          pace: row.quota === null ? null : row.pace,
          deals: 1,
        }),
      ),
      [...board.wins.entries()].reverse().map(([index, amountMinor]) =>
        makeWin(index + 1, {
          amountMinor,
          customer: 'Hushhush',
          reps: [{ id: 'r0', name: 'Zoltan Secretname', photoId: 'face', soundId: null }],
          photoId: 'facehushhush',
          note: 'Zoltan thanks Hushhush for 7654321',
        }),
      ),
    );
    const hall = [
      {
        periodId: 'p',
        period: 'May',
        closedAt: 1,
        first: [{ subjectId: 'r0', name: 'Zoltan Secretname', photoId: 'face', rank: 1, value: 7_654_321 }],
      },
    ];
    return { ...snapshot, facts: makeFacts({ hall }) };
  });

describe('masks', () => {
  it('PV1 PT1 a patch of masked boards leads from one to the other', () => {
    fc.assert(
      fc.property(boards, boards, flags, (a, b, privacy) => {
        const [before, after] = [maskSnapshot(a, privacy), maskSnapshot(b, privacy)];
        const later = { ...after, standings: { ...after.standings, rev: before.standings.rev + 1 } };
        expect(applyPatch(before, diffSnapshots(before, later))).toEqual(later);
      }),
    );
  });

  it('PV1 what is hidden is nowhere in the board', () => {
    fc.assert(
      fc.property(boards, flags, (board, privacy) => {
        const text = JSON.stringify(maskSnapshot(board, privacy));
        expect(privacy.initials && /Zoltan|Secretname|face/.test(text)).toBe(false);
        expect(privacy.hideCustomers && /hushhush/i.test(text)).toBe(false);
        const secrets = [
          ...board.standings.rows.map(({ value }) => value),
          ...board.wins.map(({ amountMinor }) => amountMinor),
          7_654_321,
        ];
        expect(privacy.hideAmounts && secrets.some((amount) => text.includes(String(amount)))).toBe(false);
      }),
    );
  });
});
