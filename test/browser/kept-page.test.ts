// The phone's page, kept by the browser: opened without a network, told things while nobody looks, and no trap for any
// other page. A host of loopback is secure in a browser's eyes; `wall.test` is plain http, as offices have it.
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startApp, type TestApp } from '../kit/app.ts';
import { launch, open } from '../kit/browser.ts';
import { DISPLAY_DIR } from '../kit/build.ts';
import { signIn } from '../kit/desk.ts';
import { OldBrowser } from '../kit/old-browser.ts';

const LINH = { name: 'Võ Ngọc Khánh Linh', email: 'linh@saoviet.vn', password: 'linh-mat-khau' };

let app: TestApp;
let browser: Browser;
/** Builds to be thrown away, once nothing serves them any more. */
const folders: string[] = [];
/** Browsers with nothing attached. */
const bare: OldBrowser[] = [];
const phones: (Page & { errors: string[] })[] = [];

beforeAll(async () => {
  app = await startApp({ displayDir: DISPLAY_DIR });
  await app.setUp();
  await app.call('POST', '/api/reps', LINH);
  browser = await launch();
});

/** A phone with a browser of its own, signed in, that has kept the page. */
async function openPhone(): Promise<Page> {
  const phone = await open(browser, `${app.url}/win`, { width: 390, height: 844 });
  phones.push(phone);
  await signIn(phone, LINH);
  await phone.getByRole('button', { name: 'Chốt đơn', exact: true }).waitFor();
  await untilKept(phone);
  return phone;
}

afterAll(async () => {
  await browser.close();
  for (const page of bare) await page.close();
  await app.close();
  for (const folder of folders) rmSync(folder, { recursive: true });
});

/** Whether the page's worker has kept everything and is at work. */
function untilKept(page: Page): Promise<void> {
  return expect.poll(() => page.evaluate(isKept), { timeout: 15_000 }).toBe(true);
}

async function isKept(): Promise<boolean> {
  const registration = await navigator.serviceWorker.getRegistration('/win');
  return registration?.active?.state === 'activated' && registration.waiting === null;
}

/** What no cache may hold. */
async function keptAddresses(): Promise<string[]> {
  const all: string[] = [];
  for (const name of await caches.keys()) {
    for (const { url } of await (await caches.open(name)).keys()) all.push(new URL(url).pathname);
  }
  return all.filter((path) => path !== '/win' && !path.startsWith('/desk/assets/'));
}

test('PW1 after one visit the page opens without a network, posts wait, and go out when it is back', async () => {
  const phone = await openPhone();
  await phone.context().setOffline(true);
  await phone.reload();
  const pad = phone.getByRole('group').filter({ hasText: '000' });
  for (const key of ['7', '000', '000']) await pad.getByRole('button', { name: key, exact: true }).click();
  await phone.getByLabel('Khách hàng').fill('Lotus Café');
  await phone.getByRole('button', { name: 'Chốt đơn', exact: true }).click();
  await phone.getByText('1 chưa gửi').waitFor();
  await phone.reload();
  await phone.getByText('1 chưa gửi').waitFor();
  // Parts that were never opened are there, too.
  await phone.getByRole('link', { name: 'Tin vui' }).click();
  await phone.getByRole('button', { name: 'Thử lại' }).waitFor();
  await phone.context().setOffline(false);
  await phone.getByText('Đã gửi hết').waitFor();
  await phone.locator('ol').getByText('Lotus Café').waitFor();
  const { body } = await app.call<{ items: { customer: string }[] }>('GET', '/api/deals');
  expect(body.items.map(({ customer }) => customer)).toEqual(['Lotus Café']);
});

test('PW1 the page opens, as it was kept, from a server that fails', async () => {
  const phone = await openPhone();
  await phone.reload();
  await phone.context().route('**/win', (route) => route.fulfill({ status: 502, body: 'Bad gateway' }));
  await phone.goto(`${app.url}/win`);
  await phone.getByRole('button', { name: 'Chốt đơn', exact: true }).waitFor();
  await phone.context().unrouteAll();
  expect(await phone.evaluate(() => navigator.serviceWorker.controller?.state)).toBe('activated');
});

