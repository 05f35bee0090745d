// Managers' open desks hear that there may be something else to decide on, over real sockets.
import { afterEach, beforeEach, expect, test } from 'vitest';
import { postDeal, startApp, type TestApp } from '../kit/app.ts';
import { HOUR_MS } from '../kit/make.ts';
import { fullOffice, type Office } from '../kit/people.ts';
import { resetPeriod } from '../kit/periods.ts';
import { watchBoard, type Watcher } from '../kit/sockets.ts';

let app: TestApp;
let office: Office;
let watchers: Watcher[];
let heard: string[];
beforeEach(async () => {
  app = await startApp();
  office = await fullOffice(app);
  heard = [];
  const people = {
    owner: app.cookie,
    lead: office.northManager.cookie,
    rep: office.an.cookie,
    viewer: office.viewer.cookie,
  };
  watchers = await Promise.all(
    Object.entries(people).map(async ([name, cookie]) => {
      const watcher = await watchBoard(app.url, { headers: { cookie } });
      watcher.socket.on('decisions:changed', () => heard.push(name));
      return watcher;
    }),
  );
});
afterEach(async () => {
  for (const watcher of watchers) watcher.close();
  await app.close();
});

/** Who has heard since this was last asked; all of the lines have caught up. */
async function who(): Promise<string[]> {
  await Promise.all(watchers.map((watcher) => watcher.caughtUp()));
  return [...new Set(heard.splice(0))].sort();
}

test('AP3 LA1 a win that waits, what becomes of it, and a late deal are heard of by managers alone; plain wins are not', async () => {
  const rep = office.an.repId ?? '';
  const then = app.clock.now();
  await postDeal(app, { rep, amount: '10' });
  expect(await who()).toEqual([]);
  await app.call('PUT', '/api/approvals/rule', { above: '500' });
  const body = { id: 'waits-for-somebody', rep, amount: '900', customer: 'An Phát' };
  expect((await app.call('POST', '/api/deals', body, { as: office.an.cookie })).status).toBe(202);
  expect(await who()).toEqual(['lead', 'owner']);
  await app.call('POST', `/api/approvals/${body.id}/approve`);
  expect(await who()).toEqual(['lead', 'owner']);
  app.clock.advance(HOUR_MS);
  await resetPeriod(app);
  await who();
  const { deal } = await postDeal(app, { rep, amount: '20', closedAt: then });
  expect(await who()).toEqual(['lead', 'owner']);
  await app.call('POST', '/api/late-deals/book', { ids: [deal.id], reason: 'gửi trễ' });
  expect(await who()).toEqual(['lead', 'owner']);
});
