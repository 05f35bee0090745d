// Who is told what, on any two stands and any wins between them; when an office is reminded; where notices may go.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isPublicAddress, isPublicEndpoint, publicLookup } from '../../server/push/endpoint.ts';
import {
  DEFAULT_PREFERENCES,
  noticesOf,
  quietUntil,
  reminderAt,
  type Listener,
  type Notice,
  type Place,
  type Stand,
  type WinNews,
} from '../../shared/notices.ts';
import { dateOf, minuteOf } from '../../shared/time.ts';
import { makeCalendar } from '../kit/make.ts';

const REPS = ['a', 'b', 'c', 'd'];
const TEAMS = ['t', 'u'];

interface Case {
  before: Stand;
  after: Stand;
  wins: WinNews[];
  listeners: Listener[];
}

/** Ranks that go with the values, as a board has them. */
function ranked(values: readonly number[], quotas: readonly (number | null)[]): Map<string, Place> {
  return new Map(
    REPS.map((id, index) => {
      const value = values[index] ?? 0;
      const rank = value === 0 ? null : 1 + values.filter((other) => other > value).length;
      return [id, { rank, value, quota: quotas[index] ?? null }];
    }),
  );
}

const cases: fc.Arbitrary<Case> = fc
  .record({
    start: fc.array(fc.nat(6), { minLength: 4, maxLength: 4 }),
    wins: fc.array(
      fc.record({
        rep: fc.nat(3),
        amountMinor: fc.integer({ min: 1, max: 4 }),
        by: fc.option(fc.constantFrom('user-a', 'user-b', 'user-m'), { freq: 4 }),
        level: fc.constantFrom(1 as const, 2 as const, 3 as const),
      }),
      { maxLength: 4 },
    ),
    /** What something else took from or gave to values in between. */
    others: fc.array(fc.integer({ min: -3, max: 3 }), { minLength: 4, maxLength: 4 }),
    quotas: fc.array(fc.option(fc.integer({ min: 0, max: 8 })), { minLength: 4, maxLength: 4 }),
    group: fc.option(fc.integer({ min: 1, max: 20 })),
    isOtherPeriod: fc.boolean(),
    moves: fc.boolean(),
  })
  .map(({ start, wins, others, quotas, group, isOtherPeriod, moves }) => {
    const sold = REPS.map((_, index) =>
      wins.filter(({ rep }) => rep === index).reduce((sum, { amountMinor }) => sum + amountMinor, 0),
    );
    const end = start.map((value, index) =>
      Math.max(0, value + (sold[index] ?? 0) + (moves ? (others[index] ?? 0) : 0)),
    );
    const sum = (values: readonly number[]): Place => ({
      rank: null,
      value: values.reduce((a, b) => a + b, 0),
      quota: group,
    });
    const stand = (values: readonly number[], periodId: string): Stand => ({
      periodId,
      reps: ranked(values, quotas),
      teams: new Map(TEAMS.map((id, index) => [id, sum(values.slice(index * 2, index * 2 + 2))])),
      office: sum(values),
    });
    return {
      before: stand(start, 'p'),
      after: stand(end, isOtherPeriod ? 'q' : 'p'),
      wins: wins.map(({ rep, ...win }, index) => ({ ...win, dealId: `deal-${index}`, repIds: [REPS[rep] ?? ''] })),
      listeners: [
        ...REPS.map((repId, index) => ({ userId: `user-${repId}`, repId, teamIds: [TEAMS[index >> 1] ?? ''] })),
        { userId: 'user-m', repId: null, teamIds: [] },
      ],
    };
  });

const told = ({ before, after, wins, listeners }: Case): Notice[] => noticesOf(before, after, wins, listeners);
const keyOf = (notice: Notice): string =>
  `${notice.userId} ${notice.kind} ${notice.kind === 'quotaReached' ? JSON.stringify(notice.subject) : ''}`;

test('PN1 PN2 PN3 nobody is told anything twice, and nothing where nobody has won', () => {
  fc.assert(
    fc.property(cases, (one) => {
      const keys = told(one).map(keyOf);
      expect(new Set(keys).size).toBe(keys.length);
      expect(told({ ...one, wins: [] })).toEqual([]);
    }),
  );
});

