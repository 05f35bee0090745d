// Setting what is expected of reps, a block at a time. Rules FC1–FC4.
import { isForecastMetric, type Forecast } from '../../shared/forecast.ts';
import type { Quota } from '../../shared/deal.ts';
import type { ForecastBatch } from '../../shared/schemas/quotas.ts';
import { setCells, type CellBook } from './cells.ts';
import { DryRun, type Transaction } from './transaction.ts';

export function setForecasts(
  transaction: Transaction,
  { cells, dryRun }: ForecastBatch & { dryRun: boolean },
): { changed: number } {
  const asCells = cells.map(({ repId, ...cell }) => ({ ...cell, subject: { type: 'rep' as const, id: repId } }));
  const changed = setCells(transaction, bookOf(transaction), asCells, (place) => `cells.${place}.`, 'repId');
  if (dryRun) throw new DryRun({ changed });
  if (changed > 0) transaction.changes.push({ type: 'forecasts' });
  return { changed };
}

function bookOf({ store }: Transaction): CellBook {
  return {
    action: 'forecast:set',
    ofPeriod: (periodId) =>
      store.forecasts
        .ofPeriod(periodId)
        .map(({ repId, ...forecast }) => ({ ...forecast, subjectType: 'rep', subjectId: repId })),
    write: ({ subjectType: _, subjectId, ...rest }) => store.forecasts.write({ ...asForecast(rest), repId: subjectId }),
    remove: ({ subjectType: _, subjectId, ...rest }) =>
      store.forecasts.remove({ ...asForecast(rest), repId: subjectId }),
  };
}

/** Schemas let no other metric through to here. */
function asForecast<T extends Pick<Quota, 'metric'>>(cell: T): T & Pick<Forecast, 'metric'> {
  const { metric } = cell;
  if (!isForecastMetric(metric)) throw new Error(`there are no forecasts of ${metric}`);
  return { ...cell, metric };
}
