// Entering a win, posting it, mending it: the state behind the page.
import { useMemo, useState } from 'preact/hooks';
import type { PeriodView, Snapshot } from '../../../shared/patch.ts';
import { rulesFor, type RepRules } from '../../../shared/rep-rules.ts';
import type { Session } from '../../../shared/schemas/office.ts';
import { localDate } from '../../kit/local-date.ts';
import type { Entry } from '../outbox/entry.ts';
import type { Outbox } from '../outbox/outbox.ts';
import { earliestDay } from './closing.ts';
import { bodyOf, minorOf, type Draft, type DraftMoney } from './draft.ts';
import { useLists, type Lists } from './kept-list.ts';
import { previewWin, type Preview } from './preview.ts';
import { amountsOf } from './share.ts';
import { isPosted, useForm } from './use-form.ts';

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
  /** Other currencies than the board's that a win may be in. */
  currencies: readonly DraftMoney[];
  /** The running period, as far as the phone has heard. */
  period: PeriodView | null;
  /** What whoever posts may do with a win. */
  rules: RepRules;
  /** The earliest day that the win in the form may have; null for any. */
  earliest: string | null;
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
  const form = useForm(outbox, user, office.currencies);
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
  const rules = rulesFor({ type: 'user', ...user }, office);
  const post = async () => {
    if (repId === null) return;
    const { id } = draft;
    const body = bodyOf(draft, repId, entryTime(mending, now()));
    const minor = minorOf(draft, office.exponent);
    setPosted({ id, draft, passed: standing(amountsOf(minor, draft.shares)[0] ?? minor)?.passed ?? [] });
    if (mending) await outbox.amend(id, body, photo);
    else if (isPosted(outbox, user.id, id)) void outbox.flush();
    else await outbox.post({ id, userId: user.id, userName: user.name, repName: draft.repName, body, photo });
    lists.remember(body, now());
    form.begin({ id: repId, name: draft.repName });
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
    // A session that was kept by an older page knows of none.
    currencies: office.currencies ?? [],
    period: board?.standings.period ?? null,
    rules,
    earliest: earliestDay(localDate(entryTime(mending, now()), office.timeZone), rules),
    today: () => localDate(now(), office.timeZone),
    standing,
    showForm: (entry) => {
      setPosted(null);
      form.mend(entry);
    },
    post,
  };
}

/** A mended win keeps the time at which it was entered, unless its time is what was wrong with it. */
function entryTime(mending: Entry | null, now: number): number {
  const isWrong = mending?.refusal?.errors?.some(({ field }) => field === 'closedAt') ?? false;
  const at = mending?.body.enteredAt ?? mending?.body.closedAt;
  return typeof at === 'number' && !isWrong ? at : now;
}
