// Blocks of cells as spreadsheets put them on the clipboard: rows by line, cells by tab, quoted where they hold either.
import type { Place, Size, Span } from './selection.ts';

/** A clipboard's text as rows of cells; an end of line at the very end is none. */
export function parseBlock(text: string): string[][] {
  const rows: string[][] = [[]];
  let cell = '';
  let isQuoted = false;
  const body = text.replace(/\r\n?/g, '\n').replace(/\n$/, '');
  for (let place = 0; place < body.length; place += 1) {
    const mark = body.charAt(place);
    if (isQuoted) {
      if (mark !== '"') cell += mark;
      else if (body.charAt(place + 1) === '"') {
        cell += '"';
        place += 1;
      } else isQuoted = false;
    } else if (mark === '"' && cell === '') isQuoted = true;
    else if (mark === '\t' || mark === '\n') {
      rows.at(-1)?.push(cell);
      cell = '';
      if (mark === '\n') rows.push([]);
    } else cell += mark;
  }
  rows.at(-1)?.push(cell);
  return rows;
}

export function blockText(rows: readonly (readonly string[])[]): string {
  return rows.map((cells) => cells.join('\t')).join('\n');
}

export interface Entry extends Place {
  text: string;
}

/**
 * Where each cell of a block goes: from the top left of what is marked; one that fits into what is marked several times
 * fills it. What lies outside of the sheet is counted in `lost`.
 */
export function spread(
  block: readonly (readonly string[])[],
  span: Span,
  size: Size,
): { entries: Entry[]; lost: number } {
  const height = block.length;
  const width = Math.max(...block.map((cells) => cells.length));
  const rows = timesIn(height, span.bottom - span.top + 1);
  const columns = timesIn(width, span.right - span.left + 1);
  const entries: Entry[] = [];
  let lost = 0;
  for (let row = 0; row < rows; row += 1) {
    for (let column = 0; column < columns; column += 1) {
      const place = { row: span.top + row, column: span.left + column };
      if (place.row >= size.rows || place.column >= size.columns) lost += 1;
      else entries.push({ ...place, text: block[row % height]?.[column % width] ?? '' });
    }
  }
  return { entries, lost };
}

/** How much of a length something of another length covers: whole times where it goes into it, else once. */
function timesIn(length: number, whole: number): number {
  return whole > length && whole % length === 0 ? whole : length;
}

/**
 * Where the rows of a block go that begins with a column of names: each to the line of its name, from the column `left`
 * on, whatever lies between the lines. `unnamed` rows have a name of nobody's, or of several. Null for a block without.
 */
export function spreadByName(
  block: readonly (readonly string[])[],
  rowOf: (name: string) => number | null,
  left: number,
  size: Size,
): { entries: Entry[]; lost: number; unnamed: number } | null {
  const rows = block.map(([name = '', ...cells]) => ({ row: rowOf(name), name, cells }));
  if (!rows.some(({ row, cells }) => row !== null && cells.length > 0)) return null;
  const entries = rows.flatMap(({ row, cells }) =>
    row === null ? [] : cells.map((text, place) => ({ row, column: left + place, text })),
  );
  const within = entries.filter(({ column }) => column < size.columns);
  return {
    entries: within,
    lost: entries.length - within.length,
    unnamed: rows.filter(({ row, name }) => row === null && name.trim() !== '').length,
  };
}
