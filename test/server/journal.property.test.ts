// Money never appears and never vanishes: whatever happens to deals and receipts, the journal's balances are those that
// the deals and receipts themselves give, computed afresh in another way.
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { withBalances, journalDays, journalRows } from '../../server/journal.ts';
import { batchRunner } from '../../server/ledger/batch.ts';
import type { CommandName, Commands } from '../../server/ledger/commands.ts';
import { Directory } from '../../server/directory.ts';
import { placeBefore } from '../../server/store/journal.ts';
import { openStore } from '../../server/store/store.ts';
import type { Deal } from '../../shared/deal.ts';
import { makeDataDir, TUESDAY } from '../kit/app.ts';
import { DAY_MS, HOUR_MS } from '../kit/make.ts';

type Step =
  | { type: 'sell'; cents: number; currency: string; daysAgo: number }
  | { type: 'void'; pick: number }
  | { type: 'restore'; pick: number }
  | { type: 'correct'; pick: number; cents: number | null; currency: string | null; refreeze: boolean }
  | { type: 'receive'; pick: number; part: number; daysAgo: number }
  | { type: 'takeBack'; pick: number }
  | { type: 'rate'; currency: string; rate: string }
  | { type: 'pass'; ms: number };

const currency = fc.constantFrom('USD', 'KWD', 'JPY', 'VND');
const daysAgo = fc.constantFrom(0, 0, 1, 5);
const pick = fc.nat(3);
/** Of a hundred: a part of what is open, all of it, more. */
const part = fc.constantFrom(1, 33, 50, 67, 100, 101);
const someCents = fc.integer({ min: 1, max: 90_000 });
const someRate = fc.constantFrom('3.3333', '0.017', '7', '12.345678');
const of = <T extends Step['type']>(type: T) => fc.constant(type);
/** Few deals and many receipts of each: rounding shows where parts are taken back in another order than they came. */
const steps: fc.Arbitrary<Step[]> = fc.array(
  fc.oneof(
    { weight: 2, arbitrary: fc.record({ type: of('sell'), cents: someCents, currency, daysAgo }) },
    { weight: 1, arbitrary: fc.record({ type: of('void'), pick }) },
    { weight: 3, arbitrary: fc.record({ type: of('restore'), pick: fc.nat(9) }) },
    {
      weight: 3,
      arbitrary: fc.record({
        type: of('correct'),
        pick,
        cents: fc.option(someCents),
        currency: fc.option(currency, { freq: 1 }),
        refreeze: fc.boolean(),
      }),
    },
    { weight: 8, arbitrary: fc.record({ type: of('receive'), pick, part, daysAgo }) },
    { weight: 4, arbitrary: fc.record({ type: of('takeBack'), pick: fc.nat(9) }) },
    { weight: 1, arbitrary: fc.record({ type: of('rate'), currency, rate: someRate }) },
    { weight: 2, arbitrary: fc.record({ type: of('pass'), ms: fc.constantFrom(1, HOUR_MS, DAY_MS) }) },
  ),
  { minLength: 10, maxLength: 60 },
);

const EXPONENTS: Readonly<Record<string, number>> = { VND: 0, JPY: 0, KWD: 3 };
const exponentOf = (code: string) => EXPONENTS[code] ?? 2;

