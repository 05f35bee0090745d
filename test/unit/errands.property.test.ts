// The phone's errands through anything: whatever is cut, lost or loaded again, the server ends with what the rep did.
import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Errand } from '../../display/win/outbox/errand.ts';
import { MemoryStore } from '../../display/win/outbox/memory-store.ts';
import type { ErrandVerdict } from '../../display/win/outbox/verdict.ts';
import { CUT, DONE, FAILED, logOf, openTab, planOf, refused } from '../kit/errands.ts';

/** What there is after some errands, each done once and in order: activities with their notes, plans with their times. */
class Books {
  readonly activities: Record<string, { note: string; isVoid: boolean; planId: string | null }> = {};
  readonly plans: Record<string, { at: number; isCancelled: boolean }> = {};

  /** Does an errand, also one that it has done before; refuses what speaks of nothing. */
  take(errand: Errand): ErrandVerdict {
    if (errand.type === 'log') {
      const { id, planId = null } = errand.body;
      if (planId !== null && !this.plans[planId]) return refused('plan/not-found');
      this.activities[id] ??= { note: '', isVoid: false, planId };
      return DONE;
    }
    if (errand.type === 'plan') {
      this.plans[errand.body.id] ??= { at: Number(errand.body.at), isCancelled: false };
      return DONE;
    }
    return errand.type === 'describe' || errand.type === 'take-back' ? this.#amend(errand) : this.#change(errand);
  }

  #amend(errand: Extract<Errand, { type: 'describe' | 'take-back' }>): ErrandVerdict {
    const activity = this.activities[errand.id];
    if (!activity) return refused('activity/not-found');
    if (errand.type === 'take-back') activity.isVoid = true;
    else activity.note = errand.body.note ?? '';
    return DONE;
  }

  #change(errand: Extract<Errand, { type: 'move' | 'cancel' }>): ErrandVerdict {
    const plan = this.plans[errand.id];
    if (!plan) return refused('plan/not-found');
    if (errand.type === 'cancel') plan.isCancelled = true;
    else plan.at = errand.at;
    return DONE;
  }
}

const LUCK = ['done', 'done', 'lost', 'cut', 'failed'] as const;
const DEEDS = ['log', 'fulfil', 'plan', 'describe', 'take-back', 'move', 'cancel'] as const;
const step = fc.oneof(
  { weight: 6, arbitrary: fc.record({ deed: fc.constantFrom(...DEEDS), pick: fc.nat(9) }) },
  { weight: 1, arbitrary: fc.constantFrom('pass' as const, 'reload' as const) },
);

/** The errand of a deed on one of the things that there are; null where there is none. */
function errandOf(deed: (typeof DEEDS)[number], pick: number, number: number, books: Books): Errand | null {
  const one = (ids: string[]) => ids[pick % Math.max(1, ids.length)];
  const activity = one(Object.keys(books.activities));
  const plan = one(Object.keys(books.plans));
  const id = `thing-${number}`;
  switch (deed) {
    case 'log':
      return logOf(id);
    case 'plan':
      return planOf(id);
    case 'fulfil':
      return plan === undefined ? null : logOf(id, plan);
    case 'describe':
      return activity === undefined ? null : { type: 'describe', id: activity, body: { note: `note ${number}` } };
    case 'take-back':
      return activity === undefined ? null : { type: 'take-back', id: activity, reason: 'x' };
    case 'move':
      return plan === undefined ? null : { type: 'move', id: plan, at: number };
    case 'cancel':
      return plan === undefined ? null : { type: 'cancel', id: plan };
  }
}

it('AC5 whatever is cut, lost or loaded again, the server ends with what the rep did, in that order', async () => {
  const lucks = fc.array(fc.constantFrom(...LUCK), { minLength: 1 });
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 25 }), lucks, async (steps, luck) => {
      const server = new Books();
      const wanted = new Books();
      const store = new MemoryStore();
      let asked = 0;
      let isCalm = false;
      const run = (errand: Errand): ErrandVerdict => {
        asked += 1;
        const now = isCalm ? 'done' : luck[asked % luck.length];
        if (now === 'cut' || now === 'failed') return now === 'cut' ? CUT : FAILED;
        const verdict = server.take(errand);
        return now === 'lost' ? CUT : verdict;
      };
      let tab = openTab(run, store, 'tab');
      await tab.outbox.serve('u');
      for (const [number, one] of steps.entries()) {
        if (one === 'pass') await tab.pass(5_000);
        if (one === 'reload') {
          tab = openTab(run, store, `tab-${number}`);
          await tab.outbox.serve('u');
        }
        if (typeof one === 'string') continue;
        const errand = errandOf(one.deed, one.pick, number, wanted);
        if (!errand) continue;
        wanted.take(errand);
        await tab.outbox.addErrand(
          { id: 'u', name: 'Châu' },
          'body' in errand && 'rep' in errand.body ? errand.body.id : `errand-${number}`,
          errand,
        );
        await tab.outbox.flush();
      }
      isCalm = true;
      await tab.outbox.flush();
      expect(tab.outbox.errands).toEqual([]);
      expect([server.activities, server.plans]).toEqual([wanted.activities, wanted.plans]);
    }),
    { numRuns: 200 },
  );
});
