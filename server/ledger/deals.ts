// Deals go in. Rules ST6, LG3, PD6, CN1.
import { createHash, randomUUID } from 'node:crypto';
import type { Credit, Deal } from '../../shared/deal.ts';
import { MAX_TOTAL_MINOR, splitAmount, WHOLE_SHARE } from '../../shared/money.ts';
import { Refusal } from '../../shared/problem.ts';
import { accountOf, reachOf } from '../../shared/roles.ts';
import type { Rep } from '../../shared/roster.ts';
import type { DealBody } from '../../shared/schemas/deals.ts';
import { dateOf } from '../../shared/time.ts';
import type { DealDraft, StoredDeal } from '../store/deals.ts';
import type { Commands } from './commands.ts';
import { CLOCK_TOLERANCE_MS, Fields } from './fields.ts';
import { checkMedia } from './media.ts';
import type { Transaction } from './transaction.ts';
import { undoneEarly } from './voids.ts';
import { askedBefore, waitForApproval, withdrawnEarly } from './waiting.ts';

/**
 * Records a deal once: the same id (or external id) with the same content gives the deal that is there already,
 * with other content a conflict.
 */
export function recordDeal(transaction: Transaction, body: DealBody): Commands['deal:record']['output'] {
  const known = findKnown(transaction, body);
  // A retry is read as the first post was: who has left in between does not make it another deal (rule LG3).
  const draft = readDeal(transaction, body, known?.stored.deal.recordedAt);
  if (known) {
    if (known.stored.fingerprint === draft.fingerprint) return { deal: known.stored.deal, created: false };
    throw new Refusal(known.by === 'id' ? 'deal/id-taken' : 'deal/external-taken', [
      { field: known.by, code: 'deal/differs', message: 'is taken by a deal with other content' },
    ]);
  }
  const asked = askedBefore(transaction, body, draft);
  if (asked) return { deal: asked, created: false, pending: true };
  const booked = inOpenPeriod(transaction, draft);
  const waits = waitForApproval(transaction, booked);
  if (waits) return { deal: withdrawnEarly(transaction, waits), created: true, pending: true };
  const deal = storeDeal(transaction, booked);
  transaction.changes.push({ type: 'deal', deal, by: accountOf(transaction.actor) });
  transaction.audit('deal:record', deal.id);
  return { deal: undoneEarly(transaction, deal), created: true };
}

function findKnown(transaction: Transaction, body: DealBody): { stored: StoredDeal; by: 'id' | 'external' } | null {
  const { deals } = transaction.store;
  const byId = body.id === undefined ? null : deals.byId(body.id);
  if (byId) return { stored: byId, by: 'id' };
  const byExternal = body.external ? deals.byExternal(body.external.source, body.external.id) : null;
  return byExternal && { stored: byExternal, by: 'external' };
}

/**
 * Nobody posts an own deal into a period that is closed: that is for those who answer for its result (rule PD6). One that
 * was on its way when the period closed counts from now on.
 */
function inOpenPeriod(transaction: Transaction, draft: DealDraft): DealDraft {
  if (reachOf(transaction.actor, 'deal:create') !== 'own') return draft;
  const period = transaction.store.periods.at(draft.closedAt);
  if (period === null || period.closedAt === null) return draft;
  if (transaction.now - draft.closedAt <= CLOCK_TOLERANCE_MS) return { ...draft, closedAt: transaction.now };
  throw Refusal.field('closedAt', 'period/closed', `falls in “${period.name}”, which is closed`);
}

/** Adds a deal to the books, unless the sum of everything would no longer be exact. */
export function storeDeal(transaction: Transaction, draft: DealDraft): Deal {
  if (transaction.totalMinor + draft.amountMinor > MAX_TOTAL_MINOR) {
    throw Refusal.field('amount', 'amount/too-large', 'is more than the books of one office can add up exactly');
  }
  transaction.totalMinor += draft.amountMinor;
  const deal = transaction.store.deals.insert(draft);
  noteLate(transaction, deal);
  return deal;
}

/** Has a deal that stands from now on in a closed period looked at by a manager. Rule LA1. */
export function noteLate({ store }: Transaction, { seq, closedAt }: Pick<Deal, 'seq' | 'closedAt'>): void {
  const period = store.periods.at(closedAt);
  if (period !== null && period.closedAt !== null) store.late.note(seq);
}

