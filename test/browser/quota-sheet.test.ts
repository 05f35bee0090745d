// The sheet of quotas at the desk, in real Chromium: keys, a block from a spreadsheet, what it would do, two managers.
import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { addTeam, OWNER, postDeal, type TestApp } from '../kit/app.ts';
import { goTo, openDesk } from '../kit/desk.ts';
import { runningIdOf } from '../kit/periods.ts';
import { cellsOf, gridOf, putBlock, repCell } from '../kit/quotas.ts';
import { wallSuite } from '../kit/wall-suite.ts';

const { browser, openWall } = wallSuite();

async function openSheet(): Promise<{
  app: TestApp;
  an: string;
  binh: string;
  now: string;
  page: Page & { errors: string[] };
}> {
  const { app, reps } = await openWall(['An', 'Bình']);
  const [an = '', binh = ''] = reps;
  const north = await addTeam(app, 'Miền Bắc');
  for (const id of reps) await app.call('PATCH', `/api/reps/${id}`, { teamId: north });
  await app.call('POST', '/api/periods/plan', { count: 2 });
  const now = await runningIdOf(app);
  await putBlock(app, [repCell(now, an, '1000'), repCell(now, binh, '1000')]);
  await postDeal(app, { rep: an, amount: '900' });
  await postDeal(app, { rep: binh, amount: '600' });
  const page = await openDesk(browser(), app, 'quotas');
  await page.getByRole('grid').waitFor();
  return { app, an, binh, now, page };
}

const cell = (page: Page, name: string) => page.getByRole('gridcell', { name: new RegExp(`^${name}`) });

/** As a spreadsheet in another window puts it on the clipboard. */
async function paste(page: Page, text: string): Promise<void> {
  await page.evaluate((content) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData('text/plain', content);
    document.activeElement?.dispatchEvent(
      new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }),
    );
  }, text);
}

it('QT8 QT11 a manager types and pastes amounts as in a spreadsheet, sees what they would do, and saves all at once', async () => {
  const { app, an, binh, now, page } = await openSheet();
  await cell(page, 'Bình, Tháng 11').click();
  await page.keyboard.type('500');
  await page.keyboard.press('Enter');
  await page.getByText('1 thay đổi chưa lưu').first().waitFor();
  const bar = page.locator('.pending-bar');
  await bar.getByText('hạng 2 → 1').waitFor();
  expect(await bar.innerText()).toContain('60% → 120%');
  expect(cellsOf(await gridOf(app), binh)[0]?.own).toBe(1000);

  await cell(page, 'An, Tháng 12').click();
  await paste(page, '1.250.000\t1,5 tỷ\r\n900.000\tchưa biết\r\n');
  await bar.getByText('1 ô chưa đọc được').waitFor();
  expect(await page.getByRole('button', { name: 'Lưu 5' }).isDisabled()).toBe(true);
  await cell(page, 'Bình, Tháng 1/').click();
  await page.keyboard.press('Delete');
  await page.getByRole('button', { name: 'Lưu 4' }).click();
  await page.getByText('Đã lưu 4 ô.').waitFor();
  const grid = await gridOf(app);
  expect(cellsOf(grid, an).map(({ own }) => own)).toEqual([1000, 1_250_000, 1_500_000_000]);
  expect(cellsOf(grid, binh).map(({ own }) => own)).toEqual([500, 900_000, null]);

  await page.getByRole('button', { name: 'Hoàn tác lần lưu vừa rồi' }).click();
  await expect.poll(async () => cellsOf(await gridOf(app), binh).map(({ own }) => own)).toEqual([1000, null, null]);
  expect(now).not.toBe('');
  expect(page.errors).toEqual([]);
});

it('a period is copied forward, a step is undone, and keys walk the sheet', async () => {
  const { app, an, binh, page } = await openSheet();
  await cell(page, 'An, Tháng 11').click();
  await page.getByRole('button', { name: 'Chép sang các kỳ sau' }).click();
  await page.getByText('4 thay đổi chưa lưu').first().waitFor();
  await page.getByRole('link', { name: 'Nhân sự' }).first().click();
  const question = page.getByRole('dialog');
  await question.getByText('những gì vừa nhập sẽ mất').waitFor();
  await question.getByRole('button', { name: 'Huỷ', exact: true }).click();
  await question.waitFor({ state: 'detached' });
  await cell(page, 'An, Tháng 11').click();
  await page.keyboard.press('Control+z');
  await expect.poll(() => page.locator('.pending-bar').count()).toBe(0);
  await page.keyboard.press('ArrowRight');
  await page.keyboard.type('7');
  await page.keyboard.press('Tab');
  await page.keyboard.type('8');
  await page.keyboard.press('Escape');
  await page.keyboard.type('9');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Shift+ArrowUp');
  await expect.poll(() => page.locator('.is-marked').count()).toBe(2);
  await page.getByRole('button', { name: 'Lưu 2' }).click();
  await page.getByText('Đã lưu 2 ô.').waitFor();
  const grid = await gridOf(app);
  expect(cellsOf(grid, an).map(({ own }) => own)).toEqual([1000, 7, 9]);
  expect(cellsOf(grid, binh).map(({ own }) => own)).toEqual([1000, null, null]);
  expect(page.errors).toEqual([]);
});

