// The calls of the quotas section.
import type {
  BatchAnswer,
  ForecastBatch,
  ForecastImportAnswer,
  HolidayList,
  QuotaBatch,
  QuotaGrid,
  QuotaPreview,
} from '../../../shared/schemas/quotas.ts';
import type { QuotaMetric } from '../../../shared/metric.ts';
import { call } from '../../kit/api.ts';

/** A block of ten thousand cells takes its time. */
const BLOCK_TIMEOUT_MS = 60_000;

export const readGrid = (metric: QuotaMetric) =>
  call<QuotaGrid>('GET', '/api/quotas/grid', { query: { metric }, timeoutMs: BLOCK_TIMEOUT_MS });
export const putQuotas = (body: QuotaBatch) =>
  call<BatchAnswer>('PUT', '/api/quotas/batch', { body, timeoutMs: BLOCK_TIMEOUT_MS });
export const previewQuotas = (body: QuotaBatch) =>
  call<QuotaPreview>('POST', '/api/quotas/preview', { body, timeoutMs: BLOCK_TIMEOUT_MS });
export const putForecasts = (body: ForecastBatch) =>
  call<BatchAnswer>('PUT', '/api/forecasts/batch', { body, timeoutMs: BLOCK_TIMEOUT_MS });
export const readHolidays = (query: { country?: string; year?: number }) =>
  call<HolidayList>('GET', '/api/holidays', { query, timeoutMs: BLOCK_TIMEOUT_MS });
export const importForecasts = (bytes: Blob, dryRun: boolean) =>
  call<ForecastImportAnswer>('POST', '/api/import/forecasts', {
    file: { bytes, type: 'text/csv' },
    query: { dryRun: dryRun ? 1 : undefined },
    timeoutMs: BLOCK_TIMEOUT_MS,
  });
