// Records some seconds by the microphone. Browsers allow it on https only; elsewhere the button is not there.
import { useEffect, useRef, useState } from 'preact/hooks';
import { MAX_SECONDS } from '../../kit/sound/sound-file.ts';
import { Button } from '../../kit/ui/Button.tsx';
import { useText } from '../../kit/ui/locale.ts';
import { profileText } from './texts.ts';

export function RecordButton({ onRecorded }: { onRecorded: (sound: Blob) => void }) {
  const t = useText(profileText);
  const { secondsLeft, isRefused, start, stop } = useRecorder(onRecorded);
  if (!window.isSecureContext || typeof MediaRecorder === 'undefined') return null;
  return (
    <>
      {secondsLeft === null ? (
        <Button onClick={start}>{t('record')}</Button>
      ) : (
        <Button look="danger" onClick={stop}>
          {t('stop', { seconds: secondsLeft })}
        </Button>
      )}
      {isRefused && (
        <p class="note note-gold" role="alert">
          {t('noMicrophone')}
        </p>
      )}
    </>
  );
}

function useRecorder(onRecorded: (sound: Blob) => void) {
  const [secondsLeft, setLeft] = useState<number | null>(null);
  const [isRefused, setRefused] = useState(false);
  const recorder = useRef<MediaRecorder | null>(null);
  const isOff = useRef(false);
  const stop = () => recorder.current?.stop();
  // A sheet that is closed listens no more, and wants nothing of what was heard.
  useEffect(
    () => () => {
      isOff.current = true;
      stop();
    },
    [],
  );
  useEffect(() => {
    if (secondsLeft === null) return undefined;
    const timer = setTimeout(() => (secondsLeft <= 1 ? stop() : setLeft(secondsLeft - 1)), 1000);
    return () => clearTimeout(timer);
  }, [secondsLeft]);
  const record = async () => {
    const stream = await navigator.mediaDevices.getUserMedia({ audio: true });
    const parts: Blob[] = [];
    const made = new MediaRecorder(stream);
    recorder.current = made;
    made.addEventListener('dataavailable', ({ data }) => parts.push(data));
    made.addEventListener('stop', () => {
      for (const track of stream.getTracks()) track.stop();
      recorder.current = null;
      if (isOff.current) return;
      setLeft(null);
      onRecorded(new Blob(parts, { type: made.mimeType }));
    });
    made.start();
    if (isOff.current) stop();
    else setLeft(MAX_SECONDS);
  };
  const start = () => {
    setRefused(false);
    record().catch(() => setRefused(true));
  };
  return { secondsLeft, isRefused, start, stop };
}
