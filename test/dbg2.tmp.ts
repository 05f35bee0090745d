import { join } from 'node:path';
import { DATABASE } from '../server/app.ts';
import { fillHistory } from '../server/demo/history.ts';
import { makeDataDir, startApp, cookieOf } from './kit/app.ts';
import { launch, open } from './kit/browser.ts';
import { DISPLAY_DIR } from './kit/build.ts';
import { pairScreen } from './kit/screens.ts';

const dataDir = makeDataDir();
const now = Date.parse('2026-11-24T10:30+07:00');
const keys = await fillHistory(join(dataDir, DATABASE), now);
const app = await startApp({ dataDir, now, displayDir: DISPLAY_DIR });
app.cookie = cookieOf(await app.call('POST', '/api/session', { email: keys.email, password: keys.password }));
const browser = await launch();
const draw = await browser.newPage();
const b64 = await draw.evaluate(() => {
  const c = document.createElement('canvas');
  c.width = 1280;
  c.height = 853;
  const x = c.getContext('2d')!;
  const g = x.createLinearGradient(0, 0, 1280, 853);
  g.addColorStop(0, '#3a6ea5');
  g.addColorStop(0.5, '#9fc5e8');
  g.addColorStop(1, '#6aa84f');
  x.fillStyle = g;
  x.fillRect(0, 0, 1280, 853);
  x.fillStyle = '#fff';
  for (let i = 0; i < 6; i++) {
    x.beginPath();
    x.arc(200 + i * 180, 420 + (i % 2) * 60, 90, 0, 7);
    x.fill();
    x.fillRect(130 + i * 180, 520 + (i % 2) * 60, 140, 400);
  }
  return c.toDataURL('image/jpeg', 0.8).split(',')[1]!;
});
const media = await app.call<{ id: string }>('POST', '/api/media', undefined, {
  raw: new Uint8Array(Buffer.from(b64, 'base64')),
  headers: { 'content-type': 'image/jpeg' },
});
const reps = await app.call<{ items: { id: string; name: string }[] }>('GET', '/api/reps');
const [a, b] = reps.body.items;
for (const [size, locale] of [
  ['1920x1080', 'vi'],
  ['1080x1920', 'en'],
  ['1280x720', 'vi'],
] as const) {
  const [width = 0, height = 0] = size.split('x').map(Number);
  const { token } = await pairScreen(app, { name: 'TV', locale } as never);
  const page = await open(browser, { url: `${app.url}/`, token }, { width, height });
  await page.waitForSelector('.row');
  await page.waitForTimeout(1500);
  const split = size === '1280x720';
  await app.call('POST', '/api/deals', {
    rep: a!.id,
    amount: '185000000',
    customer: 'An Phát Logistics',
    photoId: media.body.id,
    note: 'Cảm ơn anh Bảo đã đi gặp khách cùng ba lần, và cả đội kỹ thuật đã thức trắng đêm để kịp bản demo cho buổi sáng thứ Hai. Cả nhà mình giỏi!',
    ...(split
      ? {
          splits: [
            { rep: a!.id, share: 6000 },
            { rep: b!.id, share: 4000 },
          ],
        }
      : {}),
  });
  await page.waitForSelector('.celebration');
  await page.waitForTimeout(2600);
  await page.screenshot({ path: `/tmp/post-shots/tv-${size}.png` });
  if (page.errors.length) console.log(page.errors);
  await page.context().close();
}
await browser.close();
await app.close();
