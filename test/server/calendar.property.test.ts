// PD7–PD12 on the books themselves: whatever is done to the calendar and the zone, periods meet, and finals stay.
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { batchRunner } from '../../server/ledger/batch.ts';
import type { CommandName, Commands } from '../../server/ledger/commands.ts';
import { comingPeriods } from '../../server/ledger/coming.ts';
import type { Period } from '../../server/store/periods.ts';
import { openStore, type Store } from '../../server/store/store.ts';
import { LONG_QUARTERS, YEAR_ENDS, YEAR_PATTERNS } from '../../shared/calendar/week-year.ts';
import type { ComingPeriod, OfficePreview } from '../../shared/schemas/calendar.ts';
import type { OfficePatch, OfficeSettings } from '../../shared/schemas/office.ts';
import { dateOf } from '../../shared/time.ts';
import { makeDataDir, TUESDAY } from '../kit/app.ts';
import { DAY_MS, HOUR_MS } from '../kit/make.ts';

type Step =
  | { type: 'patch'; patch: OfficePatch }
  | { type: 'pass'; ms: number }
  | { type: 'sell'; hoursAgo: number }
  | { type: 'reset'; days: number | null }
  | { type: 'undo' }
  | { type: 'plan'; inDays: number; days: number }
  | { type: 'remove'; pick: number };

const ZONES = [
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
  },
  { requiredKeys: [] },
);
const as = <T extends Step['type']>(type: T) => fc.constant(type);
const steps: fc.Arbitrary<Step[]> = fc.array(
  fc.oneof(
    { weight: 6, arbitrary: fc.record({ type: as('patch'), patch: patches }) },
    {
      weight: 5,
      arbitrary: fc.record({
        type: as('pass'),
        ms: fc.oneof(fc.integer({ min: 1, max: 30 * HOUR_MS }), fc.integer({ min: 1, max: 90 * DAY_MS })),
      }),
    },
    { weight: 4, arbitrary: fc.record({ type: as('sell'), hoursAgo: fc.nat(40) }) },
    { weight: 2, arbitrary: fc.record({ type: as('reset'), days: fc.option(fc.integer({ min: 1, max: 60 })) }) },
    { weight: 2, arbitrary: fc.record({ type: as('undo') }) },
    {
      weight: 4,
      arbitrary: fc.record({
        type: as('plan'),
        inDays: fc.oneof(fc.integer({ min: 1, max: 2 }), fc.integer({ min: 1, max: 50 })),
        days: fc.oneof(fc.constant(1), fc.integer({ min: 1, max: 40 })),
      }),
    },
    { weight: 2, arbitrary: fc.record({ type: as('remove'), pick: fc.nat(3) }) },
  ),
  { maxLength: 22 },
);

let folder: string;
let files = 0;
beforeAll(() => {
  folder = makeDataDir();
});
afterAll(() => rmSync(folder, { recursive: true }));

/** An office's books, and what was announced of its closed periods. */
class Books {
  readonly store: Store;
  readonly #run: ReturnType<typeof batchRunner>;
  /** What was said of each closed period. */
  readonly announced = new Map<string, string>();
  now = TUESDAY;
  rep = '';

  constructor() {
    files += 1;
    this.store = openStore(join(folder, `${files}.db`));
    this.#run = batchRunner(this.store);
    this.do('setup', {
      office: { name: 'Sao Việt', timeZone: 'Asia/Ho_Chi_Minh', currency: 'VND', locale: 'vi' },
      manager: { name: 'Hà', email: 'ha@saoviet.vn', passwordHash: 'x' },
      session: { hash: 'x', expiresAt: TUESDAY, device: '', replaces: null },
    });
    this.rep = this.do('rep:create', { name: 'An' })?.id ?? '';
  }

  /** What a command gives; null where it was refused. A failure of the server's own is a failure of the test. */
  do<N extends CommandName>(name: N, input: Commands[N]['input']): Commands[N]['output'] | null {
    const [reply] = this.#run([{ ticket: 1, name, input, actor: { type: 'system' }, now: this.now }]).replies;
    if (!reply || 'cause' in reply) throw new Error(reply?.cause ?? 'no reply');
    return 'value' in reply ? (reply.value as Commands[N]['output']) : null;
  }

  get periods(): Period[] {
    return this.store.periods.list();
  }

  get office(): OfficeSettings {
    const office = this.store.office.read();
    if (!office) throw new Error('no office');
    return office;
  }

  coming(count: number): ComingPeriod[] {
    return comingPeriods(this.periods, this.office, { now: this.now, count });
  }

