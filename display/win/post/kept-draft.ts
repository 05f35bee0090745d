// The win that is being entered, kept on the phone for its rep: a call, a camera or an empty battery costs no typing.
import { readKept, writeKept } from '../../kit/kept.ts';
import { emptyDraft, type Draft } from './draft.ts';

const keyOf = (userId: string) => `draft.${userId}`;

/** The draft that this person left, completed with what an older page did not know of. */
export function readDraft(userId: string, empty: Draft): Draft {
  const kept = readKept(keyOf(userId)) as Partial<Draft> | null;
  return kept ? { ...empty, ...kept } : empty;
}

/** Keeps it, or forgets it where nothing has been entered yet. */
export function keepDraft(userId: string, draft: Draft): void {
  const empty = emptyDraft({ id: draft.repId, name: draft.repName });
  writeKept(keyOf(userId), JSON.stringify(draft) === JSON.stringify(empty) ? null : draft);
}

/** Under which name the draft's photo lies in the outbox's storage. */
export function draftPhoto(userId: string): string {
  return `draft.${userId}`;
}
