// Somebody's face: the photo, or two letters where there is none or it cannot be shown.
import { useState } from 'preact/hooks';
import { initialsOf } from '../../shared/names.ts';
import { mediaUrl } from '../kit/media-url.ts';

export function Face({ name, photoId }: { name: string; photoId: string | null }) {
  const [brokenId, setBroken] = useState<string | null>(null);
  if (photoId === null || photoId === brokenId) {
    return (
      <span class="avatar face" aria-hidden="true">
        {initialsOf(name)}
      </span>
    );
  }
  return <img class="avatar face" src={mediaUrl(photoId)} alt="" onError={() => setBroken(photoId)} />;
}
