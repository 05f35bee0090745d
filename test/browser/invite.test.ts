// People come in by a link and go out at a manager's word, at the desk and on phones, in real Chromium over plain http.
import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import type { LinkAnswer, SessionView, UserView } from '../../shared/schemas/accounts.ts';
import type { TestApp } from '../kit/app.ts';
import { open } from '../kit/browser.ts';
import { goTo, openDesk, sessionOf, signIn } from '../kit/desk.ts';
import { enter, invite, secretOf } from '../kit/people.ts';
import { readQr } from '../kit/qr.ts';
import { wallSuite } from '../kit/wall-suite.ts';

const { browser, openWall } = wallSuite();

const PASSWORD = 'mot-cau-de-nho';
const WEEK_MS = 7 * 86_400_000;

/** An address as somebody on the office's network has it. */
const lanOf = (app: TestApp) => app.url.replace('127.0.0.1', 'wall.test');

const openPhone = (app: TestApp, path: string) =>
  open(browser(), `${lanOf(app)}${path}`, { width: 390, height: 844, reducedMotion: 'reduce' });

const pathOf = (link: Pick<LinkAnswer, 'url'>) => `/join#${secretOf(link)}`;

async function fillIn(page: Page, values: Record<string, string>): Promise<void> {
  for (const [label, value] of Object.entries(values)) await page.getByLabel(label, { exact: true }).fill(value);
}

