// The page's language, each named in its own words.
import { useContext } from 'preact/hooks';
import { LocaleContext, useText } from './locale.ts';
import { uiText } from './texts.ts';

const NAMES = [
  ['vi', 'Tiếng Việt', 'VI'],
  ['en', 'English', 'EN'],
] as const;

export function LocaleSwitch() {
  const { locale, setLocale } = useContext(LocaleContext);
  const t = useText(uiText);
  return (
    <div class="locale-switch" role="group" aria-label={t('language')}>
      {NAMES.map(([code, name, short]) => (
        <button
          key={code}
          type="button"
          lang={code}
          title={name}
          aria-pressed={code === locale}
          onClick={() => setLocale(code)}
        >
          {short}
        </button>
      ))}
    </div>
  );
}
