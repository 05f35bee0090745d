// What the page asks of the server.
import type { LinkAcceptBody, LinkView } from '../../shared/schemas/accounts.ts';
import type { Session } from '../../shared/schemas/office.ts';
import { ApiFailure, call, readSession } from '../kit/api.ts';

/** What a link is for, and who is signed in on this device before it is used. */
export interface Visit {
  link: LinkView;
  session: Session | null;
}

/** Null for a link that is used, revoked, past its time, or was never one. */
export async function readVisit(secret: string): Promise<Visit | null> {
  if (secret === '') return null;
  try {
    const [link, session] = await Promise.all([
      call<LinkView>('POST', '/api/links/read', { body: { secret } }),
      presentSession(),
    ]);
    return { link, session };
  } catch (error) {
    if (isDead(error)) return null;
    throw error;
  }
}

async function presentSession(): Promise<Session | null> {
  try {
    return await readSession();
  } catch (error) {
    if (error instanceof ApiFailure && error.problem.status === 401) return null;
    throw error;
  }
}

export const acceptLink = (body: LinkAcceptBody) => call<Session>('POST', '/api/links/accept', { body });

/** Whether the link is what is wrong, rather than the network or what has been typed. */
export function isDead(error: unknown): boolean {
  if (!(error instanceof ApiFailure)) return false;
  const { status, errors = [] } = error.problem;
  return status === 404 || status === 410 || errors.some(({ field }) => field === 'secret');
}
