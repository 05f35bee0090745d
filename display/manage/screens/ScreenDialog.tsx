// What is set for one TV; it follows at once.
import { useState } from 'preact/hooks';
import type { ScreenView } from '../../../shared/schemas/screens.ts';
import type { PlaylistView } from '../../../shared/schemas/wall.ts';
import { Dialog } from '../../kit/ui/Dialog.tsx';
import { useText } from '../../kit/ui/locale.ts';
import { ProblemNote } from '../../kit/ui/Problem.tsx';
import { useSubmit } from '../../kit/ui/submit.ts';
import { patchScreen } from '../calls.ts';
import { changesOf } from '../changes.ts';
import { FormActions } from '../FormActions.tsx';
import { deskText } from '../texts.ts';
import { ScreenFields } from './ScreenFields.tsx';
import type { ScreenForm } from './screen-form.ts';
import { screenText } from './texts.ts';

interface ScreenDialogProps {
  screen: ScreenView;
  playlists: readonly PlaylistView[];
  onClose: () => void;
  onSaved: () => Promise<void>;
}

export function ScreenDialog({ screen, playlists, onClose, onSaved }: ScreenDialogProps) {
  const t = useText(screenText);
  const desk = useText(deskText);
  const submit = useSubmit();
  const before: ScreenForm = { name: screen.name, ...screen.settings };
  const [form, setForm] = useState(before);
  const save = () =>
    submit.run(async () => {
      await patchScreen(screen.id, changesOf(before, { ...form, name: form.name.trim() }));
      await onSaved();
      onClose();
    });
  return (
    <Dialog title={t('editNamed', { name: screen.name })} onClose={onClose} isWide>
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
        <FormActions action={desk('save')} isBusy={submit.isBusy} onClose={onClose} />
      </form>
    </Dialog>
  );
}
