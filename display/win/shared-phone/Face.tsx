// Somebody's photo, or else initials.
import { initialsOf } from '../../../shared/names.ts';
import type { SharedPhonePerson } from '../../../shared/schemas/accounts.ts';
import { mediaUrl } from '../../kit/media-url.ts';

export function Face({ person }: { person: SharedPhonePerson }) {
  return person.photoId === null ? (
    <span class="avatar face" aria-hidden="true">
      {initialsOf(person.name)}
    </span>
  ) : (
    <img class="face" src={mediaUrl(person.photoId)} alt="" width="64" height="64" />
  );
}
