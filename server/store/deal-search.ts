// Finding deals: the manager's list, the latest wins, the export.
import type { Deal } from '../../shared/deal.ts';
import { fold } from '../../shared/fold.ts';
import type { Range } from '../../shared/time.ts';
import type { Db } from './db.ts';
import { DEAL_SELECT, dealReader } from './deals.ts';

export interface DealSearch {
  range: Range | null;
  repId: string | null;
  /** Only deals in which one of these has a part; null for everybody's. */
  repIds: readonly string[] | null;
  text: string | null;
  /** Only deals received before this `seq`. */
  before: number | null;
  limit: number;
}

export function dealSearch(db: Db) {
  db.function('fold', { deterministic: true }, (text) => fold(String(text)));
  const read = dealReader(db);
  const byId = db.prepare<[string]>(`${DEAL_SELECT} WHERE d.id = ?`);
  const corrections = db.prepare<[string]>(`${DEAL_SELECT} WHERE d.corrects = ?`);
  const bySeq = db.prepare<[number]>(`${DEAL_SELECT} WHERE d.seq = ?`);
  const count = db.prepare<[], number>('SELECT count(*) FROM deals').pluck();
  const search = db.prepare<[Record<string, unknown>]>(
    `${DEAL_SELECT} JOIN reps r ON r.id = d.rep_id
     WHERE d.seq < @before
       AND (@startsAt IS NULL OR (d.closed_at >= @startsAt AND d.closed_at < @endsAt))
       AND (@repId IS NULL OR EXISTS (SELECT 1 FROM credits c WHERE c.deal_seq = d.seq AND c.rep_id = @repId))
       AND (@repIds IS NULL OR d.rep_id IN (SELECT value FROM json_each(@repIds)) OR EXISTS (
         SELECT 1 FROM credits c WHERE c.deal_seq = d.seq AND c.rep_id IN (SELECT value FROM json_each(@repIds))))
       AND (@text IS NULL OR instr(fold(d.customer), @text) OR instr(fold(d.product), @text) OR instr(fold(r.name), @text))
     ORDER BY d.seq DESC LIMIT @limit`,
  );
  const news = db.prepare<[number, number]>(
    `${DEAL_SELECT} WHERE v.deal_seq IS NULL AND d.imported = 0 AND d.seq < ? ORDER BY d.seq DESC LIMIT ?`,
  );
  const latest = db.prepare<[number]>(`${DEAL_SELECT} WHERE v.deal_seq IS NULL ORDER BY d.seq DESC LIMIT ?`);
  const sizes = db.prepare<[number, number, number], { wins: number; above: number }>(
    `SELECT count(*) AS wins, coalesce(sum(d.amount_minor > ?), 0) AS above FROM deals d
     WHERE d.closed_at >= ? AND d.closed_at < ? AND d.imported = 0
       AND NOT EXISTS (SELECT 1 FROM voids v WHERE v.deal_seq = d.seq)`,
  );
  return {
    byId(id: string): Deal | null {
      const row = byId.get(id);
      return row === undefined ? null : read(row).deal;
    },
    /** What a deal was corrected to, in whatever order; corrections of that are not among it. */
    corrections: (id: string): Deal[] => corrections.all(id).map((row) => read(row).deal),
    bySeq(seq: number): Deal | null {
      const row = bySeq.get(seq);
      return row === undefined ? null : read(row).deal;
    },
    /** How many there are, voided ones included. */
    count: (): number => count.get() ?? 0,
    /** The latest received first, voids included. */
    find(wanted: DealSearch): Deal[] {
      const rows = search.all({
        before: wanted.before ?? Number.MAX_SAFE_INTEGER,
        startsAt: wanted.range?.startsAt ?? null,
        endsAt: wanted.range?.endsAt ?? null,
        repId: wanted.repId,
        repIds: wanted.repIds && JSON.stringify(wanted.repIds),
        text: wanted.text === null ? null : fold(wanted.text),
        limit: wanted.limit,
      });
      return rows.map((row) => read(row).deal);
    },
    /** The deals that stand and were none of an import, the latest received first. */
    news: (before: number | null, limit: number): Deal[] =>
      news.all(before ?? Number.MAX_SAFE_INTEGER, limit).map((row) => read(row).deal),
    /** How many deals of a range stand and were none of an import, and how many of them are above an amount. */
    sizes: ({ startsAt, endsAt }: Range, minor: number): { wins: number; above: number } =>
      sizes.get(minor, startsAt, endsAt) ?? { wins: 0, above: 0 },
    /** The latest deals that stand. */
    latest: (limit: number): Deal[] => latest.all(limit).map((row) => read(row).deal),
  };
}