export function readDeal(transaction: Transaction, body: DealBody, now = transaction.now): DealDraft {
  const { office } = transaction;
  const fields = new Fields(transaction);
  const amountMinor = fields.amount('amount', body.amount);
  if (body.currency !== undefined && body.currency !== office.currency) {
    fields.fault('currency', 'deal/currency', `must be ${office.currency}, the office’s currency`);
  }
  const closedAt = body.closedAt === undefined ? now : fields.pastInstant('closedAt', body.closedAt);
  const repId = readRep(transaction, fields, { field: 'rep', ref: body.rep, closedAt });
  const openedAt = readOpenedAt(fields, body.openedAt ?? null, closedAt);
  const credits = readCredits(transaction, fields, body, { repId, amountMinor, closedAt });
  const { customer, product, source, location, note } = readTexts(fields, body);
  const photoId = body.photoId ?? null;
  checkMedia(transaction, fields, 'photoId', photoId, 'image');
  fields.check();
  const { currency } = office;
  const kind = body.kind ?? 'new';
  const external = body.external ?? null;
  // Spelt out, since spreading objects of this size into each other costs as much as storing the deal.
  const content = {
    repId,
    amountMinor,
    currency,
    customer,
    product,
    source,
    location,
    note,
    kind,
    openedAt,
    external,
    credits,
    closedAt: body.closedAt ?? null,
  };
  // Said only where there is one, so that what was posted before there were photos has the digest that it had.
  const fingerprint = fingerprintOf(photoId === null ? content : { ...content, photoId });
  return {
    id: body.id ?? randomUUID(),
    repId,
    amountMinor,
    currency,
    customer,
    product,
    kind,
    source,
    location,
    note,
    openedAt,
    closedAt,
    recordedAt: transaction.now,
    rev: transaction.rev,
    corrects: null,
    imported: false,
    photoId,
    external,
    credits,
    fingerprint,
  };
}

type TextField = 'customer' | 'product' | 'source' | 'location' | 'note';

function readTexts(fields: Fields, body: DealBody): Record<TextField, string> {
  const read = (name: TextField): string => fields.text(name, body[name] ?? '');
  if (body.external) fields.text('external.id', body.external.id);
  return {
    customer: read('customer'),
    product: read('product'),
    source: read('source'),
    location: read('location'),
    note: read('note'),
  };
}

/** Tells two posts under one id apart; not a secret. */
export function fingerprintOf(content: object): string {
  return createHash('sha1').update(JSON.stringify(content)).digest('base64');
}

/** A rep by id or e-mail address who was with the office then; the fault names the field. */
export function readRep(
  transaction: Transaction,
  fields: Fields,
  wanted: { field: string; ref: string; closedAt: number },
): string {
  const rep = transaction.store.reps.find(wanted.ref);
  if (!rep) {
    fields.fault(wanted.field, 'rep/unknown', 'is no rep of this office');
    return '';
  }
  const fault = leftBefore(rep, wanted.closedAt, transaction.office.timeZone);
  if (fault) fields.fault(wanted.field, fault.code, fault.message);
  return rep.id;
}

/** What is wrong with crediting a rep who had left by then; null for nothing. */
export function leftBefore(rep: Rep, at: number, timeZone: string): { code: string; message: string } | null {
  if (rep.leftOn === null || dateOf(at, timeZone) < rep.leftOn) return null;
  return { code: 'rep/left', message: `left on ${rep.leftOn}` };
}

function readOpenedAt(fields: Fields, value: string | number | null, closedAt: number): number | null {
  if (value === null) return null;
  const at = fields.pastInstant('openedAt', value);
  if (at > closedAt) fields.fault('openedAt', 'time/after-close', 'must not be after closedAt');
  return at;
}

function readCredits(
  transaction: Transaction,
  fields: Fields,
  body: Pick<DealBody, 'splits'>,
  deal: { repId: string; amountMinor: number; closedAt: number },
): Credit[] {
  const { repId, amountMinor, closedAt } = deal;
  if (!body.splits || body.splits.length === 0) return [{ repId, shareBp: WHOLE_SHARE, amountMinor }];
  const reps = body.splits.map(({ rep: ref }, index) =>
    readRep(transaction, fields, { field: `splits.${index}.rep`, ref, closedAt }),
  );
  const shares = body.splits.map(({ share }) => share);
  if (shares.reduce((sum, share) => sum + share, 0) !== WHOLE_SHARE) {
    fields.fault('splits', 'deal/shares', 'must have shares that sum to 10,000 basis points');
  }
  if (new Set(reps).size !== reps.length) fields.fault('splits', 'deal/rep-twice', 'must name each rep once');
  if (fields.errors.length > 0) return [];
  const amounts = splitAmount(amountMinor, shares);
  return reps.map((id, index) => ({ repId: id, shareBp: shares[index] ?? 0, amountMinor: amounts[index] ?? 0 }));
}
