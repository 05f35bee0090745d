// Activities and plans in the phone's outbox: in order, nothing before what it speaks of, nothing lost, nothing twice.
import { expect, it } from 'vitest';
import { requestOf } from '../../display/win/outbox/errand.ts';
import { MemoryStore } from '../../display/win/outbox/memory-store.ts';
import { LEASE_MS } from '../../display/win/outbox/lease.ts';
import { judgeErrand } from '../../display/win/outbox/verdict.ts';
import { CUT, DONE, FAILED, logOf, openTab, planOf, refused, settle } from '../kit/errands.ts';

it('AC5 what speaks of something waits until that has gone through, whatever else may go on', async () => {
  let isBroken = true;
  const tab = openTab((errand) => (isBroken && errand.type === 'log' && errand.body.id === 'a' ? FAILED : DONE));
  await tab.outbox.serve('u');
  await tab.outbox.addErrand({ id: 'u', name: 'Châu' }, 'a', logOf('a'));
  await tab.outbox.addErrand({ id: 'u', name: 'Châu' }, 'note', { type: 'describe', id: 'a', body: { note: 'x' } });
  await tab.outbox.addErrand({ id: 'u', name: 'Châu' }, 'b', logOf('b'));
  await tab.outbox.addErrand({ id: 'u', name: 'Châu' }, 'gone', { type: 'take-back', id: 'a', reason: 'x' });
  await tab.outbox.flush();
  expect(tab.sent).toEqual(['a', 'b']);
  expect(tab.timers().length, 'what is held up sets no timer').toBe(1);
  isBroken = false;
  await tab.pass(60_000);
  expect(tab.sent).toEqual(['a', 'b', 'a', 'note', 'gone']);
  expect(tab.outbox.errands).toEqual([]);
});

it('AC5 an activity that fulfils a plan waits for the plan', async () => {
  let isUp = false;
  const tab = openTab(() => (isUp ? DONE : CUT));
  await tab.outbox.serve('u');
  for (const [id, errand] of [
    ['p', planOf('p')],
    ['m', { type: 'move', id: 'p', at: 5 }],
    ['a', logOf('a', 'p')],
  ] as const) {
    await tab.outbox.addErrand({ id: 'u', name: 'Châu' }, id, errand);
  }
  await tab.outbox.flush();
  expect(tab.sent).toEqual(['p']);
  isUp = true;
  await tab.outbox.flush();
  expect(tab.sent).toEqual(['p', 'p', 'm', 'a']);
});

it('AC5 what nobody has begun to send is taken back without a word, and what speaks of it goes, too', async () => {
  const tab = openTab(() => DONE);
  await tab.outbox.addErrand({ id: 'u', name: 'Châu' }, 'a', logOf('a'));
  await tab.outbox.addErrand({ id: 'u', name: 'Châu' }, 'note', { type: 'describe', id: 'a', body: { note: 'x' } });
  expect(await tab.outbox.withdraw('a')).toBe(true);
  await tab.outbox.serve('u');
  expect([tab.sent, tab.outbox.errands]).toEqual([[], []]);
});

it('AC5 what may have been sent is not withdrawn: only the server can take it back', async () => {
  const tab = openTab(() => CUT);
  await tab.outbox.serve('u');
  await tab.outbox.addErrand({ id: 'u', name: 'Châu' }, 'a', logOf('a'));
  await tab.outbox.flush();
  expect(await tab.outbox.withdraw('a')).toBe(false);
  expect(tab.outbox.errands.map(({ id }) => id)).toEqual(['a']);
  expect(await tab.outbox.withdraw('nothing')).toBe(false);
});

it('AC5 what the server refuses stays with its reason, holds up nothing, and goes with what speaks of it', async () => {
  const tab = openTab((errand) => (errand.type === 'log' ? refused('rep/not-found') : refused('activity/not-found')));
  await tab.outbox.serve('u');
  await tab.outbox.addErrand({ id: 'u', name: 'Châu' }, 'a', logOf('a'));
  await tab.outbox.addErrand({ id: 'u', name: 'Châu' }, 'note', { type: 'describe', id: 'a', body: { note: 'x' } });
  await tab.outbox.flush();
  expect(tab.outbox.errands.map(({ refusal }) => refusal?.code)).toEqual(['rep/not-found', 'activity/not-found']);
  await tab.pass(600_000);
  expect(tab.sent).toEqual(['a', 'note']);
  await tab.outbox.discard('a');
  expect(tab.outbox.errands).toEqual([]);
});

it('AC5 nobody sends another’s errands, and a tab that died gives its errand free', async () => {
  const store = new MemoryStore();
  const stuck = openTab(() => new Promise(() => undefined), store, 'tab-1');
  await stuck.outbox.serve('u');
  await stuck.outbox.addErrand({ id: 'u', name: 'Châu' }, 'a', logOf('a'));
  void stuck.outbox.flush();
  await settle();
  const other = openTab(() => DONE, store, 'tab-2');
  await other.outbox.serve('v');
  expect(other.sent).toEqual([]);
  await other.outbox.serve('u');
  await other.outbox.addErrand({ id: 'u', name: 'Châu' }, 'note', { type: 'describe', id: 'a', body: { note: 'x' } });
  await other.outbox.flush();
  expect(other.sent).toEqual([]);
  await other.pass(LEASE_MS);
  expect(other.sent).toEqual(['a', 'note']);
});

it('each errand has its address, and only an answer about its own subject counts', () => {
  expect(requestOf(logOf('a'))).toEqual({
    path: '/api/activities',
    body: { id: 'a', rep: 'an', kind: 'visit', at: 1 },
  });
  expect(requestOf({ type: 'take-back', id: 'a/b', reason: 'x' })).toEqual({
    path: '/api/activities/a%2Fb/void',
    body: { reason: 'x' },
  });
  expect(requestOf({ type: 'cancel', id: 'p' })).toEqual({ path: '/api/plans/p/cancel', body: {} });
  const answer = (status: number, body: unknown) => ({ status, body, retryAfterMs: null });
  expect(judgeErrand(answer(201, { activity: { id: 'a' }, rev: 1 }), 'a').type).toBe('done');
  expect(judgeErrand(answer(200, { plan: { id: 'p' }, rev: 1 }), 'p').type).toBe('done');
  for (const other of [undefined, null, {}, { activity: { id: 'b' } }, { deal: { id: 'a' } }, { activity: null }]) {
    expect(judgeErrand(answer(200, other), 'a'), JSON.stringify(other)).toMatchObject({
      type: 'later',
      reached: false,
    });
  }
  expect(judgeErrand(answer(409, { code: 'plan/done', status: 409 }), 'a').type).toBe('refused');
});
