// The phone's outbox: no win is lost, none is sent twice at once, none is given up without the rep.
import { describe, expect, it } from 'vitest';
import { LocalStore } from '../../display/win/outbox/local-store.ts';
import { MemoryStore } from '../../display/win/outbox/memory-store.ts';
import { LEASE_MS } from '../../display/win/outbox/lease.ts';
import { createUuid } from '../../display/win/outbox/uuid.ts';
import { judge, judgePhoto, judgeUndo, type Verdict } from '../../display/win/outbox/verdict.ts';
import { fakeStorage } from '../kit/fake-storage.ts';
import { answerTo, body, later, openTab, problem, settle, stored, win } from '../kit/outbox-tab.ts';

describe('the outbox', () => {
  it('PO1 stores a win before the first byte of it is sent', async () => {
    const store = new MemoryStore();
    const seen: number[] = [];
    const tab = openTab(store, async (id) => {
      seen.push((await store.all()).length);
      return stored(id);
    });
    await tab.outbox.serve('user-1');
    await tab.outbox.add(win('win-00001'));
    expect(tab.sent).toEqual([]);
    await tab.outbox.flush();
    expect(seen).toEqual([1]);
    expect(await store.all()).toEqual([]);
    expect(tab.deliveries.map(({ answer }) => answer.rev)).toEqual([7]);
  });

  it('PO1 the same win from two tabs is one, as it was first', async () => {
    const store = new MemoryStore();
    const [first, second] = [openTab(store, stored), openTab(store, stored, 'tab-2')];
    await first.outbox.add(win('win-00001'));
    await second.outbox.add({ ...win('win-00001'), body: { ...body('win-00001'), customer: 'Khác' } });
    await second.outbox.serve('user-1');
    await first.outbox.serve('user-1');
    expect([first.sent, second.sent]).toEqual([[], ['win-00001']]);
    expect(second.deliveries[0]?.entry.body).toEqual(body('win-00001'));
  });

  it('a page that comes back sends what the one before it left, oldest first', async () => {
    const store = new MemoryStore();
    const before = openTab(store, () => later(false));
    await before.outbox.serve('user-1');
    await before.outbox.add(win('win-00001'));
    before.clock.now += 5;
    await before.outbox.add(win('win-00002'));
    const after = openTab(store, stored, 'tab-2');
    await after.outbox.serve('user-1');
    expect(after.sent).toEqual(['win-00001', 'win-00002']);
  });

  it('without network it stops at the first win, and the timer tries again, ever more slowly', async () => {
    let isUp = false;
    const tab = openTab(new MemoryStore(), (id) => (isUp ? stored(id) : later(false)));
    await tab.outbox.serve('user-1');
    await tab.outbox.add(win('win-00001'));
    await tab.outbox.add(win('win-00002'));
    await tab.outbox.flush();
    expect(tab.sent).toEqual(['win-00001']);
    await tab.advance(2_000);
    expect(tab.outbox.entries[0]?.attempts).toBe(2);
    await tab.advance(2_000);
    expect(tab.sent.filter((id) => id === 'win-00001')).toHaveLength(2);
    isUp = true;
    await tab.advance(60_000);
    expect(tab.outbox.entries).toEqual([]);
    expect(tab.timers).toEqual([]);
  });

  it('PO1 who asks for all to be sent while the timer sends gets all of it, whatever the backoff says', async () => {
    let fail = (): void => undefined;
    const held = new Promise<Verdict>((resolve) => (fail = () => resolve(later(false))));
    const answers = [later(false), held, stored('win-00001')];
    const tab = openTab(new MemoryStore(), () => answers.shift() ?? later(false));
    await tab.outbox.serve('user-1');
    await tab.outbox.add(win('win-00001'));
    await tab.outbox.flush();
    await tab.advance(2_000);
    void tab.outbox.flush();
    fail();
    await settle();
    expect(tab.sent).toHaveLength(3);
    expect(tab.outbox.entries).toEqual([]);
  });

  it('a server that fails on one win is still offered the others', async () => {
    const tab = openTab(new MemoryStore(), (id) => (id === 'win-00001' ? later(true) : stored(id)));
    await tab.outbox.serve('user-1');
    await tab.outbox.add(win('win-00001'));
    await tab.outbox.add(win('win-00002'));
    await tab.outbox.flush();
    expect(tab.outbox.entries.map(({ id }) => id)).toEqual(['win-00001']);
  });

  it('waits as long as the server asks', async () => {
    const tab = openTab(new MemoryStore(), () => later(true, 30_000));
    await tab.outbox.serve('user-1');
    await tab.outbox.add(win('win-00001'));
    await tab.outbox.flush();
    await tab.advance(29_000);
    expect(tab.sent).toHaveLength(1);
    await tab.advance(1_000);
    expect(tab.sent).toHaveLength(2);
  });

  it('PO3 a refused win stays, is not tried again by itself, and goes through under its own id once mended', async () => {
    const store = new MemoryStore();
    let refuses = true;
    const tab = openTab(store, (id) =>
      refuses ? { type: 'refused', problem: problem(422, 'request/invalid') } : stored(id),
    );
    await tab.outbox.serve('user-1');
    await tab.outbox.add(win('win-00001'));
    await tab.outbox.flush();
    await tab.outbox.flush();
    await tab.advance(600_000);
    expect(tab.sent).toHaveLength(1);
    expect(tab.outbox.entries[0]?.refusal?.code).toBe('request/invalid');
    refuses = false;
    await tab.outbox.amend('win-00001', { ...body('win-00001'), customer: 'An Phát Logistics' }, null);
    expect(tab.sent).toEqual(['win-00001', 'win-00001']);
    expect(tab.deliveries[0]?.entry.body.customer).toBe('An Phát Logistics');
    expect(await store.all()).toEqual([]);
  });

  it('a discarded win is gone and nothing of it is sent', async () => {
    const tab = openTab(new MemoryStore(), () => later(false));
    await tab.outbox.serve('user-1');
    await tab.outbox.add(win('win-00001'));
    await tab.outbox.discard('win-00001');
    await tab.outbox.flush();
    expect(tab.sent).toEqual([]);
  });

  it('keeps wins through a session that ran out, and sends them once the rep is back', async () => {
    let isIn = false;
    const tab = openTab(new MemoryStore(), (id) => (isIn ? stored(id) : { type: 'signed-out' }));
    let told = 0;
    tab.outbox.onSignedOut(() => (told += 1));
    await tab.outbox.serve('user-1');
    await tab.outbox.add(win('win-00001'));
    await tab.outbox.flush();
    await tab.outbox.flush();
    expect([told, tab.sent.length, tab.outbox.entries.length]).toEqual([1, 1, 1]);
    isIn = true;
    await tab.outbox.serve('user-1');
    expect(tab.outbox.entries).toEqual([]);
  });

  it('PO2 never sends one person’s wins in another person’s session', async () => {
    const tab = openTab(new MemoryStore(), stored);
    await tab.outbox.serve('user-2');
    await tab.outbox.add(win('win-00001', 'user-1'));
    await tab.outbox.flush();
    expect(tab.sent).toEqual([]);
    await tab.outbox.serve('user-1');
    expect(tab.sent).toEqual(['win-00001']);
  });

  it('two tabs do not send one win at once; a tab that died gives it free after its lease', async () => {
    const store = new MemoryStore();
    const stuck = openTab(store, () => new Promise<Verdict>(() => undefined), 'tab-1');
    await stuck.outbox.serve('user-1');
    await stuck.outbox.add(win('win-00001'));
    void stuck.outbox.flush();
    await settle();
    const other = openTab(store, stored, 'tab-2');
    await other.outbox.serve('user-1');
    await other.outbox.flush();
    expect([stuck.sent.length, other.sent.length]).toEqual([1, 0]);
    await other.advance(LEASE_MS);
    expect(other.sent).toEqual(['win-00001']);
  });

  it('PO1 a storage that gives up loses nothing while the page lives, and says so', async () => {
    const storage = fakeStorage();
    const store = new LocalStore(storage);
    let isUp = false;
    const tab = openTab(store, (id) => (isUp ? stored(id) : later(false)));
    await tab.outbox.serve('user-1');
    await tab.outbox.add(win('win-00001'));
    expect(tab.outbox.durable).toBe(true);
    storage.setItem = () => {
      throw new Error('quota');
    };
    await tab.outbox.add(win('win-00002'));
    await tab.outbox.flush();
    expect([tab.outbox.durable, tab.outbox.entries.length, tab.sent.length]).toEqual([false, 2, 1]);
    // Neither a lease nor a next time can be written: it is still tried no more often.
    for (let time = 0; time < 7; time += 1) await tab.advance(250);
    expect(tab.sent).toEqual(['win-00001', 'win-00002']);
    isUp = true;
    await tab.advance(60_000);
    expect([tab.outbox.durable, tab.outbox.entries.length, tab.deliveries.length]).toEqual([true, 0, 2]);
  });

  it('PO1 a read that fails for a moment makes no win disappear', async () => {
    const store = new MemoryStore();
    const tab = openTab(store, () => later(false));
    await tab.outbox.serve('user-1');
    await tab.outbox.add(win('win-00001'));
    store.all = () => Promise.reject(new Error('the connection is lost'));
    await tab.outbox.refresh();
    expect(tab.outbox.entries).toHaveLength(1);
  });

  it('lives in localStorage as well, beside what others keep there', async () => {
    const kept = new Map([['winboard.locale', 'vi']]);
    const storage = fakeStorage(kept);
    const offline = openTab(new LocalStore(storage), () => later(false));
    await offline.outbox.serve('user-1');
    await offline.outbox.add(win('win-00001'));
    await offline.outbox.flush();
    const online = openTab(new LocalStore(storage), stored, 'tab-2');
    await online.outbox.serve('user-1');
    expect(online.deliveries.map(({ entry }) => entry.body)).toEqual([body('win-00001')]);
    expect([...kept.keys()]).toEqual(['winboard.locale']);
  });
});

