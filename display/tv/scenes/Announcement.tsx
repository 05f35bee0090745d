// What a manager wants to be read: a headline, a text, a picture. The text is set as large as it fits.
import './announcement.css';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { mediaUrl } from '../media-url.ts';
import type { SceneProps } from '../scene.ts';
import { useWall } from '../wall-context.ts';

export function Announcement({ item: { title, text, imageId } }: SceneProps) {
  const { onFault } = useWall();
  const [broken, setBroken] = useState<string | null>(null);
  const words = useRef<HTMLDivElement>(null);
  const hasWords = title !== '' || text !== '';
  const hasImage = imageId !== null && imageId !== broken;
  useLayoutEffect(() => {
    if (words.current) fit(words.current);
  }, [title, text, hasImage]);
  const fail = (): void => {
    setBroken(imageId);
    onFault('image/broken', imageId ?? '');
  };
  return (
    <div class={`announcement ${hasWords ? '' : 'announcement--image'}`}>
      {hasImage && <img class="announcement-image" src={mediaUrl(imageId)} alt="" onError={fail} />}
      {hasWords && (
        <div class="announcement-words" ref={words}>
          {title !== '' && <h2 class="announcement-title">{title}</h2>}
          {text !== '' && <p class="announcement-text">{text}</p>}
        </div>
      )}
    </div>
  );
}

/** Of the room's own size; the least can still be read across the office. */
const LARGEST = 2.4;
const LEAST = 0.94;
const STEP = 0.1;

function fit(words: HTMLElement): void {
  for (let size = LARGEST; size > LEAST; size -= STEP) {
    words.style.fontSize = `${size}em`;
    if (words.scrollHeight <= words.clientHeight && words.scrollWidth <= words.clientWidth) return;
  }
  words.style.fontSize = `${LEAST}em`;
}
