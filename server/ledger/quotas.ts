// Setting quotas: one, or a block of them as a whole. Rules QT1, QT2, QT8–QT10.
import type { Quota } from '../../shared/deal.ts';
import type { QuotaBatch, QuotaBody } from '../../shared/schemas/quotas.ts';
import { setCells, type CellBook } from './cells.ts';
import { DryRun, type Transaction } from './transaction.ts';

export function setQuota(transaction: Transaction, body: QuotaBody): void {
  if (setCells(transaction, bookOf(transaction), [body], () => '') > 0) transaction.changes.push({ type: 'quotas' });
}

/** All of a block or nothing. A dry run gives the quotas of the periods that it names as they would be. */
export function setQuotas(
  transaction: Transaction,
  { cells, dryRun }: QuotaBatch & { dryRun: boolean },
): { changed: number; quotas: Quota[] } {
  const { store } = transaction;
  const changed = setCells(transaction, bookOf(transaction), cells, (place) => `cells.${place}.`);
  if (dryRun) {
    const periodIds = [...new Set(cells.map(({ periodId }) => periodId))];
    throw new DryRun({ changed, quotas: periodIds.flatMap((id) => store.quotas.ofPeriod(id)) });
  }
  if (changed > 0) transaction.changes.push({ type: 'quotas' });
  return { changed, quotas: [] };
}

function bookOf({ store }: Transaction): CellBook {
  return {
    action: 'quota:set',
    ofPeriod: (periodId) => store.quotas.ofPeriod(periodId),
    write: (quota) => store.quotas.write(quota),
    remove: (key) => store.quotas.remove(key),
  };
}
