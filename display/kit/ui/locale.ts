// Which language the page speaks: the user's own choice on this device, else the office's, else the browser's.
import { createContext } from 'preact';
import { useCallback, useContext, useEffect, useState } from 'preact/hooks';
import { isLocale, type Locale } from '../i18n.ts';
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

/** The page's language; `officeLocale` null while the office is not known. */
export function useLocaleChoice(officeLocale: Locale | null): LocaleChoice {
  const [own, setOwn] = useState<Locale | null>(() => {
    const kept = readKept(KEY);
    return isLocale(kept) ? kept : null;
  });
  const locale = own ?? officeLocale ?? browserLocale();
  useEffect(() => {
    document.documentElement.lang = locale;
  }, [locale]);
  const setLocale = useCallback((chosen: Locale) => {
    writeKept(KEY, chosen);
    setOwn(chosen);
  }, []);
  return { locale, setLocale };
}

export function useLocale(): Locale {
  return useContext(LocaleContext).locale;
}

/** The words of a room in the page's language. */
export function useText<T>(texts: (locale: Locale) => T): T {
  return texts(useLocale());
}
