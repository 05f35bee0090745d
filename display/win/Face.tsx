// A colleague's face: the photo, or two letters where there is none or it cannot be had.
import './face.css';
import { useState } from 'preact/hooks';
import { initialsOf } from '../../shared/names.ts';
import { mediaUrl } from '../kit/media-url.ts';

interface FaceProps {
  name: string;
  photoId: string | null;
}

export function Face({ name, photoId }: FaceProps) {
  const [brokenId, setBroken] = useState<string | null>(null);
  const hasPhoto = photoId !== null && photoId !== brokenId;
  return (
    <span class="face" aria-hidden="true">
      {hasPhoto ? (
        <img src={mediaUrl(photoId)} alt="" loading="lazy" decoding="async" onError={() => setBroken(photoId)} />
      ) : (
        initialsOf(name)
      )}
    </span>
  );
}
