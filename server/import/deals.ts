// A table of sales as deals: which column is what, and what becomes of every row. Nothing here knows the store.
import type { DealKind } from '../../shared/deal.ts';
import { exponentOf } from '../../shared/currencies.ts';
import type { AmountFault } from '../../shared/money.ts';
import type { Mapping } from '../../shared/schemas/imports.ts';
import { dateOf } from '../../shared/time.ts';
import type { ImportedDeal } from '../ledger/commands.ts';
import { detectDecimal, readAmount, type MarkFinding, type MoneyRules } from './amounts.ts';
import {
  cleanLine,
  cleanText,
  IS_MISSING,
  isTooLong,
  longerThan,
  marksFault,
  tooManyCells,
  type RowFault,
} from './cells.ts';
import { defaultOrder, detectOrder, type OrderFinding } from './dates.ts';
import { rowIdentities } from './fingerprint.ts';
import { DEAL_VOCABULARY, foldName, locateColumns, matchHeaders } from './headers.ts';
import { momentReader, type MomentReader } from './moments.ts';
import type { Table, TableRow } from './table.ts';

/** Only the columns of a mapping. */
type DealColumn = keyof typeof DEAL_VOCABULARY;

/** The mapping that the column names suggest; or what is missing for one, with what was found. */
export type MappingGuess = { mapping: Mapping } | { missing: ('rep' | 'amount')[]; found: Partial<Mapping> };

export function guessMapping(columns: readonly string[]): MappingGuess {
  const found = matchHeaders(columns, DEAL_VOCABULARY);
  const { rep, amount, ...others } = found;
  if (rep !== undefined && amount !== undefined) return { mapping: { rep, amount, ...others } };
  const missing = (['rep', 'amount'] as const).filter((field) => found[field] === undefined);
  return { missing, found };
}

export interface ImportOffice extends MoneyRules {
  timeZone: string;
  /** The instant of the import: nothing may have closed after it. */
  now: number;
}

/**
 * The `rep` of a candidate is as written. Its customer is empty only where the mapping has no column for it. Its
 * external id is from the mapped column, else made from the row's content: the same file gives the same ids.
 */
export type DealRow =
  | { row: number; fate: 'candidate'; deal: ImportedDeal }
  | { row: number; fate: 'not-won' }
  | ({ row: number; fate: 'refused' } & RowFault);

/** Every row's fate, and how the dates and amounts of the file were understood. */
export interface DealReading {
  rows: DealRow[];
  dates: OrderFinding;
  decimal: MarkFinding;
}

/** Characters per text, as `DealBody` has them. */
export const DEAL_LIMITS = { rep: 254, customer: 200, product: 200, source: 200, location: 200, note: 1000 };
export const MAX_EXTERNAL_ID = 200;

/** Folded stages that mean a won deal where a mapping names none. */
const WON = new Set(
  'won,win,closed won,closedwon,chot,da chot,chot don,da chot don,thang,da thang,thanh cong,da ky'.split(','),
);

const KINDS: ReadonlyMap<string, DealKind> = new Map([
  ...words('new', ',new,new business,newbusiness,new customer,moi,khach moi,khach hang moi'),
  ...words('recurring', 'recurring,existing,existing business,existingbusiness,existing customer,renewal,upsell'),
  ...words('recurring', 'dinh ky,tai ky,gia han,khach cu,khach hang cu,mua lai'),
]);

function words(kind: DealKind, list: string): [string, DealKind][] {
  return list.split(',').map((word) => [word, kind]);
}

/**
 * Reads every row of a table by a mapping: a candidate deal, no won deal, or refused with its first fault.
 * A date without a time is noon in the office's zone, but never later than now. Throws `import/no-column`.
 */
