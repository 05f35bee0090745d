// What is expected of each rep in a period (rule FC1).
import type { Forecast } from '../../shared/forecast.ts';
import type { Db } from './db.ts';

export function forecastTable(db: Db) {
  const ofPeriod = db.prepare<[string], Forecast>(
    'SELECT period_id AS periodId, rep_id AS repId, metric, amount FROM forecasts WHERE period_id = ? ORDER BY rep_id, metric',
  );
  const write = db.prepare(
    `INSERT OR REPLACE INTO forecasts (period_id, rep_id, metric, amount)
     VALUES (@periodId, @repId, @metric, @amount)`,
  );
  const remove = db.prepare(
    'DELETE FROM forecasts WHERE period_id = @periodId AND rep_id = @repId AND metric = @metric',
  );
  const removeRevenue = db.prepare("DELETE FROM forecasts WHERE metric = 'revenue'");
  return {
    ofPeriod: (periodId: string): Forecast[] => ofPeriod.all(periodId),
    write: (forecast: Forecast): void => void write.run(forecast),
    remove: (forecast: Omit<Forecast, 'amount'>): void => void remove.run(forecast),
    /** They meant another currency. */
    removeRevenue: (): void => void removeRevenue.run(),
  };
}
