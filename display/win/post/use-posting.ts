// Entering a win, posting it, mending it: the state behind the page.
import { useMemo, useState } from 'preact/hooks';
import type { Session } from '../../../shared/schemas/office.ts';
import type { Row } from '../../../shared/board-view.ts';
import { bodyOf, draftOf, type Draft } from './draft.ts';
import type { Entry } from '../outbox/entry.ts';
import type { Outbox } from '../outbox/outbox.ts';
import { createUuid } from '../outbox/uuid.ts';
import { previewWin, type Preview } from './preview.ts';

interface PostingParts {
  outbox: Outbox;
  session: Session;
  clockOffsetMs: number;
  rows: readonly Row[] | undefined;
}

export interface Posting {
  draft: Draft;
  setDraft: (draft: Draft) => void;
  /** The refused win in the form, if it is one. */
  mending: Entry | null;
  /** The win whose fate is being shown. */
  posted: { id: string; draft: Draft } | null;
  /** The rep's standing with so many minor units more. */
  standing: (addedMinor: number) => Preview | null;
  showForm: (entry: Entry | null) => void;
  post: () => Promise<void>;
}

export function usePosting({ outbox, session, clockOffsetMs, rows }: PostingParts): Posting {
  const { user, office } = session;
  const [draft, setDraft] = useState<Draft>(() => emptyDraft(session));
  const [mending, setMending] = useState<Entry | null>(null);
  const [posted, setPosted] = useState<Posting['posted']>(null);
  const { repId, repName } = draft;
  const standing = useMemo(
    () => (minor: number) => (rows && repId !== null ? previewWin({ rows, ties: office.ties }, repId, minor) : null),
    [rows, repId, office.ties],
  );
  const showForm = (entry: Entry | null) => {
    setPosted(null);
    setMending(entry);
    setDraft(entry ? draftOf(entry.body, entry.repName) : { ...emptyDraft(session), repId, repName });
  };
  const post = async () => {
    if (repId === null) return;
    const id = mending?.id ?? createUuid();
    const body = bodyOf(draft, repId, id, closingTime(mending, Date.now() + clockOffsetMs));
    setPosted({ id, draft });
    setMending(null);
    if (mending) await outbox.amend(id, body, null);
    else await outbox.add({ id, userId: user.id, repName, body, photo: null });
    await outbox.flush();
  };
  return { draft, setDraft, mending, posted, standing, showForm, post };
}

function emptyDraft({ user }: Session): Draft {
  return {
    amount: '',
    customer: '',
    product: '',
    kind: 'new',
    repId: user.repId,
    repName: user.repId ? user.name : '',
  };
}

/** A mended win keeps the time at which it was won, unless that time is what was wrong with it. */
function closingTime(mending: Entry | null, now: number): number {
  const isWrong = mending?.refusal?.errors?.some(({ field }) => field === 'closedAt') ?? false;
  return mending && !isWrong ? Number(mending.body.closedAt ?? now) : Math.floor(now);
}
