// Export over HTTP: guarded against formulas, and good for an import into another office.
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Problem } from '../../shared/problem.ts';
import type { StandingsView } from '../../shared/schemas/boards.ts';
import type { DealView } from '../../shared/schemas/deals.ts';
import type { ImportAnswer } from '../../shared/schemas/imports.ts';
import { addRep, addTeam, postDeal, startApp, type TestApp } from '../kit/app.ts';
import { DAY_MS } from '../kit/make.ts';

const NAMES = ['Nguyễn Văn An', 'Trần Thị Bình'];

let app: TestApp;
let an: string;
beforeAll(async () => {
  app = await startApp();
  await app.setUp();
  const teamId = await addTeam(app, 'Alpha');
  an = await addRep(app, 'Nguyễn Văn An', { teamId });
  const binh = await addRep(app, 'Trần Thị Bình');
  await postDeal(app, { rep: binh, amount: '5', kind: 'recurring', closedAt: '2026-10-01' });
});
afterAll(() => app.close());

const send = (raw: string, to: TestApp) =>
  to.call<ImportAnswer>('POST', '/api/import/deals', undefined, { raw, headers: { 'content-type': 'text/csv' } });
const total = async (from: TestApp) => {
  const { body } = await from.call<StandingsView>('GET', '/api/standings?from=2000-01-01&to=2100-01-01');
  return { value: body.total.value, deals: body.total.deals };
};

test('what is exported goes into another office as it was: texts, amounts, times, but no voids', async () => {
  const texts = [
    '=HYPERLINK("http://evil")',
    "'+84",
    '-1+2',
    '@SUM(A1)',
    'a;b,"c"',
    '\tTab',
    "O'Brien",
    ' Ánh ',
    '-12',
  ];
  for (const [index, customer] of texts.entries()) {
    const closedAt = app.clock.now() - index * DAY_MS;
    await postDeal(app, { rep: an, amount: String(1000 + index), customer, note: `${customer}\n"2"`, closedAt });
  }
  const gone = await postDeal(app, { rep: an, amount: '4242' });
  await app.call('POST', `/api/deals/${gone.deal.id}/void`, { reason: '=1+1' });
  const csv = await app.call<string>('GET', '/api/export/deals.csv');
  expect(csv.headers.get('content-type')).toBe('text/csv; charset=utf-8');
  expect(csv.headers.get('content-disposition')).toContain('deals.csv');
  const bytes = await fetch(`${app.url}/api/export/deals.csv`, { headers: { cookie: app.cookie } });
  expect([...new Uint8Array(await bytes.arrayBuffer()).subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
  expect(csv.body).not.toMatch(/(^|,|\n)"?[=+@]/m);
  const other = await startApp();
  await other.setUp();
  for (const name of NAMES) await addRep(other, name);
  const { body } = await send(csv.body, other);
  expect(body.rows.filter(({ fate }) => fate === 'refused')).toEqual([]);
  expect(body.counts).toEqual({ new: texts.length + 1, known: 0, 'not-won': 1, refused: 0 });
  expect(await total(other)).toEqual(await total(app));
  const list = async (from: TestApp) => {
    const page = await from.call<{ items: DealView[] }>('GET', '/api/deals?limit=200');
    return page.body.items
      .filter((deal) => deal.void === null)
      .map(({ amount, customer, note, closedAt, kind }) => `${amount} ${customer} ${note} ${closedAt} ${kind}`)
      .sort();
  };
  expect(await list(other)).toEqual(await list(app));
  expect((await send(csv.body, other)).body.counts.new).toBe(0);
  await other.close();
});

test('an export of a period that there is not is no export of everything', async () => {
  const lost = await app.call<Problem>('GET', '/api/export/deals.csv?period=ghost');
  expect([lost.status, lost.body.code]).toEqual([404, 'period/not-found']);
  const wrong = await app.call<Problem>('GET', '/api/export/standings.csv?from=x');
  expect([wrong.status, wrong.headers.get('content-disposition')]).toEqual([422, null]);
  const periods = await app.call<{ runningId: string }>('GET', '/api/periods');
  const { body } = await app.call<string>('GET', `/api/export/deals.csv?period=${periods.body.runningId}`);
  expect(body).not.toContain('2026-10-01');
  const standings = await app.call<string>('GET', '/api/export/standings.csv?by=rep&metric=deals');
  expect(standings.body).toMatch(/^rank,name,group,value,deals,quota,attainment\r\n1,Nguyễn Văn An,Alpha,/);
});

test('LA2 a booked deal is exported with the day it was won on and the one it counts from', async () => {
  const own = await startApp();
  await own.setUp();
  const rep = await addRep(own, 'Chi');
  const then = own.clock.now();
  own.clock.advance(DAY_MS);
  await own.call('POST', '/api/periods/reset', {});
  own.clock.advance(DAY_MS);
  const { deal } = await postDeal(own, { rep, amount: '77', closedAt: then });
  await own.call('POST', '/api/late-deals/book', { ids: [deal.id], reason: 'gửi trễ' });
  const { body } = await own.call<string>('GET', '/api/export/deals.csv');
  const [head = '', ...lines] = body
    .trim()
    .split('\n')
    .map((line) => line.replace(/\r$/, '').split(','));
  const won = lines.find((cells) => cells.includes('won')) ?? [];
  const day = (column: string) => won[head.indexOf(column)]?.slice(0, 10);
  expect([day('closed_at'), day('counts_at')]).toEqual(['2026-11-24', '2026-11-26']);
  await own.close();
});
