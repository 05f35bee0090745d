// The desk of a manager of teams, in real Chromium: theirs is shown, the office's is not.
import { expect, it } from 'vitest';
import { addRep, addTeam } from '../kit/app.ts';
import { open } from '../kit/browser.ts';
import { goTo, openDesk } from '../kit/desk.ts';
import { wallSuite } from '../kit/wall-suite.ts';

const { browser, openWall } = wallSuite();

it('RO4 a manager of teams is invited as one, and finds a desk of those teams: no button that would be refused, no call that is', async () => {
  const { app } = await openWall(['Anh Dũng']);
  const south = await addTeam(app, 'Miền Nam');
  await addTeam(app, 'Cần Thơ', south);
  await addRep(app, 'Út Nam', { teamId: south });
  const owner = await openDesk(browser(), app, 'people/accounts');
  await owner.getByRole('button', { name: 'Mời người' }).click();
  const dialog = owner.getByRole('dialog');
  await dialog.getByLabel('Tên').fill('Phạm Văn Tú');
  await dialog.getByLabel('Vai trò').selectOption('manager');
  await dialog.getByRole('button', { name: 'Một số nhóm' }).click();
  expect(await dialog.getByRole('button', { name: 'Tạo liên kết mời' }).isDisabled()).toBe(true);
  await dialog.getByLabel('Miền Nam').check();
  await dialog.getByLabel('E-mail').fill('tu@saoviet.vn');
  await dialog.getByRole('button', { name: 'Tạo liên kết mời' }).click();
  const url = await dialog.getByLabel('Liên kết').inputValue();

  const desk = await open(browser(), url, { width: 1440, height: 900 });
  await desk.getByLabel('Mật khẩu', { exact: true }).fill('mot-cau-de-nho');
  const refused: string[] = [];
  await desk.getByRole('button', { name: 'Tham gia' }).click();
  await desk.waitForURL('**/manage');
  desk.on('response', (response) => {
    if (response.status() >= 400) refused.push(`${response.status()} ${response.url()}`);
  });
  await desk.waitForSelector('.side-nav');
  expect(await desk.locator('.side-nav a').allInnerTexts()).toEqual([
    'Tổng quan',
    'Nhân sự',
    'Chỉ tiêu',
    'Đơn hàng',
    'Thu tiền',
    'Kỳ',
    'Màn hình',
  ]);
  const seen: Record<string, string[]> = {};
  const main = desk.getByRole('main');
  for (const [section, word] of [
    ['home', 'Bảng xếp hạng'],
    ['people', 'Út Nam'],
    ['people/accounts', 'Phạm Văn Tú'],
    ['quotas', 'Út Nam'],
    ['deals', 'Chưa có đơn'],
    ['money', 'Không có đơn nào khớp'],
    ['money/journal', 'Khoảng này chưa có bút toán nào'],
    ['money/rates', 'Chưa có loại tiền nào khác'],
    ['periods', 'Đang chạy'],
    ['screens', 'Chưa có TV nào'],
  ] as const) {
    await goTo(desk, section);
    await main.getByText(word).first().waitFor();
    seen[section] = await main.getByRole('button').or(main.locator('a.button')).allInnerTexts();
  }
  expect(seen).toEqual({
    home: [],
    people: ['Thêm nhân viên', 'Mời', 'Sửa'],
    'people/accounts': ['Mời người'],
    quotas: ['Chỉ tiêu', 'Dự báo', 'Hoàn tác', 'Điền sang phải', 'Điền xuống dưới', 'Chép sang các kỳ sau'],
    deals: [],
    money: [],
    'money/journal': ['Từng bút toán', 'Theo ngày'],
    'money/rates': [],
    periods: ['So sánh kỳ'],
    screens: [],
  });
  await goTo(desk, 'settings');
  await main.getByText('Bảng xếp hạng').waitFor();

  await goTo(desk, 'people');
  await desk.getByRole('button', { name: 'Thêm nhân viên' }).click();
  await desk.getByLabel('Họ tên').fill('Bảy Cần Thơ');
  await desk.getByLabel('Điện thoại', { exact: true }).fill('0901 234 567');
  await desk.getByLabel('Nhóm').selectOption({ label: '\u2003Cần Thơ' });
  await desk.getByRole('button', { name: 'Lưu', exact: true }).click();
  await main.getByText('Bảy Cần Thơ').waitFor();
  await desk.getByRole('button', { name: 'Mời Bảy Cần Thơ' }).click();
  await desk.getByRole('button', { name: 'Tạo liên kết mời' }).click();
  await desk.getByLabel('Liên kết').waitFor();
  expect(refused).toEqual([]);
  expect([...owner.errors, ...desk.errors]).toEqual([]);
});
