// The office's settings in real Chromium: two who edit at once, what is wrong said at its field, and what reps may do as
// their phones show it.
import { expect, it } from 'vitest';
import type { OfficeSettings } from '../../shared/schemas/office.ts';
import { postDeal, type TestApp } from '../kit/app.ts';
import { open } from '../kit/browser.ts';
import { goTo, openDesk, signIn } from '../kit/desk.ts';
import { enter } from '../kit/people.ts';
import { another, BAO, LINH, openPhone, openSales, postWin, typeAmount } from '../kit/phone.ts';
import { wallSuite } from '../kit/wall-suite.ts';

const { browser, closeLater, openWall } = wallSuite();

const office = async (app: TestApp) => (await app.call<OfficeSettings>('GET', '/api/office')).body;

it('OS6 two managers edit at once: the later one sees what changed, and decides setting by setting', async () => {
  const { app } = await openWall(['Anh']);
  const mai = await enter(app, { name: 'Mai', email: 'mai@saoviet.vn', role: 'manager' });
  const first = await openDesk(browser(), app, 'settings');
  const second = await open(browser(), `${app.url}/manage`, { width: 1440, height: 900 });
  await signIn(second, mai);
  await second.waitForSelector('.side-nav');
  await goTo(second, 'settings');

  await first.getByLabel('Tên văn phòng').fill('Sao Nam');
  await first.getByLabel('Hạn thanh toán (ngày)').fill('30');
  await first.getByLabel('Khi đồng hạng').selectOption('dense');
  await first.getByText('3 thay đổi chưa lưu').waitFor();
  await second.getByLabel('Tên văn phòng').fill('Sao Bắc');
  await second.getByLabel('Hạn thanh toán (ngày)').fill('45');
  await second.getByLabel('Chia đơn với đồng nghiệp').uncheck();
  await second.getByRole('button', { name: 'Lưu', exact: true }).click();
  await second.getByText('Đã lưu.').waitFor();

  await first.getByRole('button', { name: 'Lưu', exact: true }).click();
  const dialog = first.getByRole('dialog', { name: 'Người khác vừa đổi' });
  const line = dialog.locator('li', { hasText: 'Tên văn phòng' });
  await line.waitFor();
  expect(await line.locator('dd').allInnerTexts()).toEqual(['Sao Bắc', 'Sao Nam']);
  expect(await line.innerText()).toContain('Mai lúc');
  expect(await dialog.locator('.conflicts li').count()).toBe(2);
  expect(await office(app)).toMatchObject({ name: 'Sao Bắc', ties: 'competition' });
  await dialog.getByRole('button', { name: 'Giữ của họ: Tên văn phòng' }).click();
  await dialog.getByRole('button', { name: 'Dùng của tôi: Hạn thanh toán (ngày)' }).click();
  await dialog.waitFor({ state: 'detached' });
  expect(await first.getByLabel('Tên văn phòng').inputValue()).toBe('Sao Bắc');
  await first.getByText('2 thay đổi chưa lưu').waitFor();
  await first.getByRole('button', { name: 'Lưu', exact: true }).click();
  await first.getByText('Đã lưu.').waitFor();
  // What the other one changed besides is in the form by now, and stays.
  expect(await first.getByLabel('Chia đơn với đồng nghiệp').isChecked()).toBe(false);
  expect(await office(app)).toMatchObject({ name: 'Sao Bắc', ties: 'dense', paymentTermsDays: 30, repsSplit: false });
  expect([...first.errors, ...second.errors]).toEqual([]);
});

