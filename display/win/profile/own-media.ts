// One's own face and walk-up: as they are, as they would become, and on their way to the server.
import type { OwnPatch } from '../../../shared/schemas/accounts.ts';
import type { Session } from '../../../shared/schemas/office.ts';
import { call } from '../../kit/api.ts';
import { uploadMedia } from '../../kit/upload.ts';

/** What is to change: a file in its place, or nothing (null); undefined stays as it is. */
export interface Draft {
  photo?: Blob | null;
  sound?: Blob | null;
}

export function hasChanges({ photo, sound }: Draft): boolean {
  return photo !== undefined || sound !== undefined;
}

/** Uploads what is new, then names it as one's own; gives who one is from now on. */
export async function saveDraft({ photo, sound }: Draft): Promise<Session> {
  const [photoId, soundId] = [await idOf(photo), await idOf(sound)];
  const body: OwnPatch = {
    ...(photoId === undefined ? {} : { photoId }),
    ...(soundId === undefined ? {} : { soundId }),
  };
  return await call<Session>('PATCH', '/api/me', { body });
}

async function idOf(file: Blob | null | undefined): Promise<string | null | undefined> {
  return file ? (await uploadMedia(file)).id : file;
}
