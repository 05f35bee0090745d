// Where I stand, on a phone in real Chromium: the tabs, the live board in the hand, and why a figure is what it is.
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { withAccounts } from '../kit/accounts.ts';
import { addRep, addTeam, postDeal, startApp, type TestApp } from '../kit/app.ts';
import { launch, open } from '../kit/browser.ts';
import { DISPLAY_DIR } from '../kit/build.ts';
import { signIn } from '../kit/desk.ts';
import { HOUR_MS } from '../kit/make.ts';
import { periodsOf, resetPeriod } from '../kit/periods.ts';

const LINH = { email: 'linh@saoviet.vn', password: 'linh-mat-khau' };
const VIEWER = { email: 'xem@saoviet.vn', password: 'chi-xem-thoi' };
const SOUTH = { email: 'nam@saoviet.vn', password: 'quan-ly-nam' };

let app: TestApp;
let browser: Browser;
let phone: Page & { errors: string[] };
let linh: string;
let bao: string;

beforeAll(async () => {
  app = await startApp({ displayDir: DISPLAY_DIR });
  await app.setUp();
  const north = await addTeam(app, 'Bắc');
  const south = await addTeam(app, 'Nam');
  linh = await addRep(app, 'Võ Ngọc Khánh Linh', { ...LINH, teamId: north });
  bao = await addRep(app, 'Trần Quốc Bảo', { teamId: south });
  for (let i = 1; i <= 14; i += 1) await addRep(app, `Người ${i}`, { teamId: north });
  const { runningId } = await periodsOf(app);
  const quota = { periodId: runningId, subject: { type: 'rep', id: linh }, metric: 'revenue', amount: '500000000' };
  await app.call('PUT', '/api/quotas', quota);
  await postDeal(app, { rep: linh, amount: '100000000', customer: 'Minh Long' });
  await postDeal(app, { rep: bao, amount: '120000000', customer: 'VinaTech' });
  app = await withAccounts(
    app,
    [
      { id: 'viewer', name: 'Anh Xem', role: 'viewer', ...VIEWER },
      { id: 'south', name: 'Chị Nam', role: 'manager', teamIds: [south], ...SOUTH },
    ],
    { displayDir: DISPLAY_DIR },
  );
  browser = await launch();
  phone = await openPhone(LINH);
});

afterAll(async () => {
  await browser.close();
  await app.close();
});

async function openPhone(who: { email: string; password: string }): Promise<Page & { errors: string[] }> {
  const site = app.url.replace('127.0.0.1', 'wall.test');
  const page = await open(browser, `${site}/win`, { width: 390, height: 844 });
  await signIn(page, who);
  await page.locator('.tab-bar').waitFor();
  return page;
}

const tab = (page: Page, name: string) => page.getByRole('navigation').getByRole('link', { name });
const names = () => phone.locator('.place-name b').allInnerTexts();

test('posting comes first; a draft outlives a look at the board, and what is typed there is no amount', async () => {
  expect(await tab(phone, 'Chốt đơn').getAttribute('aria-current')).toBe('page');
  const pad = phone.getByRole('group').filter({ hasText: '000' });
  for (const key of ['7', '000']) await pad.getByRole('button', { name: key, exact: true }).click();
  await phone.locator('.rank-card').click();
  await phone.locator('.place').first().waitFor();
  expect(await phone.title()).toBe('Xếp hạng · Winboard');
  await phone.keyboard.press('9');
  await phone.goBack();
  await expect.poll(() => phone.locator('.amount').innerText()).toContain('7.000');
  expect(await tab(phone, 'Chốt đơn').getAttribute('aria-current')).toBe('page');
});

test('a place on the page is found again where it was left, by tab and by the back button', async () => {
  await tab(phone, 'Xếp hạng').click();
  await phone.locator('.place').nth(10).waitFor();
  await phone.evaluate(() => window.scrollTo(0, 260));
  await tab(phone, 'Tôi').click();
  await phone.locator('.where-card').waitFor();
  expect(await phone.evaluate(() => window.scrollY)).toBe(0);
  await phone.goBack();
  await expect.poll(() => phone.evaluate(() => window.scrollY)).toBe(260);
  // Tapped once more, a tab leads to its top.
  await tab(phone, 'Xếp hạng').click();
  await expect.poll(() => phone.evaluate(() => window.scrollY)).toBe(0);
});

