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

export function auditTable(db: Db) {
  const insert = db.prepare('INSERT INTO audit (at, rev, actor, action, subject, data) VALUES (?, ?, ?, ?, ?, ?)');
  const list = db.prepare<[number, number], AuditEntry>('SELECT * FROM audit WHERE id < ? ORDER BY id DESC LIMIT ?');
  return {
    insert: (entry: Omit<AuditEntry, 'id'>): void =>
      void insert.run(entry.at, entry.rev, entry.actor, entry.action, entry.subject, entry.data),
    /** The newest entries first, before an id. */
    list: (before: number, limit: number): AuditEntry[] => list.all(before, limit),
  };
}