const answer = (status: number, content: unknown) => ({ status, body: content, retryAfterMs: null });

describe('what an answer means for a win', () => {
  it.each([200, 201])('%i with this very deal is stored', (status) => {
    expect(judge(answer(status, answerTo('win-00001')), 'win-00001').type).toBe('stored');
  });

  it('a 200 that is not about this deal is somebody else’s page, not a success', () => {
    expect(judge(answer(200, undefined), 'win-00001').type).toBe('later');
    expect(judge(answer(200, { ok: true }), 'win-00001').type).toBe('later');
    expect(judge(answer(200, answerTo('win-00002')), 'win-00001').type).toBe('later');
  });

  it.each([
    [401, 'auth/required', 'signed-out'],
    [403, 'auth/forbidden', 'refused'],
    [404, 'rep/not-found', 'refused'],
    [409, 'deal/id-taken', 'refused'],
    [409, 'setup/required', 'later'],
    [422, 'request/invalid', 'refused'],
    [429, 'request/too-many', 'later'],
    [500, 'server/failed', 'later'],
    [503, 'store/failed', 'later'],
    [507, 'store/full', 'later'],
  ])('%i %s is %s', (status, code, type) => {
    expect(judge(answer(status, problem(status, code)), 'win-00001').type).toBe(type);
  });

  it.each([302, 401, 403, 404, 422, 502])('a bare %i, from a proxy or a portal, costs no win', (status) => {
    expect(judge(answer(status, undefined), 'win-00001')).toMatchObject({ type: 'later', reached: false });
  });
});