export function readDeals(table: Table, mapping: Mapping, office: ImportOffice): DealReading {
  const { wonStages, dateOrder, decimal: mark, ...columns } = mapping;
  const places = locateColumns<DealColumn>(table.columns, columns);
  const cellsOf = (column: DealColumn) => {
    const place = places[column];
    return place === undefined ? [] : table.rows.map((line) => line.cells[place] ?? '');
  };
  const dates: OrderFinding = dateOrder
    ? { order: dateOrder, assumed: false }
    : detectOrder([...cellsOf('closedAt'), ...cellsOf('openedAt')], defaultOrder(office));
  const decimal: MarkFinding = mark
    ? { mark, assumed: false }
    : detectDecimal(cellsOf('amount'), finestOf(office, cellsOf('currency')));
  const sheet: Sheet = {
    width: table.columns.length,
    places,
    office,
    decimal,
    moment: momentReader(dates.order, office.timeZone, office.now),
    won: wonStages ? new Set(wonStages.map(foldName)) : WON,
  };
  const identify = rowIdentities(table.columns);
  const seen = new Map<string, number>();
  return { rows: table.rows.map((line) => readRow(sheet, line, () => identify(line), seen)), dates, decimal };
}

/** The money of a column: with as many decimals as any of its currencies has. */
function finestOf(office: ImportOffice, currencies: readonly string[]): MoneyRules {
  const exponents = currencies.map((written) => exponentOf(cleanLine(written).toUpperCase()) ?? 0);
  return { ...office, exponent: exponents.reduce((most, one) => Math.max(most, one), office.exponent) };
}

/** What is the same for all rows. */
interface Sheet {
  width: number;
  places: Partial<Record<DealColumn, number>>;
  office: ImportOffice;
  decimal: MarkFinding;
  moment: MomentReader;
  won: ReadonlySet<string>;
}

/** One row being read: faults gather, and the first of them becomes the row's fate. */
interface RowReading {
  sheet: Sheet;
  cells: readonly string[];
  faults: RowFault[];
}

function readRow(sheet: Sheet, line: TableRow, identity: () => string, seen: Map<string, number>): DealRow {
  const { row, cells } = line;
  if (cells.length > sheet.width) return { row, fate: 'refused', ...tooManyCells() };
  const reading: RowReading = { sheet, cells, faults: [] };
  if (sheet.places.stage !== undefined && !sheet.won.has(foldName(cell(reading, 'stage')))) {
    return { row, fate: 'not-won' };
  }
  const deal = { row, ...readDeal(reading, identity) };
  const earlier = seen.get(deal.externalId);
  if (earlier !== undefined) addFault(reading, 'externalId', 'row/repeated', `is the same as in row ${earlier}`);
  const [fault] = reading.faults;
  if (fault) return { row, fate: 'refused', ...fault };
  seen.set(deal.externalId, row);
  return { row, fate: 'candidate', deal };
}

function readDeal(reading: RowReading, identity: () => string): Omit<ImportedDeal, 'row'> {
  const { places, office } = reading.sheet;
  const money = readCurrency(reading);
  const rep = readText(reading, 'rep');
  if (rep === '') addFault(reading, 'rep', 'row/missing', IS_MISSING);
  const amountMinor = readMoney(reading, money);
  const customer = readText(reading, 'customer');
  if (customer === '' && places.customer !== undefined) {
    addFault(reading, 'customer', 'row/missing', IS_MISSING);
  }
  const closedAt = places.closedAt === undefined ? office.now : readMoment(reading, 'closedAt');
  if (closedAt === null) addFault(reading, 'closedAt', 'row/missing', IS_MISSING);
  return {
    rep,
    currency: money.currency,
    amountMinor,
    customer,
    product: readText(reading, 'product'),
    kind: readKind(reading),
    source: readText(reading, 'source'),
    location: readText(reading, 'location'),
    note: readText(reading, 'note'),
    openedAt: readOpenedAt(reading, closedAt ?? office.now),
    closedAt: closedAt ?? office.now,
    externalId: readExternalId(reading) || identity(),
  };
}

