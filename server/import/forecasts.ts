// Forecasts from a table: one row a rep and period, what is expected in revenue, deals or both. Rule FC3.
import { foldKey } from '../../shared/fold.ts';
import { FORECAST_METRICS, type ForecastMetric } from '../../shared/forecast.ts';
import { MAX_COUNT } from '../../shared/metric.ts';
import { formatMinor } from '../../shared/money.ts';
import { Refusal } from '../../shared/problem.ts';
import type { ForecastBody, ForecastImportAnswer } from '../../shared/schemas/quotas.ts';
import { parseInstant } from '../../shared/time.ts';
import type { Directory } from '../directory.ts';
import type { Intake } from '../intake.ts';
import { detectDecimal, readAmount, type MarkFinding } from './amounts.ts';
import { cleanLine, IS_MISSING, tooManyCells, type RowFault } from './cells.ts';
import { foldName, locateColumns, matchHeaders, type Vocabulary } from './headers.ts';
import type { Table, TableRow } from './table.ts';

type Column = 'rep' | 'period' | ForecastMetric;

const VOCABULARY: Vocabulary<Column> = {
  rep: [
    'rep',
    'rep email',
    'email',
    'e mail',
    'name',
    'sales rep',
    'salesperson',
    'nhan vien',
    'ten nhan vien',
    'ten',
    'ho ten',
  ],
  period: ['period', 'month', 'quarter', 'date', 'ky', 'thang', 'quy', 'ngay'],
  revenue: ['revenue', 'forecast', 'expected revenue', 'amount', 'doanh thu', 'du bao', 'doanh thu du kien', 'so tien'],
  deals: ['deals', 'expected deals', 'deal count', 'count', 'so don', 'so don du kien', 'don'],
};

interface ForecastIntake extends Intake {
  directory: Directory;
}

type Period = Directory['periods'][number];
type Fate = ForecastImportAnswer['rows'][number];
type RowReading = { cells: ForecastBody[] } | RowFault;

/** Brings a table's forecasts in; one row that is not right keeps all of them out, and the answer says which. */
export async function importForecasts(intake: ForecastIntake, table: Table): Promise<ForecastImportAnswer> {
  const { ledger, actor, dryRun } = intake;
  const sheet = new Sheet(intake, table);
  const readings = table.rows.map((line) => ({ row: line.row, reading: sheet.read(line) }));
  const rows = readings.map(({ row, reading }): Fate => {
    if ('cells' in reading) return { row, fate: 'new', field: null, code: null, message: null };
    return { row, fate: 'refused', ...reading };
  });
  const cells = readings.flatMap(({ reading }) => ('cells' in reading ? reading.cells : []));
  const isWhole = rows.every(({ fate }) => fate === 'new');
  if (!isWhole || cells.length === 0) return { dryRun, changed: 0, rows };
  const { changed } = await ledger.run('forecast:batch', actor, { cells, dryRun });
  return { dryRun, changed, rows };
}

class Sheet {
  readonly #intake: ForecastIntake;
  readonly #places: Partial<Record<Column, number>>;
  readonly #width: number;
  readonly #decimal: MarkFinding;
  readonly #reps = new Map<string, string[]>();
  readonly #seen = new Map<string, number>();

  constructor(intake: ForecastIntake, table: Table) {
    const found = matchHeaders(table.columns, VOCABULARY);
    if (found.rep === undefined || (found.revenue === undefined && found.deals === undefined)) {
      const field = found.rep === undefined ? 'rep' : 'revenue';
      throw new Refusal('import/no-column', [{ field, code: 'column/missing', message: 'has no column in this file' }]);
    }
    const places: Partial<Record<Column, number>> = locateColumns<Column>(table.columns, found);
    this.#intake = intake;
    this.#places = places;
    this.#width = table.columns.length;
    this.#decimal = detectDecimal(
      table.rows.map(({ cells }) => cells[places.revenue ?? -1] ?? ''),
      intake.office,
    );
    for (const { id, name, email } of intake.directory.roster.reps) {
      for (const key of [id, foldName(name), email && foldKey(email)]) {
        if (key !== null) this.#reps.set(key, [...(this.#reps.get(key) ?? []), id]);
      }
    }
  }

  read({ row, cells }: TableRow): RowReading {
    if (cells.length > this.#width) return tooManyCells();
    const cell = (column: Column) => cleanLine(cells[this.#places[column] ?? -1] ?? '');
    const repId = this.#rep(cell('rep'));
    if (typeof repId !== 'string') return repId;
    const period = this.#period(cell('period'));
    if ('code' in period) return period;
    const key = `${repId} ${period.id}`;
    const earlier = this.#seen.get(key);
    if (earlier !== undefined) {
      return { field: 'rep', code: 'row/repeated', message: `is the same as in row ${earlier}` };
    }
    this.#seen.set(key, row);
    const read: ForecastBody[] = [];
    for (const metric of FORECAST_METRICS) {
      const text = cell(metric);
      if (text === '') continue;
      const amount = this.#amount(metric, text);
      if (typeof amount !== 'string') return amount;
      read.push({ periodId: period.id, repId, metric, amount });
    }
    return { cells: read };
  }

  #rep(text: string): string | RowFault {
    if (text === '') return { field: 'rep', code: 'row/missing', message: IS_MISSING };
    const found = this.#reps.get(foldKey(text)) ?? this.#reps.get(text) ?? this.#reps.get(foldName(text)) ?? [];
    const [id, ...others] = found;
    if (id === undefined) return { field: 'rep', code: 'rep/unknown', message: 'is no rep of this office' };
    if (others.length === 0) return id;
    return { field: 'rep', code: 'rep/ambiguous', message: 'is the name of several reps: use the e-mail address' };
  }

  /** By its name or a date in it; the running one where nothing is said. */
  #period(text: string): Period | RowFault {
    const { directory, now, office } = this.#intake;
    const at = text === '' ? now : parseInstant(text, office.timeZone);
    const found =
      at === null
        ? directory.periods.find(({ id, name }) => id === text || foldName(name) === foldName(text))
        : directory.periodAt(at);
    if (!found) return { field: 'period', code: 'period/not-found', message: 'is no period of this office' };
    if (found.closedAt === null) return found;
    return { field: 'period', code: 'quota/closed', message: 'is closed: what was announced stays' };
  }

  #amount(metric: ForecastMetric, text: string): string | RowFault {
    const { office } = this.#intake;
    if (/^0+([.,]0+)?$/.test(text)) return '0';
    if (metric === 'deals') {
      if (/^\d{1,7}$/.test(text) && Number(text) <= MAX_COUNT) return text;
      return { field: metric, code: 'quota/count', message: 'must be a whole number, at most a million' };
    }
    const amount = readAmount(text, this.#decimal.mark, office);
    if ('minor' in amount) return formatMinor(amount.minor, office.exponent);
    return { field: metric, code: `amount/${amount.fault}`, message: 'is no amount of the office’s currency' };
  }
}
