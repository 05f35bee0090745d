// What the office lets its reps do, held against what they do. Judged as things come in: what a phone has kept from before
// the rule stays on it with the reason, and can be mended (rule PO3). Rules OS1–OS4.
import { MOST_ENTERED_BACK_MS, rulesFor } from '../../shared/rep-rules.ts';
import type { DealBody } from '../../shared/schemas/deals.ts';
import { dateOf, datePlus } from '../../shared/time.ts';
import type { DealDraft } from '../store/deals.ts';
import { Fields } from './fields.ts';
import type { Transaction } from './transaction.ts';

/** Refuses what of a new win the office leaves to its managers. */
export function checkRepRules(transaction: Transaction, body: DealBody, draft: DealDraft): void {
  const { actor, office } = transaction;
  const { repsSplit, repsPhotos, repsBackDays } = rulesFor(actor, office);
  const fields = new Fields(transaction);
  if (!repsSplit && draft.credits.some(({ repId }) => repId !== draft.repId)) {
    fields.fault('splits', 'office/reps-split', 'is left to managers in this office');
  }
  if (!repsPhotos && draft.photoId !== null) {
    fields.fault('photoId', 'office/reps-photo', 'is left to managers in this office');
  }
  if (repsBackDays !== null) checkDate(transaction, fields, { body, draft, days: repsBackDays });
  fields.check();
}

/** The bound counts from the day on which the win was entered. Rule OS2. */
function checkDate(
  { office: { timeZone }, now }: Transaction,
  fields: Fields,
  { body, draft, days }: { body: DealBody; draft: DealDraft; days: number },
): void {
  const isInstant = body.closedAt !== undefined && !isDate(body.closedAt);
  const entered = body.enteredAt ?? (isInstant ? draft.closedAt : now);
  const earliest = datePlus(dateOf(Math.min(Math.max(entered, now - MOST_ENTERED_BACK_MS), now), timeZone), -days);
  if (dateOf(draft.closedAt, timeZone) >= earliest) return;
  const values = { days: String(days), earliest };
  fields.fault(
    'closedAt',
    'office/reps-date',
    `must be on ${earliest} or later; what is older is for managers`,
    values,
  );
}

function isDate(value: string | number): boolean {
  return typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(value);
}
