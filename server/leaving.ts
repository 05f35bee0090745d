// When an account opens nothing any more.
import type { Rep } from '../shared/roster.ts';
import { dateOf } from '../shared/time.ts';
import type { User } from './store/accounts.ts';

/** Whether an account has ended, or its rep has left the office: `rep` is who it belongs to, if anybody. */
export function hasLeft(
  user: Pick<User, 'endedAt'>,
  rep: Pick<Rep, 'leftOn'> | null,
  at: number,
  timeZone: string,
): boolean {
  if (user.endedAt !== null) return true;
  return rep !== null && rep.leftOn !== null && dateOf(at, timeZone) >= rep.leftOn;
}
