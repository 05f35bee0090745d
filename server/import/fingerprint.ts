// A stable identity for rows that bring none, so that importing the same file twice changes nothing (rule CN1).
import { createHash } from 'node:crypto';
import type { TableRow } from './table.ts';

/**
 * Gives each row an external id made of its content (column names and cells; the order of columns, the delimiter
 * and the encoding play no part) and of how many rows of the same content came before it.
 */
export function rowIdentities(columns: readonly string[]): (line: TableRow) => string {
  const named = columns
    .map((name, place) => ({ name: name.normalize('NFC'), place }))
    .filter(({ name }) => name !== '')
    .sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : a.place - b.place));
  const times = new Map<string, number>();
  return (line) => {
    const content = named
      .map(({ name, place }) => [name, (line.cells[place] ?? '').normalize('NFC').trim()])
      .filter(([, cell]) => cell !== '');
    const hash = createHash('sha256').update(JSON.stringify(content)).digest('hex').slice(0, 32);
    const time = (times.get(hash) ?? 0) + 1;
    times.set(hash, time);
    return `row:${hash}:${time}`;
  };
}
