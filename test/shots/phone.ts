// Pictures of everything that a rep's phone can show, on phones of two sizes, in both languages.
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { openOwnPhone, openPhoneOffice } from '../kit/phone-office.ts';
import { phoneStates, toForm } from '../kit/phone-states.ts';
import { OFFICES } from './offices.ts';

const SIZES = ['390x844', '320x640'];
const LOCALES = ['vi', 'en'] as const;

/** Takes those whose name `isWanted`; gives how many. */
export async function takePhones(
  browser: Browser,
  folder: string,
  isWanted: (name: string) => boolean,
): Promise<number> {
  let count = 0;
  for (const [name, { sample }] of Object.entries(OFFICES)) {
    for (const locale of LOCALES) {
      const sizes = SIZES.filter((size) => isWanted(['phone', name, size, locale].join(' ')));
      for (const size of sizes) {
        const office = await openPhoneOffice(sample);
        try {
          const [width = 0, height = 0] = size.split('x').map(Number);
          const phone = await openOwnPhone(browser, office, locale, { width, height });
          for (const [index, state] of phoneStates(locale).entries()) {
            await toForm(phone);
            await state.open(phone);
            await phone.evaluate(() => document.fonts.ready);
            const place = `${String(index + 1).padStart(2, '0')}-${state.name.replaceAll(/\W+/g, '-')}`;
            await phone.screenshot({ path: join(folder, `phone_${name}_${size}_${locale}_${place}.png`) });
            count += 1;
          }
          await phone.context().close();
        } finally {
          await office.app.close();
        }
      }
    }
  }
  return count;
}
