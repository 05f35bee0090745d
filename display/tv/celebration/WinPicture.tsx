// The photo or GIF that came with a win, in the place of the faces, which become small beside it; without one, or where it
// cannot be seen, the faces alone.
import './style/photo.css';
import type { ComponentChildren } from 'preact';
import { mediaUrl } from '../../kit/media-url.ts';
import { usePicture } from '../picture.ts';

interface WinPictureProps {
  photoId: string | null;
  children: ComponentChildren;
}

export function WinPicture({ photoId, children }: WinPictureProps) {
  const { isBroken, watch } = usePicture(photoId);
  if (!photoId || isBroken) return <>{children}</>;
  return (
    <div class="celebration-picture">
      <img class="celebration-photo" src={mediaUrl(photoId)} alt="" {...watch} />
      {children}
    </div>
  );
}
