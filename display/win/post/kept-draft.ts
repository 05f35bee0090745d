// The win that is being entered, kept on the phone for its rep: a call, a camera or an empty battery costs no typing.
import { readKept, watchKept, writeKept } from '../../kit/kept.ts';
import { emptyDraft, type Draft } from './draft.ts';

const keyOf = (userId: string) => `draft.${userId}`;

/** The draft that this person left, completed with what an older page did not know of; null where there is none. */
export function readDraft(userId: string): Draft | null {
  const kept = readKept(keyOf(userId)) as Partial<Draft> | null;
  return kept && { ...emptyDraft({ id: null, name: '' }), ...kept };
}

/** Keeps it, or forgets it where nothing has been entered yet. */
export function keepDraft(userId: string, draft: Draft): void {
  const empty: Draft = { ...emptyDraft({ id: draft.repId, name: draft.repName }), id: draft.id };
  writeKept(keyOf(userId), JSON.stringify(draft) === JSON.stringify(empty) ? null : draft);
}

export function forgetDraft(userId: string): void {
  writeKept(keyOf(userId), null);
}

/** Runs whenever another tab has changed it; gives what ends that. */
export function watchDraft(userId: string, run: () => void): () => void {
  return watchKept(keyOf(userId), run);
}

/** Under which name the draft's photo lies in the outbox's storage. */
export function draftPhoto(userId: string): string {
  return `draft.${userId}`;
}
