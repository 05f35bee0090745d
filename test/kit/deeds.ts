// Everything that is done to an office's books in the course of time, as random deeds. Amounts are small and few: ties,
// rounding and coming back to the same deal are where rules matter.
import fc from 'fast-check';
import { LONG_QUARTERS, YEAR_ENDS, YEAR_PATTERNS } from '../../shared/calendar/week-year.ts';
import type { OfficePatch } from '../../shared/schemas/office.ts';
import { DAY_MS, HOUR_MS } from './make.ts';

interface Pick {
  pick: number;
}

/** What each deed is done with. `pick`, `rep`, `team` and `subject` count round among what there is. */
export interface Deeds {
  post: { rep: number; cents: number; currency: string; hoursAgo: number; share: number | null; isOwn: boolean };
  repost: Pick;
  void: Pick;
  restore: Pick;
  correct: Pick & {
    rep: number | null;
    cents: number | null;
    currency: string | null;
    refreeze: boolean;
    hoursAgo: number | null;
    share: number | null;
  };
  book: Pick & { count: number };
  restate: Pick;
  unrestate: Pick;
  rule: { cents: number | null };
  approve: Pick;
  decline: Pick;
  /** Of a hundred: a part of what is open, all of it, more. */
  receive: Pick & { part: number; daysAgo: number };
  takeBack: Pick;
  rate: { currency: string; rate: string };
  quota: { subject: number; metric: 'revenue' | 'deals'; amount: number | null };
  default: { amount: number | null };
  move: { rep: number; team: number };
  leave: { rep: number; daysAgo: number | null };
  patch: { patch: OfficePatch };
  reset: { days: number | null };
  undo: object;
  plan: { inDays: number; days: number };
  remove: Pick;
  pass: { ms: number; isAsleep: boolean };
}

export type DeedName = keyof Deeds;
export type Deed = { [N in DeedName]: { name: N; with: Deeds[N] } }[DeedName];

export const ZONES = [
  'Asia/Ho_Chi_Minh',
  'America/New_York',
  'Pacific/Apia',
  'Pacific/Pago_Pago',
  'Pacific/Kiritimati',
  'Australia/Lord_Howe',
  'Africa/Cairo',
  'America/Havana',
  'Asia/Kathmandu',
];
const UNITS = ['week', 'month', 'quarter', 'half', 'year', 'custom'] as const;

const patches: fc.Arbitrary<OfficePatch> = fc.record(
  {
    timeZone: fc.constantFrom(...ZONES),
    periodUnit: fc.constantFrom(...UNITS),
    weekStart: fc.integer({ min: 1, max: 7 }),
    fiscalStartMonth: fc.integer({ min: 1, max: 12 }),
    yearPattern: fc.constantFrom(...YEAR_PATTERNS),
    yearEnd: fc.constantFrom(...YEAR_ENDS),
    longQuarter: fc.constantFrom(...LONG_QUARTERS),
    ties: fc.constantFrom('competition', 'dense'),
  },
  { requiredKeys: [] },
);

const rep = fc.nat(2);
const pick = fc.nat(9);
const picked = fc.record({ pick });
const cents = fc.oneof(fc.integer({ min: 1, max: 4 }), fc.integer({ min: 1, max: 90_000 }));
const currency = fc.constantFrom('EUR', 'EUR', 'EUR', 'USD', 'KWD', 'JPY', 'VND');
const hoursAgo = fc.constantFrom(0, 0, 0, 1, 2, 3, 30, 40 * 24);
const share = fc.option(fc.constantFrom(1, 3_333, 5_000), { freq: 3 });
const amount = fc.option(fc.constantFrom(0, 1, 3, 500), { freq: 4 });

const ARBITRARIES: { readonly [N in DeedName]: fc.Arbitrary<Deeds[N]> } = {
  post: fc.record({ rep, cents, currency, hoursAgo, share, isOwn: fc.boolean() }),
  repost: picked,
  void: picked,
  restore: picked,
  restate: picked,
  unrestate: picked,
  approve: picked,
  decline: picked,
  book: fc.record({ pick, count: fc.integer({ min: 1, max: 2 }) }),
  correct: fc.record({
    pick,
    rep: fc.option(rep),
    cents: fc.option(cents),
    currency: fc.option(currency, { freq: 1 }),
    refreeze: fc.boolean(),
    hoursAgo: fc.option(hoursAgo),
    share,
  }),
  rule: fc.record({ cents: fc.option(fc.constantFrom(2, 1_000)) }),
  receive: fc.record({
    pick,
    part: fc.constantFrom(1, 33, 50, 67, 100, 101),
    daysAgo: fc.constantFrom(0, 0, 1, 5),
  }),
  takeBack: picked,
  rate: fc.record({
    currency,
    rate: fc.constantFrom('3.3333', '0.017', '7', '12.345678'),
  }),
  quota: fc.record({
    subject: fc.nat(8),
    metric: fc.constantFrom('revenue', 'deals'),
    amount,
  }),
  default: fc.record({ amount }),
  move: fc.record({ rep, team: fc.nat(2) }),
  leave: fc.record({ rep, daysAgo: fc.option(fc.nat(3)) }),
  patch: fc.record({ patch: patches }),
  reset: fc.record({ days: fc.option(fc.integer({ min: 1, max: 60 })) }),
  undo: fc.constant({}),
  plan: fc.record({
    inDays: fc.oneof(fc.integer({ min: 1, max: 2 }), fc.integer({ min: 1, max: 50 })),
    days: fc.oneof(fc.constant(1), fc.integer({ min: 1, max: 40 })),
  }),
  remove: picked,
  pass: fc.record({
    ms: fc.oneof(
      fc.constantFrom(1, 900_000, HOUR_MS, DAY_MS),
      fc.integer({ min: 1, max: 30 * HOUR_MS }),
      fc.integer({ min: 1, max: 90 * DAY_MS }),
    ),
    isAsleep: fc.boolean(),
  }),
};

/** Histories in which each deed comes as often as its weight says, and no others come. */
export function histories(
  weights: Readonly<Partial<Record<DeedName, number>>>,
  size: { minLength: number; maxLength: number },
): fc.Arbitrary<Deed[]> {
  const names = Object.keys(weights) as DeedName[];
  const deeds = names.map((name) => ({
    weight: weights[name] ?? 0,
    arbitrary: (ARBITRARIES[name] as fc.Arbitrary<object>).map((what) => ({ name, with: what }) as Deed),
  }));
  return fc.array(fc.oneof(...deeds), { ...size, size: 'max' });
}