  date(days: number): string {
    return dateOf(this.now + days * DAY_MS, this.office.timeZone);
  }

  take(step: Step): void {
    switch (step.type) {
      case 'patch':
        this.#patch(step.patch);
        return;
      case 'pass':
        this.#pass(step.ms);
        return;
      case 'sell':
        this.do('deal:record', {
          rep: this.rep,
          amount: '5',
          customer: 'x',
          closedAt: this.now - step.hoursAgo * HOUR_MS,
        });
        return;
      case 'reset':
        this.do('period:reset', { dryRun: false, ...(step.days !== null && { endsAt: this.date(step.days) }) });
        return;
      case 'undo':
        this.#undo();
        return;
      case 'plan':
        this.do('period:create', {
          name: 'Kỳ',
          startsAt: this.date(step.inDays),
          endsAt: this.date(step.inDays + step.days),
        });
        return;
      case 'remove': {
        const id = this.periods.filter(({ startsAt }) => startsAt > this.now)[step.pick]?.id;
        if (id !== undefined) expect(this.do('period:remove', { id })).not.toBeNull();
      }
    }
  }

  /** Rule PD10: what was told before is what is there after. */
  #patch(patch: OfficePatch): void {
    const before = this.periods;
    const rev = this.store.revision.read();
    const told = this.do('office:preview', patch) as OfficePreview;
    expect([this.periods, this.store.revision.read()]).toEqual([before, rev]);
    this.do('office:patch', patch);
    expect(this.office).toEqual(told.office);
    expect(this.coming(6)).toEqual(told.coming);
    const moved = this.periods.filter((one) => {
      const was = before.find(({ id }) => id === one.id);
      return was && one.closedAt === null && (was.startsAt !== one.startsAt || was.endsAt !== one.endsAt);
    });
    expect(moved.map(({ id, startsAt, endsAt }) => ({ id, startsAt, endsAt }))).toEqual(
      told.moved.map(({ after: { id, startsAt, endsAt } }) => ({ id, startsAt, endsAt })),
    );
    if (patch.timeZone === undefined) {
      // Rule PD7: but for an open end nothing moves.
      expect(told.moved.filter(({ before: was }) => !was.isOpenEnded)).toEqual([]);
    }
  }

  /** Rule PD12: what was coming has come. */
  #pass(ms: number): void {
    const coming = this.coming(40);
    this.now += ms;
    this.do('period:roll', {});
    const begun = new Map(this.periods.map((one) => [one.startsAt, one]));
    for (const { startsAt, endsAt, name, isOpenEnded } of coming) {
      if (startsAt > this.now) continue;
      const one = begun.get(startsAt);
      expect([startsAt, one?.name, one?.isOpenEnded]).toEqual([startsAt, name, isOpenEnded]);
      if (!isOpenEnded) expect(one?.endsAt).toBe(endsAt);
    }
  }

  #undo(): void {
    const running = this.periods.find((one) => one.closedAt === null && one.startsAt <= this.now);
    if (this.do('period:undo', {}) !== null && running?.resetOf) this.announced.delete(running.resetOf);
  }
}

/** What is wrong with them: gaps, overlaps, no running period or two, a final that is not as it was announced. */
function faultsIn({ periods, now, store, announced }: Books): string[] {
  const running = periods.filter((one) => one.closedAt === null && one.startsAt <= now && now < one.endsAt);
  const faults = running.length === 1 ? [] : [`${running.length} run`];
  for (const [place, { startsAt, endsAt, closedAt, id }] of periods.entries()) {
    const next = periods[place + 1]?.startsAt ?? endsAt;
    if (endsAt <= startsAt) faults.push(`${place} ends before it begins`);
    if (next < endsAt || (next <= now && next > endsAt)) faults.push(`${place} does not meet the next one`);
    const final = store.finals.read(id);
    if ((final === null) !== (closedAt === null)) faults.push(`${place} is closed without a final, or has one`);
    const said = `${startsAt} ${endsAt} ${final?.hash}`;
    if (final && (announced.get(id) ?? said) !== said) faults.push(`${place} is not as announced`);
    if (final) announced.set(id, said);
  }
  return faults;
}

test('PD7 PD8 PD9 PD10 PD12 whatever is changed of calendar and zone, finals stay, periods meet, and what was told comes', () => {
  fc.assert(
    fc.property(steps, (history) => {
      const books = new Books();
      for (const step of history) {
        books.take(step);
        // As the server does a moment after whatever has passed.
        books.do('period:roll', {});
        expect(faultsIn(books)).toEqual([]);
      }
      books.store.db.close();
    }),
    { numRuns: 60 },
  );
}, 60_000);
