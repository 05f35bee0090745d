// Pictures of everything that a rep's phone can show, on phones of two sizes, in both languages.
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { openOwnPhone, openPhoneOffice } from '../kit/phone-office.ts';
import { phoneStates, toForm } from '../kit/phone-states.ts';
import { OFFICES, type ShotOffice } from './offices.ts';

const SIZES = ['390x844', '320x640'];
const LOCALES = ['vi', 'en'] as const;

interface Phone {
  name: string;
  office: ShotOffice;
  size: string;
  locale: (typeof LOCALES)[number];
}

function everyPhone(): Phone[] {
  return Object.entries(OFFICES).flatMap(([name, office]) =>
    LOCALES.flatMap((locale) => SIZES.map((size) => ({ name, office, size, locale }))),
  );
}

/** Takes those whose name `isWanted`; gives how many. */
export async function takePhones(
  browser: Browser,
  folder: string,
  isWanted: (name: string) => boolean,
): Promise<number> {
  let count = 0;
  for (const phone of everyPhone()) {
    const { name, size, locale } = phone;
    if (isWanted(['phone', name, size, locale].join(' '))) count += await takePhone(browser, folder, phone);
  }
  return count;
}

/** What is shown goes through wins, activities and plans: each phone has an office of its own. */
async function takePhone(browser: Browser, folder: string, { name, office, size, locale }: Phone): Promise<number> {
  const opened = await openPhoneOffice(office.sample);
  try {
    const [width = 0, height = 0] = size.split('x').map(Number);
    const phone = await openOwnPhone(browser, opened, locale, { width, height });
    const states = phoneStates(locale);
    for (const [index, state] of states.entries()) {
      await toForm(phone);
      await state.open(phone);
      await phone.evaluate(() => document.fonts.ready);
      const place = `${String(index + 1).padStart(2, '0')}-${state.name.replaceAll(/\W+/g, '-')}`;
      await phone.screenshot({ path: join(folder, `phone_${name}_${size}_${locale}_${place}.png`) });
    }
    await phone.context().close();
    return states.length;
  } finally {
    await opened.app.close();
  }
}
