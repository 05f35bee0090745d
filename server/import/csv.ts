// Writing CSV that spreadsheets show rightly and never execute, and that Winboard reads back as it was.
import type { DealView } from '../../shared/schemas/deals.ts';

/** Goes before the first line: without it Excel takes UTF-8 for the local code page and breaks Vietnamese. */
export const CSV_BOM = '\uFEFF';

/** What a spreadsheet would run as a formula, or takes for a guarded text. Full-width signs count in some locales. */
const RISKY = /^['\s]*[=+\-@＝＋－＠]|^'*[\t\r\n]/;
const NEGATIVE_NUMBER = /^-\d+(?:[.,]\d+)*$/;

function isRisky(text: string): boolean {
  return RISKY.test(text) && !NEGATIVE_NUMBER.test(text);
}

/** A text that a spreadsheet shows instead of running: risky ones get a leading apostrophe. */
export function guardCell(text: string): string {
  return isRisky(text) ? `'${text}` : text;
}

/** The inverse of `guardCell`. */
export function unguardCell(text: string): string {
  return text.startsWith("'") && isRisky(text.slice(1)) ? text.slice(1) : text;
}

/** One record with its line end (RFC 4180). */
export function csvLine(cells: readonly (string | number | null)[]): string {
  return `${cells.map((cell) => quoted(guardCell(String(cell ?? '')))).join(',')}\r\n`;
}

function quoted(text: string): string {
  return /[",;\r\n\t]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** The header of the deals' export; `guessMapping` knows these names. */
export const DEAL_COLUMNS = [
  'deal_id',
  'rep',
  'rep_id',
  'amount',
  'currency',
  'customer',
  'product',
  'kind',
  'source',
  'location',
  'opened_at',
  'closed_at',
  'counts_at',
  'note',
  'status',
  'void_reason',
  'recorded_at',
  'external_source',
  'external_id',
  'credits',
  'original_amount',
  'original_currency',
  'rate',
  'rate_date',
  'payment',
  'received',
  'open',
  'due_on',
] as const;

/** Writes instants as local times to the second, as spreadsheets read them. */
export function localTimes(timeZone: string): (at: number | null) => string {
  // The Swedish way to write a time is ISO 8601 with a space.
  const format = new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'medium' });
  return (at) => (at === null ? '' : format.format(at));
}

/**
 * Writes deals as records below `DEAL_COLUMNS`. Times are local to the zone and to the second, as spreadsheets read
 * them; a voided deal has the status "void", so that it is no won deal when the file is imported.
 */
export function dealWriter(timeZone: string): (deal: DealView) => string {
  const local = localTimes(timeZone);
  return (deal) =>
    csvLine([
      deal.id,
      deal.repName,
      deal.repId,
      deal.amount,
      deal.currency,
      deal.customer,
      deal.product,
      deal.kind,
      deal.source,
      deal.location,
      local(deal.openedAt),
      local(deal.closedAt),
      local(deal.countsAt),
      deal.note,
      deal.void === null ? 'won' : 'void',
      deal.void?.reason ?? '',
      local(deal.recordedAt),
      deal.external?.source ?? '',
      deal.external?.id ?? '',
      creditText(deal),
      ...moneyCells(deal),
    ]);
}

/** What the deal was agreed in, and how it is paid, in that currency. */
function moneyCells({ original, payment }: DealView): (string | null)[] {
  const agreed = original ? [original.amount, original.currency, original.rate, original.rateDate] : NO_CELLS;
  return [...agreed, ...(payment ? [payment.state, payment.received, payment.open, payment.dueOn] : NO_CELLS)];
}

const NO_CELLS = ['', '', '', ''];

/** "An 60 %; Bình 40 %" for a split deal, nothing where the rep has all of it. */
function creditText(deal: DealView): string {
  if (deal.credits.length < 2) return '';
  return deal.credits.map((credit) => `${credit.repName} ${credit.shareBp / 100} %`).join('; ');
}
