// Every page as axe sees it, in every state that a person meets: nothing serious stands in anybody's way.
import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { SCENES } from '../../shared/scenes.ts';
import { THEMES } from '../../shared/screen.ts';
import { postDeal, startApp, type TestApp } from '../kit/app.ts';
import { axeFindings } from '../kit/axe.ts';
import { open } from '../kit/browser.ts';
import { DISPLAY_DIR } from '../kit/build.ts';
import { goTo, openDesk, signIn } from '../kit/desk.ts';
import { enter, invite, secretOf } from '../kit/people.ts';
import { codeOn, linkScreen, openPreview, scene, showScene } from '../kit/tv.ts';
import { wallSuite } from '../kit/wall-suite.ts';

const { browser, closeLater, openWall } = wallSuite();

/** What was found, by where. */
type Found = Record<string, string[]>;

async function look(page: Page, where: string, found: Found): Promise<void> {
  const wrong = await axeFindings(page);
  if (wrong.length > 0) found[where] = wrong;
}

async function openSales(): Promise<{ app: TestApp; reps: string[] }> {
  const office = await openWall(['Nguyễn Thị Minh Châu', 'Trần Quốc Bảo', 'Lê Hoàng Phương Anh']);
  await office.app.call('PATCH', '/api/office', { defaultQuota: '900000000' });
  for (const rep of office.reps) await postDeal(office.app, { rep, amount: '412345678', customer: 'Hưng Thịnh' });
  return office;
}

it('the wall: the pairing page, every scene, every theme, a celebration', async () => {
  const { app } = await openSales();
  const found: Found = {};
  const tv = await open(browser(), app.url);
  await codeOn(tv);
  await look(tv, 'pairing', found);
  const wall = await openPreview(browser(), app, { reducedMotion: 'reduce' });
  for (const kind of SCENES.filter((one) => one !== 'leaderboard')) {
    await showScene(wall, kind);
    await scene(wall, kind).locator('> *').last().waitFor();
    await look(wall, kind, found);
  }
  for (const theme of THEMES) {
    await showScene(wall, 'race', { settings: { theme } });
    await wall.waitForSelector(`[data-theme="${theme}"]`);
    await look(wall, theme, found);
  }
  await showScene(wall, 'race', { celebrate: 3 });
  await wall.waitForSelector('.celebration');
  await look(wall, 'celebration', found);
  expect(found).toEqual({});
});

it('the phone before anybody is signed in', async () => {
  const { app } = await openSales();
  const phone = await open(browser(), `${app.url}/win`, { width: 390, height: 844 });
  await phone.waitForSelector('input[type=password]');
  expect(await axeFindings(phone)).toEqual([]);
});

it('joining: the form with its faults, a link that is dead, somebody else who is signed in', async () => {
  const { app } = await openWall([]);
  const viewer = await enter(app, { name: 'Hoàng Mai', role: 'viewer', email: 'mai@saoviet.vn' });
  const path = `/join#${secretOf(await invite(app, { name: 'Emily Carter', role: 'viewer' }))}`;
  const found: Found = {};
  const phone = await open(browser(), app.url + path, { width: 390, height: 844 });
  await phone.getByLabel('E-mail').fill(viewer.email);
  await look(phone, 'form', found);
  await phone.getByLabel('Mật khẩu', { exact: true }).fill('mot-cau-de-nho');
  await phone.getByRole('button', { name: 'Tham gia' }).click();
  await phone.getByRole('alert').first().waitFor();
  await look(phone, 'faults', found);
  await phone.goto(`${app.url}/win`);
  await signIn(phone, viewer);
  await phone.locator('.tab-bar').waitFor();
  await look(phone, 'a viewer’s phone', found);
  await phone.goto(app.url + path);
  await phone.getByText('Hoàng Mai đang đăng nhập ở đây').waitFor();
  await look(phone, 'somebody else', found);
  await phone.goto(`${app.url}/join`);
  await phone.getByRole('heading', { name: 'Hãy mở lại liên kết' }).waitFor();
  await look(phone, 'dead', found);
  expect(found).toEqual({});
});

it('setting up', async () => {
  const app = await startApp({ displayDir: DISPLAY_DIR });
  closeLater(() => app.close());
  const desk = await open(browser(), `${app.url}/manage`);
  await desk.locator('.gate-card').waitFor();
  expect(await axeFindings(desk)).toEqual([]);
});

/** Nothing is on its way any more. */
async function settled(desk: Page): Promise<void> {
  await expect.poll(() => desk.locator('.skeleton, .spinner').or(desk.getByText('Đang tải…')).count()).toBe(0);
}

/** Sections of the desk, and the buttons that open a dialog in each. */
const DESK: readonly (readonly [section: string, openers: readonly (string | RegExp)[]])[] = [
  ['home', []],
  ['people', ['Thêm nhân viên', 'Thêm nhóm', 'Nhập từ CSV', /^Sửa Nguyễn Thị Minh Châu/, /^Sửa Hà Nội/, /^Mời Trần/]],
  [
    'people/accounts',
    [
      'Mời người',
      /^Liên kết mới/,
      /^Thu hồi/,
      /^Chi tiết tài khoản Chị Hà/,
      /^Chi tiết tài khoản Nguyễn Thị Minh Châu/,
    ],
  ],
  ['quotas', []],
  ['deals', [/^Sửa/, /^Huỷ/, 'Nhập CSV']],
  ['periods', ['Lên kế hoạch…', 'Chốt kỳ…']],
  ['wall', []],
  ['wall/new', []],
  ['screens', ['Ghép nối TV', /^Cài đặt/, /^Thu hồi/]],
  ['settings', ['Tạo mã']],
];

it.each([
  [1440, 900],
  [390, 844],
])('the desk at %d × %d: every section and dialog', async (width, height) => {
  const { app, reps } = await openSales();
  await linkScreen(app);
  await enter(app, { name: 'Nguyễn Thị Minh Châu', role: 'rep', repId: reps[0] ?? '', email: 'chau@saoviet.vn' });
  await invite(app, { name: 'Hoàng Mai', role: 'viewer' });
  const found: Found = {};
  const desk = await openDesk(browser(), app, 'home');
  await desk.setViewportSize({ width, height });
  for (const [section, openers] of DESK) {
    await goTo(desk, section);
    await settled(desk);
    await look(desk, section, found);
    for (const opener of openers) {
      await desk.getByRole('main').getByRole('button', { name: opener }).first().click();
      await desk.getByRole('dialog').waitFor();
      await settled(desk);
      await look(desk, `${section}: ${opener}`, found);
      await desk.keyboard.press('Escape');
      await desk.getByRole('dialog').waitFor({ state: 'detached' });
    }
  }
  expect(desk.errors).toEqual([]);
  expect(found).toEqual({});
});
