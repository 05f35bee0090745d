// One's own walk-up: a sound of ours, a file or a recording, heard before it is saved.
import { BUILT_IN_SOUNDS } from '../../../shared/screen.ts';
import { listenToFile, listenToMedia } from '../../kit/sound/listen.ts';
import { madeSound, shapeSound } from '../../kit/sound/sound-file.ts';
import type { Made } from '../../kit/sound/synth.ts';
import { Button } from '../../kit/ui/Button.tsx';
import { useText } from '../../kit/ui/locale.ts';
import { ProblemNote } from '../../kit/ui/Problem.tsx';
import { useSubmit } from '../../kit/ui/submit.ts';
import { FileButton } from './FileButton.tsx';
import { RecordButton } from './RecordButton.tsx';
import { profileText } from './texts.ts';

interface OwnSoundProps {
  soundId: string | null;
  /** The one that is not saved yet; null takes the saved one away. */
  sound: Blob | null | undefined;
  onSound: (sound: Blob | null) => void;
}

const MADE = BUILT_IN_SOUNDS.filter((sound): sound is Made => sound !== 'none');

export function OwnSound({ soundId, sound, onSound }: OwnSoundProps) {
  const t = useText(profileText);
  const submit = useSubmit();
  const isNew = sound !== undefined && sound !== null;
  const hasSound = isNew || (sound === undefined && soundId !== null);
  /** Takes a sound, and lets it be heard. */
  const take = (make: () => Promise<Blob>) =>
    void submit.run(async () => {
      const made = await make();
      onSound(made);
      await listenToFile(made);
    });
  const listen = () =>
    void submit.run(async () => {
      if (sound) await listenToFile(sound);
      else if (soundId !== null) await listenToMedia(soundId);
    });
  return (
    <section class="own-sound" aria-labelledby="own-sound">
      <h3 id="own-sound">{t('sound')}</h3>
      <p class="quiet" role="status">
        {t(isNew ? 'soundNew' : hasSound ? 'soundOwn' : 'soundNone')}
      </p>
      {hasSound && (
        <div class="own-actions">
          <Button onClick={listen}>{t('listen')}</Button>
          <Button look="plain" onClick={() => onSound(null)}>
            {t('removeSound')}
          </Button>
        </div>
      )}
      <div class="made" role="group" aria-label={t('pick')}>
        {MADE.map((made) => (
          <button key={made} type="button" class="made-one" onClick={() => take(() => madeSound(made))}>
            {t(made)}
          </button>
        ))}
      </div>
      <div class="own-actions">
        <FileButton
          label={t('upload')}
          accept="audio/*"
          isBusy={submit.isBusy}
          onFile={(file) => take(() => shapeSound(file))}
        />
        <RecordButton onRecorded={(recorded) => take(() => shapeSound(recorded))} />
      </div>
      <p class="quiet small">{t('uploadHint')}</p>
      <ProblemNote error={submit.error} />
    </section>
  );
}
