// The journal as people read it: entries with running balances, or days of them. Rule RC5.
import { exponentOf } from '../shared/currencies.ts';
import { formatMinor } from '../shared/money.ts';
import type { JournalDay, JournalEntry } from '../shared/schemas/money.ts';
import { dateOf, windowAt, type CalendarRules } from '../shared/time.ts';
import { repName } from './deal-view.ts';
import type { Directory } from './directory.ts';
import { placeBefore, type Balances, type JournalRow, type JournalSearch, type Place } from './store/journal.ts';
import type { Tables } from './store/store.ts';

/** Rows at a time, so that a large ledger neither fills the memory nor holds up the wall. */
const CHUNK = 1_000;

/** All rows of a search behind a place. */
export function* journalRows(tables: Tables, search: JournalSearch, behind: Place): Iterable<JournalRow> {
  for (let place = behind; ;) {
    const rows = tables.journal.list(search, place, CHUNK);
    yield* rows;
    const last = rows.at(-1);
    if (!last || rows.length < CHUNK) return;
    place = last;
  }
}

/** Where a range begins. */
export function placeOf({ range }: JournalSearch): Place {
  return placeBefore(range.startsAt);
}

/** Turns rows into entries, each with the balances after it. */
export function* withBalances(
  directory: Directory,
  rows: Iterable<JournalRow>,
  opening: Balances,
): Iterable<JournalEntry> {
  const now = { ...opening };
  for (const row of rows) {
    addTo(now, row);
    const { at, kind, dealId, receiptId, customer, method, text } = row;
    yield {
      at,
      kind,
      dealId,
      receiptId,
      customer,
      repName: repName(directory, row.repId),
      original: originalOf(row),
      method,
      text,
      receivable: { debit: row.receivableDebit, credit: row.receivableCredit, balance: now.receivable },
      cash: { debit: row.cashDebit, credit: row.cashCredit, balance: now.cash },
    };
  }
}

function addTo(balances: Balances, row: JournalRow): void {
  balances.receivable += row.receivableDebit - row.receivableCredit;
  balances.cash += row.cashDebit - row.cashCredit;
}

function originalOf({ originalMinor, currency, rate }: JournalRow): JournalEntry['original'] {
  if (originalMinor === null || currency === null || rate === null) return null;
  return { amount: formatMinor(originalMinor, exponentOf(currency) ?? 0), currency, rate };
}

/** The days of a range that have entries, each with the balances at its end. */
export function journalDays(rows: Iterable<JournalRow>, opening: Balances, rules: CalendarRules): JournalDay[] {
  const days: JournalDay[] = [];
  const now = { ...opening };
  let endsAt = Number.NEGATIVE_INFINITY;
  let day: JournalDay | null = null;
  for (const row of rows) {
    if (day === null || row.at >= endsAt) {
      ({ endsAt } = windowAt('day', row.at, rules));
      // A date that clocks set back over midnight is the date of the day's last instant.
      day = { date: dateOf(endsAt - 1, rules.timeZone), entries: 0, receivable: account(), cash: account() };
      days.push(day);
    }
    addTo(now, row);
    day.entries += 1;
    day.receivable.debit += row.receivableDebit;
    day.receivable.credit += row.receivableCredit;
    day.receivable.balance = now.receivable;
    day.cash.debit += row.cashDebit;
    day.cash.credit += row.cashCredit;
    day.cash.balance = now.cash;
  }
  return days;
}

function account(): JournalDay['cash'] {
  return { debit: 0, credit: 0, balance: 0 };
}

/** What days come to together. */
export function sumOf(days: readonly JournalDay[], name: 'receivable' | 'cash', opening: number): JournalDay['cash'] {
  const sum = { ...account(), balance: opening };
  for (const day of days) {
    sum.debit += day[name].debit;
    sum.credit += day[name].credit;
    sum.balance = day[name].balance;
  }
  return sum;
}
