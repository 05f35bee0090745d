// Reps with accounts and open sessions, in bulk: written into the books while the server is stopped, since its door for
// people who sign in is slow on purpose.
import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { COOKIE, makeSecret, SESSION_MS } from '../../server/auth.ts';
import { openStore } from '../../server/store/store.ts';

export interface SignedIn {
  userId: string;
  repId: string;
  /** The value of the session's cookie. */
  secret: string;
  /** The `Cookie` header. */
  cookie: string;
}

/** Gives each rep an account and one session. */
export function signInReps(dataDir: string, repIds: readonly string[]): SignedIn[] {
  const store = openStore(join(dataDir, 'winboard.db'));
  const now = Date.now();
  const people = repIds.map((repId, index) => {
    const userId = randomUUID();
    const { secret, hash } = makeSecret();
    return { repId, userId, secret, hash, name: `Nguyễn Văn ${index}`, cookie: `${COOKIE}=${secret}` };
  });
  store.db
    .transaction(() => {
      for (const { userId, repId, name, hash } of people) {
        store.users.insert({ id: userId, name, role: 'rep', repId, email: `${userId}@saoviet.vn` }, now);
        store.sessions.insert({
          hash,
          id: randomUUID(),
          userId,
          device: 'bench',
          sharedPhoneId: null,
          createdAt: now,
          seenAt: now,
          expiresAt: now + SESSION_MS,
        });
      }
    })
    .immediate();
  store.db.close();
  return people;
}
