// What the server is asked for one entry: the photo of a win first, then the win that names it; the void, where it was
// taken back; an errand as it is. Each of these may be asked any number of times.
import type { Problem } from '../../../shared/problem.ts';
import type { DealBody } from '../../../shared/schemas/deals.ts';
import type { Entry, ErrandEntry, Kept } from './entry.ts';
import { isErrand } from './errand.ts';
import type { ErrandVerdict, PhotoVerdict, Verdict } from './verdict.ts';

/** The way to the server. Whoever posted the win is named with each request (rule PO2). */
export interface Way {
  upload: (photo: Blob, userId: string) => Promise<PhotoVerdict>;
  post: (body: DealBody, entry: Entry) => Promise<Verdict>;
  undo: (entry: Entry) => Promise<Verdict>;
  run: (entry: ErrandEntry) => Promise<ErrandVerdict>;
}

export interface Luggage {
  photo: () => Promise<Blob | null>;
  /** Told what the server calls the photo; null where it does not know it any more. */
  onPhotoId: (id: string | null) => Promise<void>;
}

export async function carry(entry: Kept, way: Way, luggage: Luggage): Promise<Verdict | ErrandVerdict> {
  return isErrand(entry) ? await way.run(entry) : await carryWin(entry, way, luggage);
}

async function carryWin(entry: Entry, way: Way, { photo, onPhotoId }: Luggage): Promise<Verdict> {
  if (entry.isUndone) return await way.undo(entry);
  if (!entry.photo) return await way.post(entry.body, entry);
  const knownId = entry.photo.id;
  const bytes = knownId === null ? await photo() : null;
  if (bytes) {
    const uploaded = await way.upload(bytes, entry.userId);
    if (uploaded.type === 'refused') return { type: 'refused', problem: ofPhoto(uploaded.problem) };
    if (uploaded.type !== 'uploaded') return uploaded;
    await onPhotoId(uploaded.id);
    return await way.post({ ...entry.body, photoId: uploaded.id }, entry);
  }
  // A photo that this phone could not keep is left out (rule PO4).
  const verdict = await way.post(knownId === null ? entry.body : { ...entry.body, photoId: knownId }, entry);
  if (knownId === null || verdict.type !== 'refused' || !isPhotoGone(verdict.problem)) return verdict;
  // What nothing names is cleared away after a day: it is sent again.
  await onPhotoId(null);
  return { type: 'later', reached: true, retryAfterMs: null };
}

/** In the form the photo is a field like others. */
function ofPhoto(problem: Problem): Problem {
  const code = problem.errors?.[0]?.code ?? problem.code;
  const message = problem.errors?.[0]?.message ?? problem.title;
  return { ...problem, errors: [{ field: 'photoId', code, message }] };
}

function isPhotoGone({ errors = [] }: Problem): boolean {
  return errors.length > 0 && errors.every(({ field, code }) => field === 'photoId' && code === 'media/not-found');
}
