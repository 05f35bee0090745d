// The outbox in this browser: the best store it grants, and everything that may mean the server can be reached again.
import { exchange, Unreachable } from '../../kit/api.ts';
import { watchKept, writeKept } from '../../kit/kept.ts';
import type { EntryStore } from './entry.ts';
import { IndexedStore } from './indexed-store.ts';
import { LocalStore } from './local-store.ts';
import { MemoryStore } from './memory-store.ts';
import { Outbox } from './outbox.ts';
import { createUuid } from './uuid.ts';
import { judge, type Verdict } from './verdict.ts';
import type { DealBody } from '../../../shared/schemas/deals.ts';

/** Changes whenever a tab has changed the outbox: the others hear of it. */
const TURN = 'outboxTurn';

async function openStore(): Promise<EntryStore> {
  try {
    return await IndexedStore.open();
  } catch {
    try {
      return new LocalStore(localStorage);
    } catch {
      return new MemoryStore();
    }
  }
}

async function postWin(body: DealBody, id: string): Promise<Verdict> {
  try {
    return judge(await exchange('POST', '/api/deals', { body }), id);
  } catch (error) {
    if (error instanceof Unreachable) return { type: 'later', reached: false, retryAfterMs: null };
    throw error;
  }
}

export async function openOutbox(): Promise<Outbox> {
  const outbox = new Outbox({
    store: await openStore(),
    send: postWin,
    now: () => Date.now(),
    random: Math.random,
    owner: createUuid(),
    schedule: (delayMs, run) => {
      const timer = setTimeout(run, delayMs);
      return () => clearTimeout(timer);
    },
  });
  outbox.onOwnChange(() => writeKept(TURN, createUuid()));
  watchKept(TURN, () => void outbox.refresh());
  const flush = () => void outbox.flush();
  window.addEventListener('online', flush);
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'visible') flush();
  });
  window.addEventListener('beforeunload', (event) => {
    if (!outbox.durable && outbox.entries.length > 0) event.preventDefault();
  });
  return outbox;
}
