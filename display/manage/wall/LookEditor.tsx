// Theme, brand, celebrations and sound of all screens, with the wall beside them.
import { useState } from 'preact/hooks';
import { DEFAULT_PLAYLIST } from '../../../shared/scenes.ts';
import type { WallView } from '../../../shared/schemas/wall.ts';
import { useUnits } from '../../kit/ui/formats.ts';
import { useLocale, useText } from '../../kit/ui/locale.ts';
import { ProblemNote } from '../../kit/ui/Problem.tsx';
import { useSubmit } from '../../kit/ui/submit.ts';
import { patchWall } from '../calls.ts';
import { SaveBar } from '../SaveBar.tsx';
import { CelebrationFields } from './CelebrationFields.tsx';
import { LEVELS, lookForm, lookPatch, unreadable, type LookForm } from './look-form.ts';
import { LookFields } from './LookFields.tsx';
import { Preview } from './Preview.tsx';
import { SoundFields } from './SoundFields.tsx';
import { wallText } from './texts.ts';

interface LookEditorProps {
  wall: WallView;
  onSaved: () => Promise<void>;
}

export function LookEditor({ wall, onSaved }: LookEditorProps) {
  const t = useText(wallText);
  const locale = useLocale();
  const { exponent } = useUnits();
  const submit = useSubmit();
  const [form, setForm] = useState(() => lookForm(wall, exponent, locale));
  const [isSaved, setSaved] = useState(false);
  const wrong = unreadable(form, exponent, locale);
  const set = (change: Partial<LookForm>) => {
    setSaved(false);
    setForm({ ...form, ...change });
  };
  const save = async () => {
    setSaved(
      await submit.run(async () => {
        setForm(lookForm(await patchWall(lookPatch(form, wall, exponent, locale)), exponent, locale));
        await onSaved();
      }),
    );
  };
  return (
    <div class="with-preview">
      <form
        class="settings"
        onSubmit={(event) => {
          event.preventDefault();
          if (wrong.length === 0) void save();
        }}
      >
        <LookFields form={form} set={set} />
        <CelebrationFields form={form} set={set} wrong={wrong} fieldError={submit.fieldError} />
        <SoundFields form={form} set={set} />
        <ProblemNote error={submit.error} shown={LEVELS} />
        <SaveBar isBusy={submit.isBusy} isDisabled={wrong.length > 0} isSaved={isSaved} saved={t('saved')} />
      </form>
      <Preview playlist={DEFAULT_PLAYLIST} wall={{ ...wall, ...form }} scene={null} />
    </div>
  );
}
