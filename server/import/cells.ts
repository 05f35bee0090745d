// The text of single cells: cleaned of what spreadsheets add, and measured as the API measures it.
import { hasPiledMarks, PILED_MARKS_MESSAGE, visibleLine, visibleText } from '../visible.ts';
import { unguardCell } from './csv.ts';

/** One row's fault; the first one found stands for the row. The message goes on from the field's name. */
export interface RowFault {
  field: string;
  code: string;
  message: string;
}

/** A cell on one line: what can be seen of it, composed, every run of spaces and line breaks one space. */
export function cleanLine(cell: string): string {
  return visibleLine(unguardCell(cell));
}

/** A cell that may have several lines. */
export function cleanText(cell: string): string {
  return visibleText(unguardCell(cell));
}

/** Whether a text has more characters than its field takes; counted by code points, as the API's schemas count. */
export function isTooLong(text: string, limit: number): boolean {
  return text.length > limit && Array.from(text).length > limit;
}

/** What is wrong with a text's letters, if anything. Rule NM1. */
export function marksFault(field: string, text: string): RowFault | null {
  return hasPiledMarks(text) ? { field, code: 'text/marks', message: PILED_MARKS_MESSAGE } : null;
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
