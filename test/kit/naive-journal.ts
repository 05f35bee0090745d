// What is owed and has come in, worked out from the deals and receipts alone, to hold the journal against (rule RC5).
import { Directory } from '../../server/directory.ts';
import { journalDays, journalRows, withBalances } from '../../server/journal.ts';
import { placeBefore } from '../../server/store/journal.ts';
import type { Deal } from '../../shared/deal.ts';
import type { Books } from './books.ts';

const EXPONENTS: Readonly<Record<string, number>> = { VND: 0, JPY: 0, KWD: 3 };
const exponentOf = (code: string) => EXPONENTS[code] ?? 2;

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
function salesOf({ store }: Books): { deal: Deal; received: number }[] {
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
function moneyAfresh(books: Books) {
  const sum = { receivable: 0, cash: 0, open: 0 };
  const odd: string[] = [];
  for (const { deal, received } of salesOf(books)) {
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

/** What the journal says, told in the same words as `moneyAfresh`; `reps` are all who have sold. */
function journalTold({ store }: Books, reps: readonly string[]) {
  const directory = new Directory(store);
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
    // Who reaches everybody that has a part in something sees everything.
    ofReps: store.journal.list({ ...ALL, repIds: reps }, placeBefore(0), 1_000),
    rows,
  };
}

/** What the journal says and what deals and receipts give, in the same words; no sale has come in more than whole. */
export function moneyBothWays({ books, reps }: { books: Books; reps: readonly string[] }) {
  const { receivable, cash, open, odd } = moneyAfresh(books);
  const { end, dayEnd, missing, totals, cut, cutTold, behind, behindTold, ofReps, rows } = journalTold(books, reps);
  const balances = { receivable, cash };
  return {
    told: { odd, end, dayEnd, missing, totals, cut, behind, ofReps },
    afresh: {
      odd: [],
      end: balances,
      dayEnd: balances,
      missing: 0,
      totals: { open, cash },
      cut: cutTold,
      behind: behindTold,
      ofReps: rows,
    },
  };
}
