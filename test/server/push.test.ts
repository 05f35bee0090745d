// Notices of wins over the real API: who is told what, and in which words.
import { afterEach, beforeEach, expect, test } from 'vitest';
import { postDeal } from '../kit/app.ts';
import { ToldOffice } from '../kit/told-office.ts';

let office: ToldOffice;
beforeEach(async () => {
  office = await ToldOffice.open();
});
afterEach(() => office.app.close());

test('PN1 a big win is told to colleagues, in their language, and not to who posted it', async () => {
  await office.win('An', 99);
  await office.win('Chi', 20);
  expect(await office.briefly()).toEqual([]);
  await office.win('An', 185);
  const all = await office.told();
  expect(all.map(({ to, kind }) => `${to} ${kind}`)).toEqual(['Bình bigWin', 'Hà bigWin']);
  expect(all[0]).toMatchObject({ lang: 'vi', title: 'Đơn lớn: 185.000.000\u00A0₫', body: 'An · An Phát' });
});

test('PN1 a burst of wins is one notice, and what was taken back in it is told to nobody', async () => {
  await office.win('Chi', 150);
  office.app.clock.advance(5_000);
  await office.win('Chi', 160);
  const slip = await office.win('Chi', 990);
  await office.app.call('POST', `/api/deals/${slip}/void`, { reason: 'gõ nhầm' }, office.as('Chi'));
  const all = await office.told();
  expect(all.map(({ to, kind }) => `${to} ${kind}`)).toEqual(['An bigWin', 'Bình bigWin', 'Hà bigWin']);
  expect(all[0]).toMatchObject({ title: '2 đơn lớn vừa chốt', body: 'Chi' });
});

test('PN1 a win that is taken back in the very commit that books it is told to nobody', async () => {
  const { ledger } = office.app.parts;
  const actor = { type: 'system' } as const;
  const id = 'undone-at-once';
  const deal = { id, rep: office.rep('Chi'), amount: '990000000', customer: 'An Phát' };
  const asked = [
    ledger.run('deal:record', actor, deal),
    ledger.run('deal:void', actor, { id, reason: 'undone', repsWithin: null }),
  ];
  const [booked] = await Promise.all(asked);
  expect(booked).toMatchObject({ created: true });
  expect(await office.briefly()).toEqual([]);
});

test('PN1 imports, late deals and corrections are no news', async () => {
  await office.win('An', 50);
  await office.told();
  const headers = { 'content-type': 'text/csv' };
  await office.app.call('POST', '/api/import/deals', undefined, {
    raw: 'rep,amount,customer,date\nChi,500000000,Lotus,2026-11-24\n',
    headers,
  });
  expect(await office.briefly()).toEqual([]);
  const { deal } = await postDeal(office.app, { rep: office.rep('Bình'), amount: '20000000' });
  await office.app.call('POST', `/api/deals/${deal.id}/correct`, { amount: '200000000', reason: 'gõ nhầm' });
  expect(await office.briefly()).toEqual([]);
  await office.app.call('POST', '/api/periods/reset', {});
  const closedAt = office.app.clock.now() - 3 * 3_600_000;
  await postDeal(office.app, { rep: office.rep('Chi'), amount: '990000000', closedAt });
  expect(await office.briefly()).toEqual([]);
});

test('PN2 who is overtaken is told by whom and what is missing; once for a burst', async () => {
  await office.win('An', 50);
  await office.win('Bình', 40);
  await office.told();
  await office.win('Bình', 5);
  await office.win('Chi', 60);
  await office.win('Bình', 10);
  const all = await office.told();
  expect(all.map(({ to, kind }) => `${to} ${kind}`)).toEqual(['An overtaken', 'Bình overtaken']);
  expect(all[0]).toMatchObject({
    title: 'Bình và 1 người nữa vừa vượt bạn',
    body: 'Bạn đang hạng 3. Còn 5.000.000\u00A0₫ nữa là bằng Bình.',
  });
  expect(all[1]?.title).toBe('Chi vừa vượt bạn');
});

test('PN2 a void, a correction and an import overtake nobody', async () => {
  const first = await office.win('An', 50);
  await office.win('Bình', 40);
  await office.told();
  await office.app.call('POST', `/api/deals/${first}/void`, { reason: 'khách đổi ý' });
  await office.win('Chi', 1);
  expect(await office.briefly()).toEqual([]);
});

test('PN3 a quota that a manager’s post reaches is told to the rep and to the team', async () => {
  await office.prefer('Bình', { bigWin: false, overtaken: false });
  await office.quota('rep', office.rep('An'), 100);
  await postDeal(office.app, { rep: office.rep('An'), amount: '99000000' });
  expect(await office.briefly()).toEqual([]);
  const { body: teams } = await office.app.call<{ items: { id: string }[] }>('GET', '/api/teams');
  await office.quota('team', teams.items[0]?.id ?? '', 110);
  await postDeal(office.app, { rep: office.rep('An'), amount: '12000000' });
  const all = await office.told();
  expect(all.map(({ to, title }) => `${to}: ${title}`)).toEqual([
    'An: Bạn đã đạt chỉ tiêu!',
    'An: Hà Nội đã đạt chỉ tiêu!',
    'An: Cả công ty đã đạt chỉ tiêu!',
    'Bình: Hà Nội đã đạt chỉ tiêu!',
    'Bình: Cả công ty đã đạt chỉ tiêu!',
  ]);
  await office.win('An', 1);
  expect(await office.briefly()).toEqual([]);
});
