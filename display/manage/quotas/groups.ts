// Which quota of a group counts, and what its members add up to: as the server's own standings have it (rule QT1).
import type { PeriodsView, StandingsView } from '../../../shared/schemas/boards.ts';
import { OFFICE_ID } from '../../../shared/deal.ts';
import type { QuotaMetric } from '../../../shared/metric.ts';
import type { Row } from '../../../shared/board-view.ts';
import { call } from '../../kit/api.ts';

/** The rows of the office and of every team, by subject. */
export type GroupRows = Readonly<Partial<Record<QuotaMetric, ReadonlyMap<string, Row>>>>;

export async function readGroups(period: PeriodsView['items'][number]): Promise<GroupRows> {
  const [revenue, deals] = await Promise.all([readMetric('revenue'), readMetric('deals')]);
  return { revenue, deals };

  async function readMetric(metric: QuotaMetric): Promise<Map<string, Row>> {
    const query = { by: 'team', metric, from: period.startsAt, to: period.endsAt };
    const { rows, total } = await call<StandingsView>('GET', '/api/standings', { query });
    return new Map([...rows.map((row) => [row.subjectId, row] as const), [OFFICE_ID, total]]);
  }
}
