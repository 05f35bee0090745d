// What a manager wants to be read: a headline, a text, a picture. The text is set as large as it fits.
import './announcement.css';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { mediaUrl } from '../../kit/media-url.ts';
import { usePicture } from '../picture.ts';
import type { SceneProps } from '../scene.ts';

export function Announcement({ item: { title, text, imageId }, room }: SceneProps) {
  const { isBroken, watch } = usePicture(imageId);
  const words = useRef<HTMLDivElement>(null);
  const hasWords = title !== '' || text !== '';
  const hasImage = imageId !== null && !isBroken;
  useLayoutEffect(() => {
    const refit = (): void => {
      if (words.current) fit(words.current);
    };
    refit();
    window.addEventListener('resize', refit);
    return () => window.removeEventListener('resize', refit);
  }, [title, text, hasImage, room]);
  // A picture that cannot be seen, and no words: nothing to hold the wall for (rule SC7).
  if (!hasWords && !hasImage) throw new Error('nothing to show');
  return (
    <div class="announcement">
      {hasImage && <img class="announcement-image" src={mediaUrl(imageId)} alt="" {...watch} />}
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
  words.classList.remove('announcement-words--long');
  for (let size = LARGEST; size > LEAST; size -= STEP) {
    words.style.fontSize = `${size}em`;
    if (words.scrollHeight <= words.clientHeight && words.scrollWidth <= words.clientWidth) return;
  }
  words.style.fontSize = `${LEAST}em`;
  // More than any wall has room for: its beginning is read.
  words.classList.add('announcement-words--long');
}
