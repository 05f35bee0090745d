// Login accounts, their sessions, and the keys of machines. Secrets are kept as hashes only.
import type { Role, Scope } from '../../shared/roles.ts';
import type { Db } from './db.ts';

export interface User {
  id: string;
  name: string;
  email: string;
  passwordHash: string;
  role: Role;
  repId: string | null;
}

export interface SessionRow {
  hash: string;
  userId: string;
  createdAt: number;
  expiresAt: number;
}

export interface Token {
  id: string;
  name: string;
  hash: string;
  scopes: Scope[];
  createdAt: number;
}

const USER = 'id, name, email, password_hash AS passwordHash, role, rep_id AS repId';

export function userTable(db: Db) {
  const list = db.prepare<[], User>(`SELECT ${USER} FROM users`);
  const byEmail = db.prepare<[string], User>(`SELECT ${USER} FROM users WHERE email = ?`);
  const byRep = db.prepare<[string], User>(`SELECT ${USER} FROM users WHERE rep_id = ?`);
  const insert = db.prepare(
    `INSERT INTO users (id, name, email, password_hash, role, rep_id, created_at)
     VALUES (@id, @name, @email, @passwordHash, @role, @repId, @now)`,
  );
  const update = db.prepare(
    'UPDATE users SET name = @name, email = @email, password_hash = @passwordHash WHERE id = @id',
  );
  return {
    list: (): User[] => list.all(),
    byEmail: (email: string): User | null => byEmail.get(email) ?? null,
    byRep: (repId: string): User | null => byRep.get(repId) ?? null,
    insert: (user: User, now: number): void => void insert.run({ ...user, now }),
    update: (user: User): void => void update.run(user),
  };
}

export function sessionTable(db: Db) {
  const list = db.prepare<[], SessionRow>(
    'SELECT hash, user_id AS userId, created_at AS createdAt, expires_at AS expiresAt FROM sessions',
  );
  const insert = db.prepare(
    'INSERT INTO sessions (hash, user_id, created_at, expires_at) VALUES (@hash, @userId, @createdAt, @expiresAt)',
  );
  const remove = db.prepare('DELETE FROM sessions WHERE hash = ?');
  const removeOf = db.prepare('DELETE FROM sessions WHERE user_id = ?');
  const prune = db.prepare('DELETE FROM sessions WHERE expires_at <= ?');
  return {
    list: (): SessionRow[] => list.all(),
    insert: (session: SessionRow): void => void insert.run(session),
    remove: (hash: string): void => void remove.run(hash),
    removeOf: (userId: string): void => void removeOf.run(userId),
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
