// A rep's day on the phone in real Chromium over plain http: one tap, undo, a plan that is done, offline and back.
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import type { ActivityView, PlanView } from '../../shared/schemas/activities.ts';
import { addRep, startApp, type TestApp } from '../kit/app.ts';
import { DISPLAY_DIR } from '../kit/build.ts';
import { launch, open } from '../kit/browser.ts';
import { signIn } from '../kit/desk.ts';
import { pairScreen } from '../kit/screens.ts';

const LINH = { name: 'Võ Ngọc Khánh Linh', email: 'linh@saoviet.vn', password: 'linh-mat-khau' };

let app: TestApp;
let browser: Browser;
let linh: string;
let phone: Page & { errors: string[] };

beforeAll(async () => {
  // The page's time is real, so the server's is, too.
  app = await startApp({ displayDir: DISPLAY_DIR, now: Date.now() });
  await app.setUp();
  linh = await addRep(app, LINH.name, LINH);
  browser = await launch();
  phone = await open(browser, `${app.url.replace('127.0.0.1', 'wall.test')}/win#activities`, {
    width: 390,
    height: 844,
  });
  await signIn(phone, LINH);
  await button('Gọi điện 0 hôm nay, chạm để thêm một').waitFor();
});
afterAll(async () => {
  await browser.close();
  await app.close();
});
beforeEach(() => app.clock.moveTo(Math.max(app.clock.now(), Date.now())));

const button = (name: string | RegExp) => phone.getByRole('button', { name, exact: true });
const activities = async () =>
  (await app.call<{ items: ActivityView[] }>('GET', `/api/activities?rep=${linh}&limit=200`)).body.items;
const standing = async () => (await activities()).filter((one) => one.void === null).length;
const plans = async () => (await app.call<{ items: PlanView[] }>('GET', `/api/plans?rep=${linh}`)).body.items;
const tile = (kind: string) => phone.locator('.kind-button', { hasText: kind });
const sheet = () => phone.getByRole('dialog');
const countOf = (kind: string) => tile(kind).locator('strong').innerText();

/** Which entries the page is sending: one that is closed meanwhile gives them free only after a while. */
function leases(): Promise<string[]> {
  return phone.evaluate(
    () =>
      new Promise<string[]>((resolve, reject) => {
        const opening = indexedDB.open('winboard-outbox');
        opening.addEventListener('error', () => reject(new Error('no outbox')));
        opening.addEventListener('success', () => {
          const reading = opening.result.transaction('entries').objectStore('entries').getAll();
          reading.addEventListener('success', () => {
            opening.result.close();
            const entries = reading.result as { id: string; lease: object | null }[];
            resolve(entries.filter(({ lease }) => lease !== null).map(({ id }) => id));
          });
        });
      }),
  );
}

test('AC1 one tap logs one activity at once, the wall has it, and undo takes it back', async () => {
  const tv = await open(browser, {
    url: `${app.url}/`,
    token: (await pairScreen(app, { board: 'rep-calls-today' })).token,
  });
  await tv.locator('.row .value').waitFor();
  await tile('Gọi điện').click();
  await expect.poll(() => countOf('Gọi điện')).toBe('1');
  await phone.getByRole('status').filter({ hasText: 'Đã ghi: Gọi điện' }).waitFor();
  await expect.poll(() => tv.locator('.row .value').innerText()).toBe('1');
  await phone.getByText('Hạng 1 tuần này').waitFor();
  await tile('Gọi điện').click();
  await expect.poll(standing).toBe(2);
  await phone.locator('.toast').getByRole('button', { name: 'Hoàn tác' }).click();
  await expect.poll(() => countOf('Gọi điện')).toBe('1');
  await expect.poll(standing).toBe(1);
  await phone.getByRole('status').filter({ hasText: 'Đã hoàn tác: Gọi điện' }).waitFor();
  await expect.poll(() => tv.locator('.row .value').innerText()).toBe('1');
  expect(await tv.locator('.celebration').count()).toBe(0);
  expect(tv.errors).toEqual([]);
});

