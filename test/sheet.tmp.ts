import { readFileSync } from 'node:fs';
import { launch } from './kit/browser.ts';
const [out = '', width = '390', ...files] = process.argv.slice(2);
const browser = await launch();
const page = await browser.newPage({ viewport: { width: 40 + files.length * (Number(width) + 10), height: 900 } });
await page.setContent(
  `<body style="margin:10px;background:#888;display:flex;gap:10px;align-items:flex-start">${files.map((f) => `<img src="data:image/png;base64,${readFileSync(f).toString('base64')}" width="${width}">`).join('')}</body>`,
);
await page.waitForTimeout(200);
await page.screenshot({ path: out, fullPage: true });
await browser.close();
