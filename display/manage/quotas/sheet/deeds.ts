// What one does in a sheet, by keys or with the clipboard: each deed makes another state of it. Rules QT8, QT10.
import { blockText, parseBlock, spread, spreadByName, type Entry } from './block.ts';
import { edited, EMPTY_DRAFT, undone, type Draft } from './draft.ts';
import type { SheetModel } from './model.ts';
import { at, moved, placesIn, spanOf, tabbed, type Place, type Selection, type Span } from './selection.ts';

/** Cells outside of the sheet, cells that stay as they are, and pasted rows with a name of nobody's. */
export interface Note {
  lost: number;
  readOnly: number;
  unnamed: number;
}

export interface SheetState {
  selection: Selection;
  /** The text in the cell that is being typed in; null while none is. */
  typed: string | null;
  draft: Draft;
  /** What the last deed could not do. */
  note: Note | null;
}

export const FRESH: SheetState = {
  selection: at({ row: 0, column: 0 }),
  typed: null,
  draft: EMPTY_DRAFT,
  note: null,
};

/** The text of a place as it would be stored. */
export function textAt(model: SheetModel, { draft }: Pick<SheetState, 'draft'>, place: Place): string {
  const change = draft.changes.get(model.keyOf(place));
  return change?.wrong ?? model.write(change ? change.amount : model.held(place));
}

/** All of these at once, as one step. */
export function entered(
  model: SheetModel,
  state: SheetState,
  entries: readonly Entry[],
  lost = 0,
  unnamed = 0,
): SheetState {
  const open = entries.filter((entry) => model.isOpen(entry));
  const edits = open.map((entry) => ({ key: model.keyOf(entry), held: model.held(entry), ...model.read(entry.text) }));
  const readOnly = entries.length - open.length;
  const note = lost + readOnly + unnamed > 0 ? { lost, readOnly, unnamed } : null;
  return { ...state, draft: edited(state.draft, edits), note };
}

/** Ends typing and takes what was typed. */
export function committed(model: SheetModel, state: SheetState): SheetState {
  if (state.typed === null) return state;
  return entered(model, { ...state, typed: null }, [{ ...state.selection.focus, text: state.typed }]);
}

export function picked(model: SheetModel, state: SheetState, selection: Selection): SheetState {
  return { ...committed(model, state), selection };
}

/** Begins to type in the cell one is in, with this text. */
export function typing(model: SheetModel, state: SheetState, text: string): SheetState {
  const { focus } = state.selection;
  return model.isOpen(focus) ? { ...state, selection: at(focus), typed: text } : state;
}

function cleared(model: SheetModel, state: SheetState): SheetState {
  return entered(
    model,
    state,
    placesIn(spanOf(state.selection)).map((place) => ({ ...place, text: '' })),
  );
}

/** What stands in the first column of a span, in all others of it. */
function filling(model: SheetModel, state: SheetState, span: Span): Entry[] {
  return placesIn({ ...span, left: span.left + 1 }).map((place) => ({
    ...place,
    text: textAt(model, state, { row: place.row, column: span.left }),
  }));
}

export function filledRight(model: SheetModel, state: SheetState): SheetState {
  return entered(model, state, filling(model, state, spanOf(state.selection)));
}

export function filledDown(model: SheetModel, state: SheetState): SheetState {
  const span = spanOf(state.selection);
  const entries = placesIn({ ...span, top: span.top + 1 }).map((place) => ({
    ...place,
    text: textAt(model, state, { row: span.top, column: place.column }),
  }));
  return entered(model, state, entries);
}

/** One cell stands for its period: all that is set there goes on. What is empty there clears nothing. */
export function copiedForward(model: SheetModel, state: SheetState): SheetState {
  const { top, left, bottom, right } = spanOf(state.selection);
  const isOne = top === bottom && left === right;
  const rows = isOne ? { top: 0, bottom: model.size.rows - 1 } : { top, bottom };
  const entries = filling(model, state, { ...rows, left, right: model.size.columns - 1 });
  return entered(
    model,
    state,
    entries.filter(({ text }) => text !== ''),
  );
}