test('AC1 with whom it was may be told afterwards', async () => {
  await tile('Báo giá').click();
  await button('Ghi thêm').click();
  await sheet().getByLabel('Khách hàng').fill('An Phát <script>alert(1)</script>');
  await sheet().getByLabel('Ghi chú').fill('Gửi lại thứ Sáu');
  await button('Lưu').click();
  await phone.getByText('An Phát <script>alert(1)</script> · Gửi lại thứ Sáu').waitFor();
  await expect.poll(async () => (await activities())[0]?.note).toBe('Gửi lại thứ Sáu');
});

test('AC3 a visit is planned, moved, and done by one tap; taking that back opens it again', async () => {
  await button('+ Hẹn mới').click();
  await button('Lưu lịch hẹn').click();
  await phone.getByText('Cần điền ô này.').waitFor();
  await sheet().getByLabel('Khách hàng').fill('VinaTech');
  await sheet().getByLabel('Giờ').fill('14:30');
  await button('Lưu lịch hẹn').click();
  await phone.getByText('Ngày mai 14:30').waitFor();
  await button(/^Thăm khách: VinaTech/).click();
  await sheet().getByLabel('Giờ').fill('16:00');
  await button('Dời lịch').click();
  await phone.getByText('Ngày mai 16:00').waitFor();
  await expect.poll(async () => (await plans())[0]?.state).toBe('open');
  await button('Xong: Thăm khách, VinaTech').click();
  await phone.getByText('Chưa có lịch hẹn nào.').waitFor();
  await expect.poll(async () => (await plans())[0]?.state).toBe('done');
  expect((await activities())[0]).toMatchObject({
    kind: 'visit',
    customer: 'VinaTech',
    planId: (await plans())[0]?.id,
  });
  await phone.locator('.toast').getByRole('button', { name: 'Hoàn tác' }).click();
  await phone.getByText('Ngày mai 16:00').waitFor();
  expect((await plans())[0]?.state).toBe('open');
  await button(/^Thăm khách: /).click();
  await button('Huỷ hẹn').click();
  await button('Huỷ hẹn').click();
  await expect.poll(async () => (await plans())[0]?.state).toBe('cancelled');
});

test('AC5 without network everything goes on, is kept over a reload, and goes out once, in order', async () => {
  const before = await standing();
  const calls = Number(await countOf('Gọi điện'));
  await phone.route('**/api/**', (route) => route.abort());
  for (let tap = 0; tap < 3; tap += 1) await tile('Gọi điện').click();
  await tile('Khách tiềm năng').click();
  await phone.locator('.toast').getByRole('button', { name: 'Hoàn tác' }).click();
  await button('+ Hẹn mới').click();
  await sheet().getByLabel('Khách hàng').fill('Mekong Foods');
  await button('Lưu lịch hẹn').click();
  await button('Xong: Thăm khách, Mekong Foods').click();
  await button('Ghi thêm').click();
  await sheet().getByLabel('Ghi chú').fill('Đã gặp giám đốc');
  await button('Lưu').click();
  await phone.getByText(/Mekong Foods · Đã gặp giám đốc · theo lịch hẹn · chờ gửi/).waitFor();
  expect(await countOf('Gọi điện')).toBe(String(calls + 3));
  await phone.getByText(/\d chưa gửi/).waitFor();
  await expect.poll(leases).toEqual([]);
  await phone.reload();
  await phone.getByText(/Đã gặp giám đốc/).waitFor();
  expect(await countOf('Gọi điện')).toBe(String(calls + 3));
  expect(await standing()).toBe(before);
  await phone.unroute('**/api/**');
  await phone.evaluate(() => window.dispatchEvent(new Event('online')));
  await phone.getByText('Đã gửi hết').waitFor();
  await expect.poll(standing).toBe(before + 4);
  const visit = (await activities()).find(({ customer }) => customer === 'Mekong Foods');
  expect(visit).toMatchObject({ kind: 'visit', note: 'Đã gặp giám đốc', void: null });
  expect((await plans()).find(({ customer }) => customer === 'Mekong Foods')).toMatchObject({
    state: 'done',
    doneBy: visit?.id,
  });
  expect(phone.errors).toEqual([]);
});
