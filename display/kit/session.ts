// Who is signed in on this page. The last session is kept on the device, so that the phone opens and takes wins
// while the server cannot be reached.
import type { Session } from '../../shared/schemas/office.ts';
import { ApiFailure, readSession, readSetup, signOut } from './api.ts';
import { forgetSeen, readKept, writeKept } from './kept.ts';

export type SessionState =
  | { type: 'loading' }
  | { type: 'setup' }
  | { type: 'signed-out' }
  /** No session is known and the server does not answer. */
  | { type: 'unreachable' }
  /** `isFresh` is false while the server has not confirmed the session. */
  | { type: 'signed-in'; session: Session; isFresh: boolean; clockOffsetMs: number };

const KEY = 'session';

interface Kept {
  session: Session;
  clockOffsetMs: number;
}

/** The session as kept on this device, before the server has been asked. */
export function keptState(): SessionState {
  const kept = readKept(KEY) as Kept | null;
  return kept ? { type: 'signed-in', ...kept, isFresh: false } : { type: 'loading' };
}

/** A session that the server has just given. The offset never runs ahead of the server's clock. */
export function signedIn(session: Session): SessionState {
  const clockOffsetMs = session.now - Date.now();
  const before = readKept(KEY) as Kept | null;
  if (before?.session.user.id !== session.user.id) forgetSeen();
  writeKept(KEY, { session, clockOffsetMs } satisfies Kept);
  return { type: 'signed-in', session, isFresh: true, clockOffsetMs };
}

/** The same session with something changed that the page knows of. */
export function renewed(state: SessionState, session: Session): SessionState {
  if (state.type !== 'signed-in') return state;
  writeKept(KEY, { session, clockOffsetMs: state.clockOffsetMs } satisfies Kept);
  return { ...state, session };
}

/** Asks the server who is signed in. */
export async function loadState(): Promise<SessionState> {
  try {
    return signedIn(await readSession());
  } catch (error) {
    if (!(error instanceof ApiFailure)) return unreachable();
    if (error.problem.status === 401) return await signedOutState();
    return error.problem.code === 'setup/required' ? { type: 'setup' } : unreachable();
  }
}

async function signedOutState(): Promise<SessionState> {
  forget();
  try {
    return (await readSetup()).done ? { type: 'signed-out' } : { type: 'setup' };
  } catch {
    return { type: 'signed-out' };
  }
}

function unreachable(): SessionState {
  const kept = keptState();
  return kept.type === 'loading' ? { type: 'unreachable' } : kept;
}

/** Ends the session here and, where it can be reached, on the server. */
export async function leave(): Promise<SessionState> {
  try {
    await signOut();
  } catch (error) {
    if (!(error instanceof ApiFailure)) throw error;
  }
  forget();
  return { type: 'signed-out' };
}

function forget(): void {
  writeKept(KEY, null);
  forgetSeen();
}
