// Rows of a table become deals, all of them in one transaction; each has a fate of its own. Rules CN1, CE4.
import { randomUUID } from 'node:crypto';
import { exponentOf } from '../../shared/currencies.ts';
import { foldKey } from '../../shared/fold.ts';
import { WHOLE_SHARE } from '../../shared/money.ts';
import { Refusal } from '../../shared/problem.ts';
import type { Rep } from '../../shared/roster.ts';
import type { RowFate } from '../../shared/schemas/imports.ts';
import type { ImportedDeal } from './commands.ts';
import { fingerprintOf, leftBefore, storeDeal } from './deals.ts';
import { exchange, type DealMoney } from './exchange.ts';
import { Fields } from './fields.ts';
import { DryRun, type Transaction } from './transaction.ts';

export function importDeals(
  transaction: Transaction,
  input: { deals: ImportedDeal[]; source: string; dryRun: boolean },
): RowFate[] {
  const findRep = repFinder(transaction.store.reps.list());
  const fates = input.deals.map((row) => importOne(transaction, findRep, input.source, row));
  if (input.dryRun) throw new DryRun(fates);
  const stored = fates.filter(({ fate }) => fate === 'new').length;
  if (stored > 0) {
    transaction.changes.push({ type: 'ledger' });
    transaction.audit('deals:import', input.source, { stored });
  }
  return fates;
}

type RepFinder = (name: string) => Rep | 'unknown' | 'ambiguous';

/** Finds a rep by id, e-mail address or full name, whatever its case. */
function repFinder(reps: readonly Rep[]): RepFinder {
  const byKey = new Map<string, Rep | 'ambiguous'>();
  for (const rep of reps) {
    for (const key of [rep.id, rep.email, rep.name]) {
      if (key === null) continue;
      const known = byKey.get(foldKey(key));
      byKey.set(foldKey(key), known !== undefined && known !== rep ? 'ambiguous' : rep);
    }
  }
  return (name) => byKey.get(foldKey(name)) ?? 'unknown';
}

function importOne(transaction: Transaction, findRep: RepFinder, source: string, row: ImportedDeal): RowFate {
  // Our own export names deals by their id: coming back, they are known.
  const { deals } = transaction.store;
  const known = deals.byExternal(source, row.externalId) ?? deals.byId(row.externalId);
  if (known) return fateOf(row, 'known', known.deal.id);
  const rep = findRep(row.rep);
  if (rep === 'unknown') return refused(row, 'rep', 'rep/unknown', `“${row.rep}” is no rep of this office`);
  if (rep === 'ambiguous') return refused(row, 'rep', 'rep/ambiguous', `“${row.rep}” could be more than one rep`);
  const fault = leftBefore(rep, row.closedAt, transaction.office.timeZone);
  if (fault) return refused(row, 'rep', fault.code, fault.message);
  try {
    return fateOf(row, 'new', storeImported(transaction, rep, source, row));
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    const [first] = error.errors;
    const fate = refused(row, first?.field ?? null, first?.code ?? error.code, first?.message ?? error.message);
    return first?.values ? { ...fate, values: first.values } : fate;
  }
}

function storeImported(transaction: Transaction, rep: Rep, source: string, row: ImportedDeal): string {
  const { row: _, rep: __, externalId, currency, ...plain } = row;
  const { office } = transaction;
  const { amountMinor, original } = moneyOf(transaction, row);
  const content = currency === office.currency ? plain : { ...plain, currency };
  const deal = storeDeal(transaction, {
    ...plain,
    amountMinor,
    original,
    id: randomUUID(),
    repId: rep.id,
    currency: office.currency,
    recordedAt: transaction.now,
    rev: transaction.rev,
    corrects: null,
    photoId: null,
    imported: true,
    external: { source, id: externalId },
    credits: [{ repId: rep.id, shareBp: WHOLE_SHARE, amountMinor }],
    fingerprint: fingerprintOf(content),
  });
  return deal.id;
}

/** At the rate that holds on the day of the close; refused where there is none. Rules MO5, MO8. */
function moneyOf(transaction: Transaction, row: ImportedDeal): DealMoney {
  const { currency, amountMinor: minor, closedAt } = row;
  if (currency === transaction.office.currency) return { amountMinor: minor, original: null };
  const fields = new Fields(transaction);
  const exponent = exponentOf(currency) ?? 0;
  const money = exchange(transaction, fields, { minor, exponent, currency, closedAt, frozen: null });
  fields.check();
  return money;
}

function fateOf(row: ImportedDeal, fate: 'new' | 'known', dealId: string | null): RowFate {
  return { row: row.row, fate, field: null, code: null, message: null, dealId };
}

function refused(row: ImportedDeal, field: string | null, code: string, message: string): RowFate {
  return { row: row.row, fate: 'refused', field, code, message, dealId: null };
}
