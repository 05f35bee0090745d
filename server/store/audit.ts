// Who did what when. Written in the same transaction as the deed, read by managers, never changed.
import type { Db } from './db.ts';

export interface AuditEntry {
  id: number;
  at: number;
  rev: number;
  actor: string;
  action: string;
  subject: string;
  data: string;
}

/** What was done at once and alike: the newest entry of it, and how many there are. */
export interface AuditGroup {
  entry: AuditEntry;
  count: number;
}

/** Looking further back would hold up everybody who writes. */
const LATELY = 20_000;

export function auditTable(db: Db) {
  const insert = db.prepare('INSERT INTO audit (at, rev, actor, action, subject, data) VALUES (?, ?, ?, ?, ?, ?)');
  const list = db.prepare<[number, number], AuditEntry>('SELECT * FROM audit WHERE id < ? ORDER BY id DESC LIMIT ?');
  const lastBy = db
    .prepare<[string, string], string>(
      'SELECT actor FROM audit WHERE action = ? AND subject = ? ORDER BY id DESC LIMIT 1',
    )
    .pluck();
  const last = db.prepare<[string, string, string, string, number], Pick<AuditEntry, 'actor' | 'at'>>(
    `SELECT actor, at FROM audit WHERE action = ? AND subject = ? AND json_extract(data, '$.periodId') = ?
       AND json_extract(data, '$.metric') = ? AND id > (SELECT max(id) FROM audit) - ? ORDER BY id DESC LIMIT 1`,
  );
  const named = db.prepare<[string, number], AuditEntry>(
    `SELECT * FROM audit WHERE action IN (SELECT value FROM json_each(?)) AND id > (SELECT max(id) FROM audit) - ?
     ORDER BY id DESC`,
  );
  const lastOf = db.prepare<[string, string, string, number], Pick<AuditEntry, 'actor' | 'at'>>(
    `SELECT actor, at FROM audit WHERE action = ? AND subject = ? AND json_type(data, '$.' || ?) IS NOT NULL
       AND id > (SELECT max(id) FROM audit) - ? ORDER BY id DESC LIMIT 1`,
  );
  const ofRev = db.prepare<[number], AuditEntry>('SELECT * FROM audit WHERE rev = ? ORDER BY id');
  return {
    /** What was done in one commit, in order. */
    ofRev: (rev: number): AuditEntry[] => ofRev.all(rev),
    insert: (entry: Omit<AuditEntry, 'id'>): void =>
      void insert.run(entry.at, entry.rev, entry.actor, entry.action, entry.subject, entry.data),
    /** Who did something last; read from the newest entry backwards, so only of what was done a moment ago. */
    lastBy: (action: string, subject: string): string | null => lastBy.get(action, subject) ?? null,
    /** The newest entries first, before an id. */
    list: (before: number, limit: number): AuditEntry[] => list.all(before, limit),
    /** What was done lately under one of these names, the newest first: at most `limit` groups. */
    groups(actions: readonly string[], limit: number): AuditGroup[] {
      const groups: AuditGroup[] = [];
      for (const entry of named.iterate(JSON.stringify(actions), LATELY)) {
        const group = groups.find((one) => one.entry.rev === entry.rev && one.entry.action === entry.action);
        if (group) group.count += 1;
        else if (groups.length === limit) break;
        else groups.push({ entry, count: 1 });
      }
      return groups;
    },
    /** Who said something of a field last, if that was not long ago; else null. */
    lastOf: (action: string, subject: string, field: string) => lastOf.get(action, subject, field, LATELY) ?? null,
    /** Who set a subject's amount in a period last, if that was not long ago; else null. */
    last: (action: string, subject: string, { periodId, metric }: { periodId: string; metric: string }) =>
      last.get(action, subject, periodId, metric, LATELY) ?? null,
  };
}
