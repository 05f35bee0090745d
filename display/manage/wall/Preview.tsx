// The wall itself in a frame, being what is edited. It shows the office's own figures.
import { useEffect, useRef, useState } from 'preact/hooks';
import { isPreviewReady, type PreviewMessage } from '../../../shared/preview.ts';
import type { Playlist } from '../../../shared/scenes.ts';
import { DEFAULT_SCREEN, type WallSettings } from '../../../shared/screen.ts';
import { Button } from '../../kit/ui/Button.tsx';
import { useText } from '../../kit/ui/locale.ts';
import { wallText } from './texts.ts';
import { WallFrame } from './WallFrame.tsx';

interface PreviewProps {
  playlist: Playlist;
  wall: WallSettings;
  /** The item to stay on; null plays by the clock. */
  scene: number | null;
  onPlayAll?: () => void;
}

const SHAPES = ['landscape', 'portrait', 'ultrawide'] as const;
const LEVELS = [
  [1, 'plain'],
  [2, 'big'],
  [3, 'huge'],
] as const;

export function Preview({ playlist, wall, scene, onPlayAll }: PreviewProps) {
  const t = useText(wallText);
  const frame = useRef<HTMLIFrameElement>(null);
  const [isReady, setReady] = useState(false);
  const [shape, setShape] = useState<(typeof SHAPES)[number]>('landscape');
  const message: PreviewMessage = {
    type: 'winboard:preview',
    config: { screen: { id: 'preview', name: '' }, settings: DEFAULT_SCREEN, playlist, wall },
    scene,
  };
  const say = (words: PreviewMessage) => frame.current?.contentWindow?.postMessage(words, location.origin);
  useEffect(() => {
    const hear = ({ data, source, origin }: MessageEvent<unknown>) => {
      if (origin === location.origin && source === frame.current?.contentWindow && isPreviewReady(data)) setReady(true);
    };
    window.addEventListener('message', hear);
    return () => window.removeEventListener('message', hear);
  }, []);
  const told = JSON.stringify(message);
  useEffect(() => {
    if (isReady) say(message);
  }, [isReady, told]);
  return (
    <section class="preview" aria-label={t('preview')}>
      <header class="preview-head">
        <h2>{t('preview')}</h2>
        <div class="tabs">
          {SHAPES.map((one) => (
            <button key={one} type="button" class="tab" aria-pressed={one === shape} onClick={() => setShape(one)}>
              {t(one)}
            </button>
          ))}
        </div>
      </header>
      <WallFrame told="" title={t('preview')} frame={frame} class={`preview-frame-${shape}`} />
      <p class="small quiet">{t('previewText')}</p>
      <div class="preview-tools">
        {onPlayAll && scene !== null && (
          <Button size="small" onClick={onPlayAll}>
            {t('playAll')}
          </Button>
        )}
        <span class="small">{t('tryWin')}</span>
        {LEVELS.map(([level, word]) => (
          <Button
            key={level}
            size="small"
            label={`${t('tryWin')}: ${t(word)}`}
            onClick={() => say({ ...message, celebrate: level })}
          >
            {t(word)}
          </Button>
        ))}
      </div>
    </section>
  );
}
