// Wins that wait for a manager, or waited: what was posted, and what became of it. Until one is approved it is no deal.
import type { Decision } from '../../shared/schemas/approvals.ts';
import type { Db } from './db.ts';
import type { DealDraft } from './deals.ts';

/** The deal that it would become, with the due date that was said, if one was. */
export type PendingDraft = DealDraft & { dueOn?: string | null };

export interface Pending {
  seq: number;
  id: string;
  draft: PendingDraft;
  /** Who posted it, as the audit names actors ("user:…"). */
  postedBy: string;
  postedAt: number;
  rev: number;
  /** Null while it waits. */
  decision: Decision | null;
  decidedAt: number | null;
  decidedBy: string | null;
  reason: string | null;
}

interface Row extends Omit<Pending, 'draft'> {
  draft: string;
}

const SELECT = `SELECT seq, id, draft, posted_by AS postedBy, posted_at AS postedAt, rev, decision,
  decided_at AS decidedAt, decided_by AS decidedBy, reason FROM pending_deals`;

export function pendingTable(db: Db) {
  const byId = db.prepare<[string], Row>(`${SELECT} WHERE id = ?`);
  const byExternal = db.prepare<[string, string], Row>(
    `${SELECT} WHERE json_extract(draft, '$.external.source') = ? AND json_extract(draft, '$.external.id') = ?
     ORDER BY seq DESC LIMIT 1`,
  );
  const open = db.prepare<[], Row>(`${SELECT} WHERE decision IS NULL ORDER BY seq`);
  const decided = db.prepare<[number], Row>(
    `${SELECT} WHERE decision IS NOT NULL ORDER BY decided_at DESC, seq DESC LIMIT ?`,
  );
  const insert = db.prepare(
    `INSERT INTO pending_deals (id, draft, photo_id, posted_by, posted_at, rev)
     VALUES (@id, @draft, @photoId, @postedBy, @postedAt, @rev)`,
  );
  const decide = db.prepare(
    `UPDATE pending_deals SET decision = @decision, decided_at = @decidedAt, decided_by = @decidedBy, reason = @reason
     WHERE id = @id AND decision IS NULL`,
  );
  const readRule = db.prepare<[], number>('SELECT above_minor FROM approval_rule').pluck();
  const writeRule = db.prepare('INSERT OR REPLACE INTO approval_rule (one, above_minor) VALUES (1, ?)');
  const dropRule = db.prepare('DELETE FROM approval_rule');
  const read = (row: Row | undefined): Pending | null =>
    row === undefined ? null : { ...row, draft: JSON.parse(row.draft) as PendingDraft };
  return {
    byId: (id: string): Pending | null => read(byId.get(id)),
    byExternal: (source: string, id: string): Pending | null => read(byExternal.get(source, id)),
    /** Those that wait, in the order in which they came. */
    open: (): Pending[] => open.all().flatMap((row) => read(row) ?? []),
    /** Those that were decided on, the latest first. */
    decided: (limit: number): Pending[] => decided.all(limit).flatMap((row) => read(row) ?? []),
    insert: ({ id, draft, postedBy, postedAt, rev }: Pick<Pending, 'id' | 'draft' | 'postedBy' | 'postedAt' | 'rev'>) =>
      void insert.run({ id, draft: JSON.stringify(draft), photoId: draft.photoId, postedBy, postedAt, rev }),
    /** Decides once; whatever was decided before stays. */
    decide: (id: string, outcome: Pick<Pending, 'decision' | 'decidedAt' | 'decidedBy' | 'reason'>): void =>
      void decide.run({ id, ...outcome }),
    /** Above which amount wins wait, minor units; null where none does. */
    above: (): number | null => readRule.get() ?? null,
    setAbove: (minor: number | null): void => void (minor === null ? dropRule.run() : writeRule.run(minor)),
  };
}
