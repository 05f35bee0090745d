// A photo or a GIF for the wall: chosen or taken, made small here, seen before it is sent.
import { useEffect, useRef, useState } from 'preact/hooks';
import { ApiFailure } from '../../kit/api.ts';
import { shapeWinPicture } from '../../kit/picture-file.ts';
import { Button } from '../../kit/ui/Button.tsx';
import { useLocale, useText } from '../../kit/ui/locale.ts';
import { faultText } from '../../kit/ui/problem-texts.ts';
import { useSubmit } from '../../kit/ui/submit.ts';
import { postText } from './texts.ts';

interface PhotoFieldProps {
  photo: Blob | null;
  onPhoto: (photo: Blob | null) => void;
  /** The office has no photos from reps: one that is there can only go. Rule OS4. */
  isRuledOut: boolean;
}

export function PhotoField({ photo, onPhoto, isRuledOut }: PhotoFieldProps) {
  const t = useText(postText);
  const locale = useLocale();
  const input = useRef<HTMLInputElement>(null);
  const submit = useSubmit();
  const url = useObjectUrl(photo);
  const take = (file: File | undefined) =>
    file &&
    submit.run(async () => {
      // The same file may be chosen again, after a failure too.
      if (input.current) input.current.value = '';
      onPhoto(await shapeWinPicture(file));
    });
  return (
    <div class="more-field">
      <h3>{t('photo')}</h3>
      {url !== null && <img class="photo-now" src={url} alt={t('photoAlt')} />}
      <input
        ref={input}
        class="unseen"
        type="file"
        accept="image/*"
        tabIndex={-1}
        aria-label={t('photoPick')}
        onChange={(event) => void take(event.currentTarget.files?.[0])}
      />
      <div class="photo-actions">
        {!isRuledOut && (
          <Button isBusy={submit.isBusy} onClick={() => input.current?.click()}>
            {t(submit.isBusy ? 'photoShaping' : photo ? 'photoOther' : 'photoPick')}
          </Button>
        )}
        {photo && (
          <Button look="plain" onClick={() => onPhoto(null)}>
            {t('remove')}
          </Button>
        )}
      </div>
      {submit.error !== null && (
        <p class="note note-bad" role="alert">
          {t('photoFailed', { reason: reasonOf(submit.error) })}
        </p>
      )}
      {isRuledOut ? <p class="note note-bad">{t('photoRuled')}</p> : <p class="quiet small">{t('photoHint')}</p>}
    </div>
  );

  function reasonOf(error: unknown): string {
    const fault = error instanceof ApiFailure ? error.field('file') : undefined;
    return faultText(locale, fault ?? { code: 'media/broken' });
  }
}

/** An address of the blob for as long as it is shown. */
function useObjectUrl(blob: Blob | null): string | null {
  const [url, setUrl] = useState<string | null>(null);
  useEffect(() => {
    const made = blob && URL.createObjectURL(blob);
    setUrl(made);
    return () => {
      if (made !== null) URL.revokeObjectURL(made);
    };
  }, [blob]);
  return url;
}
