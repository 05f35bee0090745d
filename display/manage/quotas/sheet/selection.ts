// Where one is in a sheet, and what is marked: from where one began to where one is.

export interface Place {
  row: number;
  column: number;
}

export interface Selection {
  anchor: Place;
  focus: Place;
}

export interface Size {
  rows: number;
  columns: number;
}

/** A rectangle of cells, its ends included. */
export interface Span {
  top: number;
  left: number;
  bottom: number;
  right: number;
}

export function spanOf({ anchor, focus }: Selection): Span {
  return {
    top: Math.min(anchor.row, focus.row),
    left: Math.min(anchor.column, focus.column),
    bottom: Math.max(anchor.row, focus.row),
    right: Math.max(anchor.column, focus.column),
  };
}

export function isIn({ top, left, bottom, right }: Span, { row, column }: Place): boolean {
  return row >= top && row <= bottom && column >= left && column <= right;
}

/** The places of a span, row by row. */
export function placesIn({ top, left, bottom, right }: Span): Place[] {
  const places: Place[] = [];
  for (let row = top; row <= bottom; row += 1) {
    for (let column = left; column <= right; column += 1) places.push({ row, column });
  }
  return places;
}

export function at(place: Place): Selection {
  return { anchor: place, focus: place };
}

const STEPS: Readonly<Record<string, readonly [rows: number, columns: number]>> = {
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
  PageUp: [-10, 0],
  PageDown: [10, 0],
};

/** Where an arrow leads; with `extends` what is marked grows or shrinks. Null for another key. */
export function moved(selection: Selection, key: string, size: Size, extend: boolean): Selection | null {
  const { focus, anchor } = selection;
  const step = STEPS[key];
  if (!step && key !== 'Home' && key !== 'End') return null;
  const column = key === 'Home' ? 0 : key === 'End' ? size.columns - 1 : focus.column + (step?.[1] ?? 0);
  const to = clamped({ row: focus.row + (step?.[0] ?? 0), column }, size);
  return extend ? { anchor, focus: to } : at(to);
}

function clamped({ row, column }: Place, size: Size): Place {
  const within = (value: number, count: number) => Math.max(0, Math.min(count - 1, value));
  return { row: within(row, size.rows), column: within(column, size.columns) };
}

/** Where Tab leads: along the row, then to the next; null where the sheet ends, and the page goes on. */
export function tabbed({ focus }: Selection, size: Size, isBack: boolean): Selection | null {
  const place = focus.row * size.columns + focus.column + (isBack ? -1 : 1);
  if (place < 0 || place >= size.rows * size.columns) return null;
  return at({ row: Math.floor(place / size.columns), column: place % size.columns });
}

/** The first of these places behind the focus, row by row and round again; where one is, for none. */
export function nextOf(places: readonly Place[], { focus }: Selection): Selection {
  const isBehind = ({ row, column }: Place) => row > focus.row || (row === focus.row && column > focus.column);
  const sorted = [...places].sort((a, b) => a.row - b.row || a.column - b.column);
  return at(sorted.find(isBehind) ?? sorted[0] ?? focus);
}
