// Ways in beside the password, and one's own account, in real Chromium: passkeys by its own virtual authenticator, a
// shared phone over plain http, devices, language.
import type { Browser, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { PasskeyView, SharedPhoneView } from '../../shared/schemas/accounts.ts';
import { addRep, cookieOf, OWNER, startApp, type TestApp } from '../kit/app.ts';
import { launch, open } from '../kit/browser.ts';
import { DISPLAY_DIR } from '../kit/build.ts';
import { goTo, signIn } from '../kit/desk.ts';
import { seenKeys } from '../kit/phone.ts';

const AN = { name: 'Nguyễn Thị Minh Châu', email: 'chau@saoviet.vn', password: 'chau-mat-khau', pin: '4071' };
const BAO = { name: 'Trần Quốc Bảo', email: 'bao@saoviet.vn', password: 'bao-mat-khau', pin: '5093' };
const PHONE = { width: 390, height: 844 };
const MINUTE_MS = 60_000;

let app: TestApp;
let browser: Browser;
/** The server by a name that is no secure context, and by one that is. */
let plain: string;
let secure: string;

beforeAll(async () => {
  app = await startApp({ displayDir: DISPLAY_DIR });
  await app.setUp();
  plain = app.url.replace('127.0.0.1', 'wall.test');
  secure = app.url.replace('127.0.0.1', 'localhost');
  for (const { pin, ...person } of [AN, BAO]) {
    await addRep(app, person.name, person);
    const as = await sessionOf(person);
    expect((await app.call('PUT', '/api/me/pin', { pin, password: person.password }, { as })).status).toBe(204);
  }
  browser = await launch();
});

afterAll(async () => {
  await browser.close();
  await app.close();
});

async function sessionOf({ email, password }: { email: string; password: string }): Promise<string> {
  return cookieOf(await app.call('POST', '/api/session', { email, password }, { as: '' }));
}

/** A finger that is always the right one. */
async function giveAuthenticator(page: Page): Promise<void> {
  const devtools = await page.context().newCDPSession(page);
  await devtools.send('WebAuthn.enable');
  await devtools.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  });
}

const button = (page: Page | Locator, words: string): Locator => page.getByRole('button', { name: words, exact: true });

async function openAccount(page: Page): Promise<Locator> {
  await page.click('.win-title');
  await button(page, 'Tài khoản của tôi').click();
  const dialog = page.getByRole('dialog', { name: 'Tài khoản của tôi' });
  await dialog.locator('.account-items').first().waitFor();
  return dialog;
}

test('RO9 somebody adds a passkey at the desk, and signs in with it on the phone page, without a word', async () => {
  const page = await open(browser, `${secure}/manage`, { width: 1440, height: 900 });
  await giveAuthenticator(page);
  await signIn(page);
  await page.click('.side-own');
  const account = page.getByRole('dialog', { name: 'Tài khoản của tôi' });
  await button(account, 'Thêm khoá truy cập').click();
  await account.getByText('Đã thêm khoá').waitFor();
  const [passkey] = (await app.call<{ items: PasskeyView[] }>('GET', '/api/passkeys')).body.items;
  expect(passkey?.name).toMatch(/^Chrome · /);

  await page.keyboard.press('Escape');
  await button(page, 'Đăng xuất').click();
  await page.waitForSelector('input[type=email]');
  await page.goto(`${secure}/win`);
  await button(page, 'Đăng nhập bằng khoá truy cập').click();
  await page.waitForSelector('.win-title');

  const own = await openAccount(page);
  await button(own, `Xoá: ${passkey?.name ?? ''}`).click();
  await button(own.getByRole('group', { name: /^Xoá khoá/ }), 'Xoá').click();
  await own.getByText('Chưa có khoá nào.').waitFor();
  await page.goto(`${secure}/manage`);
  await button(page, 'Đăng xuất').click();
  await button(page, 'Đăng nhập bằng khoá truy cập').click();
  await page.getByText('Khoá này không mở tài khoản nào ở đây.').waitFor();
  expect(page.errors).toEqual([]);
  await page.context().close();
});