it('QT10 of two managers the later one sees what the other has set, and decides for each cell', async () => {
  const { app, an, binh, now, page } = await openSheet();
  await cell(page, 'An, Tháng 11').click();
  await page.keyboard.type('700');
  await page.keyboard.press('Enter');
  await page.keyboard.type('800');
  await page.keyboard.press('Enter');
  await putBlock(app, [repCell(now, an, '1100'), repCell(now, binh, '1200')]);
  await page.getByRole('button', { name: 'Lưu 2' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByText('Người khác vừa đổi').waitFor();
  expect(await dialog.innerText()).toContain(OWNER.name);
  await dialog.getByRole('button', { name: 'Giữ của họ: An, Tháng 11/2026' }).click();
  await dialog.getByRole('button', { name: 'Dùng của tôi: Bình, Tháng 11/2026' }).click();
  await page.getByRole('button', { name: 'Lưu 1' }).click();
  await page.getByText('Đã lưu 1 ô.').waitFor();
  const grid = await gridOf(app);
  expect([cellsOf(grid, an)[0]?.own, cellsOf(grid, binh)[0]?.own]).toEqual([1100, 800]);
  expect(page.errors).toEqual([]);
});

it('FC1 HO2 forecasts are a layer of the same sheet; holidays are taken from a ready list', async () => {
  const { app, an, page } = await openSheet();
  await page.getByRole('button', { name: 'Dự báo', exact: true }).click();
  await cell(page, 'An, Tháng 11').click();
  await page.keyboard.type('1200');
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: 'Lưu 1' }).click();
  await page.getByText('Đã lưu 1 ô.').waitFor();
  expect(cellsOf(await gridOf(app), an)[0]).toMatchObject({ forecast: 1200, accuracy: 0.75 });

  await goTo(page, 'quotas/time');
  await page.getByLabel('Năm', { exact: true }).selectOption('2027');
  await page.getByText('16/04/2027 · Giỗ tổ Hùng Vương').waitFor();
  await page.getByRole('button', { name: /^Thêm \d+ ngày/ }).click();
  await page.getByRole('button', { name: 'Lưu', exact: true }).click();
  await page.getByText('Đã lưu.').waitFor();
  const { body } = await app.call<{ holidays: string[]; holidayNames: object }>('GET', '/api/office');
  expect(body.holidays).toContain('2027-02-06');
  expect(body.holidayNames).toMatchObject({ '2027-04-16': 'Giỗ tổ Hùng Vương' });
  await goTo(page, 'quotas/rules');
  await page.getByLabel('Phần trăm theo tháng').fill('25 50 75');
  await page.getByRole('button', { name: 'Lưu', exact: true }).click();
  await page.getByText('Đã lưu.').waitFor();
  expect((await app.call<{ quotaRamp: number[] }>('GET', '/api/office')).body.quotaRamp).toEqual([2500, 5000, 7500]);
  expect(page.errors).toEqual([]);
});

it('QT8 a sheet of three hundred reps draws what is near, is walked to its ends, and finds a name', async () => {
  const { app } = await openWall([]);
  const names = Array.from({ length: 300 }, (_, place) => `Nhân viên ${String(place).padStart(3, '0')}`);
  await app.call('POST', '/api/import/people', undefined, {
    raw: `name\n${names.join('\n')}\n`,
    headers: { 'Content-Type': 'text/csv' },
  });
  const page = await openDesk(browser(), app, 'quotas');
  await cell(page, 'Nhân viên 000').click();
  expect(await page.locator('.sheet-cell').count()).toBeLessThan(100);
  await page.keyboard.type('7');
  await page.keyboard.press('Enter');
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('Shift+Control+End');
  await cell(page, 'Nhân viên 299').waitFor();
  await page.keyboard.press('Control+d');
  await page.getByText('300 thay đổi chưa lưu').first().waitFor();
  await page.keyboard.press('Control+Home');
  await cell(page, 'Nhân viên 299').waitFor({ state: 'detached' });
  await page.getByLabel('Tìm tên').fill('vien 150');
  await expect.poll(() => cell(page, 'Nhân viên 150').isVisible()).toBe(true);
  await cell(page, 'Nhân viên 150').click();
  await page.keyboard.type('9');
  await page.keyboard.press('Enter');
  await paste(page, 'Tên\tTháng 11\nNhân viên 200\t5\nNHÂN VIÊN 100\tchưa rõ\n');
  await page.getByText('1 dòng dán không khớp tên ai').waitFor();
  await page.getByRole('button', { name: '1 ô chưa đọc được' }).click();
  await page.locator('.is-wrong:focus').waitFor();
  await page.keyboard.type('6');
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: 'Lưu 300' }).click();
  await page.getByText('Đã lưu 300 ô.').waitFor();
  const grid = await gridOf(app);
  const own = names.map((name) => grid.rows.find((row) => row.name === name)?.cells[0]?.own);
  expect([own[0], own[150], own[1], own[200], own[100], own[299]]).toEqual([7, 9, 7, 5, 6, 7]);
  expect(page.errors).toEqual([]);
});
