// What is set for one TV.
import { DARKNESS, ROTATIONS, THEMES, type Privacy } from '../../../shared/screen.ts';
import type { PlaylistView } from '../../../shared/schemas/wall.ts';
import { CheckField, SelectField, TextField } from '../../kit/ui/Field.tsx';
import { LANGUAGES, useText } from '../../kit/ui/locale.ts';
import type { Submit } from '../../kit/ui/submit.ts';
import { HoursFields } from '../HoursFields.tsx';
import { wallText } from '../wall/texts.ts';
import { BoardFields } from './BoardFields.tsx';
import type { ScreenForm } from './screen-form.ts';
import { screenText } from './texts.ts';

interface ScreenFieldsProps {
  form: ScreenForm;
  set: (change: Partial<ScreenForm>) => void;
  playlists: readonly PlaylistView[];
  submit: Submit;
}

export function ScreenFields(props: ScreenFieldsProps) {
  const { form, set } = props;
  return (
    <>
      <NameField {...props} />
      <FirstFields {...props} />
      <PrivacyFields privacy={form.privacy} onPrivacy={(privacy) => set({ privacy })} />
      <SoundFields form={form} set={set} />
      <DarkFields form={form} set={set} />
      <PictureFields form={form} set={set} />
    </>
  );
}

interface NameFieldProps extends Omit<ScreenFieldsProps, 'playlists'> {
  /** What stands before it is filled in. */
  isFirst?: boolean;
}

export function NameField({ form, set, submit, isFirst = false }: NameFieldProps) {
  const t = useText(screenText);
  return (
    <TextField
      label={t('name')}
      hint={t('nameHint')}
      value={form.name}
      onValue={(name) => set({ name })}
      error={submit.fieldError('name')}
      input={{ required: true, maxLength: 120, autocomplete: 'off', autofocus: isFirst }}
    />
  );
}

/** What is asked of a new TV, too. */
export function FirstFields({ form, set, playlists, submit }: ScreenFieldsProps) {
  const t = useText(screenText);
  const wall = useText(wallText);
  return (
    <div class="form-grid">
      <BoardFields board={form.board} onBoard={(board) => set({ board })} />
      <SelectField
        label={t('playlist')}
        value={form.playlistId ?? ''}
        choices={[
          { value: '', label: wall('builtIn') },
          ...playlists.map(({ id, name }) => ({ value: id, label: name })),
        ]}
        onValue={(id) => set({ playlistId: id || null })}
        error={submit.fieldError('playlistId')}
      />
      <SelectField
        label={t('language')}
        value={form.locale ?? ''}
        choices={[{ value: '', label: t('asOffice') }, ...LANGUAGES]}
        onValue={(locale) => set({ locale: locale || null })}
      />
      <SelectField
        label={wall('theme')}
        value={form.theme ?? ''}
        choices={[{ value: '', label: t('asOffice') }, ...THEMES.map((one) => ({ value: one, label: wall(one) }))]}
        onValue={(theme) => set({ theme: theme || null })}
      />
    </div>
  );
}

function PrivacyFields({ privacy, onPrivacy }: { privacy: Privacy; onPrivacy: (privacy: Privacy) => void }) {
  const t = useText(screenText);
  return (
    <fieldset class="form-part">
      <legend>{t('privacy')}</legend>
      <p class="small quiet">{t('privacyText')}</p>
      {(['initials', 'hideAmounts', 'hideCustomers'] as const).map((key) => (
        <CheckField
          key={key}
          label={t(key)}
          isOn={privacy[key]}
          onChange={(isOn) => onPrivacy({ ...privacy, [key]: isOn })}
        />
      ))}
    </fieldset>
  );
}

/** What a screen's quiet hours begin as. */
const NIGHT = { fromMinute: 18 * 60, toMinute: 8 * 60 };

function SoundFields({ form, set }: Pick<ScreenFieldsProps, 'form' | 'set'>) {
  const t = useText(screenText);
  const wall = useText(wallText);
  return (
    <fieldset class="form-part">
      <legend>{t('sound')}</legend>
      <TextField
        label={t('volume', { volume: form.volume })}
        value={String(form.volume)}
        onValue={(volume) => set({ volume: Number(volume) })}
        input={{ type: 'range', min: 0, max: 100, step: 5 }}
      />
      <CheckField
        label={t('quietHours')}
        isOn={form.quietHours !== null}
        onChange={(isOn) => set({ quietHours: isOn ? NIGHT : null })}
      />
      {form.quietHours && (
        <>
          <HoursFields hours={form.quietHours} onHours={(quietHours) => set({ quietHours })} />
          <p class="small quiet">{wall('hoursHint')}</p>
        </>
      )}
      <CheckField
        label={t('speech')}
        hint={t('speechHint')}
        isOn={form.speech}
        onChange={(speech) => set({ speech })}
      />
      <CheckField label={t('captions')} isOn={form.captions} onChange={(captions) => set({ captions })} />
    </fieldset>
  );
}

/** What a screen's dark hours begin as. */
const OFF_HOURS = { fromMinute: 20 * 60, toMinute: 7 * 60 };

function DarkFields({ form, set }: Pick<ScreenFieldsProps, 'form' | 'set'>) {
  const t = useText(screenText);
  const wall = useText(wallText);
  return (
    <fieldset class="form-part">
      <legend>{t('dark')}</legend>
      <CheckField
        label={t('darkHours')}
        hint={t('darkHint')}
        isOn={form.darkHours !== null}
        onChange={(isOn) => set({ darkHours: isOn ? OFF_HOURS : null })}
      />
      {form.darkHours && (
        <>
          <HoursFields hours={form.darkHours} onHours={(darkHours) => set({ darkHours })} />
          <p class="small quiet">{wall('hoursHint')}</p>
          <SelectField
            label={t('darkness')}
            value={form.darkness}
            choices={DARKNESS.map((one) => ({ value: one, label: t(`darkness_${one}`) }))}
            onValue={(darkness) => set({ darkness })}
          />
        </>
      )}
    </fieldset>
  );
}

function PictureFields({ form, set }: Pick<ScreenFieldsProps, 'form' | 'set'>) {
  const t = useText(screenText);
  return (
    <fieldset class="form-part">
      <legend>{t('picture')}</legend>
      <SelectField
        label={t('rotation')}
        value={String(form.rotation)}
        choices={ROTATIONS.map((one) => ({ value: String(one), label: t(`rotation_${one}`) }))}
        onValue={(turned) => set({ rotation: ROTATIONS.find((one) => String(one) === turned) ?? 0 })}
      />
      <TextField
        label={t('textScale', { percent: form.textScale })}
        hint={t('textScaleHint')}
        value={String(form.textScale)}
        onValue={(textScale) => set({ textScale: Number(textScale) })}
        input={{ type: 'range', min: 100, max: 150, step: 10 }}
      />
      <CheckField label={t('calmField')} hint={t('calmHint')} isOn={form.calm} onChange={(calm) => set({ calm })} />
      <TextField
        label={t('safeArea')}
        hint={t('safeAreaHint')}
        value={String(form.safeArea)}
        onValue={(safeArea) => set({ safeArea: Math.round(Number(safeArea)) })}
        input={{ type: 'number', min: 0, max: 8, required: true }}
      />
    </fieldset>
  );
}