test('RO9 who has no passkey at hand is not shown an error; on plain http none is offered', async () => {
  const page = await open(browser, `${secure}/win`, PHONE);
  await giveAuthenticator(page);
  await button(page, 'Đăng nhập bằng khoá truy cập').click();
  await page.getByText('Chưa dùng khoá nào.').waitFor();
  expect(await page.locator('.note-bad').count()).toBe(0);
  for (const site of [plain, app.url]) {
    await page.goto(`${site}/win`);
    await page.waitForSelector('input[type=email]');
    expect(await button(page, 'Đăng nhập bằng khoá truy cập').count(), site).toBe(0);
    await page.getByText('Quên mật khẩu? Nhờ quản lý gửi liên kết đặt lại.').waitFor();
  }
  await page.context().close();
});

/** Types a PIN on the page's own keys. */
async function typePin(page: Page, pin: string): Promise<void> {
  const pad = page.getByRole('group', { name: 'Bàn phím mã PIN' });
  for (const digit of pin) await button(pad, digit).click();
  await button(page, 'Vào').click();
}

test('RO8 a manager shares the phone in hand; people tap their name, type their PIN, and hand it on', async () => {
  const page = await open(browser, `${plain}/win`, PHONE);
  await signIn(page);
  await page.waitForSelector('.win-title');
  const account = await openAccount(page);
  await button(account, 'Dùng chung máy này').click();
  await account.getByLabel('Tên máy').fill('Quầy tầng 1');
  await button(account, 'Dùng chung').click();

  await page.getByRole('heading', { name: 'Ai đang cầm máy?' }).waitFor();
  expect(await page.locator('.person-name').allTextContents()).toEqual([AN.name, BAO.name]);
  await button(page, AN.name).click();
  await page.getByRole('heading', { name: AN.name }).waitFor();
  await expect.poll(() => page.evaluate(() => document.activeElement?.textContent)).toBe(AN.name);
  await typePin(page, '9999');
  await page.getByText('Mã PIN chưa đúng.').waitFor();
  await page.getByText('Mã PIN: đã nhập 0 chữ số').waitFor({ state: 'attached' });
  // Whoever has a keyboard types on it.
  await page.keyboard.type(`${AN.pin}7`);
  await page.keyboard.press('Backspace');
  await page.getByText('Mã PIN: đã nhập 4 chữ số').waitFor({ state: 'attached' });
  await page.keyboard.press('Enter');
  await page.waitForSelector('.win-title');

  await page.click('.win-title');
  await page.getByText(AN.email).waitFor();
  await button(page, 'Đổi người dùng máy').click();
  await button(page, BAO.name).click();
  await button(page, 'Chọn người khác').click();
  await button(page, BAO.name).click();
  await typePin(page, BAO.pin);
  await page.waitForSelector('.win-title');
  const own = await openShared(page);
  await own.getByText('đổi trên máy riêng của bạn').waitFor();
  expect(await own.getByRole('heading', { level: 3 }).count()).toBe(0);

  // A leaver of the counter: the phone is revoked, and is like any other from then on.
  const phones = await app.call<{ items: SharedPhoneView[] }>('GET', '/api/shared-phones');
  expect((await app.call('DELETE', `/api/shared-phones/${phones.body.items[0]?.id ?? ''}`)).status).toBe(204);
  await page.reload();
  await page.waitForSelector('input[type=email]');
  expect(await page.locator('.person').count()).toBe(0);
  expect(page.errors).toEqual([]);
  await page.context().close();
});

async function openShared(page: Page): Promise<Locator> {
  await page.click('.win-title');
  await button(page, 'Tài khoản của tôi').click();
  const dialog = page.getByRole('dialog', { name: 'Tài khoản của tôi' });
  await dialog.getByText('Đang dùng máy chung “Quầy').waitFor();
  return dialog;
}

test('RO8 PO7 who walks away from a shared phone is signed out after ten minutes, who uses it is not', async () => {
  const shared = await app.call('POST', '/api/shared-phones', { name: 'Quầy 2' });
  const cookie = shared.headers.getSetCookie().find((one) => one.startsWith('winboard_phone='));
  const [name = '', value = ''] = (cookie ?? '').split(/[=;]/);
  const page = await open(browser, `${plain}/healthz`, PHONE);
  await page.context().addCookies([{ name, value, url: plain }]);
  await page.clock.install();
  await page.goto(`${plain}/win`);
  await button(page, AN.name).click();
  await typePin(page, AN.pin);
  await page.waitForSelector('.win-title');
  await expect.poll(() => seenKeys(page)).toEqual(['colleagues', 'customers']);
  for (let turn = 0; turn < 3; turn += 1) {
    await page.clock.fastForward(4 * MINUTE_MS);
    const told = page.waitForResponse((response) => response.url().endsWith('/api/session'));
    await page.keyboard.press('Shift');
    expect((await told).status()).toBe(200);
    app.clock.advance(4 * MINUTE_MS);
  }
  await page.clock.fastForward(10 * MINUTE_MS);
  await page.getByRole('heading', { name: 'Ai đang cầm máy?' }).waitFor();
  expect(await page.evaluate(() => localStorage.getItem('winboard.session'))).toBeNull();
  expect(await seenKeys(page)).toEqual([]);
  await page.context().close();
});

