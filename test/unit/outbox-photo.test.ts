// What goes with a win through the outbox: its photo, before it; and its undoing, whenever nobody knows how far it came.
import { describe, expect, it } from 'vitest';
import type { Way } from '../../display/win/outbox/courier.ts';
import { LocalStore } from '../../display/win/outbox/local-store.ts';
import { MemoryStore } from '../../display/win/outbox/memory-store.ts';
import { LEASE_MS, RENEW_MS } from '../../display/win/outbox/lease.ts';
import type { Verdict } from '../../display/win/outbox/verdict.ts';
import type { DealBody } from '../../shared/schemas/deals.ts';
import { fakeStorage } from '../kit/fake-storage.ts';
import { body, later, openTab, picture, problem, settle, stored, win } from '../kit/outbox-tab.ts';

describe('a win’s photo', () => {
  it('PO4 goes before the win, which names it, and is sent once however often the win has to be', async () => {
    const uploads: string[] = [];
    const bodies: DealBody[] = [];
    let isUp = false;
    const store = new MemoryStore();
    const upload: Way['upload'] = async (photo, userId) => {
      uploads.push(`${userId}: ${await photo.text()}`);
      return { type: 'uploaded', id: 'photo-1' };
    };
    const send = (id: string, sent: DealBody) => {
      bodies.push(sent);
      return isUp ? stored(id) : later(false);
    };
    const before = openTab(store, send, 'tab-1', { upload });
    await before.outbox.serve('user-1');
    await before.outbox.add({ ...win('win-00001'), photo: picture() });
    await before.outbox.flush();
    const after = openTab(store, send, 'tab-2', { upload });
    isUp = true;
    await after.outbox.serve('user-1');
    expect(uploads).toEqual(['user-1: a picture']);
    expect(bodies).toEqual([1, 2].map(() => ({ ...body('win-00001'), photoId: 'photo-1' })));
    expect(await store.photoOf('win-00001')).toBeNull();
  });

  it('PO4 that the server has cleared away is sent again', async () => {
    const ids = ['photo-1', 'photo-2'];
    const gone: Verdict = {
      type: 'refused',
      problem: {
        ...problem(422, 'request/invalid'),
        errors: [{ field: 'photoId', code: 'media/not-found', message: '' }],
      },
    };
    const answers: Verdict[] = [later(false), gone];
    const upload: Way['upload'] = () => Promise.resolve({ type: 'uploaded', id: ids.shift() ?? '' });
    const tab = openTab(new MemoryStore(), (id) => answers.shift() ?? stored(id), 'tab-1', { upload });
    await tab.outbox.serve('user-1');
    await tab.outbox.add({ ...win('win-00001'), photo: picture() });
    for (let time = 0; time < 3; time += 1) await tab.outbox.flush();
    expect([tab.deliveries.length, tab.sent.length, ids]).toEqual([1, 3, []]);
  });

  it('PO3 that the server refuses is what is to mend: with another, or none', async () => {
    const refused = {
      ...problem(422, 'request/invalid'),
      errors: [{ field: 'file', code: 'media/size', message: 'x' }],
    };
    const upload: Way['upload'] = async (photo) =>
      (await photo.text()) === 'huge' ? { type: 'refused', problem: refused } : { type: 'uploaded', id: 'photo-1' };
    const bodies: DealBody[] = [];
    const send = (id: string, sent: DealBody) => {
      bodies.push(sent);
      return stored(id);
    };
    const tab = openTab(new MemoryStore(), send, 'tab-1', { upload });
    await tab.outbox.serve('user-1');
    for (const id of ['win-00001', 'win-00002']) await tab.outbox.add({ ...win(id), photo: picture('huge') });
    await tab.outbox.flush();
    expect(tab.outbox.entries.map(({ refusal }) => refusal?.errors?.[0])).toEqual(
      [1, 2].map(() => ({ field: 'photoId', code: 'media/size', message: 'x' })),
    );
    await tab.outbox.amend('win-00001', body('win-00001'), picture('small'));
    await tab.outbox.amend('win-00002', body('win-00002'), null);
    expect(bodies.map(({ id, photoId }) => [id, photoId])).toEqual([
      ['win-00001', 'photo-1'],
      ['win-00002', undefined],
    ]);
  });

  it('PO4 that has no room keeps its win out of nothing: it is sent while the page lives, else left out', async () => {
    const storage = fakeStorage();
    const setItem = storage.setItem.bind(storage);
    storage.setItem = (key, value) => {
      if (key.startsWith('winboard.photo.')) throw new Error('quota');
      setItem(key, value);
    };
    const bodies: DealBody[] = [];
    let isUp = false;
    const send = (id: string, sent: DealBody) => {
      bodies.push(sent);
      return isUp ? stored(id) : later(false);
    };
    const noNetwork: Partial<Way> = {
      upload: () => Promise.resolve({ type: 'later', reached: false, retryAfterMs: null }),
    };
    const here = openTab(new LocalStore(storage), send, 'tab-1', noNetwork);
    await here.outbox.serve('user-1');
    await here.outbox.add({ ...win('win-00001'), photo: picture() });
    expect([here.outbox.durable, await (await here.outbox.photoOf('win-00001'))?.text()]).toEqual([false, 'a picture']);
    isUp = true;
    const reloaded = openTab(new LocalStore(storage), send, 'tab-2');
    await reloaded.outbox.serve('user-1');
    expect(bodies).toEqual([body('win-00001')]);
  });

  it('PO4 that is too much for the network can be left out', async () => {
    const slow: Way['upload'] = () => Promise.resolve({ type: 'later', reached: false, retryAfterMs: null });
    const tab = openTab(new MemoryStore(), stored, 'tab-1', { upload: slow });
    await tab.outbox.serve('user-1');
    await tab.outbox.add({ ...win('win-00001'), photo: picture() });
    await tab.outbox.flush();
    expect(tab.sent).toEqual([]);
    await tab.outbox.dropPhoto('win-00001');
    expect(tab.deliveries).toHaveLength(1);
  });

  it('a tab that takes long to send one is not overtaken by another', async () => {
    const store = new MemoryStore();
    const never: Way['upload'] = () => new Promise(() => undefined);
    const busy = openTab(store, stored, 'tab-1', { upload: never });
    await busy.outbox.serve('user-1');
    await busy.outbox.add({ ...win('win-00001'), photo: picture() });
    void busy.outbox.flush();
    await settle();
    const other = openTab(store, stored, 'tab-2');
    await other.outbox.serve('user-1');
    for (let time = 0; time < 30; time += 1) {
      await busy.advance(RENEW_MS);
      await other.advance(RENEW_MS);
    }
    expect(other.sent).toEqual([]);
    await other.advance(LEASE_MS);
    expect(other.sent).toEqual(['win-00001']);
  });
});

