// Colleagues congratulate: from the phone's feed to the wall, to other phones, and what a lobby's screen makes of it.
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { addRep, postDeal, type TestApp } from '../kit/app.ts';
import { launch, open } from '../kit/browser.ts';
import { signIn } from '../kit/desk.ts';
import { linkScreen, openOffice, smallTexts } from '../kit/tv.ts';

type Watched = Page & { errors: string[] };
const BINH = { name: 'Đặng Thanh Bình', email: 'binh@saoviet.vn', password: 'binh-mat-khau' };
const CHI = { name: 'Lý Kim Chi', email: 'chi@saoviet.vn', password: 'chi-mat-khau' };

let app: TestApp;
let browser: Browser;
let an: string;
let tv: Watched;
let lobby: Watched;
let binh: Watched;
let chi: Watched;

beforeAll(async () => {
  const office = await openOffice(['Võ Ngọc Khánh An', 'Trần Quốc Bảo']);
  ({ app } = office);
  an = office.reps[0] ?? '';
  for (const { name, ...account } of [BINH, CHI]) await addRep(app, name, account);
  await postDeal(app, { rep: an, amount: '5000000', customer: 'VinaTech' });
  browser = await launch();
  tv = await open(browser, (await linkScreen(app)).address, { width: 1920, height: 1080 });
  const privacy = { initials: true, hideAmounts: false, hideCustomers: true };
  lobby = await open(browser, (await linkScreen(app, { privacy })).address, { reducedMotion: 'reduce' });
  binh = await openFeed(BINH);
  chi = await openFeed(CHI);
  for (const wall of [tv, lobby]) await wall.locator('.row').first().waitFor();
});

afterAll(async () => {
  await browser.close();
  await app.close();
});

/** A phone on plain http, on the feed. */
async function openFeed(account: { email: string; password: string }): Promise<Watched> {
  const site = app.url.replace('127.0.0.1', 'wall.test');
  const page = await open(browser, `${site}/win#feed`, { width: 390, height: 844 });
  await signIn(page, account);
  await page.locator('.win-card').first().waitFor();
  return page;
}

const card = (page: Page, customer: string) => page.locator('.win-card').filter({ hasText: customer });

test('RX1 RX2 RX4 a tap on one phone is on the wall’s celebration and on other phones, with the words that go with it', async () => {
  await postDeal(app, { rep: an, amount: '185000000', customer: 'An Phát' });
  await tv.locator('.celebration').waitFor();
  await card(binh, 'An Phát')
    .getByRole('button', { name: /^Cháy quá/ })
    .click();
  await tv.locator('.celebration .cheer-rises').first().waitFor();
  await card(chi, 'An Phát').getByRole('button', { name: 'Cháy quá, 1 người' }).waitFor();
  await card(chi, 'An Phát').getByRole('button', { name: 'Nói vài lời' }).click();
  await chi.getByRole('button', { name: 'Đỉnh quá!' }).click();
  await chi.getByRole('button', { name: 'Gửi lời chúc' }).click();
  await tv.locator('.cheer-word').getByText('Đỉnh quá!').waitFor();
  // At the edges, never on what the celebration says: where that stands, once it has flown in.
  const covered = await tv.evaluate(() => {
    const boxesAtRest = (selector: string) =>
      [...document.querySelectorAll<HTMLElement>(selector)].map((element) => {
        for (let one: HTMLElement | null = element; one; one = one.parentElement) {
          for (const animation of one.getAnimations()) {
            if (animation.effect?.getComputedTiming().endTime === Infinity) animation.cancel();
            else animation.finish();
          }
        }
        return element.getBoundingClientRect();
      });
    const said = boxesAtRest('.celebration-name, .celebration-amount, .celebration-face');
    const words = [...document.querySelectorAll('.cheer-word')].map((word) => word.getBoundingClientRect());
    // Signs rise through the whole height.
    const signs = [...document.querySelectorAll('.cheer-rises')].map((sign) => sign.getBoundingClientRect());
    return {
      seen: [said.length > 0, words.length > 0, signs.length > 0],
      byWords: said.filter((box) => words.some((word) => word.bottom > box.top && word.top < box.bottom)).length,
      bySigns: said.filter((box) => signs.some((sign) => sign.right > box.left && sign.left < box.right)).length,
    };
  });
  expect(covered).toEqual({ seen: [true, true, true], byWords: 0, bySigns: 0 });
  await card(binh, 'An Phát').getByText('Đỉnh quá!').waitFor();
  await card(binh, 'An Phát').getByRole('button', { name: 'Cháy quá, 1 người', pressed: true }).waitFor();
});

