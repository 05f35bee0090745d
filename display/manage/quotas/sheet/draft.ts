// What has been entered and is not saved yet, step by step, so that each step can be taken back.

/** What a cell is to hold. */
export interface Change {
  /** A plain decimal; null for nothing. */
  amount: string | null;
  /** What was entered, where it cannot be read. */
  wrong: string | null;
  /** What the cell held when it was first changed, a plain decimal. */
  expected: string | null;
}

export type Changes = ReadonlyMap<string, Change>;

export interface Draft {
  changes: Changes;
  past: readonly Changes[];
}

export const EMPTY_DRAFT: Draft = { changes: new Map(), past: [] };

/** So many steps can be taken back. */
const MOST_STEPS = 100;

export interface Edit {
  key: string;
  /** What the cell holds on the server. */
  held: string | null;
  amount: string | null;
  wrong: string | null;
}

/** One step: all of these at once. What is as it was is no change; a step that changes nothing is none. */
export function edited(draft: Draft, edits: readonly Edit[]): Draft {
  const changes = new Map(draft.changes);
  for (const { key, held, amount, wrong } of edits) {
    const expected = changes.get(key)?.expected ?? held;
    if (wrong === null && amount === held) changes.delete(key);
    else changes.set(key, { amount, wrong, expected });
  }
  if (isSame(changes, draft.changes)) return draft;
  return { changes, past: [...draft.past, draft.changes].slice(-MOST_STEPS) };
}

export function undone(draft: Draft): Draft {
  const changes = draft.past.at(-1);
  return changes ? { changes, past: draft.past.slice(0, -1) } : draft;
}

/** Somebody else's amount is known now: keep it, or write over it after all. */
export function decided(draft: Draft, key: string, current: string | null, isMine: boolean): Draft {
  const changes = new Map(draft.changes);
  const change = changes.get(key);
  if (change && isMine && change.amount !== current) changes.set(key, { ...change, expected: current });
  else changes.delete(key);
  return { changes, past: draft.past };
}

function isSame(a: Changes, b: Changes): boolean {
  if (a.size !== b.size) return false;
  return [...a].every(([key, one]) => {
    const other = b.get(key);
    return other?.amount === one.amount && other.wrong === one.wrong;
  });
}