/** What is marked, as a spreadsheet takes it. */
export function copied(model: SheetModel, state: SheetState): string {
  const { top, left, bottom, right } = spanOf(state.selection);
  const rows = Array.from({ length: bottom - top + 1 }, (_, row) =>
    Array.from({ length: right - left + 1 }, (__, column) =>
      textAt(model, state, { row: top + row, column: left + column }),
    ),
  );
  return blockText(rows);
}

export function cut(model: SheetModel, state: SheetState): SheetState {
  return cleared(model, state);
}

export function pasted(model: SheetModel, state: SheetState, text: string): SheetState {
  const block = parseBlock(text);
  const span = spanOf(state.selection);
  const named = spreadByName(block, (name) => model.rowNamed(name), span.left, model.size);
  const { entries, lost } = named ?? spread(block, span, model.size);
  return entered(model, state, entries, lost, named?.unnamed);
}

export function takenBack(state: SheetState): SheetState {
  return { ...state, draft: undone(state.draft), note: null };
}

export interface KeyPress {
  key: string;
  shift: boolean;
  /** Ctrl, or the Mac's ⌘. */
  mod: boolean;
  alt: boolean;
}

type Deed = (model: SheetModel, state: SheetState, press: KeyPress) => SheetState;

const DEEDS: Readonly<Record<string, Deed>> = {
  Delete: cleared,
  Backspace: cleared,
  Escape: (_, state) => ({ ...state, selection: at(state.selection.focus) }),
  F2: (model, state) => typing(model, state, textAt(model, state, state.selection.focus)),
};

const MOD_DEEDS: Readonly<Record<string, Deed>> = {
  z: (_, state) => takenBack(state),
  r: filledRight,
  d: filledDown,
  home: (_, state, { shift }) => led(state, { row: 0, column: 0 }, shift),
  end: ({ size }, state, { shift }) => led(state, { row: size.rows - 1, column: size.columns - 1 }, shift),
  a: ({ size }, state) => ({
    ...state,
    selection: { anchor: { row: 0, column: 0 }, focus: { row: size.rows - 1, column: size.columns - 1 } },
  }),
};

function led(state: SheetState, focus: Place, extend: boolean): SheetState {
  return { ...state, selection: extend ? { ...state.selection, focus } : at(focus) };
}

/** What a key does; null where it does nothing here and belongs to the page. */
export function pressed(model: SheetModel, state: SheetState, press: KeyPress): SheetState | null {
  if (state.typed !== null) return pressedWhileTyping(model, state, press);
  if (press.mod) return MOD_DEEDS[press.key.toLowerCase()]?.(model, state, press) ?? null;
  const next = goal(model, state.selection, press) ?? moved(state.selection, press.key, model.size, press.shift);
  if (next) return { ...state, selection: next };
  const deed = DEEDS[press.key];
  if (deed) return deed(model, state, press);
  return isWriting(press) ? typing(model, state, press.key) : null;
}

function pressedWhileTyping(model: SheetModel, state: SheetState, press: KeyPress): SheetState | null {
  if (press.key === 'Escape') return { ...state, typed: null };
  const isEnd = press.key === 'Enter' || press.key === 'Tab';
  const next = isEnd ? goal(model, state.selection, press) : null;
  return next ? picked(model, state, next) : null;
}

/** Where Enter and Tab lead. */
function goal({ size }: SheetModel, selection: Selection, { key, shift }: KeyPress): Selection | null {
  if (key === 'Enter') return moved(selection, shift ? 'ArrowUp' : 'ArrowDown', size, false);
  return key === 'Tab' ? tabbed(selection, size, shift) : null;
}

/** What begins an amount overwrites the cell. */
function isWriting({ key, alt }: KeyPress): boolean {
  return !alt && /^[\d.,\-\p{Sc}]$/u.test(key);
}
