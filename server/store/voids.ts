// Voids of deals. One that is taken back moves to the past ones: whatever asks for voids finds those that hold.
import type { Db } from './db.ts';

export interface VoidDraft {
  dealSeq: number;
  reason: string;
  at: number;
  rev: number;
  replacedBy: string | null;
}

export function voidTable(db: Db) {
  const insert = db.prepare(
    `INSERT INTO voids (deal_seq, reason, at, rev, replaced_by) VALUES (@dealSeq, @reason, @at, @rev, @replacedBy)`,
  );
  const keep = db.prepare(
    `INSERT INTO past_voids (deal_seq, reason, at, rev, replaced_by, back_at, back_rev, back_reason)
     SELECT deal_seq, reason, at, rev, replaced_by, @at, @rev, @reason FROM voids WHERE deal_seq = @dealSeq`,
  );
  const end = db.prepare('DELETE FROM voids WHERE deal_seq = ?');
  const revOf = db.prepare<[number], number>('SELECT rev FROM voids WHERE deal_seq = ?').pluck();
  return {
    insert: (draft: VoidDraft): void => void insert.run(draft),
    /** Takes a void back: what it was is kept among the past ones. Rule CO1. */
    takeBack(back: Omit<VoidDraft, 'replacedBy'>): void {
      keep.run(back);
      end.run(back.dealSeq);
    },
    /** The commit that voided a deal, as long as that holds; null for none. */
    revOf: (dealSeq: number): number | null => revOf.get(dealSeq) ?? null,
  };
}
