// A phone in the hand of an office that has sold for months: a rep's own, full of everything that it can show.
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { DATABASE } from '../../server/app.ts';
import { fillHistory } from '../../server/demo/history.ts';
import type { Sample } from '../../server/demo/sample.ts';
import type { Locale } from '../../display/kit/i18n.ts';
import type { WinView } from '../../shared/schemas/reactions.ts';
import { cookieOf, makeDataDir, startApp, type TestApp } from './app.ts';
import { open, type OpenOptions } from './browser.ts';
import { DISPLAY_DIR } from './build.ts';
import { signIn } from './desk.ts';
import { lanAddress, type Phone } from './phone.ts';

export interface PhoneOffice {
  app: TestApp;
  /** Of everybody there is. */
  password: string;
  /** Whose phone it is. */
  email: string;
}

/** Such an office, where colleagues congratulate each other. The page's time is real, so the server's is, too. */
export async function openPhoneOffice(sample: Sample): Promise<PhoneOffice> {
  const dataDir = makeDataDir();
  const now = Date.now();
  const { repEmail, password } = await fillHistory(join(dataDir, DATABASE), now, sample);
  const app = await startApp({ dataDir, now, displayDir: DISPLAY_DIR });
  for (const { email } of sample.reps.slice(1, 4)) {
    const as = cookieOf(await app.call('POST', '/api/session', { email, password }, { as: '' }));
    const { body } = await app.call<{ items: WinView[] }>('GET', '/api/wins', undefined, { as });
    // One's own is nobody's to congratulate on: it is refused, and the others are not.
    for (const { dealId } of body.items.slice(0, 3)) {
      await app.call('PUT', `/api/deals/${dealId}/reaction`, { kind: 'fire', text: 'Đỉnh quá!' }, { as });
    }
  }
  return { app, password, email: repEmail };
}

/** The phone, signed in, in a language; its owner has chosen it in the menu. */
export async function openOwnPhone(
  browser: Browser,
  { app, email, password }: PhoneOffice,
  locale: Locale,
  size: OpenOptions,
): Promise<Phone> {
  const phone = await open(browser, `${lanAddress(app)}/win`, { reducedMotion: 'reduce', ...size });
  await signIn(phone, { email, password });
  await phone.locator('.pad').waitFor();
  await phone.locator('.win-title').click();
  await phone.locator(`.locale-switch button[lang=${locale}]`).click();
  await phone.locator(`.locale-switch button[lang=${locale}][aria-pressed=true]`).waitFor();
  await phone.keyboard.press('Escape');
  return phone;
}
