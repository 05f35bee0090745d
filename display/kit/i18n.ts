// Words in both languages: dictionaries that the compiler holds complete, ICU messages (plurals) formatted by
// intl-messageformat, each message parsed once.
import { IntlMessageFormat } from 'intl-messageformat';

export type Locale = 'vi' | 'en';

export type Values = Record<string, string | number>;
export type Translate<K extends string> = (key: K, values?: Values) => string;

export function isLocale(value: unknown): value is Locale {
  return value === 'vi' || value === 'en';
}

/** The language of a locale that we speak, else English. */
export function officeLocale(locale: string): Locale {
  const language = locale.slice(0, 2);
  return isLocale(language) ? language : 'en';
}

/** A dictionary as a function: of a locale, then of a key and its values. The inner function is made once a locale. */
export function translator<K extends string>(
  messages: Record<Locale, Record<K, string>>,
): (locale: Locale) => Translate<K> {
  const made = { vi: translate('vi', messages.vi), en: translate('en', messages.en) };
  return (locale) => made[locale];
}

/** What the build makes of a message with arguments (parsed-messages.ts). */
type Parsed = ReturnType<IntlMessageFormat['getAst']>;

function translate<K extends string>(locale: Locale, messages: Record<K, string>): Translate<K> {
  const parsed = new Map<K, IntlMessageFormat>();
  return (key, values) => {
    const text: string | Parsed = messages[key];
    if (typeof text === 'string' && !text.includes('{')) return text;
    let message = parsed.get(key);
    if (!message) {
      message = new IntlMessageFormat(text, locale, undefined, { ignoreTag: true });
      parsed.set(key, message);
    }
    return String(message.format(values));
  };
}
