// Pairing a TV: its code, its name, and what it shows, in one step.
import { useState } from 'preact/hooks';
import { DEFAULT_SCREEN } from '../../../shared/screen.ts';
import type { ScreenView } from '../../../shared/schemas/screens.ts';
import type { PlaylistView } from '../../../shared/schemas/wall.ts';
import type { Locale } from '../../kit/i18n.ts';
import { Dialog } from '../../kit/ui/Dialog.tsx';
import { SelectField, TextField } from '../../kit/ui/Field.tsx';
import { useText } from '../../kit/ui/locale.ts';
import { ProblemNote } from '../../kit/ui/Problem.tsx';
import { useSubmit } from '../../kit/ui/submit.ts';
import { claimScreen } from '../calls.ts';
import { FormActions } from '../FormActions.tsx';
import { FirstFields, NameField } from './ScreenFields.tsx';
import type { ScreenForm } from './screen-form.ts';
import { screenText } from './texts.ts';

const CODE_INPUT = {
  class: 'code-input',
  required: true,
  maxLength: 12,
  autocomplete: 'off',
  autocapitalize: 'characters',
  spellcheck: false,
} as const;

interface ClaimDialogProps {
  /** From a TV's QR code; empty to be typed. */
  code: string;
  screens: readonly ScreenView[];
  playlists: readonly PlaylistView[];
  locale: Locale;
  onClose: () => void;
  onClaimed: (name: string) => Promise<void>;
}

export function ClaimDialog({ code: given, screens, playlists, locale, onClose, onClaimed }: ClaimDialogProps) {
  const t = useText(screenText);
  const submit = useSubmit();
  const [code, setCode] = useState(given);
  const [replaces, setReplaces] = useState('');
  const [form, setForm] = useState<ScreenForm>(() => ({ name: '', ...DEFAULT_SCREEN, locale }));
  const part = { form, set: (change: Partial<ScreenForm>) => setForm({ ...form, ...change }), playlists, submit };
  const claim = () =>
    submit.run(async () => {
      const wanted = replaces === '' ? { ...form, name: form.name.trim() } : { replaces };
      await onClaimed((await claimScreen({ code, ...wanted })).name);
      onClose();
    });
  return (
    <Dialog title={t('add')} onClose={onClose}>
      <form
        class="form"
        onSubmit={(event) => {
          event.preventDefault();
          void claim();
        }}
      >
        <TextField
          label={t('code')}
          hint={t('codeHint')}
          value={code}
          onValue={setCode}
          error={submit.fieldError('code')}
          input={CODE_INPUT}
        />
        {screens.length > 0 && (
          <SelectField
            label={t('replaces')}
            hint={replaces === '' ? undefined : t('replacesHint')}
            value={replaces}
            choices={[
              { value: '', label: t('replacesNew') },
              ...screens.map(({ id, name }) => ({ value: id, label: t('replacesOne', { name }) })),
            ]}
            onValue={setReplaces}
          />
        )}
        {replaces === '' && (
          <>
            <NameField {...part} isFirst={given !== ''} />
            <FirstFields {...part} />
          </>
        )}
        <ProblemNote error={submit.error} shown={['code', 'name', 'playlistId']} />
        <FormActions action={t('claim')} isBusy={submit.isBusy} onClose={onClose} />
      </form>
    </Dialog>
  );
}