test('RX4 later it is one line in the foot, which covers no rank, and goes by itself', async () => {
  await tv.locator('.celebration').waitFor({ state: 'detached', timeout: 20_000 });
  await card(binh, 'An Phát')
    .getByRole('button', { name: /^Yêu thích/ })
    .click();
  const line = tv.locator('.foot .cheer-line');
  await line.getByText('Thanh Bình chúc mừng Khánh An').waitFor();
  const [lineTop, lowestRow] = await tv.evaluate(() => [
    document.querySelector('.cheer-line')?.getBoundingClientRect().top ?? 0,
    Math.max(...[...document.querySelectorAll('.row')].map((row) => row.getBoundingClientRect().bottom)),
  ]);
  expect(lineTop).toBeGreaterThan(lowestRow ?? 0);
  expect(await smallTexts(tv)).toEqual([]);
  await line.waitFor({ state: 'detached', timeout: 12_000 });
  await tv.locator('.ticker .latest').first().waitFor();
});

test('RX2 PV1 a lobby’s screen says how many and nobody’s name, and nothing moves where motion is not wanted', async () => {
  await lobby.locator('.celebration').waitFor({ state: 'detached', timeout: 20_000 });
  await card(chi, 'An Phát')
    .getByRole('button', { name: /^Tên lửa/ })
    .click();
  const line = lobby.locator('.foot .cheer-line');
  await line.waitFor();
  expect(await line.innerText()).not.toMatch(/Chi|Bình|Đỉnh/);
  expect(await line.evaluate((element) => getComputedStyle(element).animationName)).toBe('none');
});

test('RX4 an office that does not want it has none of it', async () => {
  await app.call('PATCH', '/api/wall', { showCheers: false });
  await tv.locator('.cheer-line').waitFor({ state: 'detached', timeout: 12_000 });
  await card(binh, 'An Phát')
    .getByRole('button', { name: /^Vỗ tay/ })
    .click();
  await card(chi, 'An Phát').getByRole('button', { name: 'Vỗ tay, 1 người' }).waitFor();
  expect(await tv.locator('.cheer-line').count()).toBe(0);
});

test('RX1 a second tap takes it back, a held sign asks for words, and the sheet says who', async () => {
  const clap = card(binh, 'An Phát').getByRole('button', { name: /^Vỗ tay/ });
  await clap.click();
  await card(chi, 'An Phát').getByRole('button', { name: 'Vỗ tay, 0 người' }).waitFor();
  await clap.hover();
  await binh.mouse.down();
  await binh.getByRole('dialog').getByRole('textbox').fill('Tuyệt vời <b>chị</b>');
  await binh.mouse.up();
  await binh.getByRole('button', { name: 'Gửi lời chúc' }).click();
  await card(chi, 'An Phát').getByText('Tuyệt vời <b>chị</b>').waitFor();
  await card(chi, 'An Phát')
    .getByRole('button', { name: /Xem ai đã chúc mừng/ })
    .click();
  const who = chi.getByRole('dialog').getByText('Đặng Thanh Bình');
  await who.waitFor();
  expect(await who.count()).toBe(1);
  await chi.keyboard.press('Escape');
});

test('RX3 a voided win leaves the feed, and a feed without a network says that it is old', async () => {
  const { body } = await app.call<{ items: { id: string }[] }>('GET', '/api/deals');
  for (const { id } of body.items) await app.call('POST', `/api/deals/${id}/void`, { reason: 'khách đổi ý' });
  await card(chi, 'An Phát').first().waitFor({ state: 'detached' });
  await chi.getByText('Chưa có đơn nào gần đây.').waitFor();
  expect(await chi.locator('.win-card').count()).toBe(0);
  await chi.context().setOffline(true);
  await chi.getByText(/Mất kết nối/).waitFor({ timeout: 30_000 });
  await chi.context().setOffline(false);
});

test('no page has thrown', () => {
  expect([tv, lobby, binh, chi].flatMap(({ errors }) => errors)).toEqual([]);
});
