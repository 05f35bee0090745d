// Money in real Chromium: a rate is given, a win comes in another currency from a phone, and the desk follows what comes
// in for it.
import { expect, it } from 'vitest';
import { postDeal } from '../kit/app.ts';
import { goTo, openDesk } from '../kit/desk.ts';
import { LINH, openPhone, openSales, send, typeAmount } from '../kit/phone.ts';
import { wallSuite } from '../kit/wall-suite.ts';

const { browser, closeLater } = wallSuite();

it('MO7 MO8 RC1 RC2 a win in dollars waits on the phone for its rate, and is followed at the desk until it is paid', async () => {
  const { app, reps } = await openSales(LINH);
  closeLater(() => app.close());
  await postDeal(app, { rep: reps[0] ?? '', amount: '40000000', customer: 'Hoà Bình' });

  const desk = await openDesk(browser(), app, 'money/rates');
  await desk.getByText('Chưa có loại tiền nào khác').waitFor();
  const giveRate = async (rate: string, date: string) => {
    await desk.getByRole('button', { name: 'Thêm tỷ giá', exact: true }).first().click();
    const dialog = desk.getByRole('dialog');
    await dialog.getByLabel('Từ ngày').fill(date);
    await dialog.getByLabel('1 USD bằng bao nhiêu VND').fill(rate);
    await dialog.getByLabel('Nguồn').fill('Vietcombank');
    await dialog.getByRole('button', { name: 'Lưu tỷ giá' }).click();
    return dialog;
  };
  // From tomorrow on: the phone lists the currency, and today has no rate yet.
  const early = await giveRate('25.000', '2026-11-25');
  await early.waitFor({ state: 'detached' });
  await desk.getByText('1 USD = 25.000 VND').waitFor();

  const phone = await openPhone(browser(), app, LINH);
  await phone.getByRole('button', { name: 'Loại tiền: VND' }).click();
  await phone.getByRole('dialog').getByRole('button', { name: /^USD/ }).click();
  await typeAmount(phone, '1', '2', '5', '0');
  await phone.getByText('≈ 31,2 tr').waitFor();
  await phone.getByLabel('Khách hàng').fill('Globex');
  await send(phone);
  await phone.getByText('Chưa có tỷ giá USD cho ngày 24/11/2026', { exact: false }).waitFor();

  const slip = await giveRate('254.5', '2026-11-24');
  await slip.getByText('Lệch từ mười lần trở lên so với tỷ giá 25.000', { exact: false }).waitFor();
  await slip.getByLabel('1 USD bằng bao nhiêu VND').fill('25.450,5');
  await slip.getByRole('button', { name: 'Lưu tỷ giá' }).click();
  await slip.waitFor({ state: 'detached' });
  await phone.getByRole('button', { name: 'Sửa', exact: true }).click();
  await phone.getByRole('button', { name: 'Gửi lại' }).click();
  await phone.getByText('Chốt đơn thành công!').waitFor();
  await phone.getByText('1.250 USD').waitFor();

  await goTo(desk, 'money');
  const line = desk.locator('.receivable-table tr', { hasText: 'Globex' });
  await line.getByText('31.813.125').waitFor();
  await line.getByText('× 25.450,5').waitFor();
  await desk.getByRole('button', { name: 'Ghi thu từ Globex' }).click();
  const receipts = desk.getByRole('dialog');
  const amount = receipts.getByLabel('Số tiền thu (USD)');
  await expect.poll(() => amount.inputValue()).toBe('1.250,00');
  await amount.fill('1.250,01');
  await receipts.getByRole('button', { name: 'Ghi phiếu thu' }).click();
  await receipts.getByText('Nhiều hơn số còn phải thu: 1.250,00 USD.').waitFor();
  await amount.fill('250');
  await receipts.getByRole('button', { name: 'Ghi phiếu thu' }).click();
  await receipts.getByText('Thu một phần').waitFor();
  await expect.poll(() => amount.inputValue()).toBe('1.000,00');
  await receipts.getByRole('button', { name: 'Ghi phiếu thu' }).click();
  await receipts.getByText('Đơn này đã thu đủ.').waitFor();
  await receipts.getByRole('button', { name: /^Huỷ phiếu thu 250/ }).click();
  await receipts.getByLabel('Lý do huỷ phiếu').fill('séc bị trả lại');
  await receipts.getByRole('button', { name: 'Huỷ phiếu', exact: true }).click();
  await receipts.getByText('Đã huỷ: séc bị trả lại').waitFor();
  await receipts.getByText('Thu một phần').waitFor();
  await receipts.getByRole('button', { name: 'Đóng' }).last().click();

  await goTo(desk, 'money/journal');
  const journal = desk.locator('.journal-table');
  await journal.getByText('séc bị trả lại', { exact: false }).waitFor();
  expect(await journal.locator('tbody .badge').allInnerTexts()).toEqual([
    'Bán hàng',
    'Bán hàng',
    'Thu tiền',
    'Thu tiền',
    'Huỷ phiếu thu',
  ]);
  // 40,000,000 + 31,813,125 owed, 25,450,500 of it in.
  const last = journal.locator('tbody tr').last();
  expect((await last.locator('.journal-balance').allInnerTexts()).map((text) => text.replace(/\s/g, ' '))).toEqual([
    '46.362.625 ₫',
    '25.450.500 ₫',
  ]);
  await desk.getByRole('button', { name: 'Theo ngày' }).click();
  await journal.getByText('5 bút toán').waitFor();

  await goTo(desk, 'settings');
  await desk.getByLabel('Loại tiền của bảng').selectOption('USD');
  await desk.getByText('Đổi từ VND sang USD', { exact: false }).waitFor();
  await desk.getByRole('button', { name: 'Lưu', exact: true }).click();
  await desk.getByText('Đã có 2 đơn ghi bằng VND', { exact: false }).waitFor();
  expect([...desk.errors, ...phone.errors]).toEqual([]);
});

it('RC7 old deals are called paid in one go, told before what that comes to, and that is taken back', async () => {
  const { app, reps } = await openSales(LINH);
  closeLater(() => app.close());
  const sell = (amount: string, closedAt: string) =>
    postDeal(app, { rep: reps[0] ?? '', amount, closedAt, customer: 'Hoà Bình' });
  await sell('40000000', '2026-09-01');
  await sell('2500000', '2026-10-31');
  await sell('1000', '2026-11-01');
  const desk = await openDesk(browser(), app, 'money');
  await desk.getByRole('button', { name: 'Đánh dấu đơn cũ là đã thu' }).click();
  const dialog = desk.getByRole('dialog');
  await dialog.getByText('2 đơn còn nợ, tổng 42.500.000').waitFor();
  await dialog.getByLabel('Đơn chốt trước ngày').fill('2026-10-01');
  await dialog.getByText('1 đơn còn nợ, tổng 40.000.000').waitFor();
  await dialog.getByRole('button', { name: 'Đánh dấu 1 đơn' }).click();
  await desk.getByText('Đã đánh dấu 1 đơn là đã thu').waitFor();
  await expect.poll(() => desk.locator('.receivable-table tbody tr').count()).toBe(2);
  await desk.getByRole('button', { name: 'Hoàn tác' }).click();
  await expect.poll(() => desk.locator('.receivable-table tbody tr').count()).toBe(3);
  expect(desk.errors).toEqual([]);
});
