// What is heard for a win: one of Winboard's sounds, or the company's own.
import { BUILT_IN_SOUNDS } from '../../../shared/screen.ts';
import { Button } from '../../kit/ui/Button.tsx';
import { SelectField } from '../../kit/ui/Field.tsx';
import { useText } from '../../kit/ui/locale.ts';
import { listenToMade } from '../../kit/sound/listen.ts';
import type { LookFieldsProps } from './LookFields.tsx';
import { MediaField } from './MediaField.tsx';
import { wallText } from './texts.ts';

export function SoundFields({ form, set }: LookFieldsProps) {
  const t = useText(wallText);
  const { sound } = form;
  return (
    <fieldset class="panel form">
      <legend>{t('sound')}</legend>
      <SelectField
        label={t('sound')}
        hint={t('soundHint')}
        value={sound}
        choices={BUILT_IN_SOUNDS.map((one) => ({ value: one, label: t(one) }))}
        onValue={(chosen) => set({ sound: chosen })}
      />
      {sound !== 'none' && (
        <div>
          <Button size="small" onClick={() => listenToMade(sound)}>
            {t('listen')}
          </Button>
        </div>
      )}
      <MediaField
        label={t('officeSound')}
        hint={t('officeSoundHint')}
        shape="sound"
        id={form.soundId}
        onId={(soundId) => set({ soundId })}
      />
    </fieldset>
  );
}
