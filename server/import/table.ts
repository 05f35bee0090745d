// A CSV file as a table of text: the only place that knows papaparse. Memory stays bounded whatever the file holds.
import Papa, { type ParseError, type ParseResult } from 'papaparse';
import { Refusal } from '../../shared/problem.ts';
import { decodeText, unreadable, type Encoding } from './encodings.ts';

export const MAX_BYTES = 64 * 1024 * 1024;
export const MAX_ROWS = 200_000;
export const MAX_COLUMNS = 500;
/** Cells of all rows together: what bounds the memory of a file of few, very wide rows. */
export const MAX_CELLS = 20_000_000;
/** Empty records count too: as many rows as a spreadsheet can have. */
const MAX_RECORDS = 1_048_576;
/** Characters that are parsed at a time; a single record may not be longer. */
const CHUNK = 262_144;

const DELIMITERS = [',', ';', '\t'] as const;
export type Delimiter = (typeof DELIMITERS)[number];

/**
 * One record. `row` counts records from the top of the file, the header being 1 and empty ones counted, as a
 * spreadsheet numbers its rows; a line break inside quotes starts no row. There are as many cells as columns, or
 * one more where the record has too many.
 */
export interface TableRow {
  row: number;
  cells: string[];
}

/** Column names are trimmed; they may be empty or repeated, which matters only to a mapping that wants them. */
export interface Table {
  columns: string[];
  rows: TableRow[];
  delimiter: Delimiter;
  encoding: Encoding;
}

/**
 * Reads a CSV file: encoding and delimiter are found out, records without any content left out, short records
 * filled up with empty cells. Throws `import/unreadable` naming the row, `import/too-many-rows` or
 * `request/too-large`.
 */
export function readTable(bytes: Uint8Array): Table {
  if (bytes.length > MAX_BYTES) throw new Refusal('request/too-large');
  const decoded = decodeText(bytes);
  const lines = decoded.text.replaceAll('\r\n', '\n').replaceAll('\r', '\n');
  const declared = /^"?sep=([,;\t])"?\n/i.exec(lines);
  const text = declared ? lines.slice(declared[0].length) : lines;
  const delimiter = DELIMITERS.find((mark) => mark === declared?.[1]) ?? detectDelimiter(text);
  return { ...collect(text, delimiter), delimiter, encoding: decoded.encoding };
}

function collect(text: string, delimiter: Delimiter): Pick<Table, 'columns' | 'rows'> {
  const columns: string[] = [];
  const rows: TableRow[] = [];
  let left = MAX_CELLS;
  eachRecord(text, delimiter, (record, row) => {
    const cells = withoutEmptyEnd(record);
    if (cells.length === 0) return;
    if (columns.length === 0) {
      if (cells.length > MAX_COLUMNS) {
        const message = `The file has more than ${MAX_COLUMNS} columns.`;
        throw unreadable(`rows.${row}`, 'file/too-many-columns', message);
      }
      columns.push(...cells.map((cell) => cell.trim()));
      return;
    }
    left -= columns.length;
    if (rows.length === MAX_ROWS || left < 0) throw tooManyRows(row);
    rows.push({ row, cells: fitted(cells, columns.length) });
  });
  if (columns.length === 0) throw unreadable('file', 'file/empty', 'The file is empty.');
  if (rows.length === 0) throw unreadable('file', 'file/no-rows', 'The file has a header, but no rows below it.');
  return { columns, rows };
}

function tooManyRows(row: number): Refusal {
  const message = `The file has too many rows or columns: at most ${MAX_ROWS} rows, ${MAX_CELLS} cells altogether.`;
  return new Refusal('import/too-many-rows', [{ field: `rows.${row}`, code: 'file/too-many-rows', message }], message);
}

function withoutEmptyEnd(cells: string[]): string[] {
  const last = cells.findLastIndex((cell) => cell.trim() !== '');
  return cells.slice(0, last + 1);
}

function fitted(cells: string[], width: number): string[] {
  if (cells.length > width) return cells.slice(0, width + 1);
  while (cells.length < width) cells.push('');
  return cells;
}

/** Gives every record to `take`, with its number. Chunk by chunk: a hostile file is refused before it fills memory. */
function eachRecord(text: string, delimiter: Delimiter, take: (cells: string[], row: number) => void): void {
  let row = 0;
  const config = {
    delimiter,
    newline: '\n' as const,
    chunkSize: CHUNK,
    chunk({ data, errors }: ParseResult<string[]>) {
      // Only the last record of the file ends without a line break, so an empty chunk is part of an endless record.
      if (data.length === 0) throw endless(row + 1);
      // An error beyond the chunk's records belongs to a record that was cut off and is parsed again with the next.
      const broken = errors.find((error) => (error.row ?? 0) < data.length);
      data.forEach((cells, index) => {
        row += 1;
        if (row > MAX_RECORDS) throw tooManyRows(row);
        if (index === broken?.row) throw brokenQuote(row, broken);
        take(cells, row);
      });
      // papaparse calls itself for every chunk and holds on to the results of all of them until the end.
      data.length = 0;
    },
  };
  if (text !== '') Papa.parse(text, config);
}

function endless(row: number): Refusal {
  const message = `Row ${row} is longer than ${CHUNK} characters: most likely a quote in it never closes.`;
  return unreadable(`rows.${row}`, 'row/endless', message);
}

function brokenQuote(row: number, error: ParseError): Refusal {
  if (error.code === 'MissingQuotes') {
    return unreadable(`rows.${row}`, 'row/quote-open', `Row ${row} opens a quote that never closes.`);
  }
  const message = `Row ${row} has a quote in the wrong place: inside a quoted cell it must be doubled ("").`;
  return unreadable(`rows.${row}`, 'row/quote-misplaced', message);
}

const SAMPLE_RECORDS = 20;

/** The delimiter that gives the header the most cells, weighed by how many of the next records have as many. */
function detectDelimiter(text: string): Delimiter {
  const sample = text.slice(0, CHUNK);
  let best: Delimiter = ',';
  let bestScore = 0;
  for (const delimiter of DELIMITERS) {
    const { data } = Papa.parse<string[]>(sample, { delimiter, newline: '\n', preview: SAMPLE_RECORDS });
    const records = data.map(withoutEmptyEnd).filter((cells) => cells.length > 0);
    const width = records[0]?.length ?? 0;
    const body = records.slice(1);
    const alike = body.filter((cells) => cells.length === width).length;
    const score = width < 2 ? 0 : width * ((alike + 1) / (body.length + 1));
    if (score > bestScore) [best, bestScore] = [delimiter, score];
  }
  return best;
}
