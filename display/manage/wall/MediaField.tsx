// A picture or a sound of the office: chosen, made to fit, uploaded, seen or heard, taken away again.
import { useRef } from 'preact/hooks';
import { mediaUrl } from '../../kit/media-url.ts';
import { Button } from '../../kit/ui/Button.tsx';
import { Field } from '../../kit/ui/Field.tsx';
import { useText } from '../../kit/ui/locale.ts';
import { ProblemNote } from '../../kit/ui/Problem.tsx';
import { useSubmit } from '../../kit/ui/submit.ts';
import { uploadMedia } from '../../kit/upload.ts';
import { listenToMedia } from '../../kit/sound/listen.ts';
import { shapePicture, type PictureShape } from '../../kit/picture-file.ts';
import { shapeSound } from '../../kit/sound/sound-file.ts';
import { wallText } from './texts.ts';

interface MediaFieldProps {
  label: string;
  hint?: string;
  /** A picture of this shape, or a sound. */
  shape: PictureShape | 'sound';
  id: string | null;
  onId: (id: string | null) => void;
}

export function MediaField({ label, hint, shape, id, onId }: MediaFieldProps) {
  const t = useText(wallText);
  const submit = useSubmit();
  const input = useRef<HTMLInputElement>(null);
  const isSound = shape === 'sound';
  const take = (file: File | undefined) =>
    file &&
    submit.run(async () => {
      // The same file may be chosen again, after a failure too.
      if (input.current) input.current.value = '';
      const blob = isSound ? await shapeSound(file) : await shapePicture(file, shape);
      onId((await uploadMedia(blob)).id);
    });
  return (
    <div class="media">
      <Field label={label} hint={hint} error={submit.fieldError('file')}>
        {(wiring) => (
          <input
            {...wiring}
            ref={input}
            type="file"
            accept={isSound ? 'audio/*' : 'image/*'}
            onChange={(event) => void take(event.currentTarget.files?.[0])}
          />
        )}
      </Field>
      <ProblemNote error={submit.error} shown={['file']} />
      {submit.isBusy && (
        <p class="small quiet" role="status">
          {t('uploading')}
        </p>
      )}
      {id !== null && !submit.isBusy && (
        <div class="media-now">
          {isSound ? (
            <Button size="small" onClick={() => void submit.run(() => listenToMedia(id))}>
              {t('listen')}
            </Button>
          ) : (
            <img class={shape.isSquare ? 'media-face' : 'media-picture'} src={mediaUrl(id)} alt="" />
          )}
          <Button size="small" look="plain" onClick={() => onId(null)}>
            {t('remove')}
          </Button>
        </div>
      )}
    </div>
  );
}
