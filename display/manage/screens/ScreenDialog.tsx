// One TV: new, which gives its link once, or as changed, which it follows at once.
import { useState } from 'preact/hooks';
import { DEFAULT_SCREEN } from '../../../shared/screen.ts';
import type { PlaylistView, ScreenView } from '../../../shared/schemas/wall.ts';
import type { Locale } from '../../kit/i18n.ts';
import { Button } from '../../kit/ui/Button.tsx';
import { Dialog } from '../../kit/ui/Dialog.tsx';
import { useText } from '../../kit/ui/locale.ts';
import { ProblemNote } from '../../kit/ui/Problem.tsx';
import { useSubmit } from '../../kit/ui/submit.ts';
import { linkScreen, patchScreen } from '../calls.ts';
import { changesOf } from '../changes.ts';
import { SecretOnce } from '../settings/SecretOnce.tsx';
import { deskText } from '../texts.ts';
import { ScreenFields } from './ScreenFields.tsx';
import type { ScreenForm } from './screen-form.ts';
import { screenText } from './texts.ts';

interface ScreenDialogProps {
  /** Null for a new one. */
  screen: ScreenView | null;
  playlists: readonly PlaylistView[];
  locale: Locale;
  onClose: () => void;
  onSaved: () => Promise<void>;
}

export function ScreenDialog({ screen, playlists, locale, onClose, onSaved }: ScreenDialogProps) {
  const t = useText(screenText);
  const desk = useText(deskText);
  const submit = useSubmit();
  const [form, setForm] = useState(() => formOf(screen, locale));
  const [token, setToken] = useState<string | null>(null);
  const save = () =>
    submit.run(async () => {
      const body = { ...form, name: form.name.trim() };
      if (screen) await patchScreen(screen.id, changesOf(formOf(screen, locale), body));
      else setToken((await linkScreen(body)).token);
      await onSaved();
      if (screen) onClose();
    });
  if (token !== null) {
    const link = `${location.origin}/#token=${token}`;
    return (
      <Dialog title={t('readyTitle', { name: form.name.trim() })} onClose={onClose}>
        <SecretOnce secret={link} lead={t('readyText')} copyWords={t('copy')} href={link} onDone={onClose} />
      </Dialog>
    );
  }
  return (
    <Dialog title={screen ? t('editNamed', { name: screen.name }) : t('add')} onClose={onClose} isWide>
      <form
        class="form"
        onSubmit={(event) => {
          event.preventDefault();
          void save();
        }}
      >
        <ScreenFields
          form={form}
          set={(change) => setForm({ ...form, ...change })}
          playlists={playlists}
          submit={submit}
        />
        <ProblemNote error={submit.error} shown={['name', 'playlistId']} />
        <div class="dialog-actions">
          <Button onClick={onClose}>{desk('cancel')}</Button>
          <Button type="submit" look="main" isBusy={submit.isBusy}>
            {screen ? desk('save') : t('create')}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}

function formOf(screen: ScreenView | null, locale: Locale): ScreenForm {
  return screen ? { name: screen.name, ...screen.settings } : { name: '', ...DEFAULT_SCREEN, locale };
}
