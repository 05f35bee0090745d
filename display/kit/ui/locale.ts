// Which language the page speaks: the account's own, else what was chosen on this device, else the office's, else the
// browser's. What somebody who is signed in chooses goes with the account, to all devices.
import { createContext } from 'preact';
import { useCallback, useContext, useEffect, useState } from 'preact/hooks';
import { isLocale, type Locale } from '../i18n.ts';
import type { Session } from '../../../shared/schemas/office.ts';
import { patchOwn } from '../api.ts';
import { readKept, writeKept } from '../kept.ts';

const KEY = 'locale';

/** Each language in its own words. */
export const LANGUAGES = [
  { value: 'vi', label: 'Tiếng Việt' },
  { value: 'en', label: 'English' },
] as const;

interface LocaleChoice {
  locale: Locale;
  setLocale: (locale: Locale) => void;
}

export const LocaleContext = createContext<LocaleChoice>({ locale: 'vi', setLocale: () => undefined });

function browserLocale(): Locale {
  return navigator.language.startsWith('vi') ? 'vi' : 'en';
}

/** The page's language before anybody is signed in; `officeLocale` null while the office is not known. */
export function useLocaleChoice(officeLocale: Locale | null): LocaleChoice {
  const choice = useDeviceLocale(officeLocale);
  usePageLanguage(choice.locale);
  return choice;
}

function useDeviceLocale(officeLocale: Locale | null): LocaleChoice {
  const [own, setOwn] = useState<Locale | null>(() => {
    const kept = readKept(KEY);
    return isLocale(kept) ? kept : null;
  });
  const locale = own ?? officeLocale ?? browserLocale();
  const setLocale = useCallback((chosen: Locale) => {
    writeKept(KEY, chosen);
    setOwn(chosen);
  }, []);
  return { locale, setLocale };
}

/** The page's language, by whoever is signed in; `onSession` takes the session as a choice has changed it. */
export function useAccountLocale(session: Session | null, onSession: (session: Session) => void): LocaleChoice {
  const device = useDeviceLocale(session?.office.locale ?? null);
  const locale = session?.user.locale ?? device.locale;
  usePageLanguage(locale);
  const setLocale = (chosen: Locale) => {
    if (!session) {
      device.setLocale(chosen);
      return;
    }
    // At once, also where there is no network: then it lasts until the server says otherwise.
    onSession({ ...session, user: { ...session.user, locale: chosen } });
    patchOwn({ locale: chosen }).catch(() => undefined);
  };
  return { locale, setLocale };
}

function usePageLanguage(locale: Locale): void {
  useEffect(() => {
    document.documentElement.lang = locale;
  }, [locale]);
}

export function useLocale(): Locale {
  return useContext(LocaleContext).locale;
}

/** The words of a room in the page's language. */
export function useText<T>(texts: (locale: Locale) => T): T {
  return texts(useLocale());
}
