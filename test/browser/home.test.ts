// The desk's first page in real Chromium: the period, what waits, who is ahead and behind, the last changes. It follows
// the wall by itself. Pages come over plain http, as on an office's network.
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { addRep, postDeal, startApp, type TestApp } from '../kit/app.ts';
import { launch } from '../kit/browser.ts';
import { DISPLAY_DIR } from '../kit/build.ts';
import { goTo, openDesk } from '../kit/desk.ts';
import { enter, type Person } from '../kit/people.ts';
import { runningIdOf } from '../kit/periods.ts';
import { putBlock, repCell } from '../kit/quotas.ts';
import { pairScreen } from '../kit/screens.ts';

let app: TestApp;
let browser: Browser;
let desk: Page & { errors: string[] };
let linh: Person;
let bao: string;

beforeAll(async () => {
  app = await startApp({ displayDir: DISPLAY_DIR });
  await app.setUp();
  linh = await enter(app, { name: 'Khánh Linh', email: 'linh@saoviet.vn', role: 'rep' });
  bao = await addRep(app, 'Quốc Bảo');
  const now = await runningIdOf(app);
  await putBlock(app, [repCell(now, linh.repId ?? '', '200000000'), repCell(now, bao, '100000000')]);
  await pairScreen(app);
  browser = await launch();
  desk = await openDesk(browser, app, 'home');
});
afterAll(async () => {
  await browser.close();
  await app.close();
});

const panel = (title: string) => desk.locator('section').filter({ has: desk.getByRole('heading', { name: title }) });
const side = (title: string) => desk.locator('.pace-side').filter({ hasText: title });

test('GL1 what a win does to the period, to pace and to where it leads is seen without a reload', async () => {
  await side('Chậm nhất').getByText('Khánh Linh').waitFor();
  await side('Nhanh nhất').getByText('Chưa ai vượt tiến độ.').waitFor();
  await postDeal(app, { rep: linh.repId ?? '', amount: '190000000', customer: 'An Phát' });
  await desk.locator('.glance').getByText('190.000.000').waitFor();
  await side('Nhanh nhất').getByText('Khánh Linh').waitFor();
  await side('Chậm nhất').getByText('Quốc Bảo').waitFor();
  expect(await desk.locator('.pace-counts').innerText()).toMatch(/1 nhanh hơn tiến độ[\s\S]*1 chậm hơn tiến độ/);
  const facts = await desk.locator('.glance-facts').innerText();
  // 17 of 21 working days are nearly over: 190 of 300 million lead to 247 or so.
  expect(facts).toMatch(/63%[\s\S]*của 300 tr[\s\S]*chậm hơn[\s\S]*Dự kiến cuối kỳ\s+2\d\d tr/);
  expect(facts).toMatch(/Còn lại\s+\d ngày làm việc\s+cần \d+(,\d)? tr mỗi ngày/);
});

test('GL2 what was changed is told as it happens, by whom and why', async () => {
  const { deal } = await postDeal(app, { rep: bao, amount: '7000000', customer: 'VinaTech' });
  await app.call('POST', `/api/deals/${deal.id}/void`, { reason: 'Khách trả hàng' });
  const told = panel('Thay đổi gần đây').getByRole('listitem').first();
  await told.getByText('huỷ một đơn').waitFor();
  expect(await told.innerText()).toMatch(/Chị Hà huỷ một đơn\s+7 tr · VinaTech · Quốc Bảo\s+.*vì: Khách trả hàng/);
});

test('AP3 LA1 what waits for a decision is counted, and leads to where it is decided', async () => {
  await app.call('PUT', '/api/approvals/rule', { above: '500000000' });
  await app.call(
    'POST',
    '/api/deals',
    { rep: linh.repId, amount: '900000000', customer: 'Đại Phát' },
    { as: linh.cookie },
  );
  await panel('Chờ bạn xử lý').getByRole('link', { name: '1 đơn chờ duyệt' }).click();
  await desk.getByRole('row').filter({ hasText: 'Đại Phát' }).waitFor();
  await goTo(desk, 'home');
  await panel('Chờ bạn xử lý').getByText('1/1 chưa thấy lần nào').waitFor();
  expect(desk.errors).toEqual([]);
});