test('one’s devices are listed and signed out; a new password does it for all others', async () => {
  const [laptop, tablet] = [await sessionOf(BAO), await sessionOf(BAO)];
  const page = await open(browser, `${plain}/win`, PHONE);
  await signIn(page, BAO);
  await page.waitForSelector('.win-title');
  const account = await openAccount(page);
  const sessions = account.getByRole('region', { name: 'Thiết bị đang đăng nhập' });
  const before = await sessions.locator('li').count();
  expect(before).toBeGreaterThanOrEqual(3);
  expect(await sessions.getByText('Thiết bị này').count()).toBe(1);
  await button(sessions, 'Đăng xuất Thiết bị không rõ').first().click();
  await expect.poll(() => sessions.locator('li').count()).toBe(before - 1);

  const password = account.getByRole('region', { name: 'Mật khẩu' });
  await button(password, 'Đổi mật khẩu').click();
  await password.getByLabel('Mật khẩu hiện tại').fill('sai-mat-khau');
  await password.getByLabel('Mật khẩu mới').fill('bao-mat-khau-moi');
  await button(password, 'Đổi mật khẩu').click();
  await password.getByText('Mật khẩu hiện tại chưa đúng.').waitFor();
  await password.getByLabel('Mật khẩu hiện tại').fill(BAO.password);
  await button(password, 'Đổi mật khẩu').click();
  await password.getByText('Đã đổi mật khẩu.').waitFor();
  await expect.poll(() => sessions.locator('li').count()).toBe(1);
  for (const as of [laptop, tablet])
    expect((await app.call('GET', '/api/session', undefined, { as })).status).toBe(401);

  const pin = account.getByRole('region', { name: 'Mã PIN cho máy dùng chung' });
  await button(pin, 'Đổi mã PIN').click();
  await pin.getByLabel('Mã PIN mới').fill('1234');
  await pin.getByLabel('Mật khẩu của bạn').fill('bao-mat-khau-moi');
  await button(pin, 'Lưu').click();
  await pin.getByText('PIN này quá dễ đoán.').waitFor();
  await pin.getByLabel('Mã PIN mới').fill('6150');
  await button(pin, 'Lưu').click();
  await pin.getByText('Đã lưu mã PIN.').waitFor();
  expect(page.errors).toEqual([]);
  await page.context().close();
});

test('a language that somebody chooses while signed in goes with the account, to every device', async () => {
  const phone = await open(browser, `${plain}/win`, { ...PHONE, locale: 'en-US' });
  await phone.waitForSelector('input[type=email]');
  await signIn(phone);
  await phone.waitForSelector('.win-title');
  const lang = (page: Page) => page.evaluate(() => document.documentElement.lang);
  expect(await lang(phone)).toBe('vi');
  await phone.click('.win-title');
  const saved = phone.waitForResponse((response) => response.url().endsWith('/api/me'));
  await phone.locator('.locale-switch button[lang=en]').click();
  expect((await saved).status()).toBe(200);
  expect(await lang(phone)).toBe('en');

  const desk = await open(browser, `${plain}/manage`, { width: 1440, height: 900 });
  await signIn(desk, OWNER);
  await desk.waitForSelector('.side-own');
  await goTo(desk, 'people');
  await expect.poll(() => desk.title()).toBe('People · Winboard');
  expect(await lang(desk)).toBe('en');
  await desk.click('.side-own');
  await desk.getByRole('combobox', { name: 'Language' }).selectOption('vi');
  await desk.getByRole('dialog', { name: 'Tài khoản của tôi' }).getByText('Đã lưu.').waitFor();
  await phone.reload();
  await phone.waitForSelector('.win-title');
  await expect.poll(() => lang(phone)).toBe('vi');
  for (const page of [phone, desk]) {
    expect(page.errors).toEqual([]);
    await page.context().close();
  }
});
