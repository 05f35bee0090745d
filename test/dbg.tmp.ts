import { join } from 'node:path';
import { DATABASE } from '../server/app.ts';
import { fillHistory } from '../server/demo/history.ts';
import { makeDataDir, startApp, cookieOf } from './kit/app.ts';
import { launch, open } from './kit/browser.ts';
import { DISPLAY_DIR } from './kit/build.ts';
import { signIn } from './kit/desk.ts';
import { pngBytes } from './kit/media.ts';

const dataDir = makeDataDir();
const now = Date.parse('2026-11-24T10:30+07:00');
const keys = await fillHistory(join(dataDir, DATABASE), now);
const app = await startApp({ dataDir, now, displayDir: DISPLAY_DIR });
app.cookie = cookieOf(await app.call('POST', '/api/session', { email: keys.email, password: keys.password }));
const browser = await launch();
const sizes = process.argv[2] ? [process.argv[2]] : ['390x844', '320x640'];
const langs = process.argv[3] ? [process.argv[3]] : ['vi', 'en'];
for (const size of sizes) {
  const [width = 0, height = 0] = size.split('x').map(Number);
  for (const lang of langs) {
    const page = await open(browser, `${app.url}/win`, { width, height, reducedMotion: 'reduce' });
    await page.evaluate((l) => localStorage.setItem('winboard.locale', JSON.stringify(l)), lang);
    await page.reload();
    await signIn(page, { email: keys.repEmail, password: keys.password });
    await page.waitForSelector('.pad');
    await page.waitForTimeout(700);
    const shot = async (name: string) => page.screenshot({ path: `/tmp/post-shots/${size}-${lang}-${name}.png` });
    await shot('1-empty');
    for (const key of ['1', '8', '5', '000', '000'])
      await page.locator('.pad').getByRole('button', { name: key, exact: true }).click();
    await shot('2-amount');
    await page.locator('.pick-chip').first().click();
    await page.waitForTimeout(200);
    await shot('3-customer');
    await page.locator('.more-button').click();
    await page.waitForSelector('.more');
    await page.waitForTimeout(300);
    await page.setInputFiles('input[type=file]', { name: 'x.png', mimeType: 'image/png', buffer: pngBytes(900, 600) });
    await page.waitForSelector('.photo-now');
    await page.fill(
      '.more textarea',
      lang === 'vi' ? 'Cảm ơn anh Bảo đã đi gặp khách cùng, ba lần!' : 'Thanks to Bảo for coming along, three times!',
    );
    await page.waitForTimeout(300);
    await shot('4-more');
    await page.locator('[data-extra=location]').scrollIntoViewIfNeeded();
    await page.waitForTimeout(200);
    await shot('5-more-below');
    await page.locator('[data-extra=split] button').click();
    await page.waitForTimeout(400);
    await page.locator('.pick').nth(0).click();
    await page.locator('.pick').nth(1).click();
    await page.waitForTimeout(300);
    await shot('6-split');
    await page.locator('.dialog-close').click();
    await page.waitForTimeout(300);
    await shot('7-set');
    await page.locator('.win-send').click();
    await page.waitForTimeout(1200);
    await shot('8-result');
    await page.locator('.result-actions .win-send').click();
    await page.waitForTimeout(200);
    await page.locator('.chip').click();
    await page.waitForTimeout(500);
    await shot('9-outbox');
    if (page.errors.length) console.log(page.errors);
    await page.context().close();
  }
}
await browser.close();
await app.close();
