// Every call about rates, receipts and the journal.
import type { DealView } from '../../../shared/schemas/deals.ts';
import type {
  JournalDays,
  JournalPage,
  RateBody,
  RateList,
  ReceiptBody,
  ReceiptView,
  ReceivableQuery,
  ReceivableTotals,
  SettleBody,
  Settled,
  Settlements,
} from '../../../shared/schemas/money.ts';
import { call } from '../../kit/api.ts';

const part = encodeURIComponent;

export interface Receivables {
  totals: ReceivableTotals;
  items: DealView[];
  nextCursor: string | null;
}

export interface DealReceipts {
  deal: DealView;
  items: ReceiptView[];
}

/** A half-open range of instants; none for the running period. */
export interface JournalRange {
  from?: number;
  to?: number;
}

export const readReceivables = (query: ReceivableQuery) =>
  call<Receivables>('GET', '/api/receivables', { query: { ...query } });
export const readReceipts = (dealId: string) => call<DealReceipts>('GET', `/api/deals/${part(dealId)}/receipts`);
export const recordReceipt = (dealId: string, body: ReceiptBody) =>
  call<{ deal: DealView }>('POST', `/api/deals/${part(dealId)}/receipts`, { body });
export const voidReceipt = (dealId: string, id: string, reason: string) =>
  call<{ deal: DealView }>('POST', `/api/deals/${part(dealId)}/receipts/${part(id)}/void`, { body: { reason } });
export const setDue = (dealId: string, dueOn: string | null) =>
  call<DealView>('PUT', `/api/deals/${part(dealId)}/due`, { body: { dueOn } });

/** Without doing it, where one only wants to know what it comes to. */
export const settleBefore = (body: SettleBody, isDry: boolean) =>
  call<Settled>('POST', '/api/receivables/settle', { body, query: isDry ? { dryRun: '1' } : {} });
export const readSettlements = () => call<Settlements>('GET', '/api/receivables/settle');
export const undoSettled = (id: string, reason: string) =>
  call<Settled>('POST', `/api/receivables/settle/${part(id)}/undo`, { body: { reason } });

export const readJournal = (range: JournalRange, cursor?: string) =>
  call<JournalPage>('GET', '/api/journal', { query: { ...range, cursor } });
export const readJournalDays = (range: JournalRange) =>
  call<JournalDays>('GET', '/api/journal/days', { query: { ...range } });

export const readRates = (cursor?: string) => call<RateList>('GET', '/api/rates', { query: { cursor } });
export const putRate = (body: RateBody) => call<RateList>('PUT', '/api/rates', { body });
