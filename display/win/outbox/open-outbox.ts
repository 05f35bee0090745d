// The outbox in this browser: the best store it grants, and everything that may mean the server can be reached again.
import { exchange, Unreachable, type Answer, type Request } from '../../kit/api.ts';
import { watchKept, writeKept } from '../../kit/kept.ts';
import type { EntryStore } from './entry.ts';
import { IndexedStore } from './indexed-store.ts';
import { LocalStore } from './local-store.ts';
import { MemoryStore } from './memory-store.ts';
import { Outbox } from './outbox.ts';
import { keepSent, markUndone } from './sent-wins.ts';
import { createUuid } from './uuid.ts';
import type { Way } from './courier.ts';
import { requestOf, subjectOf } from './errand.ts';
import { judge, judgeErrand, judgePhoto, judgeUndo, type Setback } from './verdict.ts';
import { UNDONE } from '../../../shared/deal.ts';

/** Changes whenever a tab has changed the outbox: the others hear of it. */
const TURN = 'outboxTurn';

/** Some browsers answer nothing at all for a while: the page must come up all the same. */
const OPEN_MS = 3_000;

function tooLate(): Promise<never> {
  return new Promise((_, reject) => setTimeout(() => reject(new Error('too late')), OPEN_MS));
}

async function openStore(): Promise<EntryStore> {
  try {
    return await Promise.race([IndexedStore.open(), tooLate()]);
  } catch {
    try {
      return new LocalStore(localStorage);
    } catch {
      return new MemoryStore();
    }
  }
}

/** A photo may take its time on a bad network. */
const UPLOAD_MS = 60_000;

async function ask<T>(path: string, request: Request, judged: (answer: Answer) => T): Promise<T | Setback> {
  try {
    return judged(await exchange('POST', path, request));
  } catch (error) {
    if (error instanceof Unreachable) return { type: 'later', reached: false, retryAfterMs: null };
    throw error;
  }
}

const way: Way = {
  upload: (photo, userId) =>
    ask('/api/media', { file: { bytes: photo, type: photo.type }, userId, timeoutMs: UPLOAD_MS }, judgePhoto),
  post: (body, { id, userId }) => ask('/api/deals', { body, userId }, (answer) => judge(answer, id)),
  undo: ({ id, userId }) =>
    ask(`/api/deals/${encodeURIComponent(id)}/void`, { body: { reason: UNDONE }, userId }, (answer) =>
      judgeUndo(answer, id),
    ),
  run: ({ errand, userId }) => {
    const { path, body } = requestOf(errand);
    return ask(path, { body, userId }, (answer) => judgeErrand(answer, subjectOf(errand)));
  },
};

export async function openOutbox(): Promise<Outbox> {
  const outbox = new Outbox({
    store: await openStore(),
    way,
    now: () => Date.now(),
    random: Math.random,
    owner: createUuid(),
    schedule: (delayMs, run) => {
      const timer = setTimeout(run, delayMs);
      return () => clearTimeout(timer);
    },
  });
  outbox.onDelivery(keepSent);
  outbox.onUndone(markUndone);
  outbox.onOwnChange(() => writeKept(TURN, createUuid()));
  watchKept(TURN, () => void outbox.refresh());
  const flush = () => void outbox.flush();
  window.addEventListener('online', flush);
  window.addEventListener('focus', flush);
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'visible') flush();
  });
  window.addEventListener('beforeunload', (event) => {
    if (!outbox.durable && outbox.entries.length + outbox.errands.length > 0) event.preventDefault();
  });
  // Nothing is called sent before it is known what is here.
  await outbox.refresh();
  return outbox;
}
