// The diary as the tab sees it: read from the server when there is one, kept on the phone, changed through the outbox.
import { useCallback, useEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { ActivityKind } from '../../../shared/activity.ts';
import type { Session } from '../../../shared/schemas/office.ts';
import { readKept, SEEN, writeKept } from '../../kit/kept.ts';
import type { ErrandEntry } from '../outbox/entry.ts';
import type { Errand } from '../outbox/errand.ts';
import type { Outbox } from '../outbox/outbox.ts';
import { createUuid } from '../outbox/uuid.ts';
import { useErrands } from '../post/use-entries.ts';
import { readDiary } from './calls.ts';
import { diaryOf, learn, NOTHING_KNOWN, weekBegin, type Diary, type Done, type Known, type Planned } from './diary.ts';

/** A new day begins and what can be taken back runs out while one looks. */
const TICK_MS = 15_000;

const DIARY_KEY = `${SEEN}diary`;

interface Kept {
  userId: string;
  known: Known;
}

interface Parts {
  outbox: Outbox;
  session: Session;
  clockOffsetMs: number;
  isLive: boolean;
  isShown: boolean;
}

export interface DiaryActions {
  log: (kind: ActivityKind, about?: { customer?: string; planId?: string }) => Done;
  takeBack: (done: Done, reason: string) => void;
  describe: (id: string, details: { customer: string; note: string }) => void;
  plan: (plan: Omit<Planned, 'id'>) => void;
  move: (id: string, at: number) => void;
  cancel: (id: string) => void;
}

export interface DiaryView extends DiaryActions {
  diary: Diary;
  now: number;
  /** The last reading failed. */
  hasFailed: boolean;
}

export function useDiary(parts: Parts): DiaryView {
  const { outbox, session, clockOffsetMs } = parts;
  const { office } = session;
  const now = useNow(clockOffsetMs, parts.isShown);
  const rules = useMemo(
    () => ({ now, timeZone: office.timeZone, weekStart: office.weekStart }),
    [now, office.timeZone, office.weekStart],
  );
  const { known, hasFailed } = useKnown(parts, weekBegin(rules));
  const errands = useOwnErrands(outbox, session.user.id);
  const diary = useMemo(() => diaryOf(known, errands, rules), [known, errands, rules]);
  const actions = useActions(parts);
  return { diary, now, hasFailed, ...actions };
}

/** The server's time, in steps. */
function useNow(clockOffsetMs: number, isShown: boolean): number {
  const read = () => Math.floor(Date.now() + clockOffsetMs);
  const [now, setNow] = useState(read);
  useEffect(() => {
    if (!isShown) return;
    setNow(read());
    const timer = setInterval(() => setNow(read()), TICK_MS);
    return () => clearInterval(timer);
  }, [clockOffsetMs, isShown]);
  return now;
}

/** What the server has said: read afresh whenever it can be reached again, and after each errand told of by its answer. */
function useKnown({ outbox, session, isLive, isShown }: Parts, from: string): { known: Known; hasFailed: boolean } {
  const { id: userId, repId } = session.user;
  const [known, setKnown] = useState<Known>(() => {
    const kept = readKept(DIARY_KEY) as Kept | null;
    return kept?.userId === userId ? kept.known : NOTHING_KNOWN;
  });
  const [hasFailed, setFailed] = useState(false);
  const turn = useRef(0);
  const load = useCallback(async () => {
    if (repId === null) return;
    let mine: number;
    do {
      mine = turn.current;
      const read = await readDiary(repId, from).catch(() => null);
      setFailed(read === null);
      if (read === null) return;
      // What was done meanwhile may not be in it: it is read again.
      if (mine === turn.current) setKnown(read);
    } while (mine !== turn.current);
  }, [repId, from]);
  useEffect(() => {
    if (isShown) void load();
  }, [load, isLive, isShown]);
  useEffect(
    () =>
      outbox.onErrandDone(({ answer }) => {
        turn.current += 1;
        setKnown((before) => learn(before, answer));
        // The plan that it had fulfilled is open again: only the server knows it.
        if ('activity' in answer && answer.activity.void && answer.activity.planId !== null) void load();
      }),
    [outbox, load],
  );
  useEffect(() => void writeKept(DIARY_KEY, { userId, known } satisfies Kept), [userId, known]);
  return { known, hasFailed };
}

function useOwnErrands(outbox: Outbox, userId: string): readonly ErrandEntry[] {
  const errands = useErrands(outbox);
  return useMemo(() => errands.filter((one) => one.userId === userId), [errands, userId]);
}

function useActions({ outbox, session, clockOffsetMs }: Parts): DiaryActions {
  const { id: userId, name, repId } = session.user;
  return useMemo(() => {
    const rep = repId ?? '';
    const run = async (errand: Errand, id = createUuid()): Promise<void> => {
      await outbox.addErrand({ id: userId, name }, id, errand);
      await outbox.flush();
    };
    /** What nobody has begun to send is not sent; else the server is told. */
    const undo = async (id: string, errand: Errand): Promise<void> => {
      if (!(await outbox.withdraw(id))) await run(errand);
    };
    return {
      log(kind, { customer = '', planId } = {}) {
        const id = createUuid();
        const at = Math.floor(Date.now() + clockOffsetMs);
        const body = { id, rep, kind, at, ...(customer && { customer }), ...(planId !== undefined && { planId }) };
        void run({ type: 'log', body }, id);
        return { id, kind, customer, note: '', at, planId: planId ?? null, undoUntil: Number.POSITIVE_INFINITY };
      },
      takeBack: ({ id }, reason) => void undo(id, { type: 'take-back', id, reason }),
      describe: (id, body) => void run({ type: 'describe', id, body }),
      plan(plan) {
        const id = createUuid();
        void run({ type: 'plan', body: { id, rep, ...plan } }, id);
      },
      move: (id, at) => void run({ type: 'move', id, at }),
      cancel: (id) => void undo(id, { type: 'cancel', id }),
    };
  }, [outbox, userId, name, repId, clockOffsetMs]);
}