test('two reps overtake each other: the rows glide, the rank is told, and the own row stays in sight', async () => {
  await expect.poll(async () => (await names()).slice(0, 2)).toEqual(['Trần Quốc Bảo', 'Võ Ngọc Khánh Linh']);
  const gliding = phone.waitForFunction(() => {
    const properties = document.getAnimations().flatMap(({ effect }) => {
      const isRow = effect instanceof KeyframeEffect && effect.target?.classList.contains('place') === true;
      return isRow ? effect.getKeyframes().flatMap((frame) => Object.keys(frame)) : [];
    });
    return properties.length > 0 ? [...new Set(properties)] : null;
  });
  await postDeal(app, { rep: linh, amount: '50000000', customer: 'An Phát' });
  await expect.poll(async () => (await names()).slice(0, 2)).toEqual(['Võ Ngọc Khánh Linh', 'Trần Quốc Bảo']);
  const timing = ['offset', 'computedOffset', 'easing', 'composite'];
  const moved = (await (await gliding).jsonValue()) ?? [];
  expect(moved.filter((name) => !timing.includes(name)).sort()).toEqual(['transform', 'zIndex']);
  await phone.getByRole('status').filter({ hasText: 'Bạn đã lên hạng 1' }).waitFor({ state: 'attached' });
  await postDeal(app, { rep: bao, amount: '60000000', customer: 'Lotus' });
  await phone.getByRole('status').filter({ hasText: 'Bạn xuống hạng 2' }).waitFor({ state: 'attached' });
  await phone.evaluate(() => window.scrollTo(0, document.body.scrollHeight));
  await expect
    .poll(() => phone.locator('.place-own').evaluate((row) => row.getBoundingClientRect().top >= 0))
    .toBe(true);
  const bar = await phone.locator('.tab-bar').boundingBox();
  const own = await phone.locator('.place-own').boundingBox();
  expect((own?.y ?? 0) + (own?.height ?? 0)).toBeLessThanOrEqual(bar?.y ?? 0);
});

test('WS2 WS3 Me says what a day must bring, who is ahead and by how much, with the formula', async () => {
  await tab(phone, 'Tôi').click();
  const card = phone.locator('.where');
  await card.getByText('Hạng 2').first().waitFor();
  // 150 of 500 million, five working days from Tuesday to Monday.
  await card.getByText('70.000.000').waitFor();
  await card.getByText('(500 tr − 150 tr) ÷ 5 ngày làm việc còn lại, kể cả hôm nay').waitFor();
  await card.getByText('+30.000.000').waitFor();
  expect(await card.getByRole('heading').allInnerTexts()).toContain('Nhóm Bắc');
});

/** Minor units of every figure that the bill counts, and of its sum. */
async function bill(): Promise<{ parts: number; sum: number; items: number }> {
  const read = async (selector: string) => {
    const texts = await phone.locator(selector).allInnerTexts();
    return texts.reduce((sum, text) => sum + Number(text.replace(/\D/g, '')), 0);
  };
  return {
    parts: await read('.bill:not(.bill-left) div:not(.bill-sum) dd'),
    sum: await read('.bill-sum dd'),
    items: await read('.told li:not(.told-out) strong'),
  };
}

test('WS1 the explanation adds up on the page: whole deals, shares, voids and corrections', async () => {
  const splits = [
    { rep: linh, share: 3333 },
    { rep: bao, share: 6667 },
  ];
  await postDeal(app, { rep: linh, amount: '10000001', customer: 'Chia đôi', splits });
  const slip = await postDeal(app, { rep: linh, amount: '9000', customer: 'Nhầm' });
  await app.call('POST', `/api/deals/${slip.deal.id}/void`, { reason: 'gõ <b>nhầm</b>' });
  const wrong = await postDeal(app, { rep: linh, amount: '70', customer: 'Thiếu số' });
  await app.call('POST', `/api/deals/${wrong.deal.id}/correct`, { amount: '7000000', reason: 'thiếu số 0' });
  await phone.getByRole('button', { name: 'Vì sao là con số này?' }).click();
  await phone.locator('.told li').nth(5).waitFor();
  const value = 150_000_000 + 3_333_000 + 7_000_000;
  await expect.poll(bill).toEqual({ parts: value, sum: value, items: value });
  await phone.getByText('33% của 10.000.001').waitFor();
  await phone.getByText('Lý do: gõ <b>nhầm</b>').waitFor();
  await expect.poll(() => phone.locator('.where-value strong').innerText()).toContain('160.333.000');
});

