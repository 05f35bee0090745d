// The manager's list of deals: paged, searched, filtered, voids and late deals marked.
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Problem } from '../../shared/problem.ts';
import type { PeriodsView, ResetAnswer } from '../../shared/schemas/boards.ts';
import type { DealView } from '../../shared/schemas/deals.ts';
import type { Static } from 'typebox';
import { addRep, faultsOf, postDeal, startApp, type TestApp } from '../kit/app.ts';
import { DAY_MS, HOUR_MS } from '../kit/make.ts';

interface Page {
  items: DealView[];
  nextCursor: string | null;
}

let app: TestApp;
let nguyen: string;
let dat: string;
beforeAll(async () => {
  app = await startApp();
  await app.setUp();
  nguyen = await addRep(app, 'Nguyễn Thị Ánh', { email: 'anh@saoviet.vn' });
  dat = await addRep(app, 'Trần Đạt');
  for (let i = 0; i < 7; i += 1) {
    const rep = i % 2 === 0 ? nguyen : dat;
    await postDeal(app, {
      rep,
      amount: String(1000 + i),
      customer: `Khách ${i}`,
      closedAt: app.clock.now() - i * DAY_MS,
    });
  }
});
afterAll(() => app.close());

async function find(query: string): Promise<string[]> {
  const { body } = await app.call<Page>('GET', `/api/deals?${query}`);
  return body.items.map(({ amount }) => amount);
}

test('the list is paged newest first, each deal once, also while deals come in', async () => {
  const seen: string[] = [];
  let cursor = '';
  for (let pages = 0; ; pages += 1) {
    const { body } = await app.call<Page>('GET', `/api/deals?limit=3${cursor}`);
    seen.push(...body.items.map(({ amount }) => amount));
    if (pages === 0) await postDeal(app, { rep: dat, amount: '9999' });
    if (body.nextCursor === null) break;
    cursor = `&cursor=${body.nextCursor}`;
  }
  expect(seen).toEqual(['1006', '1005', '1004', '1003', '1002', '1001', '1000']);
  expect(await find('limit=200')).toHaveLength(8);
});

test('search finds marks and capitals by their plain letters, in customer, product and rep', async () => {
  await postDeal(app, { rep: dat, amount: '2001', customer: 'Đường Việt', product: 'Gói Năm' });
  for (const q of ['nguyen', 'NGUYỄN', 'thi anh', 'Ánh', 'nguyễn'.normalize('NFD')]) {
    expect(await find(`q=${encodeURIComponent(q)}`), q).toEqual(['1006', '1004', '1002', '1000']);
  }
  for (const q of ['duong', 'ĐƯỜNG', 'goi nam', 'viet']) {
    expect(await find(`q=${encodeURIComponent(q)}`), q).toEqual(['2001']);
  }
  expect(await find('q=Khach%205')).toEqual(['1005']);
  for (const q of ['%25', '_', "'", 'không có', '%00']) expect(await find(`q=${q}`), q).toEqual([]);
  expect(await find('q=')).toHaveLength(9);
});

test('the list can be of one rep, split deals included, and of one period', async () => {
  await postDeal(app, {
    rep: dat,
    amount: '3001',
    splits: [
      { rep: dat, share: 5000 },
      { rep: nguyen, share: 5000 },
    ],
  });
  expect(await find(`rep=${nguyen}`)).toEqual(['3001', '1006', '1004', '1002', '1000']);
  expect(await find('rep=ANH@saoviet.vn&q=khach&limit=1')).toEqual(['1006']);
  const october = await app.call<{ id: string }>('POST', '/api/periods', {
    name: 'Tháng 10',
    startsAt: '2026-10-01',
    endsAt: '2026-11-01',
  });
  await postDeal(app, { rep: dat, amount: '4001', closedAt: '2026-10-31' });
  expect(await find(`period=${october.body.id}`)).toEqual(['4001']);
});

test('a query that means nothing is refused by its field', async () => {
  for (const [query, field] of [
    ['period=nope', 'period'],
    ['rep=ghost', 'rep'],
    ['cursor=abc', 'cursor'],
    ['cursor=1.5', 'cursor'],
    ['limit=0', 'limit'],
    ['limit=201', 'limit'],
    ['limit=x', 'limit'],
    ['order=asc', 'order'],
    [`q=${'x'.repeat(201)}`, 'q'],
  ]) {
    const answer = await app.call<Problem>('GET', `/api/deals?${query}`);
    expect([answer.status, Object.keys(faultsOf(answer))], query).toEqual([422, [field]]);
  }
  expect((await app.call<Problem>('GET', '/api/deals/nothing')).body.code).toBe('deal/not-found');
});

test('voids stay in the list, marked; a correction stands beside what it replaces', async () => {
  const { deal } = await postDeal(app, { rep: dat, amount: '5001', customer: 'Sửa' });
  await app.call('POST', `/api/deals/${deal.id}/correct`, { amount: '5002', reason: 'gõ nhầm' });
  const { body } = await app.call<Page>('GET', '/api/deals?q=sua');
  expect(body.items.map(({ amount, void: taken }) => [amount, taken?.reason ?? null])).toEqual([
    ['5002', null],
    ['5001', 'gõ nhầm'],
  ]);
  expect(body.items[0]?.corrects).toBe(deal.id);
});

test('PD3 a deal that falls in a closed period is kept and marked late; the final stays as it was', async () => {
  const before = await postDeal(app, { rep: dat, amount: '6001', customer: 'Muộn', closedAt: app.clock.now() - 1 });
  expect(before.deal.late).toBe(false);
  app.clock.advance(1);
  const { body: reset } = await app.call<Static<typeof ResetAnswer>>('POST', '/api/periods/reset', {});
  const final = await app.call('GET', `/api/periods/${reset.closed.id}/final`);
  app.clock.advance(HOUR_MS);
  const late = await postDeal(app, { rep: dat, amount: '6002', customer: 'Muộn', closedAt: reset.closed.endsAt - 1 });
  const inTime = await postDeal(app, { rep: dat, amount: '6003', customer: 'Muộn' });
  expect([late.deal.late, late.deal.periodId]).toEqual([true, reset.closed.id]);
  expect([inTime.deal.late, inTime.deal.periodId]).toEqual([false, reset.opened.id]);
  const { body } = await app.call<Page>('GET', '/api/deals?q=muon');
  expect(body.items.map(({ amount, late: isLate }) => [amount, isLate])).toEqual([
    ['6003', false],
    ['6002', true],
    ['6001', false],
  ]);
  expect((await app.call('GET', `/api/periods/${reset.closed.id}/final`)).body).toEqual(final.body);
  await app.call<Static<typeof PeriodsView>>('POST', '/api/periods/reset/undo');
  const again = await app.call<DealView>('GET', `/api/deals/${late.deal.id}`);
  expect([again.body.late, again.body.periodId]).toEqual([false, reset.closed.id]);
});