it('OS5 what is wrong is said at its field, what would change beside it; nothing is lost by going elsewhere', async () => {
  const { app, reps } = await openWall(['Anh', 'Bình', 'Chi']);
  for (const [place, amount] of ['900', '900', '500'].entries())
    await postDeal(app, { rep: reps[place] ?? '', amount });
  const desk = await openDesk(browser(), app, 'settings/race');
  const race = desk.locator('#settings-race');
  await desk.getByLabel('Khi đồng hạng').selectOption('dense');
  await race.getByText('Chi: hạng 3 → 2').waitFor();
  await desk.getByLabel('Hạn thanh toán (ngày)').fill('30');
  await desk.getByText('3 đơn còn phải thu giữ nguyên hạn đang có.').waitFor();
  await desk.getByLabel('Thứ Bảy').check();
  await desk.getByText('Kỳ đang chạy có 21 → 25 ngày làm việc.').waitFor();
  await desk.getByLabel('Loại tiền của bảng').selectOption('USD');
  await desk.getByText('Đã có 3 đơn ghi bằng VND', { exact: false }).waitFor();
  await desk.getByLabel('Loại tiền của bảng').selectOption('VND');

  await desk.getByLabel('Ngày nghỉ', { exact: true }).fill('2026-11-20\n31/11/2026');
  await desk.getByText('Dòng 2, “31/11/2026”: không phải là ngày.', { exact: false }).waitFor();
  await desk.getByRole('button', { name: 'Lưu', exact: true }).click();
  expect(await desk.evaluate(() => document.activeElement?.tagName)).toBe('TEXTAREA');
  await goTo(desk, 'people');
  await desk.getByRole('heading', { name: 'Nhân sự' }).waitFor();
  await goTo(desk, 'settings');
  expect(await desk.getByLabel('Ngày nghỉ', { exact: true }).inputValue()).toBe('2026-11-20\n31/11/2026');
  await desk.getByLabel('Ngày nghỉ', { exact: true }).fill('2026-11-20 Ngày Nhà giáo');
  await desk.getByRole('button', { name: 'Lưu', exact: true }).click();
  await desk.getByText('Đã lưu.').waitFor();
  expect(await office(app)).toMatchObject({
    ties: 'dense',
    workingDays: [1, 2, 3, 4, 5, 6],
    holidays: ['2026-11-20'],
    holidayNames: { '2026-11-20': 'Ngày Nhà giáo' },
  });

  await desk.getByLabel('Đơn lớn phải chờ duyệt').check();
  await desk.getByLabel('Trên mức').fill('600');
  await desk.getByText('Kỳ đang chạy có 3 đơn, 2 đơn trên mức này', { exact: false }).waitFor();
  await app.call('PUT', '/api/approvals/rule', { above: '700' });
  await desk.getByRole('button', { name: 'Lưu mức duyệt' }).click();
  const dialog = desk.getByRole('dialog');
  await dialog.waitFor();
  expect(await dialog.locator('dd').allInnerTexts()).toEqual(['700', '600']);
  await dialog.getByRole('button', { name: 'Dùng tất cả của tôi' }).click();
  await desk.getByRole('button', { name: 'Lưu mức duyệt' }).click();
  await desk.locator('#settings-approvals').getByText('Đã lưu.').waitFor();
  expect(desk.errors).toEqual([]);
});

it('OS4 OS3 the phone offers what the office allows; what waited before the rule stays on it, and is mended', async () => {
  const { app } = await openSales(LINH, BAO);
  closeLater(() => app.close());
  const phone = await openPhone(browser(), app, LINH);
  await typeAmount(phone, '5', '000');
  await phone.getByLabel('Khách hàng').fill('Globex');
  await phone.getByRole('button', { name: 'Chia', exact: true }).click();
  const sheet = phone.getByRole('dialog');
  await sheet.getByRole('button', { name: BAO.name }).click();
  await sheet.getByRole('button', { name: 'Xong' }).click();
  const rules = { repsSplit: false, repsPhotos: false, repsUndo: false, repsWords: false, repsBackDays: 0 };
  await app.call('PATCH', '/api/office', rules);
  await phone.getByRole('button', { name: 'Chốt đơn', exact: true }).click();
  await phone.getByText('Văn phòng để quản lý chia đơn', { exact: false }).waitFor();
  await phone.getByRole('button', { name: 'Sửa', exact: true }).click();
  // The phone has asked what holds now: it says what has to go, and offers nothing else.
  await phone.getByRole('button', { name: 'Gửi lại' }).click();
  await phone.getByText('bỏ phần chia trước khi gửi', { exact: false }).waitFor();
  await phone.getByRole('button', { name: /^Chia với/ }).click();
  await phone.getByRole('dialog').getByRole('button', { name: 'Bỏ phần chia' }).click();
  await phone.getByRole('dialog').getByRole('button', { name: 'Xong' }).click();
  await phone.getByRole('button', { name: 'Gửi lại' }).click();
  await phone.getByText('Chốt đơn thành công!').waitFor();
  expect(await phone.getByRole('button', { name: /Huỷ đơn này/ }).count()).toBe(0);
  await another(phone);
  for (const name of ['Ảnh', 'Chia', 'Ngày chốt']) {
    expect(await phone.locator('.chips-row').getByRole('button', { name, exact: true }).count(), name).toBe(0);
  }
  await postWin(phone, 'Acme', '7', '000');
  await phone.getByText('Chốt đơn thành công!').waitFor();
  expect(phone.errors).toEqual([]);
});