/** One office without a server, played step by step. */
function openOffice() {
  const dataDir = makeDataDir();
  const store = openStore(join(dataDir, 'winboard.db'));
  const runAll = batchRunner(store);
  let now = TUESDAY;
  function run<N extends CommandName>(name: N, input: Commands[N]['input']): Commands[N]['output'] | null {
    const [reply] = runAll([{ ticket: 1, name, actor: { type: 'system' }, now, input }]).replies;
    if (!reply || 'refusal' in reply) {
      const code = reply?.refusal.code ?? '';
      if (/^(server|store)\//.test(code)) throw new Error(`${name}: ${reply?.cause}`);
      return null;
    }
    return reply.value as Commands[N]['output'];
  }
  run('setup', {
    office: { name: 'Sao Việt', timeZone: 'Asia/Ho_Chi_Minh', currency: 'EUR', locale: 'vi' },
    manager: { name: 'Hà', email: 'ha@saoviet.vn', passwordHash: '' },
    session: { hash: 'h', expiresAt: now + DAY_MS, device: '', replaces: null },
  });
  const rep = run('rep:create', { name: 'An' })?.id ?? '';
  for (const [code, rate] of Object.entries({ USD: '0.8765', KWD: '3.0101', JPY: '0.0061', VND: '0.000035' })) {
    run('rate:put', { currency: code, date: '2026-11-01', rate });
  }
  const close = () => {
    store.db.close();
    rmSync(dataDir, { recursive: true });
  };
  return { store, run, rep, close, pass: (ms: number) => (now += ms), now: () => now };
}

type Office = ReturnType<typeof openOffice>;

const text = (cents: number, exponent: number) => {
  const digits = String(cents).padStart(exponent + 1, '0');
  return exponent === 0 ? digits : `${digits.slice(0, -exponent)}.${digits.slice(-exponent)}`;
};

/** What each step does. */
const PLAYERS: { [T in Step['type']]: (office: Office, step: Extract<Step, { type: T }>) => void } = {
  sell(office, { cents: amountCents, currency: code, daysAgo: days }) {
    office.run('deal:record', {
      rep: office.rep,
      customer: 'Globex',
      amount: text(amountCents, exponentOf(code)),
      currency: code,
      closedAt: office.now() - days * DAY_MS,
    });
  },
  void: (office, { pick: at }) =>
    void office.run('deal:void', { id: pickDeal(office, at)?.id ?? 'none', reason: 'x', repsWithin: null }),
  restore: (office, { pick: at }) =>
    void office.run('deal:restore', { id: pickDeal(office, at)?.id ?? 'none', reason: 'x' }),
  correct(office, { pick: at, cents: amountCents, currency: wanted, refreeze }) {
    const deal = pickDeal(office, at);
    const code = wanted ?? deal?.original?.currency ?? 'EUR';
    const amount = amountCents === null ? {} : { amount: text(amountCents, exponentOf(code)) };
    const changes = { reason: 'x', refreeze, ...amount, ...(wanted !== null && { currency: wanted }) };
    office.run('deal:correct', { id: deal?.id ?? 'none', changes });
  },
  receive(office, { pick: at, part: percent, daysAgo: days }) {
    const deal = pickDeal(office, at);
    const sale = deal && office.store.receipts.sale(deal.seq);
    if (!deal || !sale) return;
    const minor = Math.ceil(((sale.amountMinor - sale.receivedMinor) * percent) / 100);
    const amount = text(minor, exponentOf(deal.original?.currency ?? 'EUR'));
    const body = { amount, receivedAt: office.now() - days * DAY_MS };
    office.run('receipt:record', { dealId: deal.id, body });
  },
  takeBack(office, { pick: at }) {
    const all = office.store.db
      .prepare('SELECT r.id, d.id AS dealId FROM receipts r JOIN deals d ON d.seq = r.deal_seq')
      .all() as { id: string; dealId: string }[];
    const one = all[at % Math.max(1, all.length)];
    if (one) office.run('receipt:void', { ...one, reason: 'x' });
  },
  rate: (office, { currency: code, rate: worthIt }) =>
    void office.run('rate:put', { currency: code, date: '2026-11-20', rate: worthIt, isConfirmed: true }),
  pass: (office, { ms }) => void office.pass(ms),
};

function pickDeal({ store }: Office, at: number): Deal | undefined {
  const deals = store.search.latest(1_000).sort((a, b) => a.seq - b.seq);
  return deals[at % Math.max(1, deals.length)];
}

/** Half up, of a rate of at most 12 decimals, by whole numbers: written once more, another way. */
function worth(minor: number, exponent: number, rate: string): number {
  const [whole = '', fraction = ''] = rate.split('.');
  const dividend = BigInt(minor) * BigInt(whole + fraction) * 100n;
  const divisor = 10n ** BigInt(exponent + fraction.length);
  const [quotient, rest] = [dividend / divisor, dividend % divisor];
  return Number(rest * 2n >= divisor ? quotient + 1n : quotient);
}

interface RawReceipt {
  amount: number;
  dealSeq: number;
}

/** Every deal with the receipts that stand for it and for those that it replaced. */
function salesOf({ store }: Office): { deal: Deal; received: number }[] {
  const receipts = store.db
    .prepare(
      `SELECT amount_minor AS amount, deal_seq AS dealSeq FROM receipts r
       WHERE NOT EXISTS (SELECT 1 FROM receipt_voids v WHERE v.receipt_seq = r.seq)`,
    )
    .all() as RawReceipt[];
  const ids = store.db.prepare('SELECT id FROM deals ORDER BY seq').all() as { id: string }[];
  const deals = ids.flatMap(({ id }) => store.search.byId(id) ?? []);
  const lastOf = (deal: Deal): Deal => {
    const next = deals.find(({ id }) => id === deal.void?.replacedBy);
    return next ? lastOf(next) : deal;
  };
  const lastSeq = new Map(deals.map((deal) => [deal.seq, lastOf(deal).seq]));
  return deals
    .filter((deal) => !deal.void?.replacedBy)
    .map((deal) => {
      const own = receipts.filter(({ dealSeq }) => lastSeq.get(dealSeq) === deal.seq);
      return { deal, received: own.reduce((sum, { amount }) => sum + amount, 0) };
    });
}

/** A part of a deal in the board's currency. */
function partOf({ original }: Deal, minor: number): number {
  return original ? worth(minor, exponentOf(original.currency), original.rate) : minor;
}

/** What is owed and has come in, from the deals and receipts alone, and what is odd about any of them. */
function afresh(office: Office) {
  const sum = { receivable: 0, cash: 0, open: 0 };
  const odd: string[] = [];
  for (const { deal, received } of salesOf(office)) {
    const agreed = deal.original?.amountMinor ?? deal.amountMinor;
    const come = partOf(deal, received);
    const credits = deal.credits.reduce((all, { amountMinor }) => all + amountMinor, 0);
    if (received > agreed) odd.push(`${deal.id} has come in more than whole`);
    if (partOf(deal, agreed) !== deal.amountMinor) odd.push(`${deal.id} is worth something else`);
    if (credits !== deal.amountMinor) odd.push(`${deal.id} is shared out otherwise`);
    sum.receivable += (deal.void ? 0 : deal.amountMinor) - come;
    sum.open += deal.void ? 0 : deal.amountMinor - come;
    sum.cash += come;
  }
  return { ...sum, odd };
}

const ALL = { range: { startsAt: 0, endsAt: Number.MAX_SAFE_INTEGER }, repIds: null };
const RULES = { timeZone: 'Asia/Ho_Chi_Minh', weekStart: 1, fiscalStartMonth: 1 };
const NOTHING = { receivable: 0, cash: 0 };

/** What the journal says, told in the same words as `afresh`. */
function told({ store, rep }: Office, directory: Directory) {
  const rows = [...journalRows(store, ALL, placeBefore(0))];
  const entries = [...withBalances(directory, rows, NOTHING)];
  const days = journalDays(rows, NOTHING, RULES);
  const { openMinor, receivedMinor } = store.receivables.totals({ range: null, repIds: null, today: '2026-12-31' });
  const last = entries.at(-1);
  const at = Math.floor(rows.length / 2);
  const cut = rows[at] ?? placeBefore(0);
  const middle = entries[at];
  return {
    end: { receivable: last?.receivable.balance ?? 0, cash: last?.cash.balance ?? 0 },
    dayEnd: { receivable: days.at(-1)?.receivable.balance ?? 0, cash: days.at(-1)?.cash.balance ?? 0 },
    missing: rows.length - days.reduce((sum, day) => sum + day.entries, 0),
    totals: { open: openMinor, cash: receivedMinor },
    // Cut anywhere, what came before and what comes behind fit together.
    cut: store.journal.balances(null, cut),
    cutTold: { receivable: middle?.receivable.balance ?? 0, cash: middle?.cash.balance ?? 0 },
    behind: store.journal.list(ALL, cut, 1_000),
    behindTold: middle ? rows.slice(at + 1) : [],
    // Somebody who has a part in everything sees everything.
    ofRep: store.journal.list({ ...ALL, repIds: [rep] }, placeBefore(0), 1_000),
    rows,
  };
}

test('RC5 MO5 after any sequence of deals, voids, corrections, restorations and receipts the journal’s balances are those computed afresh', () => {
  fc.assert(
    fc.property(steps, (history) => {
      const office = openOffice();
      try {
        for (const step of history) (PLAYERS[step.type] as (office: Office, one: Step) => void)(office, step);
        const { receivable, cash, open, odd } = afresh(office);
        const journal = told(office, new Directory(office.store));
        expect(odd).toEqual([]);
        expect([journal.end, journal.dayEnd, journal.missing]).toEqual([{ receivable, cash }, { receivable, cash }, 0]);
        expect(journal.totals).toEqual({ open, cash });
        expect([journal.cut, journal.behind]).toEqual([journal.cutTold, journal.behindTold]);
        expect(journal.ofRep).toEqual(journal.rows);
      } finally {
        office.close();
      }
    }),
    { numRuns: 60 },
  );
}, 240_000);
