// QR codes as a phone reads them: from the pixels that are on the screen.
import type { Locator } from 'playwright-core';
import decode from 'qr/decode.js';

/** What the code on an element says. Throws where no phone could read it. */
export async function readQr(code: Locator): Promise<string> {
  const png = (await code.screenshot()).toString('base64');
  // A page of its own: that of the code lets no foreign picture in.
  const blank = await code.page().context().newPage();
  try {
    const { data, ...size } = await blank.evaluate(pixelsOf, png);
    return decode({ ...size, data: Uint8Array.from(data) });
  } finally {
    await blank.close();
  }
}

/** In the page: the colours of a picture, dot by dot. */
async function pixelsOf(png: string): Promise<{ width: number; height: number; data: number[] }> {
  const picture = new Image();
  picture.src = `data:image/png;base64,${png}`;
  await picture.decode();
  const { width, height } = picture;
  const canvas = new OffscreenCanvas(width, height);
  const context = canvas.getContext('2d');
  if (!context) throw new Error('no canvas');
  context.drawImage(picture, 0, 0);
  return { width, height, data: [...context.getImageData(0, 0, width, height).data] };
}