test('PW1 no other page is controlled, and no answer of the API and no picture is kept', async () => {
  const phone = await openPhone();
  const context = phone.context();
  for (const path of ['/', '/manage', '/join', '/docs']) {
    const page = await context.newPage();
    await page.goto(app.url + path);
    expect(await page.evaluate(() => navigator.serviceWorker.controller), path).toBeNull();
    await page.close();
  }
  await phone.reload();
  expect(await phone.evaluate(() => navigator.serviceWorker.controller?.scriptURL)).toBe(`${app.url}/win/sw.js`);
  expect(await phone.evaluate(keptAddresses)).toEqual([]);
  await context.setOffline(true);
  const desk = await context.newPage();
  await expect(desk.goto(`${app.url}/manage`)).rejects.toThrow('ERR_INTERNET_DISCONNECTED');
  await desk.close();
  await context.setOffline(false);
});

test('PW1 the page can be installed: a manifest with its own scope, and icons of the sizes that are asked for', async () => {
  const phone = await openPhone();
  const href = await phone.locator('link[rel=manifest]').getAttribute('href');
  const { body } = await app.call<{ scope: string; start_url: string; icons: { src: string; sizes: string }[] }>(
    'GET',
    href ?? '',
  );
  expect([body.scope, body.start_url]).toEqual(['/win', '/win']);
  expect(body.icons.map(({ sizes }) => sizes)).toEqual(['192x192', '512x512', '512x512']);
  for (const { src, sizes } of body.icons) {
    const size = await phone.evaluate(async (url) => {
      const picture = await createImageBitmap(await (await fetch(url)).blob());
      return `${picture.width}x${picture.height}`;
    }, src);
    expect(size).toBe(sizes);
  }
  for (const path of ['/', '/manage']) {
    const page = await app.call<string>('GET', path);
    expect(page.body).not.toContain('manifest');
  }
  const session = await phone.context().newCDPSession(phone);
  const { installabilityErrors } = await session.send('Page.getInstallabilityErrors');
  expect(installabilityErrors.map(({ errorId }) => errorId).filter((id) => id !== 'in-incognito')).toEqual([]);
});

/** Has the browser's push service deliver something, as it does to a phone that is in a pocket. */
async function deliver(context: BrowserContext, page: Page, data: string): Promise<void> {
  const session = await context.newCDPSession(page);
  const registration = new Promise<string>((resolve) => {
    session.on('ServiceWorker.workerRegistrationUpdated', ({ registrations }) => {
      const found = registrations.find(({ scopeURL }) => scopeURL === `${app.url}/win`);
      if (found) resolve(found.registrationId);
    });
  });
  await session.send('ServiceWorker.enable');
  await session.send('ServiceWorker.deliverPushMessage', {
    origin: `${app.url}/`,
    registrationId: await registration,
    data,
  });
}

const noticesOn = (page: Page) =>
  page.evaluate(async () => {
    const registration = await navigator.serviceWorker.getRegistration('/win');
    const all = (await registration?.getNotifications()) ?? [];
    return all.map(({ title, body, tag }) => ({ title, body, tag }));
  });

test('PN5 a notice that a push service delivers is shown, a later one in place of an earlier, and one of no words, too', async () => {
  const phone = await openPhone();
  const context = phone.context();
  await context.grantPermissions(['notifications'], { origin: app.url });
  const notice = (title: string) => JSON.stringify({ kind: 'overtaken', topic: 'overtaken', title, body: 'Còn 5 tr' });
  await deliver(context, phone, notice('Bình vừa vượt bạn'));
  await expect
    .poll(() => noticesOn(phone))
    .toEqual([{ title: 'Bình vừa vượt bạn', body: 'Còn 5 tr', tag: 'overtaken' }]);
  await deliver(context, phone, notice('Chi vừa vượt bạn'));
  await expect.poll(async () => (await noticesOn(phone)).map(({ title }) => title)).toEqual(['Chi vừa vượt bạn']);
  await deliver(context, phone, 'not JSON');
  await expect
    .poll(async () => (await noticesOn(phone)).map(({ title }) => title), { timeout: 10_000 })
    .toContain('Winboard');
});

test('a tapped notice leads to its place in the page that is open', async () => {
  const phone = await openPhone();
  await phone.context().grantPermissions(['notifications'], { origin: app.url });
  await phone.goto(`${app.url}/win#post`);
  const worker = phone.context().serviceWorkers()[0];
  await worker?.evaluate(async () => {
    const scope = self as unknown as { registration: ServiceWorkerRegistration };
    await scope.registration.showNotification('Đơn lớn', { data: { kind: 'bigWin' }, tag: 'tapped' });
    const [notification] = await scope.registration.getNotifications({ tag: 'tapped' });
    const event = Object.assign(new Event('notificationclick'), { notification, waitUntil: () => undefined });
    self.dispatchEvent(event);
  });
  await expect.poll(() => phone.evaluate(() => location.hash)).toBe('#feed');
});

