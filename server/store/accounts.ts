// Login accounts, their sessions, and the keys of machines. Secrets are kept as hashes only.
import type { Role, Scope } from '../../shared/roles.ts';
import { byAddress, ODD_ADDRESS } from './addresses.ts';
import type { Db } from './db.ts';

export interface User {
  id: string;
  name: string;
  /** Null where somebody signs in by PIN alone. */
  email: string | null;
  passwordHash: string | null;
  pinHash: string | null;
  role: Role;
  repId: string | null;
  /** The teams that a manager is limited to; null for the whole office. */
  teamIds: string[] | null;
  /** Null for the office's. */
  locale: 'vi' | 'en' | null;
  /** When the account was ended; it opens nothing any more. */
  endedAt: number | null;
}

/** An account as it begins: what is not said is not there. */
export type NewUser = Pick<User, 'id' | 'name' | 'role'> & Partial<User>;

export interface SessionRow {
  hash: string;
  /** Names the session without opening it. */
  id: string;
  userId: string;
  /** What it was opened on, in words: "Chrome · Android". */
  device: string;
  sharedPhoneId: string | null;
  /** That phone's name. */
  sharedPhone: string | null;
  createdAt: number;
  seenAt: number;
  expiresAt: number;
}

/** A use of a session, and until when it lasts from then on. */
export type Sighting = Pick<SessionRow, 'hash' | 'seenAt' | 'expiresAt'>;

export interface Token {
  id: string;
  name: string;
  hash: string;
  scopes: Scope[];
  createdAt: number;
}

type UserRow = Omit<User, 'teamIds'> & { teamIds: string | null };

const USER = `id, name, email, password_hash AS passwordHash, pin_hash AS pinHash, role, rep_id AS repId,
  team_ids AS teamIds, locale, ended_at AS endedAt`;
const BLANK = {
  email: null,
  passwordHash: null,
  pinHash: null,
  repId: null,
  teamIds: null,
  locale: null,
  endedAt: null,
};

export function userTable(db: Db) {
  const list = db.prepare<[], UserRow>(`SELECT ${USER} FROM users ORDER BY created_at, rowid`);
  const byId = db.prepare<[string], UserRow>(`SELECT ${USER} FROM users WHERE id = ?`);
  const byEmail = byAddress(
    db.prepare<[string], UserRow>(`SELECT ${USER} FROM users WHERE email = ?`),
    db.prepare<[], UserRow>(`SELECT ${USER} FROM users WHERE ${ODD_ADDRESS}`),
  );
  const byRep = db.prepare<[string], UserRow>(`SELECT ${USER} FROM users WHERE rep_id = ?`);
  const insert = db.prepare(
    `INSERT INTO users (id, name, email, password_hash, pin_hash, role, rep_id, team_ids, locale, created_at, ended_at)
     VALUES (@id, @name, @email, @passwordHash, @pinHash, @role, @repId, @teamIds, @locale, @now, @endedAt)`,
  );
  const update = db.prepare(
    `UPDATE users SET name = @name, email = @email, password_hash = @passwordHash, pin_hash = @pinHash, role = @role,
       rep_id = @repId, team_ids = @teamIds, locale = @locale, ended_at = @endedAt WHERE id = @id`,
  );
  const passkeys = db.prepare<[string], { count: number }>('SELECT count(*) AS count FROM passkeys WHERE user_id = ?');
  const read = (row: UserRow | undefined): User | null => (row ? fromRow(row) : null);
  return {
    list: (): User[] => list.all().map(fromRow),
    byId: (id: string): User | null => read(byId.get(id)),
    byEmail: (email: string): User | null => read(byEmail(email)),
    byRep: (repId: string): User | null => read(byRep.get(repId)),
    /** How many passkeys open an account. */
    passkeys: (id: string): number => passkeys.get(id)?.count ?? 0,
    insert: (user: NewUser, now: number): void => void insert.run({ ...toRow({ ...BLANK, ...user }), now }),
    update: (user: User): void => void update.run(toRow(user)),
  };
}