it('RO6 a rep is invited at the desk, joins on a phone from the QR code, and lands signed in on the form', async () => {
  const { app } = await openWall(['Trần Quốc Bảo']);
  const desk = await openDesk(browser(), app, 'people');
  await desk.getByRole('button', { name: 'Mời Trần Quốc Bảo' }).click();
  const dialog = desk.getByRole('dialog');
  await dialog.getByRole('button', { name: 'Tạo liên kết mời' }).click();
  const url = await dialog.getByLabel('Liên kết').inputValue();
  expect(url).toMatch(/^http:\/\/wall\.test:\d+\/join#.{20,}$/);
  expect(await readQr(dialog.locator('.qr'))).toBe(url);
  await dialog.getByRole('button', { name: 'Chép liên kết' }).click();
  await dialog.getByText('Đã chép').waitFor();
  await dialog.getByRole('button', { name: 'Xong' }).click();
  await desk.getByText('Đã mời', { exact: true }).waitFor();

  const phone = await openPhone(app, pathOf({ url }));
  await phone.getByRole('heading', { name: 'Tham gia Sao Việt' }).waitFor();
  expect(phone.url()).toBe(`${lanOf(app)}/join`);
  expect(await phone.evaluate(() => window.isSecureContext)).toBe(false);
  await phone.getByRole('button', { name: 'EN' }).click();
  await phone.getByRole('heading', { name: 'Join Sao Việt' }).waitFor();
  await fillIn(phone, { 'E-mail': 'bao@saoviet.vn', Password: PASSWORD });
  await phone.getByRole('button', { name: 'Show the password' }).click();
  expect(await phone.getByLabel('Password', { exact: true }).getAttribute('type')).toBe('text');
  await phone.getByRole('button', { name: 'Join', exact: true }).click();
  await phone.waitForURL(`${lanOf(app)}/win`);
  await phone.getByRole('button', { name: 'Post the win', exact: true }).waitFor();
  // Neither the address nor the way back has kept the secret.
  await phone.goBack();
  expect(phone.url()).not.toContain('#');

  await desk.reload();
  await desk.getByText('Đăng nhập được').waitFor();
  await goTo(desk, 'people/accounts');
  await desk.getByText('1 thiết bị').first().waitFor();
  // Who has signed out has used it all the same: that is not said to be otherwise.
  const { body } = await app.call<{ items: UserView[] }>('GET', '/api/users');
  const joined = body.items.find(({ email }) => email === 'bao@saoviet.vn')?.id ?? '';
  expect((await app.call('DELETE', `/api/users/${joined}/sessions`)).status).toBe(204);
  await desk.reload();
  await desk.getByText('Hiện không đăng nhập ở đâu').waitFor();
  expect([...desk.errors, ...phone.errors]).toEqual([]);
});

it('RO6 a link that is used, revoked, run out or was never one says what to do, and one that goes while the form is open, too', async () => {
  const { app } = await openWall([]);
  const dead = 'Liên kết này không còn dùng được';
  const link = await invite(app, { name: 'Hoàng Mai', role: 'viewer', email: 'mai@saoviet.vn' });
  const phone = await openPhone(app, pathOf(link));
  await phone.getByRole('heading', { name: 'Tham gia Sao Việt' }).waitFor();

  const desk = await openDesk(browser(), app, 'people/accounts');
  await desk.getByRole('button', { name: 'Thu hồi lời mời Hoàng Mai' }).click();
  await desk.getByRole('dialog').getByRole('button', { name: 'Thu hồi', exact: true }).click();
  await desk.getByRole('dialog').waitFor({ state: 'detached' });
  expect(await desk.getByText('Hoàng Mai').count()).toBe(0);
  await fillIn(phone, { 'Mật khẩu': PASSWORD });
  await phone.getByRole('button', { name: 'Tham gia' }).click();
  await phone.getByRole('heading', { name: dead }).waitFor();

  const late = await invite(app, { name: 'Muộn', role: 'viewer', email: 'muon@saoviet.vn' });
  app.clock.advance(WEEK_MS + 1);
  for (const path of [pathOf(late), '/join#never-was-one']) {
    const page = await openPhone(app, path);
    await page.getByRole('heading', { name: dead }).waitFor();
    expect(await page.getByRole('link', { name: 'Tới trang đăng nhập' }).getAttribute('href')).toBe('/win');
  }
  const bare = await openPhone(app, '/join');
  await bare.getByRole('heading', { name: 'Hãy mở lại liên kết' }).waitFor();
  expect(phone.errors).toEqual([]);
});

it('RO6 another link opened in the same tab is another visit, and a new one at the desk ends the one before', async () => {
  const { app } = await openWall([]);
  const first = await invite(app, { name: 'Hoàng Mai', role: 'viewer' });
  const phone = await openPhone(app, pathOf(first));
  await phone.getByText('Chào Hoàng Mai!').waitFor();
  const second = await invite(app, { name: 'Emily Carter', role: 'viewer' });
  await phone.evaluate((hash) => {
    location.hash = hash;
  }, secretOf(second));
  await phone.getByText('Chào Emily Carter!').waitFor();
  expect(phone.url()).toBe(`${lanOf(app)}/join`);

  const desk = await openDesk(browser(), app, 'people/accounts');
  await desk.getByRole('button', { name: 'Liên kết mới cho Emily Carter' }).click();
  const url = await desk.getByRole('dialog').getByLabel('Liên kết').inputValue();
  await fillIn(phone, { 'E-mail': 'emily@example.com', 'Mật khẩu': PASSWORD });
  await phone.getByRole('button', { name: 'Tham gia' }).click();
  await phone.getByRole('heading', { name: 'Liên kết này không còn dùng được' }).waitFor();
  const again = await openPhone(app, pathOf({ url }));
  await again.getByText('Chào Emily Carter!').waitFor();
});

it('who is signed in on the device is named, and signed out only when they say so', async () => {
  const { app } = await openWall([]);
  const mai = await enter(app, { name: 'Hoàng Mai', role: 'viewer', email: 'mai@saoviet.vn' });
  const link = await invite(app, { name: 'Phạm Văn Tú', role: 'manager', email: 'tu@saoviet.vn' });
  const phone = await openPhone(app, '/win');
  await signIn(phone, mai);
  await phone.locator('.win-title').waitFor();
  await phone.goto(lanOf(app) + pathOf(link));
  await phone.getByText('Hoàng Mai đang đăng nhập ở đây').waitFor();
  expect(await sessionOf(phone)).not.toBe('');
  await phone.getByRole('button', { name: 'Đăng xuất và tiếp tục' }).click();
  await fillIn(phone, { 'Mật khẩu': PASSWORD });
  await phone.getByRole('button', { name: 'Tham gia' }).click();
  await phone.waitForURL(`${lanOf(app)}/manage`);
  await phone.getByRole('button', { name: 'Đăng xuất' }).waitFor();
  const { body } = await app.call<{ items: UserView[] }>('GET', '/api/users');
  expect(body.items.map(({ name, sessions }) => [name, sessions])).toContainEqual(['Hoàng Mai', 1]);
  expect(phone.errors).toEqual([]);
});

it('RO5 an account is ended at the desk, which says what that does; the phone is out, and in again after', async () => {
  const { app, reps } = await openWall(['Trần Quốc Bảo']);
  const guest = { name: 'Trần Quốc Bảo', role: 'rep', repId: reps[0] ?? '', email: 'bao@saoviet.vn' } as const;
  const bao = await enter(app, guest);
  const phone = await openPhone(app, '/win');
  await signIn(phone, bao);
  const form = phone.getByRole('button', { name: 'Chốt đơn', exact: true });
  await form.waitFor();

  const desk = await openDesk(browser(), app, 'people');
  await desk.getByRole('button', { name: 'Chi tiết tài khoản Trần Quốc Bảo' }).click();
  const account = desk.getByRole('dialog', { name: 'Trần Quốc Bảo', exact: true });
  await account.getByText('Chrome · Linux').first().waitFor();
  await account.getByRole('button', { name: 'Khoá tài khoản' }).click();
  const asking = desk.getByRole('dialog', { name: 'Khoá tài khoản Trần Quốc Bảo?' });
  await asking.getByText('bị đăng xuất ngay trên 2 thiết bị').waitFor();
  await asking.getByRole('button', { name: 'Khoá tài khoản' }).click();
  await account.getByRole('button', { name: 'Mở lại' }).waitFor();
  await account.getByText('Không có thiết bị nào.').waitFor();

  // Nobody has touched it since.
  await phone.getByLabel('E-mail').waitFor();
  await signIn(phone, bao);
  await phone.getByText('E-mail hoặc mật khẩu chưa đúng.').waitFor();
  await account.getByRole('button', { name: 'Mở lại' }).click();
  await account.getByRole('button', { name: 'Khoá tài khoản' }).waitFor();
  await phone.getByRole('button', { name: 'Đăng nhập' }).click();
  await form.waitFor();
  expect([...desk.errors, ...phone.errors]).toEqual([]);
});

it('RO5 one session is ended, or an account: the phone and the desk in question ask who is there by themselves', async () => {
  const { app, reps } = await openWall(['Trần Quốc Bảo']);
  const bao = await enter(app, { name: 'Trần Quốc Bảo', role: 'rep', repId: reps[0] ?? '', email: 'bao@saoviet.vn' });
  const mai = await enter(app, { name: 'Hoàng Mai', role: 'manager', email: 'mai@saoviet.vn' });
  const [phone, kept] = [await openPhone(app, '/win'), await openPhone(app, '/win')];
  for (const page of [kept, phone]) {
    await signIn(page, bao);
    await page.getByRole('button', { name: 'Chốt đơn', exact: true }).waitFor();
  }
  const desk = await open(browser(), `${lanOf(app)}/manage#/quotas`);
  await signIn(desk, mai);
  await desk.locator('.side-nav').waitFor();

  const { body } = await app.call<{ items: UserView[] }>('GET', '/api/users');
  const idOf = (name: string) => body.items.find((user) => user.name === name)?.id ?? '';
  const as = await sessionOf(phone);
  const own = (await app.call<{ items: SessionView[] }>('GET', '/api/sessions', undefined, { as })).body.items;
  const id = own.find(({ current }) => current)?.id ?? '';
  expect((await app.call('DELETE', `/api/users/${idOf('Trần Quốc Bảo')}/sessions/${id}`)).status).toBe(204);
  await phone.getByLabel('E-mail').waitFor({ timeout: 3_000 });
  expect((await app.call('PATCH', `/api/users/${idOf('Hoàng Mai')}`, { ended: true })).status).toBe(200);
  await desk.getByLabel('E-mail').waitFor({ timeout: 3_000 });
  expect(await kept.getByRole('button', { name: 'Chốt đơn', exact: true }).isVisible()).toBe(true);
  expect([...desk.errors, ...phone.errors, ...kept.errors]).toEqual([]);
});

it('RO6 a lost password: the desk hands over a link, the phone sets another and is in', async () => {
  const { app } = await openWall([]);
  const mai = await enter(app, { name: 'Hoàng Mai', role: 'viewer', email: 'mai@saoviet.vn' });
  const desk = await openDesk(browser(), app, 'people/accounts');
  await desk.getByRole('button', { name: 'Chi tiết tài khoản Hoàng Mai' }).click();
  const dialog = desk.getByRole('dialog');
  await dialog.getByLabel('Mã PIN').fill('2583');
  await dialog.getByRole('button', { name: 'Đặt PIN' }).click();
  await dialog.getByRole('button', { name: 'Bỏ PIN' }).waitFor();
  await dialog.getByRole('button', { name: 'Liên kết đặt mật khẩu' }).click();
  const url = await dialog.getByLabel('Liên kết').inputValue();
  const phone = await openPhone(app, pathOf({ url }));
  await phone.getByRole('heading', { name: 'Đặt mật khẩu mới' }).waitFor();
  expect(await phone.getByLabel('E-mail').inputValue()).toBe('mai@saoviet.vn');
  await fillIn(phone, { 'Mật khẩu': 'mot-cau-khac-han' });
  await phone.getByRole('button', { name: 'Đặt mật khẩu và vào' }).click();
  await phone.waitForURL(`${lanOf(app)}/win`);
  const { email, password } = mai;
  expect((await app.call('POST', '/api/session', { email, password }, { as: '' })).status).toBe(401);
  expect(phone.errors).toEqual([]);
});

it('RO6 a whole roster is invited at once: a link each, and one who cannot be asked keeps nobody from it', async () => {
  const { app, reps } = await openWall(['Anh Dũng', 'Bình', 'Chi', 'Đạt']);
  await enter(app, { name: 'Hoàng Mai', role: 'viewer', email: 'mai@saoviet.vn' });
  await app.call('PATCH', `/api/reps/${reps[1]}`, { email: 'mai@saoviet.vn' });
  const desk = await openDesk(browser(), app, 'people/accounts');
  await desk.getByRole('button', { name: 'Mời cả đội ngũ (4)' }).click();
  const dialog = desk.getByRole('dialog');
  await dialog.getByLabel('Chi').uncheck();
  await dialog.getByRole('button', { name: 'Tạo 3 liên kết' }).click();
  await dialog.getByText('Đã tạo 2/3 liên kết.').waitFor();
  await dialog.getByText('Bình: E-mail này đã có người dùng.').waitFor();
  const lines = (await dialog.getByLabel('Các liên kết').inputValue()).split('\n').map((line) => line.split('\t'));
  expect(lines.map(([name]) => name)).toEqual(['Anh Dũng', 'Đạt']);
  const phone = await openPhone(app, pathOf({ url: lines[1]?.[1] ?? '' }));
  await phone.getByText('Chào Đạt!').waitFor();
  await dialog.getByRole('button', { name: 'Đóng' }).last().click();
  await desk.getByRole('button', { name: 'Mời cả đội ngũ (2)' }).waitFor();
  expect(desk.errors).toEqual([]);
});
