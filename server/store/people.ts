// Teams, reps and their memberships.
import type { Membership, Rep, Team } from '../../shared/roster.ts';
import { byAddress, ODD_ADDRESS } from './addresses.ts';
import type { Db } from './db.ts';

interface RepRow extends Omit<Rep, 'absences' | 'ramp'> {
  absences: string;
  ramp: string | null;
}

const REP = `id, name, email, phone, joined_on AS joinedOn, left_on AS leftOn, work_share_bp AS workShareBp, absences,
  photo_id AS photoId, sound_id AS soundId, ramp`;
const MEMBERSHIP = `rep_id AS repId, team_id AS teamId, from_at AS fromAt, to_at AS toAt`;

export function teamTable(db: Db) {
  const list = db.prepare<[], Team>('SELECT id, name, parent_id AS parentId FROM teams ORDER BY created_at, rowid');
  const insert = db.prepare('INSERT INTO teams (id, name, parent_id, created_at) VALUES (@id, @name, @parentId, @now)');
  const update = db.prepare('UPDATE teams SET name = @name, parent_id = @parentId WHERE id = @id');
  return {
    list: (): Team[] => list.all(),
    insert: (team: Team, now: number): void => void insert.run({ ...team, now }),
    update: (team: Team): void => void update.run(team),
  };
}

export function repTable(db: Db) {
  const list = db.prepare<[], RepRow>(`SELECT ${REP} FROM reps ORDER BY created_at, rowid`);
  const byId = db.prepare<[string], RepRow>(`SELECT ${REP} FROM reps WHERE id = ?`);
  const byEmail = byAddress(
    db.prepare<[string], RepRow>(`SELECT ${REP} FROM reps WHERE email = ?`),
    db.prepare<[], RepRow>(`SELECT ${REP} FROM reps WHERE ${ODD_ADDRESS}`),
  );
  const insert = db.prepare(
    `INSERT INTO reps (id, name, email, phone, joined_on, left_on, work_share_bp, absences, photo_id, sound_id,
       ramp, created_at)
     VALUES (@id, @name, @email, @phone, @joinedOn, @leftOn, @workShareBp, @absences, @photoId, @soundId, @ramp, @now)`,
  );
  const update = db.prepare(
    `UPDATE reps SET name = @name, email = @email, phone = @phone, joined_on = @joinedOn, left_on = @leftOn,
       work_share_bp = @workShareBp, absences = @absences, photo_id = @photoId, sound_id = @soundId, ramp = @ramp WHERE id = @id`,
  );
  const toRow = (rep: Rep) => ({
    ...rep,
    absences: JSON.stringify(rep.absences),
    ramp: rep.ramp && JSON.stringify(rep.ramp),
  });
  return {
    list: (): Rep[] => list.all().map(fromRow),
    /** A rep by id or e-mail address, or null. */
    find(ref: string): Rep | null {
      const row = byId.get(ref) ?? byEmail(ref);
      return row ? fromRow(row) : null;
    },
    insert: (rep: Rep, now: number): void => void insert.run({ ...toRow(rep), now }),
    update: (rep: Rep): void => void update.run(toRow(rep)),
  };
}

function fromRow(row: RepRow): Rep {
  return {
    ...row,
    absences: JSON.parse(row.absences) as Rep['absences'],
    ramp: row.ramp === null ? null : (JSON.parse(row.ramp) as Rep['ramp']),
  };
}

export function membershipTable(db: Db) {
  const list = db.prepare<[], Membership>(`SELECT ${MEMBERSHIP} FROM memberships ORDER BY rep_id, from_at`);
  const ofRep = db.prepare<[string], Membership>(
    `SELECT ${MEMBERSHIP} FROM memberships WHERE rep_id = ? ORDER BY from_at`,
  );
  const clear = db.prepare('DELETE FROM memberships WHERE rep_id = ? AND from_at >= ?');
  const close = db.prepare(
    'UPDATE memberships SET to_at = @at WHERE rep_id = @repId AND (to_at IS NULL OR to_at > @at)',
  );
  const insert = db.prepare(
    'INSERT INTO memberships (rep_id, team_id, from_at, to_at) VALUES (@repId, @teamId, @fromAt, NULL)',
  );
  const reopen = db.prepare('UPDATE memberships SET to_at = NULL WHERE rep_id = ? AND to_at = ?');
  return {
    list: (): Membership[] => list.all(),
    ofRep: (repId: string): Membership[] => ofRep.all(repId),
    /** Takes a rep's last move back, as if it had not been. */
    unmove(repId: string, fromAt: number): void {
      clear.run(repId, fromAt);
      reopen.run(repId, fromAt);
    },
    /** Puts a rep into a team from an instant on; what was planned after it is dropped. Rule ST9. */
    move(repId: string, teamId: string | null, fromAt: number): void {
      clear.run(repId, fromAt);
      close.run({ repId, at: fromAt });
      insert.run({ repId, teamId, fromAt });
    },
  };
}
