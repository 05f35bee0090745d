// The account's language, on all its devices; or the office's.
import { useState } from 'preact/hooks';
import type { Session } from '../../../shared/schemas/office.ts';
import { patchOwn } from '../api.ts';
import { isLocale } from '../i18n.ts';
import { LANGUAGES, useText } from '../ui/locale.ts';
import { ProblemNote } from '../ui/Problem.tsx';
import { useSubmit } from '../ui/submit.ts';
import { Part } from './Part.tsx';
import { accountText } from './texts.ts';

interface LanguagePartProps {
  session: Session;
  onSession: (session: Session) => void;
}

export function LanguagePart({ session, onSession }: LanguagePartProps) {
  const t = useText(accountText);
  const submit = useSubmit();
  const [isSaved, setSaved] = useState(false);
  const { locale } = session.user;
  const choices = [...LANGUAGES, { value: 'office', label: t('languageOffice') }];
  const choose = (chosen: string) =>
    submit.run(async () => {
      setSaved(false);
      onSession(await patchOwn({ locale: isLocale(chosen) ? chosen : null }));
      setSaved(true);
    });
  return (
    <Part title={t('language')} lead={t('languageLead')} done={isSaved ? t('saved') : null}>
      <select class="input" aria-label={t('language')} onChange={(event) => void choose(event.currentTarget.value)}>
        {choices.map(({ value, label }) => (
          <option key={value} value={value} selected={value === (locale ?? 'office')}>
            {label}
          </option>
        ))}
      </select>
      <ProblemNote error={submit.error} />
    </Part>
  );
}
