// What colleagues said to wins, one row for each person and deal. Of a deal that was voided nothing is asked for; were
// it restored, they would be there again.
import type { Reaction, ReactionCounts, ReactionKind } from '../../shared/reactions.ts';
import type { Db } from './db.ts';

const REACTION = `r.user_id AS userId, u.name, r.kind, r.text, r.at FROM reactions r JOIN users u ON u.id = r.user_id`;

export function reactionTable(db: Db) {
  const latest = db.prepare<[number, number], Reaction>(
    `SELECT ${REACTION} WHERE r.deal_seq = ? ORDER BY r.at DESC, r.user_id LIMIT ?`,
  );
  const one = db.prepare<[number, string], Reaction>(`SELECT ${REACTION} WHERE r.deal_seq = ? AND r.user_id = ?`);
  const counts = db.prepare<[number], [ReactionKind, number]>(
    'SELECT kind, COUNT(*) FROM reactions WHERE deal_seq = ? GROUP BY kind',
  );
  counts.raw();
  const put = db.prepare(
    `INSERT INTO reactions (deal_seq, user_id, kind, text, at) VALUES (@dealSeq, @userId, @kind, @text, @at)
     ON CONFLICT (deal_seq, user_id) DO UPDATE SET kind = @kind, text = @text, at = @at`,
  );
  const remove = db.prepare('DELETE FROM reactions WHERE deal_seq = ? AND user_id = ?');
  const carry = db.prepare(
    'INSERT OR REPLACE INTO reactions SELECT @to, user_id, kind, text, at FROM reactions WHERE deal_seq = @from',
  );
  return {
    /** The latest of a deal, newest first. */
    latest: (dealSeq: number, limit: number): Reaction[] => latest.all(dealSeq, limit),
    /** What one person said to a deal, or null. */
    one: (dealSeq: number, userId: string): Reaction | null => one.get(dealSeq, userId) ?? null,
    counts: (dealSeq: number): ReactionCounts => Object.fromEntries(counts.all(dealSeq)),
    /** Keeps what a person says; it replaces what the same person said before. Rule RX1. */
    put: (row: Omit<Reaction, 'name'> & { dealSeq: number }): void => void put.run(row),
    /** Whether there was one to take back. */
    remove: (dealSeq: number, userId: string): boolean => remove.run(dealSeq, userId).changes === 1,
    /** A corrected deal's are its replacement's, too; and the other way where that is taken back. Rule RX3. */
    carry: (from: number, to: number): void => void carry.run({ from, to }),
  };
}
