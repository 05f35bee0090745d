// A grid as a sheet has it: what each place holds, whether it may be changed, and how what is typed there is read.
import { formatMinor } from '../../../../shared/money.ts';
import { isMoney, type QuotaMetric } from '../../../../shared/metric.ts';
import type { ForecastBody, GridCell, GridPeriod, QuotaBody, QuotaGrid } from '../../../../shared/schemas/quotas.ts';
import { isForecastMetric } from '../../../../shared/forecast.ts';
import { foldKey } from '../../../../shared/fold.ts';
import { readAmount, showAmount } from '../../../kit/amount-text.ts';
import type { quotaText } from '../texts.ts';
import type { Changes, Edit } from './draft.ts';
import { rowsByName, type Line } from './lines.ts';
import type { Place, Size } from './selection.ts';

/** What the sheet shows and changes. */
export type Layer = 'quota' | 'forecast';

export interface SheetUnits {
  locale: string;
  exponent: number;
}

export class SheetModel {
  readonly lines: readonly Line[];
  readonly periods: readonly GridPeriod[];
  readonly metric: QuotaMetric;
  readonly layer: Layer;
  readonly size: Size;
  readonly #units: SheetUnits;
  readonly #rows: ReadonlyMap<string, number>;
  readonly #columns: ReadonlyMap<string, number>;
  #named: ReadonlyMap<string, number | null> | null = null;

  constructor(grid: QuotaGrid, lines: readonly Line[], layer: Layer, units: SheetUnits) {
    this.lines = lines;
    this.periods = grid.periods;
    this.metric = grid.metric;
    this.layer = layer;
    this.size = { rows: lines.length, columns: grid.periods.length };
    this.#units = { ...units, exponent: isMoney(grid.metric) ? units.exponent : 0 };
    this.#rows = new Map(lines.map(({ row: { type, id } }, row) => [`${type} ${id}`, row]));
    this.#columns = new Map(grid.periods.map(({ id }, column) => [id, column]));
  }

  cell({ row, column }: Place): GridCell | undefined {
    return this.lines[row]?.row.cells[column];
  }

  /** A place by who and when: rows may come and go. */
  keyOf({ row, column }: Place): string {
    const line = this.lines[row];
    return line ? `${line.row.type} ${line.row.id} ${this.periods[column]?.id ?? ''}` : '';
  }

  placeOf(key: string): Place | null {
    const [type, id, periodId] = key.split(' ');
    const row = this.#rows.get(`${type} ${id}`);
    const column = this.#columns.get(periodId ?? '');
    return row === undefined || column === undefined ? null : { row, column };
  }

  /** The line of a name; null for nobody's, and for one that several have. */
  rowNamed(name: string): number | null {
    this.#named ??= rowsByName(this.lines);
    return this.#named.get(foldKey(name)) ?? null;
  }

  /** Who and when a key means, in words; "" where neither is there any more. */
  nameOf(key: string, t: ReturnType<typeof quotaText>): string {
    const place = this.placeOf(key);
    const name = place && this.lines[place.row]?.row.name;
    return name ? t('cell', { name, period: this.periods[place.column]?.name ?? '' }) : '';
  }

  /** What is set there, a plain decimal; null for nothing. */
  held(place: Place): string | null {
    const cell = this.cell(place);
    const amount = this.layer === 'quota' ? cell?.own : cell?.forecast;
    return amount === null || amount === undefined ? null : this.#plain(amount);
  }

  /** Closed periods stay, and what groups are expected to bring is the sum of their members. */
  isOpen({ row, column }: Place): boolean {
    const isRep = this.lines[row]?.row.type === 'rep';
    return this.periods[column]?.state !== 'closed' && (this.layer === 'quota' || isRep);
  }

  /** An amount as it is written in a cell, without the currency's sign. */
  write(plain: string | null): string {
    return plain === null ? '' : showAmount(plain, this.#units.locale);
  }

  /** A figure of the server's, written alike. */
  figure(amount: number): string {
    return this.write(this.#plain(amount));
  }

  read(text: string): Pick<Edit, 'amount' | 'wrong'> {
    if (text.trim() === '' || text.trim() === '–') return { amount: null, wrong: null };
    const amount = readAmount(text, this.#units.locale, this.#units.exponent);
    return amount === null ? { amount, wrong: text.trim() } : { amount, wrong: null };
  }

  /** What is to be stored of a draft; places that are gone are left out. */
  cells(changes: Changes): QuotaBody[] {
    return [...changes].flatMap(([key, { amount, wrong, expected }]): QuotaBody[] => {
      const place = this.placeOf(key);
      const row = place && this.lines[place.row]?.row;
      if (!row || wrong !== null) return [];
      const periodId = this.periods[place.column]?.id ?? '';
      return [{ periodId, subject: { type: row.type, id: row.id }, metric: this.metric, amount, expected }];
    });
  }

  /** Trailing zeros of the currency's decimals say nothing. */
  #plain(amount: number): string {
    return formatMinor(amount, this.#units.exponent).replace(/\.0+$/, '');
  }
}

/** Cells as the forecasts' call takes them. */
export function asForecasts(cells: readonly QuotaBody[]): ForecastBody[] {
  return cells.flatMap(({ subject, metric, ...cell }) =>
    isForecastMetric(metric) ? [{ ...cell, repId: subject.id, metric }] : [],
  );
}
