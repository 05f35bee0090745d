// What is in the form: the win that is being entered, one for all tabs, which outlives the page; or one that is mended.
import { useEffect, useState } from 'preact/hooks';
import type { Session } from '../../../shared/schemas/office.ts';
import type { Entry } from '../outbox/entry.ts';
import type { Outbox } from '../outbox/outbox.ts';
import { sentBy } from '../outbox/sent-wins.ts';
import { draftOf, emptyDraft, type Draft, type DraftMoney } from './draft.ts';
import { draftPhoto, forgetDraft, keepDraft, readDraft, watchDraft } from './kept-draft.ts';
import { colleagueName } from './kept-list.ts';

type Rep = Parameters<typeof emptyDraft>[0];

/** Whether a draft has become a win on this phone, in whichever tab: it is not to be posted again. Rule PO1. */
export function isPosted(outbox: Outbox, userId: string, id: string): boolean {
  return [...outbox.entries, ...sentBy(userId).map(({ entry }) => entry)].some((entry) => entry.id === id);
}

/** What was begun; where that has been posted meanwhile, or a kill came before the form was cleared, a new win. */
function begun(outbox: Outbox, userId: string, rep: Rep): Draft {
  const kept = readDraft(userId);
  if (!kept) return emptyDraft(rep);
  if (!isPosted(outbox, userId, kept.id)) return kept;
  clear(outbox, userId);
  return emptyDraft(rep);
}

function clear(outbox: Outbox, userId: string): void {
  forgetDraft(userId);
  void outbox.keepPhoto(draftPhoto(userId), null);
}

/** `currencies` are those that a mended win may be in; a session that was kept by an older page knows of none. */
export function useForm(outbox: Outbox, user: Session['user'], currencies: readonly DraftMoney[] = []) {
  const userId = user.id;
  const own: Rep = { id: user.repId, name: user.repId ? user.name : '' };
  const [draft, setDraft] = useState<Draft>(() => begun(outbox, userId, own));
  const [photo, setPhoto] = useState<Blob | null>(null);
  const [mending, setMending] = useState<Entry | null>(null);
  const photoName = draftPhoto(userId);
  useEffect(() => void outbox.photoOf(photoName).then(setPhoto), [outbox, photoName]);
  useEffect(() => {
    if (mending) return undefined;
    const follow = () => showBegun(own);
    const ends = [
      watchDraft(userId, follow),
      outbox.onChange(() => {
        if (isPosted(outbox, userId, draft.id)) follow();
      }),
    ];
    return () => ends.forEach((end) => end());
  }, [outbox, userId, mending, draft.id]);
  return {
    draft,
    photo,
    mending,
    setDraft: (next: Draft) => {
      setDraft(next);
      if (!mending) keepDraft(userId, next);
    },
    setPhoto: (next: Blob | null) => {
      setPhoto(next);
      if (!mending) void outbox.keepPhoto(photoName, next);
    },
    /** The win is in the outbox: the form is free for the next; what was begun before a mended one is still there. */
    begin: (rep: Rep) => {
      setMending(null);
      if (mending || readDraft(userId)?.id !== draft.id) {
        showBegun(rep);
        return;
      }
      clear(outbox, userId);
      show(emptyDraft(rep), Promise.resolve(null));
    },
    mend: (entry: Entry | null) => {
      if (!entry && !mending) return;
      setMending(entry);
      if (!entry) showBegun(own);
      else {
        const nameOf = (repId: string) => colleagueName(userId, repId);
        show(draftOf(entry, { currencies, nameOf }), outbox.photoOf(entry.id));
      }
    },
  };

  function showBegun(rep: Rep): void {
    show(begun(outbox, userId, rep), outbox.photoOf(photoName));
  }

  function show(next: Draft, nextPhoto: Promise<Blob | null>): void {
    setDraft(next);
    setPhoto(null);
    void nextPhoto.then(setPhoto);
  }
}
