// The text of single cells: cleaned of what spreadsheets add, and measured as the API measures it.
import { unguardCell } from './csv.ts';

/** One row's fault; the first one found stands for the row. The message goes on from the field's name. */
export interface RowFault {
  field: string;
  code: string;
  message: string;
}

/** A cell on one line: composed characters, every run of spaces and line breaks one space. */
export function cleanLine(cell: string): string {
  return unguardCell(cell).normalize('NFC').replace(/\s+/g, ' ').trim();
}

/** A cell that may have several lines. */
export function cleanText(cell: string): string {
  return unguardCell(cell).normalize('NFC').trim();
}

/** Whether a text has more characters than its field takes; counted by code points, as the API's schemas count. */
export function isTooLong(text: string, limit: number): boolean {
  return text.length > limit && Array.from(text).length > limit;
}

export const IS_MISSING = 'is missing';

export function longerThan(limit: number): string {
  return `is longer than ${limit} characters`;
}

/** A row with more cells than the header has columns: its values stand in the wrong places. */
export function tooManyCells(): RowFault {
  const message = 'has more cells than the header: a delimiter inside a cell needs quotes';
  return { field: 'row', code: 'row/too-many-cells', message };
}
