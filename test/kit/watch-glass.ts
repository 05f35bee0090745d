// What the eye sees of a TV, frame by frame: whether the wall was ever gone.
import type { Page } from 'playwright-core';

/** Watches the glass from now on. The answer says what was there instead of rows, if ever. */
export async function watchGlass(page: Page): Promise<() => Promise<string[]>> {
  await page.evaluate(() => {
    const seen = new Set<string>();
    const look = (): void => {
      const isWhole = document.querySelector('.wall .row .name') !== null;
      if (!isWhole) seen.add(document.body.innerText.slice(0, 80));
      requestAnimationFrame(look);
    };
    look();
    Object.assign(window, { gaps: seen });
  });
  return () => page.evaluate(() => [...(window as unknown as { gaps: Set<string> }).gaps]);
}
