// The calendar at the desk, in real Chromium: what a change would do is read before it is saved; plans are made ahead.
import { expect, it } from 'vitest';
import { goTo, openDesk } from '../kit/desk.ts';
import { periodsOf } from '../kit/periods.ts';
import { wallSuite } from '../kit/wall-suite.ts';

const { browser, openWall } = wallSuite();

it('PD10 TM4 a retail calendar and another zone are shown with what they bring, saved, and are there', async () => {
  const { app } = await openWall(['Anh']);
  const desk = await openDesk(browser(), app, 'settings');
  const coming = desk.locator('.calendar-preview tbody tr');
  await coming.first().waitFor();
  expect(await coming.locator('th').allInnerTexts()).toContain('Tháng 12/2026');
  await desk.getByLabel('Tháng và quý tính theo').selectOption('4-5-4');
  await desk.getByLabel('Tuần bắt đầu từ').selectOption('7');
  await desk.getByLabel('Năm tài chính bắt đầu từ').selectOption('2');
  await desk.getByLabel('Năm kết thúc vào').selectOption({ label: 'Thứ Bảy gần cuối tháng 1 nhất' });
  await coming.getByText('Kỳ 12 2026/27').waitFor();
  const effects = desk.locator('.calendar-preview').getByRole('status');
  const zoneEffects = desk.locator('#settings-office').getByRole('status');
  expect(await effects.innerText()).toContain('vẫn chạy tới hết 30/11/2026');
  await desk.getByLabel('Múi giờ').selectOption('Asia/Tokyo');
  await zoneEffects.getByText('sớm hơn 2 giờ').first().waitFor();
  await desk.getByRole('button', { name: 'Lưu', exact: true }).click();
  await desk.getByText('Đã lưu.').waitFor();
  await effects.waitFor({ state: 'detached' });
  await coming.getByText('Kỳ 12 2026/27').waitFor();
  const { items } = await periodsOf(app);
  expect(items.map(({ endsAt }) => endsAt)).toEqual([Date.parse('2026-12-01T00:00+09:00')]);
  expect(desk.errors).toEqual([]);
});

it('PD11 PD12 three weeks are planned as shown, one more by hand, and one is removed', async () => {
  const { app } = await openWall(['Anh']);
  const desk = await openDesk(browser(), app, 'periods');
  await desk.getByRole('button', { name: 'Lên kế hoạch' }).click();
  const dialog = desk.getByRole('dialog');
  await dialog.getByLabel('Mỗi kỳ là một').selectOption('week');
  await dialog.getByLabel('Số kỳ').fill('3');
  await dialog.getByText('14/12/2026 – 20/12/2026').waitFor();
  expect(await dialog.locator('tbody th').allInnerTexts()).toEqual([
    '1/12/2026 – 6/12/2026',
    '7/12/2026 – 13/12/2026',
    '14/12/2026 – 20/12/2026',
  ]);
  await dialog.getByRole('button', { name: 'Thêm 3 kỳ' }).click();
  await desk.getByText('Đã thêm 3 kỳ.').waitFor();

  await desk.getByRole('button', { name: 'Lên kế hoạch' }).click();
  await dialog.getByRole('button', { name: 'Tự đặt' }).click();
  await dialog.getByLabel('Tên kỳ').fill('Nước rút');
  await dialog.getByLabel('Ngày đầu').fill('2026-12-19');
  await dialog.getByLabel('Ngày cuối').fill('2026-12-31');
  await dialog.getByRole('button', { name: 'Thêm kỳ' }).click();
  await dialog.getByText('Trùng với kỳ “14/12/2026 – 20/12/2026”.').waitFor();
  await dialog.getByLabel('Ngày đầu').fill('2026-12-21');
  await dialog.getByRole('button', { name: 'Thêm kỳ' }).click();
  await desk.getByText('Đã thêm kỳ Nước rút.').waitFor();

  await desk.getByRole('button', { name: 'Bỏ kỳ 7/12/2026 – 13/12/2026' }).click();
  await dialog.getByRole('button', { name: 'Bỏ', exact: true }).click();
  await desk.getByText('Đã bỏ kỳ 7/12/2026 – 13/12/2026.').waitFor();
  expect((await periodsOf(app)).items.map(({ name }) => name)).toEqual([
    'Tháng 11/2026',
    '1/12/2026 – 6/12/2026',
    '14/12/2026 – 20/12/2026',
    'Nước rút',
  ]);
  await goTo(desk, 'home');
  expect(desk.errors).toEqual([]);
});
