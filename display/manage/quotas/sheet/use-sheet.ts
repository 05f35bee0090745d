// The sheet's state, and what keys and the clipboard do to it.
import { useEffect, useRef, useState } from 'preact/hooks';
import {
  committed,
  copied,
  copiedForward,
  cut,
  filledDown,
  filledRight,
  FRESH,
  pasted,
  picked,
  pressed,
  takenBack,
  textAt,
  typing,
  type SheetState,
} from './deeds.ts';
import type { Draft } from './draft.ts';
import type { SheetModel } from './model.ts';
import { at, type Place, type Selection } from './selection.ts';

export interface Sheet extends SheetState {
  select: (selection: Selection) => void;
  /** Marks from where one began to a place. */
  extendTo: (place: Place) => void;
  /** Begins to type in a cell, over what is there. */
  edit: (place: Place) => void;
  type: (text: string) => void;
  commit: () => void;
  setDraft: (draft: Draft) => void;
  undo: () => void;
  fillRight: () => void;
  fillDown: () => void;
  copyForward: () => void;
  onKey: (event: KeyboardEvent) => void;
  onCopy: (event: ClipboardEvent) => void;
  onCut: (event: ClipboardEvent) => void;
  onPaste: (event: ClipboardEvent) => void;
}

/** `onPending` is told whether something is not saved yet. */
export function useSheet(model: SheetModel, onPending: (isPending: boolean) => void): Sheet {
  // Events come faster than it is drawn: each goes on from the state that the one before has left.
  const latest = useRef({ model, state: startOf(model) });
  latest.current.model = model;
  const [, redraw] = useState(FRESH);
  const { state } = latest.current;
  const isPending = state.draft.changes.size > 0;
  useEffect(() => onPending(isPending), [isPending, onPending]);
  const made = useRef<Omit<Sheet, keyof SheetState> | null>(null);
  made.current ??= deedsOn(latest, redraw);
  return { ...state, ...made.current };
}

/** One begins where the running period is. */
function startOf({ periods }: SheetModel): SheetState {
  const column = Math.max(
    0,
    periods.findIndex(({ state }) => state === 'running'),
  );
  return { ...FRESH, selection: at({ row: 0, column }) };
}

type Latest = { current: { model: SheetModel; state: SheetState } };

function deedsOn(latest: Latest, redraw: (state: SheetState) => void): Omit<Sheet, keyof SheetState> {
  const become = (deed: (model: SheetModel, state: SheetState) => SheetState) => {
    const { model, state } = latest.current;
    const next = deed(model, state);
    latest.current.state = next;
    redraw(next);
  };
  const isTyping = () => latest.current.state.typed !== null;
  const toClipboard = (event: ClipboardEvent) => {
    event.clipboardData?.setData('text/plain', copied(latest.current.model, latest.current.state));
    event.preventDefault();
  };
  return {
    select: (selection) => become((model, state) => picked(model, state, selection)),
    extendTo: (focus) => become((model, state) => picked(model, state, { ...state.selection, focus })),
    edit: (place) =>
      become((model, state) => {
        const there = picked(model, state, at(place));
        return typing(model, there, textAt(model, there, place));
      }),
    type: (typed) => become((_, state) => ({ ...state, typed })),
    commit: () => become(committed),
    setDraft: (draft) => become((_, state) => ({ ...state, draft, note: null })),
    undo: () => become((_, state) => takenBack(state)),
    fillRight: () => become(filledRight),
    fillDown: () => become(filledDown),
    copyForward: () => become(copiedForward),
    onKey(event) {
      const { key, shiftKey: shift, ctrlKey, metaKey, altKey: alt } = event;
      const { model, state } = latest.current;
      const next = pressed(model, state, { key, shift, mod: ctrlKey || metaKey, alt });
      if (!next) return;
      event.preventDefault();
      become(() => next);
    },
    onCopy(event) {
      if (!isTyping()) toClipboard(event);
    },
    onCut(event) {
      if (isTyping()) return;
      toClipboard(event);
      become(cut);
    },
    onPaste(event) {
      if (isTyping()) return;
      const text = event.clipboardData?.getData('text/plain') ?? '';
      event.preventDefault();
      if (text !== '') become((model, state) => pasted(model, state, text));
    },
  };
}