test('PW3 on plain http nothing is registered, the page works, and says why it cannot notify', async () => {
  const lan = app.url.replace('127.0.0.1', 'wall.test');
  const page = await open(browser, `${lan}/win`, { width: 390, height: 844 });
  await signIn(page, LINH);
  await page.getByRole('button', { name: 'Chốt đơn', exact: true }).waitFor();
  expect(await page.evaluate(() => [isSecureContext, 'serviceWorker' in navigator])).toEqual([false, false]);
  await page.locator('.win-title').click();
  await page.getByRole('button', { name: 'Thông báo' }).click();
  await page.getByText(/chỉ cho gửi thông báo qua https/).waitFor();
  expect(page.errors).toEqual([]);
});

/** The build again under another name, as an upgrade brings it. */
function otherBuild(name: string): string {
  const folder = mkdtempSync(join(tmpdir(), 'winboard-build-'));
  folders.push(folder);
  cpSync(DISPLAY_DIR, folder, { recursive: true });
  const page = join(folder, 'desk/win/index.html');
  const html = readFileSync(page, 'utf8');
  const old = /<meta name="build-id" content="([^"]+)"/.exec(html)?.[1] ?? 'none';
  for (const file of [page, join(folder, 'desk/win/sw.js')]) {
    writeFileSync(file, readFileSync(file, 'utf8').replaceAll(old, name));
  }
  return folder;
}

/** The page's build, the state of its workers, what is kept of which builds, and what is half typed. */
async function stateOfPage(): Promise<{ build: string; waits: boolean; kept: string[]; typed: string }> {
  const registration = await navigator.serviceWorker.getRegistration('/win');
  return {
    build: document.querySelector<HTMLMetaElement>('meta[name=build-id]')?.content ?? '',
    waits: registration?.active?.state !== 'activated' || Boolean(registration.installing ?? registration.waiting),
    kept: await caches.keys(),
    typed: document.querySelector<HTMLInputElement>('input[type=email]')?.value ?? '',
  };
}

function typeHalf(): boolean {
  const field = document.querySelector<HTMLInputElement>('input[type=email]');
  if (field) field.value = 'nửa chừng';
  return field !== null;
}

/** Not waited for: the browser looks in its own time. */
async function lookForUpdate(): Promise<void> {
  const registration = await navigator.serviceWorker.getRegistration('/win');
  void registration?.update().catch(() => undefined);
}

test('PW2 a new build drops what was kept of the old one, and an open page is not reloaded', async () => {
  // A worker that gives way may be let idle for half a minute before it goes.
  const patient = { timeout: 55_000 };
  const page = await OldBrowser.launchToday();
  bare.push(page);
  const state = () => page.evaluate(stateOfPage);
  await page.goto(`${app.url}/win`);
  await expect.poll(async () => (await state()).waits, patient).toBe(false);
  const { build: before } = await state();
  await expect.poll(() => page.evaluate(typeHalf), patient).toBe(true);

  const { port } = new URL(app.url);
  const folder = otherBuild('newerbuild01');
  await app.stop();
  app = await startApp({ dataDir: app.dataDir, displayDir: folder, config: { port: Number(port) } });
  // The page that is open stays as it is, and so does what it may still need.
  const keptAfterLook = async () => {
    await page.evaluate(lookForUpdate);
    return (await state()).kept;
  };
  const both = [`winboard-win-${before}`, 'winboard-win-newerbuild01'];
  await expect.poll(keptAfterLook, { ...patient, interval: 1_000 }).toEqual(both);
  expect(await state()).toMatchObject({ build: before, typed: 'nửa chừng' });

  await page.goto(`${app.url}/win`);
  await expect.poll(state, patient).toMatchObject({ build: 'newerbuild01', waits: false, kept: [both[1]] });

  await app.stop();
  await page.goto(`${app.url}/win`);
  await expect.poll(async () => (await state()).build, patient).toBe('newerbuild01');
  app = await startApp({ dataDir: app.dataDir, displayDir: DISPLAY_DIR });
}, 120_000);

test('no page has thrown', () => {
  expect(phones.flatMap(({ errors }) => errors)).toEqual([]);
});
