// Entering a win, posting it, mending it: the state behind the page.
import { useEffect, useMemo, useState } from 'preact/hooks';
import type { PeriodView, Snapshot } from '../../../shared/patch.ts';
import type { Session } from '../../../shared/schemas/office.ts';
import { localDate } from '../../kit/local-date.ts';
import type { Entry } from '../outbox/entry.ts';
import type { Outbox } from '../outbox/outbox.ts';
import { createUuid } from '../outbox/uuid.ts';
import { bodyOf, draftOf, emptyDraft, minorOf, type Draft } from './draft.ts';
import { draftPhoto, keepDraft, readDraft } from './kept-draft.ts';
import { colleagueName, useLists, type Lists } from './kept-list.ts';
import { previewWin, type Preview } from './preview.ts';
import { amountsOf } from './share.ts';

interface PostingParts {
  outbox: Outbox;
  session: Session;
  clockOffsetMs: number;
  board: Snapshot | null;
}

/** A win whose fate is being shown. */
export interface Posted {
  id: string;
  draft: Draft;
  /** Whom it will carry its rep past, as the board stood when it was posted. */
  passed: readonly string[];
}

export interface Posting {
  draft: Draft;
  setDraft: (draft: Draft) => void;
  photo: Blob | null;
  setPhoto: (photo: Blob | null) => void;
  /** The refused win in the form, if it is one. */
  mending: Entry | null;
  posted: Posted | null;
  ownRepId: string | null;
  lists: Lists;
  /** The running period, as far as the phone has heard. */
  period: PeriodView | null;
  /** The office's day now. */
  today: () => string;
  /** The rep's standing with so many minor units more. */
  standing: (addedMinor: number) => Preview | null;
  /** Shows the form again: with the win to be mended, or with what was begun before. */
  showForm: (mending: Entry | null) => void;
  post: () => Promise<void>;
}

export function usePosting({ outbox, session, clockOffsetMs, board }: PostingParts): Posting {
  const { user, office } = session;
  const empty = emptyDraft({ id: user.repId, name: user.repId ? user.name : '' });
  const form = useForm(outbox, user.id, empty);
  const { draft, photo, mending } = form;
  const [posted, setPosted] = useState<Posted | null>(null);
  const lists = useLists(user.id);
  const { repId } = draft;
  const rows = board?.standings.rows;
  const standing = useMemo(
    () => (minor: number) => (rows && repId !== null ? previewWin({ rows, ties: office.ties }, repId, minor) : null),
    [rows, repId, office.ties],
  );
  const now = () => Math.floor(Date.now() + clockOffsetMs);
  const post = async () => {
    if (repId === null) return;
    const id = mending?.id ?? createUuid();
    const body = bodyOf(draft, repId, id, closingTime(mending, now()));
    const minor = minorOf(draft, office.exponent);
    setPosted({ id, draft, passed: standing(amountsOf(minor, draft.shares)[0] ?? minor)?.passed ?? [] });
    if (mending) await outbox.amend(id, body, photo);
    else await outbox.add({ id, userId: user.id, repName: draft.repName, body, photo });
    lists.remember(body, now());
    form.begin({ ...empty, repId, repName: draft.repName });
    await outbox.flush();
  };
  return {
    draft,
    setDraft: form.setDraft,
    photo,
    setPhoto: form.setPhoto,
    mending,
    posted,
    ownRepId: user.repId,
    lists,
    period: board?.standings.period ?? null,
    today: () => localDate(now(), office.timeZone),
    standing,
    showForm: (entry) => {
      setPosted(null);
      form.mend(entry);
    },
    post,
  };
}

/** What is in the form: the win that is being entered, which outlives the page, or one that is being mended. */
function useForm(outbox: Outbox, userId: string, empty: Draft) {
  const [draft, setDraft] = useState<Draft>(() => readDraft(userId, empty));
  const [photo, setPhoto] = useState<Blob | null>(null);
  const [mending, setMending] = useState<Entry | null>(null);
  const photoName = draftPhoto(userId);
  useEffect(() => void outbox.photoOf(photoName).then(setPhoto), [outbox, photoName]);
  const fill = (next: Draft) => {
    setDraft(next);
    if (!mending) keepDraft(userId, next);
  };
  const show = (next: Draft, nextPhoto: Promise<Blob | null>) => {
    setDraft(next);
    setPhoto(null);
    void nextPhoto.then(setPhoto);
  };
  return {
    draft,
    photo,
    mending,
    setDraft: fill,
    setPhoto: (next: Blob | null) => {
      setPhoto(next);
      if (!mending) void outbox.keepPhoto(photoName, next);
    },
    /** The win is in the outbox: the form is free for the next; what was begun before a mended one is still there. */
    begin: (next: Draft) => {
      setMending(null);
      if (mending) {
        show(readDraft(userId, next), outbox.photoOf(photoName));
        return;
      }
      keepDraft(userId, next);
      void outbox.keepPhoto(photoName, null);
      show(next, Promise.resolve(null));
    },
    mend: (entry: Entry | null) => {
      if (!entry && !mending) return;
      setMending(entry);
      if (entry)
        show(
          draftOf(entry, (repId) => colleagueName(userId, repId)),
          outbox.photoOf(entry.id),
        );
      else show(readDraft(userId, empty), outbox.photoOf(photoName));
    },
  };
}

/** A mended win keeps the time at which it was won, unless that time is what was wrong with it. */
function closingTime(mending: Entry | null, now: number): number {
  const isWrong = mending?.refusal?.errors?.some(({ field }) => field === 'closedAt') ?? false;
  const closedAt = mending?.body.closedAt;
  return typeof closedAt === 'number' && !isWrong ? closedAt : now;
}
