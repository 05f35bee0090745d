// What closed periods came to, over real HTTP: listed, and each version of a final as CSV.
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Problem } from '../../shared/problem.ts';
import type { PeriodResults } from '../../shared/schemas/boards.ts';
import { addRep, faultsOf, postDeal, startApp, type TestApp } from '../kit/app.ts';
import { HOUR_MS } from '../kit/make.ts';
import { fullOffice, type Office } from '../kit/people.ts';
import { resetPeriod, runningIdOf } from '../kit/periods.ts';
import { putBlock, repCell } from '../kit/quotas.ts';

let app: TestApp;
let office: Office;
let closed: string;
let then: number;
beforeEach(async () => {
  app = await startApp();
  office = await fullOffice(app);
  closed = await runningIdOf(app);
  then = app.clock.now();
  await putBlock(app, [repCell(closed, office.chi, '1000')]);
  await postDeal(app, { rep: office.chi, amount: '400', closedAt: then });
  await postDeal(app, { rep: office.binh.repId ?? '', amount: '100', closedAt: then });
  app.clock.advance(HOUR_MS);
  await resetPeriod(app);
  app.clock.advance(HOUR_MS);
});
afterEach(() => app.close());

const results = async (as = app.cookie) =>
  (await app.call<PeriodResults>('GET', '/api/periods/results', undefined, { as })).body.items;
const csv = (query: string) => app.call<string>('GET', `/api/export/final.csv?${query}`);
const restate = () => app.call('POST', `/api/periods/${closed}/restate`, { reason: 'đơn gửi muộn' });

test('PD2 LA3 closed periods are listed with what they came to by the version that holds', async () => {
  const asAnnounced = {
    periodId: closed,
    value: 500,
    deals: 2,
    quota: 1000,
    attainment: 0.5,
    first: { name: 'Chi', value: 400 },
    isRestated: false,
  };
  expect(await results()).toEqual([asAnnounced]);
  expect(await results(office.viewer.cookie)).toEqual([asAnnounced]);
  await postDeal(app, { rep: office.binh.repId ?? '', amount: '700', closedAt: then });
  expect(await results()).toEqual([asAnnounced]);
  await restate();
  const restated = { value: 1200, deals: 3, attainment: 1.2, first: { name: 'Bình', value: 800 }, isRestated: true };
  expect(await results()).toEqual([{ ...asAnnounced, ...restated }]);
  await app.call('POST', `/api/periods/${closed}/restate/undo`, {});
  expect(await results()).toEqual([asAnnounced]);
});

test('PD2 LA3 any version of a final is exported as it was announced, whatever the books and names say now', async () => {
  await postDeal(app, { rep: office.binh.repId ?? '', amount: '700', closedAt: then });
  await restate();
  await app.call('PATCH', `/api/reps/${office.chi}`, { name: 'Chi Lan' });
  await addRep(app, 'Dũng');
  const lines = async (query: string) => (await csv(`period=${closed}${query}`)).body.trim().split(/\r?\n/).slice(1, 3);
  expect(await lines('&version=1')).toEqual(['1,Chi,Miền Nam,400,1,1000,0.4000', '2,Bình,Miền Nam,100,1,,']);
  expect(await lines('')).toEqual(['1,Bình,Miền Nam,800,2,,', '2,Chi,Miền Nam,400,1,1000,0.4000']);
});

test('PD2 a period without a final, an unknown one and an unknown version are refused by name, to who may export', async () => {
  const refusal = async (query: string) => {
    const answer = await app.call<Problem>('GET', `/api/export/final.csv?${query}`);
    return [answer.status, answer.body.code, faultsOf(answer)];
  };
  expect(await refusal(`period=${await runningIdOf(app)}`)).toEqual([409, 'period/not-closed', {}]);
  expect(await refusal('period=ghost')).toEqual([404, 'period/not-found', {}]);
  expect(await refusal(`period=${closed}&version=9`)).toEqual([
    422,
    'request/invalid',
    { version: 'period/no-version' },
  ]);
  expect(await refusal('')).toEqual([422, 'request/invalid', { period: 'field/missing' }]);
  const { status } = await app.call('GET', `/api/export/final.csv?period=${closed}`, undefined, {
    as: office.viewer.cookie,
  });
  expect(status).toBe(403);
});