describe('a win that is taken back', () => {
  it('PO5 is simply gone where nothing of it has been sent', async () => {
    const undone: string[] = [];
    const undo: Way['undo'] = ({ id }) => (undone.push(id), Promise.resolve({ type: 'undone' }));
    const tab = openTab(new MemoryStore(), stored, 'tab-1', { undo });
    const added = await tab.outbox.add(win('win-00001'));
    await tab.outbox.undo(added);
    await tab.outbox.serve('user-1');
    expect([undone, tab.sent, tab.outbox.entries]).toEqual([[], [], []]);
  });

  it('PO5 stays until the server has undone it, where an answer was lost', async () => {
    let isUp = false;
    const undone: string[] = [];
    const undo: Way['undo'] = ({ id }) => {
      if (isUp) undone.push(id);
      return Promise.resolve(isUp ? { type: 'undone' } : later(false));
    };
    const tab = openTab(new MemoryStore(), () => later(false), 'tab-1', { undo });
    await tab.outbox.serve('user-1');
    const added = await tab.outbox.add(win('win-00001'));
    await tab.outbox.flush();
    await tab.outbox.undo(added);
    expect(tab.outbox.entries.map(({ isUndone }) => isUndone)).toEqual([true]);
    isUp = true;
    await tab.outbox.flush();
    expect([undone, tab.sent, tab.outbox.entries]).toEqual([['win-00001'], ['win-00001'], []]);
  });

  it('PO5 that has been sent comes back to be undone, also after a while without network; the page is told', async () => {
    let isUp = false;
    const undo: Way['undo'] = () => Promise.resolve(isUp ? { type: 'undone' } : later(false));
    const tab = openTab(new MemoryStore(), stored, 'tab-1', { undo });
    const told: string[] = [];
    tab.outbox.onUndone((id) => told.push(id));
    await tab.outbox.serve('user-1');
    const added = await tab.outbox.add(win('win-00001'));
    await tab.outbox.flush();
    expect([tab.deliveries.length, tab.outbox.entries]).toEqual([1, []]);
    await tab.outbox.undo(added);
    expect([told, tab.outbox.entries.length, tab.sent.length]).toEqual([[], 1, 1]);
    isUp = true;
    await tab.outbox.flush();
    expect([told, tab.outbox.entries, tab.sent.length]).toEqual([['win-00001'], [], 1]);
  });

  it('PO5 while it is on its way is undone as soon as it has arrived', async () => {
    let arrive: (verdict: Verdict) => void = () => undefined;
    const undone: string[] = [];
    const undo: Way['undo'] = ({ id }) => (undone.push(id), Promise.resolve({ type: 'undone' }));
    const tab = openTab(new MemoryStore(), () => new Promise((resolve) => (arrive = resolve)), 'tab-1', { undo });
    await tab.outbox.serve('user-1');
    const added = await tab.outbox.add(win('win-00001'));
    void tab.outbox.flush();
    await settle();
    void tab.outbox.undo(added);
    await settle();
    expect(undone).toEqual([]);
    arrive(stored('win-00001'));
    await settle();
    expect([undone, tab.outbox.entries]).toEqual([['win-00001'], []]);
  });
});
