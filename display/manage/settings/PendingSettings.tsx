// What of the form is not saved yet, always in sight: save it, or let it go.
import { Button } from '../../kit/ui/Button.tsx';
import { useText } from '../../kit/ui/locale.ts';
import { deskText } from '../texts.ts';
import type { SettingKey } from './known-settings.ts';
import { settingText } from './setting-texts.ts';
import { useSettingWords } from './setting-words.ts';

interface PendingSettingsProps {
  changed: readonly SettingKey[];
  isBusy: boolean;
  /** Something in the form cannot be saved as it is. */
  isWrong: boolean;
  isSaved: boolean;
  onDiscard: () => void;
}

export function PendingSettings({ changed, isBusy, isWrong, isSaved, onDiscard }: PendingSettingsProps) {
  const t = useText(settingText);
  const desk = useText(deskText);
  const { nameOf } = useSettingWords();
  // A day off and its name are one thing to whoever changes them.
  const names = [...new Set(changed.map((key) => nameOf(key === 'holidayNames' ? 'holidays' : key)))];
  if (names.length === 0 && !isWrong) {
    return (
      <p class="settings-saved" role="status">
        {isSaved ? desk('saved') : ''}
      </p>
    );
  }
  return (
    <section class="pending-bar" aria-label={t('pending', { count: names.length })}>
      <div class="pending-head">
        <p role="status" class="pending-names">
          <strong>{t('pending', { count: names.length })}</strong> <span class="small">{names.join(' · ')}</span>
          {isWrong && <span class="field-error">{t('wrong')}</span>}
        </p>
        <div class="pending-tools">
          <Button onClick={onDiscard} isDisabled={isBusy}>
            {t('discard')}
          </Button>
          <Button type="submit" look="main" isBusy={isBusy}>
            {desk('save')}
          </Button>
        </div>
      </div>
    </section>
  );
}