it('PO5 a void is done where the server has voided the deal, or never had it', () => {
  expect(judgeUndo(answer(200, answerTo('win-00001')), 'win-00001').type).toBe('undone');
  expect(judgeUndo(answer(404, problem(404, 'deal/not-found')), 'win-00001').type).toBe('undone');
  expect(judgeUndo(answer(409, problem(409, 'deal/voided')), 'win-00001').type).toBe('undone');
  expect(judgeUndo(answer(403, problem(403, 'auth/forbidden')), 'win-00001').type).toBe('refused');
  expect(judgeUndo(answer(404, undefined), 'win-00001').type).toBe('later');
});

it('a photo has been sent once the server names it', () => {
  expect(judgePhoto(answer(201, { id: 'photo-1' }))).toEqual({ type: 'uploaded', id: 'photo-1' });
  expect(judgePhoto(answer(200, { id: 'photo-1' })).type).toBe('later');
  expect(judgePhoto(answer(413, problem(413, 'request/too-large'))).type).toBe('refused');
  expect(judgePhoto(answer(401, problem(401, 'auth/required'))).type).toBe('signed-out');
});

it('ids are UUIDs, version 4, also without crypto.randomUUID', () => {
  const ids = Array.from({ length: 50 }, createUuid);
  for (const id of ids) expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  expect(new Set(ids).size).toBe(50);
});
