// The phone's outbox for tests of errands: a tab that sends them as the test says, and whose time the test lets pass.
import type { ErrandEntry } from '../../display/win/outbox/entry.ts';
import type { Errand } from '../../display/win/outbox/errand.ts';
import { MemoryStore } from '../../display/win/outbox/memory-store.ts';
import { Outbox } from '../../display/win/outbox/outbox.ts';
import type { ErrandVerdict, Setback } from '../../display/win/outbox/verdict.ts';
import type { Problem } from '../../shared/problem.ts';

export const CUT: Setback = { type: 'later', reached: false, retryAfterMs: null };
export const FAILED: Setback = { type: 'later', reached: true, retryAfterMs: null };
export const refused = (code: Problem['code']): Setback => ({
  type: 'refused',
  problem: { code, status: 404, type: '', title: '' },
});

export const logOf = (id: string, planId?: string): Errand => ({
  type: 'log',
  body: { id, rep: 'an', kind: 'visit', at: 1, ...(planId !== undefined && { planId }) },
});
export const planOf = (id: string): Errand => ({
  type: 'plan',
  body: { id, rep: 'an', kind: 'visit', customer: 'An Phát', at: 9 },
});

export async function settle(): Promise<void> {
  for (let turn = 0; turn < 200; turn += 1) await Promise.resolve();
}

export function openTab(
  run: (errand: Errand) => ErrandVerdict | Promise<ErrandVerdict>,
  store = new MemoryStore(),
  owner = 'tab',
) {
  const clock = { now: 1_000_000 };
  let timers: { at: number; run: () => void }[] = [];
  const sent: string[] = [];
  const none = () => Promise.resolve(CUT);
  const outbox = new Outbox({
    store,
    owner,
    now: () => clock.now,
    random: () => 0.5,
    schedule: (delayMs, work) => {
      const timer = { at: clock.now + delayMs, run: work };
      timers.push(timer);
      return () => void (timers = timers.filter((one) => one !== timer));
    },
    way: {
      upload: none,
      post: none,
      undo: none,
      run: async ({ errand, id }: ErrandEntry) => {
        sent.push(id);
        return await run(errand);
      },
    },
  });
  const pass = async (ms: number) => {
    clock.now += ms;
    const due = timers.filter(({ at }) => at <= clock.now);
    timers = timers.filter((one) => !due.includes(one));
    for (const timer of due) timer.run();
    await settle();
  };
  return { outbox, sent, pass, timers: () => timers };
}

export const DONE: ErrandVerdict = { type: 'done', answer: {} as never };
