// A rep's face: the photo, or two letters where there is none or it does not load.
import { initialsOf } from '../../shared/names.ts';
import { mediaUrl } from '../kit/media-url.ts';
import { usePicture } from './picture.ts';
import { useWall } from './wall-context.ts';

interface Props {
  name: string;
  photoId: string | null;
  class?: string;
}

export function Face({ name, photoId, class: look = 'face' }: Props) {
  const { privacy } = useWall();
  const { isBroken, watch } = usePicture(photoId);
  if (photoId === null || isBroken) {
    return <span class={look}>{privacy.initials ? name : initialsOf(name)}</span>;
  }
  return (
    <span class={look}>
      <img class="photo" src={mediaUrl(photoId)} alt="" {...watch} />
    </span>
  );
}
