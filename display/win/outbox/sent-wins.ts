// The wins that went out from this phone lately, so that a slip can be undone after the page has gone on or been closed.
import { UNDO_MS } from '../../../shared/deal.ts';
import type { DecisionNews } from '../../../shared/protocol.ts';
import { readKept, SEEN, writeKept } from '../../kit/kept.ts';
import type { Entry } from './entry.ts';
import type { Delivery } from './outbox.ts';

export interface SentWin {
  entry: Entry;
  /** By the server's clock. */
  recordedAt: number;
  isUndone: boolean;
  /** Of one that had to wait for a manager: how that stands, and why it was declined. */
  state?: 'waits' | DecisionNews['decision'];
  reason?: string | null;
}

const KEY = `${SEEN}sent`;
const MOST = 20;
const KEEP_MS = 86_400_000;

function all(): SentWin[] {
  return (readKept(KEY) as SentWin[] | null) ?? [];
}

export function keepSent({ entry, answer }: Delivery): void {
  const { recordedAt } = answer.deal;
  const sent: SentWin = { entry, recordedAt, isUndone: false, ...(answer.pending && { state: 'waits' }) };
  const others = all().filter((one) => one.entry.id !== entry.id && recordedAt - one.recordedAt < KEEP_MS);
  writeKept(KEY, [sent, ...others].slice(0, MOST));
}

/** A manager has decided on one that waited. */
export function markDecided({ dealId, decision: state, reason }: DecisionNews): void {
  writeKept(
    KEY,
    all().map((one) => (one.entry.id === dealId ? { ...one, state, reason } : one)),
  );
}

export function markUndone(id: string): void {
  writeKept(
    KEY,
    all().map((one) => (one.entry.id === id ? { ...one, isUndone: true } : one)),
  );
}

/** One that went out, from whichever tab; null where it is not known any more. */
export function sentEntry(id: string): Entry | null {
  return all().find(({ entry }) => entry.id === id)?.entry ?? null;
}

/** One person's, the latest first. */
export function sentBy(userId: string): SentWin[] {
  return all().filter(({ entry }) => entry.userId === userId);
}

/** How long it can still be undone; 0 for not any more. Rule PO5. */
export function undoLeftMs(recordedAt: number, now: number): number {
  return Math.max(0, recordedAt + UNDO_MS - now);
}