function addFault(reading: RowReading, field: DealColumn, code: string, message: string): void {
  reading.faults.push({ field, code, message });
}

function cell(reading: RowReading, column: DealColumn): string {
  const place = reading.sheet.places[column];
  return place === undefined ? '' : cleanLine(reading.cells[place] ?? '');
}

function readText(reading: RowReading, column: keyof typeof DEAL_LIMITS): string {
  const place = reading.sheet.places[column];
  if (place === undefined) return '';
  const raw = reading.cells[place] ?? '';
  const text = column === 'note' ? cleanText(raw) : cleanLine(raw);
  const limit = DEAL_LIMITS[column];
  if (isTooLong(text, limit)) addFault(reading, column, 'row/too-long', longerThan(limit));
  const piled = marksFault(column, text);
  if (piled) reading.faults.push(piled);
  return text;
}

function readExternalId(reading: RowReading): string {
  const id = cell(reading, 'externalId');
  if (isTooLong(id, MAX_EXTERNAL_ID)) {
    addFault(reading, 'externalId', 'row/too-long', longerThan(MAX_EXTERNAL_ID));
  }
  return id;
}

/** The row's own currency, or else the office's; whether it has a rate the ledger knows. */
function readCurrency(reading: RowReading): MoneyRules {
  const { office } = reading.sheet;
  const currency = cell(reading, 'currency').toUpperCase();
  if (currency === '' || currency === office.currency) return office;
  const exponent = exponentOf(currency);
  if (exponent !== undefined) return { ...office, currency, exponent };
  addFault(reading, 'currency', 'deal/currency', 'is no active ISO 4217 currency');
  return office;
}

function readKind(reading: RowReading): DealKind {
  const kind = KINDS.get(foldName(cell(reading, 'kind')));
  if (kind === undefined) addFault(reading, 'kind', 'deal/kind', 'must be new or recurring');
  return kind ?? 'new';
}

const AMOUNT_MESSAGES: Record<AmountFault, string> = {
  'not-a-number': 'must be a decimal number in the style of its column',
  'too-many-decimals': 'has more decimals than the currency',
  zero: 'must not be 0',
  negative: 'must be above 0',
  'too-large': 'is too large',
};

function readMoney(reading: RowReading, money: MoneyRules): number {
  const text = cell(reading, 'amount');
  const amount = readAmount(text, reading.sheet.decimal.mark, money);
  if ('minor' in amount) return amount.minor;
  if (text === '') addFault(reading, 'amount', 'row/missing', IS_MISSING);
  else if (amount.fault === 'other-currency')
    addFault(reading, 'amount', 'deal/currency', `must be in ${money.currency}`);
  else addFault(reading, 'amount', `amount/${amount.fault}`, AMOUNT_MESSAGES[amount.fault]);
  return 0;
}

const TIME_MESSAGES = {
  unreadable: 'must be a date in the style of its column',
  future: 'must not be in the future',
  'too-early': 'must not be before 2000',
};

/** The instant of a date column, null where nothing is written. */
function readMoment(reading: RowReading, column: 'closedAt' | 'openedAt'): number | null {
  const text = cell(reading, column);
  if (text === '') return null;
  const moment = reading.sheet.moment(text);
  if ('at' in moment) return moment.at;
  addFault(reading, column, `time/${moment.fault}`, TIME_MESSAGES[moment.fault]);
  return reading.sheet.office.now;
}

/** When the deal was opened; on the closing day itself a date without a time is never later than the close. */
function readOpenedAt(reading: RowReading, closedAt: number): number | null {
  const at = readMoment(reading, 'openedAt');
  if (at === null || at <= closedAt) return at;
  const { timeZone } = reading.sheet.office;
  if (dateOf(at, timeZone) > dateOf(closedAt, timeZone)) {
    addFault(reading, 'openedAt', 'time/after-close', 'must not be after closedAt');
  }
  return closedAt;
}