test('WS5 PD2 after resets the history has each close as announced, and opens it; back leads back', async () => {
  for (const name of ['Nước rút 1', 'Nước rút 2']) {
    app.clock.advance(HOUR_MS);
    expect((await resetPeriod(app, { name })).status).toBe(200);
    await postDeal(app, { rep: linh, amount: '20000000', customer: name });
  }
  await phone.locator('.past a').nth(1).waitFor();
  const [sprint, november] = await phone.locator('.past a').allInnerTexts();
  expect(sprint).toMatch(/Nước rút 1\s+Hạng 1\/1\s+20 tr/);
  expect(november).toMatch(/Tháng 11\/2026\s+Hạng 2\/2\s+160 tr\s+32%/);
  await phone.locator('.past a').nth(1).click();
  await phone.getByText('chung cuộc, như đã công bố').waitFor();
  expect(await phone.locator('.where-value strong').innerText()).toContain('160.333.000');
  await phone.goBack();
  await expect.poll(() => phone.locator('.where-value strong').innerText()).toContain('20.000.000');
  await phone.getByLabel('Kỳ', { exact: true }).selectOption({ label: 'Tháng 11/2026' });
  await expect.poll(() => phone.url()).toMatch(/#me\/./);
  await expect.poll(() => phone.locator('.where-value strong').innerText()).toContain('160.333.000');
});

test('SC1 a board whose link is down says how old it is', async () => {
  await tab(phone, 'Xếp hạng').click();
  await phone.locator('.place').first().waitFor();
  await phone.clock.install();
  await phone.context().setOffline(true);
  // The line notices by itself only after a while; a page that goes to sleep and wakes does, too.
  await phone.clock.fastForward(60_000);
  await phone.clock.fastForward(60_000);
  await phone.locator('.board-stale').waitFor();
  expect(await phone.locator('.board-stale').innerText()).toMatch(/^Mất kết nối · số liệu \d+ (giây|phút) trước$/);
  await phone.context().setOffline(false);
  await phone.clock.fastForward(10_000);
  await phone.locator('.board-stale').waitFor({ state: 'detached' });
});

test('a viewer begins on the board, has nothing to post, and reads every digit with a tap', async () => {
  const page = await openPhone(VIEWER);
  await page.locator('.place').first().waitFor();
  expect(await page.getByRole('navigation').getByRole('link').allInnerTexts()).toEqual(['Xếp hạng', 'Tin vui']);
  await page.locator('.place').first().getByRole('button').click();
  await page.locator('.digits').getByText('20.000.000').waitFor();
  await page.evaluate(() => {
    location.hash = '#post';
  });
  await page.locator('.place').first().waitFor();
  await page.getByRole('button', { name: 'Nhóm' }).click();
  await page.locator('.place-name b', { hasText: 'Bắc' }).waitFor();
  expect(page.errors).toEqual([]);
  await page.context().close();
});

test('WS4 a manager of a team opens those of the team from the board, the others show their digits alone', async () => {
  const page = await openPhone(SOUTH);
  await tab(page, 'Xếp hạng').click();
  const row = page.locator('.place').filter({ hasText: 'Trần Quốc Bảo' });
  await row.getByRole('link').click();
  await page.locator('.where-card').getByText('Trần Quốc Bảo').waitFor();
  expect(await tab(page, 'Xếp hạng').getAttribute('aria-current')).toBe('page');
  await page.evaluate((id) => {
    location.hash = `#board/${id}`;
  }, linh);
  await page.getByText('Bạn không xem được số liệu của người này.').waitFor();
  await page.goBack();
  await page.goBack();
  await row.waitFor();
  expect(page.errors).toEqual([]);
  await page.context().close();
});

test('a tab that cannot be fetched says so, and comes once the server is there', async () => {
  const page = await openPhone(LINH);
  await page.route(/MeTab/, (route) => route.abort());
  await tab(page, 'Tôi').click();
  await page.getByText('Không kết nối được máy chủ').waitFor();
  await page.unroute(/MeTab/);
  await page.getByRole('button', { name: 'Thử lại' }).click();
  await page.locator('.where-card').waitFor();
  expect(page.errors).toEqual([]);
  await page.context().close();
});

test('no page has thrown', () => {
  expect(phone.errors).toEqual([]);
});
