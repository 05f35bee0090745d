// Which sales are paid, open, overdue; and what that adds up to. Rules RC2, RC5.
import { fold } from '../../shared/fold.ts';
import { paymentState } from '../../shared/payment.ts';
import type { ReceivableTotals, StateFilter } from '../../shared/schemas/money.ts';
import type { Range } from '../../shared/time.ts';
import type { Db } from './db.ts';
import { SALES } from './receipts.ts';

/** Whose sales are looked at, and as of which local date. */
export interface Within {
  /** Only sales closed in it. */
  range: Range | null;
  /** Only sales in which one of these has a part; null for everybody's. */
  repIds: readonly string[] | null;
  today: string;
}

export interface ReceivableSearch extends Within {
  state: StateFilter | null;
  repId: string | null;
  text: string | null;
  /** Only deals received before this `seq`. */
  before: number | null;
  limit: number;
}

const HAS_PART = (reps: string) => `(s.rep_id IN (SELECT value FROM json_each(${reps})) OR EXISTS (
  SELECT 1 FROM credits c WHERE c.deal_seq = s.seq AND c.rep_id IN (SELECT value FROM json_each(${reps}))))`;

const STATED = `WITH sale AS (${SALES}), stated AS (
    SELECT s.*, payment_state(s.amountMinor, s.receivedMinor, s.dueOn, s.isVoid, @today) AS state FROM sale s
    WHERE (@repIds IS NULL OR ${HAS_PART('@repIds')})
      AND (@startsAt IS NULL OR (s.closed_at >= @startsAt AND s.closed_at < @endsAt)))`;

export function receivableTable(db: Db) {
  db.function('payment_state', { deterministic: true }, (amountMinor, receivedMinor, dueOn, isVoid, today) =>
    paymentState(
      {
        amountMinor: Number(amountMinor),
        receivedMinor: Number(receivedMinor),
        dueOn: dueOn === null ? null : String(dueOn),
        isVoid: isVoid === 1,
      },
      String(today),
    ),
  );
  const find = db.prepare<[Record<string, unknown>], string>(
    `${STATED} SELECT d.id FROM stated s JOIN deals d ON d.seq = s.seq JOIN reps r ON r.id = d.rep_id
     WHERE s.seq < @before AND s.state IS NOT NULL
       AND (@state IS NULL OR s.state = @state OR (@state = 'open' AND s.state IN ('due', 'overdue', 'part-paid')))
       AND (@repId IS NULL OR EXISTS (SELECT 1 FROM credits c WHERE c.deal_seq = s.seq AND c.rep_id = @repId))
       AND (@text IS NULL OR instr(fold(d.customer), @text) OR instr(fold(d.product), @text) OR instr(fold(r.name), @text))
     ORDER BY s.seq DESC LIMIT @limit`,
  );
  find.pluck();
  const totals = db.prepare<[Record<string, unknown>], ReceivableTotals>(
    `${STATED} SELECT
       coalesce(sum(CASE WHEN isVoid = 0 THEN board - boardMinor END), 0) AS openMinor,
       coalesce(sum(CASE WHEN state = 'overdue' THEN board - boardMinor END), 0) AS overdueMinor,
       coalesce(sum(boardMinor), 0) AS receivedMinor,
       coalesce(sum(CASE WHEN isVoid = 1 THEN boardMinor END), 0) AS toRefundMinor,
       coalesce(sum(state IN ('due', 'overdue', 'part-paid')), 0) AS openDeals,
       coalesce(sum(state = 'overdue'), 0) AS overdueDeals
     FROM stated`,
  );
  const within = ({ range, repIds, today }: Within) => ({
    today,
    repIds: repIds && JSON.stringify(repIds),
    startsAt: range?.startsAt ?? null,
    endsAt: range?.endsAt ?? null,
  });
  return {
    /** Ids of deals, the latest received first. */
    find: (wanted: ReceivableSearch): string[] =>
      find.all({
        ...within(wanted),
        state: wanted.state,
        repId: wanted.repId,
        text: wanted.text === null ? null : fold(wanted.text),
        before: wanted.before ?? Number.MAX_SAFE_INTEGER,
        limit: wanted.limit,
      }),
    /** What is open, overdue, received and to be paid back, in the board's minor units. */
    totals: (wanted: Within): ReceivableTotals => totals.get(within(wanted)) ?? NOTHING,
  };
}

const NOTHING: ReceivableTotals = {
  openMinor: 0,
  overdueMinor: 0,
  receivedMinor: 0,
  toRefundMinor: 0,
  openDeals: 0,
  overdueDeals: 0,
};
