// A tab of the phone for tests of its outbox: a store, a clock that only the test moves, and a server that answers as told.
import type { Way } from '../../display/win/outbox/courier.ts';
import type { EntryStore } from '../../display/win/outbox/entry.ts';
import { Outbox, type Delivery } from '../../display/win/outbox/outbox.ts';
import type { Verdict } from '../../display/win/outbox/verdict.ts';
import type { Problem } from '../../shared/problem.ts';
import type { DealAnswer, DealBody } from '../../shared/schemas/deals.ts';

export const body = (id: string): DealBody => ({ id, rep: 'rep-1', amount: '185000000', customer: 'An Phát' });
export const win = (id: string, userId = 'user-1') => ({ id, userId, repName: 'Châu', body: body(id), photo: null });
export const picture = (text = 'a picture') => new Blob([text], { type: 'image/jpeg' });
export const answerTo = (id: string) => ({ deal: { id }, standing: null, rev: 7 }) as unknown as DealAnswer;
export const stored = (id: string): Verdict => ({ type: 'stored', answer: answerTo(id) });
export const later = (reached: boolean, retryAfterMs: number | null = null): Verdict => ({
  type: 'later',
  reached,
  retryAfterMs,
});
export const problem = (status: number, code: string) => ({ type: '', title: '', status, code }) as Problem;

/** Lets everything that has been started run as far as it can. */
export async function settle(): Promise<void> {
  for (let turn = 0; turn < 50; turn += 1) await Promise.resolve();
}

/** A tab: its outbox on a store, a clock that only the test moves, and what it sent. */
export function openTab(
  store: EntryStore,
  send: (id: string, body: DealBody) => Verdict | Promise<Verdict>,
  owner = 'tab-1',
  way: Partial<Way> = {},
) {
  const clock = { now: 1_000_000 };
  const timers: { at: number; run: () => void }[] = [];
  const sent: string[] = [];
  const deliveries: Delivery[] = [];
  const outbox = new Outbox({
    store,
    owner,
    now: () => clock.now,
    random: () => 0.5,
    schedule: (delayMs, run) => {
      const timer = { at: clock.now + delayMs, run };
      timers.push(timer);
      return () => void timers.splice(timers.indexOf(timer), 1);
    },
    way: {
      upload: () => Promise.resolve({ type: 'uploaded', id: 'photo-1' }),
      undo: () => Promise.resolve({ type: 'undone' }),
      run: () => Promise.resolve({ type: 'later', reached: false, retryAfterMs: null }),
      post: async (sentBody, { id }) => {
        sent.push(id);
        return await send(id, sentBody);
      },
      ...way,
    },
  });
  outbox.onDelivery((delivery) => deliveries.push(delivery));
  const advance = async (ms: number) => {
    clock.now += ms;
    for (const timer of timers.filter(({ at }) => at <= clock.now)) {
      timers.splice(timers.indexOf(timer), 1);
      timer.run();
    }
    await settle();
  };
  return { outbox, clock, timers, sent, deliveries, advance };
}
