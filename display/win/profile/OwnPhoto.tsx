// One's own face: from the camera or a file, cut to a square, seen before it is saved.
import { useEffect, useState } from 'preact/hooks';
import type { Session } from '../../../shared/schemas/office.ts';
import { PHOTO, shapePicture } from '../../kit/picture-file.ts';
import { Button } from '../../kit/ui/Button.tsx';
import { useText } from '../../kit/ui/locale.ts';
import { ProblemNote } from '../../kit/ui/Problem.tsx';
import { useSubmit } from '../../kit/ui/submit.ts';
import { Face } from '../Face.tsx';
import { FileButton } from './FileButton.tsx';
import { profileText } from './texts.ts';

interface OwnPhotoProps {
  user: Session['user'];
  /** The one that is not saved yet; null takes the saved one away. */
  photo: Blob | null | undefined;
  onPhoto: (photo: Blob | null) => void;
}

export function OwnPhoto({ user, photo, onPhoto }: OwnPhotoProps) {
  const t = useText(profileText);
  const submit = useSubmit();
  const url = useObjectUrl(photo ?? null);
  const hasPhoto = photo === undefined ? user.photoId !== null : photo !== null;
  return (
    <section class="own-photo" aria-label={t('photo')}>
      {url === null ? (
        <Face name={user.name} photoId={photo === undefined ? user.photoId : null} />
      ) : (
        <span class="face">
          <img src={url} alt={t('photo')} />
        </span>
      )}
      <div class="own-actions">
        <FileButton
          label={t(hasPhoto ? 'otherPhoto' : 'choosePhoto')}
          accept="image/*"
          isBusy={submit.isBusy}
          onFile={(file) => void submit.run(async () => onPhoto(await shapePicture(file, PHOTO)))}
        />
        {hasPhoto && (
          <Button look="plain" onClick={() => onPhoto(null)}>
            {t('removePhoto')}
          </Button>
        )}
      </div>
      <ProblemNote error={submit.error} />
    </section>
  );
}

function useObjectUrl(file: Blob | null): string | null {
  const [url, setUrl] = useState<string | null>(null);
  useEffect(() => {
    const made = file && URL.createObjectURL(file);
    setUrl(made);
    return () => {
      if (made !== null) URL.revokeObjectURL(made);
    };
  }, [file]);
  return url;
}