test('PN1 nobody is told of what they posted themselves', () => {
  fc.assert(
    fc.property(cases, (one) => {
      const ownIn = (notice: Notice): unknown[] => {
        const own = one.wins.filter(({ by }) => by === notice.userId);
        if (notice.kind === 'bigWin') return notice.wins.filter((win) => own.includes(win));
        if (notice.kind === 'overtaken') return own.filter(({ repIds }) => repIds.some((id) => notice.by.includes(id)));
        return own;
      };
      expect(told(one).flatMap(ownIn)).toEqual([]);
    }),
  );
});

test('PN1 exactly those with no part in a big win are told of it', () => {
  fc.assert(
    fc.property(cases, (one) => {
      const expected = one.listeners.flatMap(({ userId, repId }) => {
        const big = one.wins.filter((win) => win.level > 1 && win.by !== userId && !win.repIds.includes(repId ?? ''));
        return big.length === 0 ? [] : [{ kind: 'bigWin', userId, wins: big }];
      });
      expect(told(one).filter(({ kind }) => kind === 'bigWin')).toEqual(expected);
    }),
  );
});

/** Who passed whom by selling, said once more, by values alone. */
function passersOf({ before, after, wins }: Case, { userId, repId }: Listener): string[] {
  const was = before.reps.get(repId ?? '');
  const is = after.reps.get(repId ?? '');
  const isRanked = was && is && was.value > 0 && is.value > 0 && is.value >= was.value;
  if (!isRanked || before.periodId !== after.periodId) return [];
  return REPS.filter((id) => {
    const own = wins.filter(({ repIds }) => repIds.includes(id));
    const passed = (before.reps.get(id)?.value ?? 0) <= was.value && (after.reps.get(id)?.value ?? 0) > is.value;
    return id !== repId && passed && own.length > 0 && own.every(({ by }) => by !== userId);
  });
}

test('PN2 overtaken is who was not behind before and is behind now, by somebody who sold, in one period', () => {
  fc.assert(
    fc.property(cases, (one) => {
      const expected = one.listeners.flatMap((listener) => {
        const by = passersOf(one, listener);
        const own = one.after.reps.get(listener.repId ?? '')?.value ?? 0;
        const missing = Math.min(...by.map((id) => one.after.reps.get(id)?.value ?? 0)) - own;
        return by.length === 0 ? [] : [{ userId: listener.userId, by, missing }];
      });
      const found = told(one).flatMap((notice) =>
        notice.kind === 'overtaken'
          ? [{ userId: notice.userId, by: [...notice.by].sort(), missing: notice.missing }]
          : [],
      );
      expect(found).toEqual(expected);
    }),
  );
});

test('PN3 a quota is reached from below, by a win; a change of the quota reaches nothing', () => {
  fc.assert(
    fc.property(cases, (one) => {
      for (const notice of told(one)) {
        if (notice.kind !== 'quotaReached') continue;
        const { subject, quota } = notice;
        const repId = one.listeners.find(({ userId }) => userId === notice.userId)?.repId ?? '';
        const placeIn = (stand: Stand): Place | undefined => {
          if (subject.type === 'office') return stand.office;
          return subject.type === 'team' ? stand.teams.get(subject.id) : stand.reps.get(repId);
        };
        const hasSold = subject.type !== 'rep' || one.wins.some(({ repIds }) => repIds.includes(repId));
        const [was = Infinity, is = 0] = [placeIn(one.before)?.value, placeIn(one.after)?.value];
        expect([quota > 0, was < quota, is >= quota, hasSold]).toEqual([true, true, true, true]);
      }
    }),
  );
});

const HANOI = 'Asia/Ho_Chi_Minh';
const NOVEMBER = { startsAt: Date.UTC(2026, 9, 31, 17), endsAt: Date.UTC(2026, 10, 30, 17) };

