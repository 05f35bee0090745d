// Calls around quotas that several tests make.
import type { Problem } from '../../shared/problem.ts';
import type { QuotaBody, QuotaGrid, QuotaPreview } from '../../shared/schemas/quotas.ts';
import { addRep, addTeam, type Answer, type CallOptions, type TestApp } from './app.ts';
import { runningIdOf } from './periods.ts';

export type CellInput = Omit<QuotaBody, 'metric'> & Partial<Pick<QuotaBody, 'metric'>>;

export interface QuotaOffice {
  north: string;
  /** In the north. */
  an: string;
  binh: string;
  /** The period that runs. */
  now: string;
}

/** An office that is set up, with a team and two reps; Bình is in the team, too, unless it is said otherwise. */
export async function quotaOffice(app: TestApp, binh: { teamId?: null } = {}): Promise<QuotaOffice> {
  await app.setUp();
  const north = await addTeam(app, 'Miền Bắc');
  return {
    north,
    an: await addRep(app, 'An', { teamId: north }),
    binh: await addRep(app, 'Bình', { teamId: north, ...binh }),
    now: await runningIdOf(app),
  };
}

/** A rep's cell in a period; revenue, unless said. */
export function repCell(periodId: string, id: string, amount: string | number | null, more: object = {}): CellInput {
  return { periodId, subject: { type: 'rep', id }, amount, ...more };
}

function withMetric(cells: readonly CellInput[]): { cells: object[] } {
  return { cells: cells.map((cell) => ({ metric: 'revenue', ...cell })) };
}

export function putBlock(
  app: TestApp,
  cells: readonly CellInput[],
  options: CallOptions = {},
): Promise<Answer<{ changed: number } & Problem>> {
  return app.call('PUT', '/api/quotas/batch', withMetric(cells), options);
}

export function previewBlock(app: TestApp, cells: readonly CellInput[]): Promise<Answer<QuotaPreview & Problem>> {
  return app.call('POST', '/api/quotas/preview', withMetric(cells));
}

export async function gridOf(app: TestApp, query = '', options: CallOptions = {}): Promise<QuotaGrid> {
  const { status, body } = await app.call<QuotaGrid>('GET', `/api/quotas/grid${query}`, undefined, options);
  if (status !== 200) throw new Error(`no grid: ${JSON.stringify(body)}`);
  return body;
}

/** A subject's cells, one a period. */
export function cellsOf(grid: QuotaGrid, id: string): QuotaGrid['rows'][number]['cells'] {
  const row = grid.rows.find((one) => one.id === id);
  if (!row) throw new Error(`${id} is not in the grid`);
  return row.cells;
}