function fromRow(row: UserRow): User {
  return { ...row, teamIds: row.teamIds === null ? null : (JSON.parse(row.teamIds) as string[]) };
}

function toRow(user: User): UserRow {
  return { ...user, teamIds: user.teamIds && JSON.stringify(user.teamIds) };
}

export function sessionTable(db: Db) {
  const select = `SELECT hash, id, user_id AS userId, device, shared_phone_id AS sharedPhoneId,
    (SELECT name FROM shared_phones WHERE shared_phones.id = shared_phone_id) AS sharedPhone, created_at AS createdAt,
    seen_at AS seenAt, expires_at AS expiresAt FROM sessions`;
  const list = db.prepare<[], SessionRow>(select);
  const ofUser = db.prepare<[string], SessionRow>(`${select} WHERE user_id = ?`);
  const insert = db.prepare(
    `INSERT INTO sessions (hash, id, user_id, device, shared_phone_id, created_at, seen_at, expires_at)
     VALUES (@hash, @id, @userId, @device, @sharedPhoneId, @createdAt, @seenAt, @expiresAt)`,
  );
  const see = db.prepare('UPDATE sessions SET seen_at = ?, expires_at = ? WHERE hash = ?');
  const remove = db.prepare('DELETE FROM sessions WHERE hash = ?');
  const removeOf = db.prepare('DELETE FROM sessions WHERE user_id = ?');
  const removeOfPhone = db.prepare('DELETE FROM sessions WHERE shared_phone_id = ?');
  const removePinned = db.prepare(
    'DELETE FROM sessions WHERE user_id = ? AND shared_phone_id IS NOT NULL AND hash IS NOT ?',
  );
  const trim = db.prepare(
    `DELETE FROM sessions WHERE hash IN (SELECT hash FROM sessions WHERE user_id = @userId AND hash <> @hash
       ORDER BY seen_at DESC, created_at DESC LIMIT -1 OFFSET @others)`,
  );
  const prune = db.prepare('DELETE FROM sessions WHERE expires_at <= ?');
  return {
    list: (): SessionRow[] => list.all(),
    ofUser: (userId: string): SessionRow[] => ofUser.all(userId),
    insert: (session: Omit<SessionRow, 'sharedPhone'>): void => void insert.run(session),
    see: ({ hash, seenAt, expiresAt }: Sighting): void => void see.run(seenAt, expiresAt, hash),
    remove: (hash: string): void => void remove.run(hash),
    removeOf: (userId: string): void => void removeOf.run(userId),
    removeOfPhone: (sharedPhoneId: string): void => void removeOfPhone.run(sharedPhoneId),
    /** Removes a user's sessions on shared phones but for one. */
    removePinned: (userId: string, keep: string | null): void => void removePinned.run(userId, keep),
    /** Leaves a user one session and so many others, those that were used last. */
    trim: (userId: string, hash: string, others: number): void => void trim.run({ userId, hash, others }),
    prune: (now: number): void => void prune.run(now),
  };
}

export function tokenTable(db: Db) {
  const list = db.prepare<[], Omit<Token, 'scopes'> & { scopes: string }>(
    'SELECT id, name, hash, scopes, created_at AS createdAt FROM tokens WHERE revoked_at IS NULL ORDER BY created_at',
  );
  const insert = db.prepare(
    'INSERT INTO tokens (id, name, hash, scopes, created_at) VALUES (@id, @name, @hash, @scopes, @createdAt)',
  );
  const revoke = db.prepare('UPDATE tokens SET revoked_at = ? WHERE id = ? AND revoked_at IS NULL');
  return {
    /** The tokens that are still good. */
    list: (): Token[] => list.all().map((row) => ({ ...row, scopes: JSON.parse(row.scopes) as Scope[] })),
    insert: (token: Token): void => void insert.run({ ...token, scopes: JSON.stringify(token.scopes) }),
    /** Whether there was one to revoke. */
    revoke: (id: string, now: number): boolean => revoke.run(now, id).changes === 1,
  };
}