test('PN4 the reminder comes at nine on the last working day before the last day of the period', () => {
  const calendar = makeCalendar({ timeZone: HANOI, workingDays: [1, 2, 3, 4, 5], holidays: [] });
  const reminded = (period: { startsAt: number; endsAt: number }, holidays: string[] = []): string | null => {
    const at = reminderAt(period, { ...calendar, holidays });
    return at === null ? null : `${dateOf(at, HANOI)} ${minuteOf(at, HANOI)}`;
  };
  // The 30th is a Monday.
  expect(reminded(NOVEMBER)).toBe('2026-11-27 540');
  expect(reminded(NOVEMBER, ['2026-11-27', '2026-11-26'])).toBe('2026-11-25 540');
  // One day long, or begun on the afternoon before its last day: nothing to remind of.
  expect(reminded({ ...NOVEMBER, startsAt: NOVEMBER.endsAt - 86_400_000 })).toBeNull();
  expect(reminded({ startsAt: Date.UTC(2026, 10, 26, 8), endsAt: Date.UTC(2026, 10, 27, 17) })).toBeNull();
});

test('PN4 in any zone and calendar the reminder lies in the period, before its last day, on a working day', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(HANOI, 'America/New_York', 'Pacific/Apia', 'Europe/London'),
      fc.integer({ min: 0, max: 700 }),
      fc.integer({ min: 1, max: 1000 }),
      fc.uniqueArray(fc.integer({ min: 1, max: 7 }), { maxLength: 7 }),
      (timeZone, day, hours, workingDays) => {
        const startsAt = Date.UTC(2025, 0, 1) + day * 86_400_000;
        const period = { startsAt, endsAt: startsAt + hours * 3_600_000 };
        const at = reminderAt(period, makeCalendar({ timeZone, workingDays, holidays: [] }));
        if (at === null) return;
        const date = dateOf(at, timeZone);
        expect(at).toBeGreaterThanOrEqual(period.startsAt);
        expect(date < dateOf(period.endsAt - 1, timeZone)).toBe(true);
        expect(workingDays).toContain(new Date(`${date}T12:00Z`).getUTCDay() || 7);
        expect(minuteOf(at, timeZone)).toBe(540);
      },
    ),
  );
});

test('PN4 quiet hours end at their end, also over midnight', () => {
  const at = (hour: number, minute = 0): number => Date.UTC(2026, 10, 24, hour - 7, minute);
  const until = (quietFrom: number | null, quietTo: number | null, now: number): number | null =>
    quietUntil({ ...DEFAULT_PREFERENCES, quietFrom, quietTo }, now, HANOI);
  expect(until(null, null, at(3))).toBeNull();
  expect(until(21 * 60, 7 * 60, at(20, 59))).toBeNull();
  expect(until(21 * 60, 7 * 60, at(21))).toBe(at(31));
  expect(until(21 * 60, 7 * 60, at(6, 59))).toBe(at(7));
  expect(until(21 * 60, 7 * 60, at(7))).toBeNull();
  expect(until(12 * 60, 13 * 60, at(12, 30))).toBe(at(13));
});

test('PN5 only public names and addresses are sent to', async () => {
  for (const good of [
    'https://fcm.googleapis.com/fcm/send/x',
    'https://updates.push.services.mozilla.com/wpush/v2/x',
  ]) {
    expect(isPublicEndpoint(good), good).toBe(true);
  }
  const near = ['127.0.0.1', '10.1.2.3', '172.16.0.1', '192.168.1.10', '169.254.169.254', '100.64.0.1', '0.0.0.0'];
  const nearSix = ['::1', '::', 'fe80::1', 'fd00::1', '::ffff:192.168.1.10', '64:ff9b::a00:1', 'x', ''];
  for (const address of [...near, ...nearSix]) expect(isPublicAddress(address), address).toBe(false);
  for (const address of ['8.8.8.8', '172.15.0.1', '2606:4700::1111']) {
    expect(isPublicAddress(address), address).toBe(true);
  }
  const found = await new Promise<Error | null>((resolve) => publicLookup('localhost', {}, (error) => resolve(error)));
  expect(found?.message).toBe('localhost is not public');
});
