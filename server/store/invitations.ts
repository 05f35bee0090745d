// Links that open something once: an invitation to join, or a new password for an account. Secrets are kept as hashes.
import type { Role } from '../../shared/roles.ts';
import type { Db } from './db.ts';

export interface Invitation {
  id: string;
  hash: string;
  name: string;
  email: string | null;
  role: Role;
  /** The teams that an invited manager is limited to; null for the whole office. */
  teamIds: string[] | null;
  /** Whom the account is for; null adds a rep to `teamId` where the role is one. */
  repId: string | null;
  teamId: string | null;
  /** Whose password the link sets; null where it makes an account. */
  userId: string | null;
  /** The account that made it, or `system`. */
  createdBy: string;
  createdAt: number;
  expiresAt: number;
}

type InvitationRow = Omit<Invitation, 'teamIds'> & { teamIds: string | null };

export function invitationTable(db: Db) {
  const select = `SELECT id, hash, name, email, role, team_ids AS teamIds, rep_id AS repId, team_id AS teamId,
    user_id AS userId, created_by AS createdBy, created_at AS createdAt, expires_at AS expiresAt
    FROM invitations WHERE used_at IS NULL AND revoked_at IS NULL AND expires_at > @now`;
  const open = db.prepare<[{ now: number }], InvitationRow>(
    `${select} AND user_id IS NULL ORDER BY created_at DESC, rowid DESC`,
  );
  const byHash = db.prepare<[{ now: number; hash: string }], InvitationRow>(`${select} AND hash = @hash`);
  const insert = db.prepare(
    `INSERT INTO invitations (id, hash, name, email, role, team_ids, rep_id, team_id, user_id, created_by, created_at,
       expires_at)
     VALUES (@id, @hash, @name, @email, @role, @teamIds, @repId, @teamId, @userId, @createdBy, @createdAt, @expiresAt)`,
  );
  const use = db.prepare('UPDATE invitations SET used_at = ? WHERE id = ?');
  const revoke = db.prepare('UPDATE invitations SET revoked_at = ? WHERE id = ?');
  const revokeOf = db.prepare('UPDATE invitations SET revoked_at = ? WHERE user_id = ? AND used_at IS NULL');
  return {
    /** Those to join that are still good at an instant, newest first. */
    open: (now: number): Invitation[] => open.all({ now }).map(fromRow),
    /** The link of a secret's hash, if it is still good. */
    byHash(hash: string, now: number): Invitation | null {
      const row = byHash.get({ now, hash });
      return row ? fromRow(row) : null;
    },
    insert(invitation: Invitation): void {
      insert.run({ ...invitation, teamIds: invitation.teamIds && JSON.stringify(invitation.teamIds) });
    },
    use: (id: string, now: number): void => void use.run(now, id),
    revoke: (id: string, now: number): void => void revoke.run(now, id),
    /** Ends every link that would set this account's password. */
    revokeOf: (userId: string, now: number): void => void revokeOf.run(now, userId),
  };
}

function fromRow(row: InvitationRow): Invitation {
  return { ...row, teamIds: row.teamIds === null ? null : (JSON.parse(row.teamIds) as string[]) };
}
