// A rep's face: the photo, or two letters where there is none or it does not load.
import { useState } from 'preact/hooks';
import { initialsOf } from '../../shared/names.ts';
import { mediaUrl } from './media-url.ts';
import { useWall } from './wall-context.ts';

interface Props {
  name: string;
  photoId: string | null;
  class?: string;
}

export function Face({ name, photoId, class: look = 'face' }: Props) {
  const { onFault, privacy } = useWall();
  const [broken, setBroken] = useState<string | null>(null);
  if (photoId === null || photoId === broken) {
    return <span class={look}>{privacy.initials ? name : initialsOf(name)}</span>;
  }
  const fail = (): void => {
    setBroken(photoId);
    onFault('image/broken', photoId);
  };
  return (
    <span class={look}>
      <img class="photo" src={mediaUrl(photoId)} alt="" onError={fail} />
    </span>
  );
}
