// Deals go in. Rules ST6, LG3, PD6, CN1.
import { createHash, randomUUID } from 'node:crypto';
import type { Credit, Deal, Original } from '../../shared/deal.ts';
import { MAX_TOTAL_MINOR, splitAmount, WHOLE_SHARE } from '../../shared/money.ts';
import { Refusal } from '../../shared/problem.ts';
import { accountOf, reachOf } from '../../shared/roles.ts';
import type { Rep } from '../../shared/roster.ts';
import type { DealBody } from '../../shared/schemas/deals.ts';
import { dateOf } from '../../shared/time.ts';
import type { DealDraft, StoredDeal } from '../store/deals.ts';
import type { Commands } from './commands.ts';
import { readMoney } from './exchange.ts';
import { CLOCK_TOLERANCE_MS, Fields } from './fields.ts';
import { checkMedia } from './media.ts';
import { checkRepRules } from './rep-rules.ts';
import { noteDue } from './sales.ts';
import type { Transaction } from './transaction.ts';
import { undoneEarly } from './voids.ts';
import { askedAgain, findAsked, idTaken, waitForApproval, withdrawnEarly } from './waiting.ts';

/**
 * Records a deal once: the same id (or external id) with the same content gives the deal that is there already,
 * with other content a conflict.
 */
export function recordDeal(transaction: Transaction, body: DealBody): Commands['deal:record']['output'] {
  const known = findKnown(transaction, body);
  // A retry is read as the first post was: who has left in between does not make it another deal (rule LG3).
  const asked = known ? null : findAsked(transaction, body);
  const draft = readDeal(transaction, body, {
    now: known?.stored.deal.recordedAt ?? asked?.pending.postedAt ?? transaction.now,
    frozen: (known?.stored.deal ?? asked?.pending.draft)?.original ?? null,
  });
  if (known) {
    if (known.stored.fingerprint === draft.fingerprint) return { deal: known.stored.deal, created: false };
    throw idTaken(known.by);
  }
  if (asked) return { deal: askedAgain(asked, draft.fingerprint), created: false, pending: true };
  checkRepRules(transaction, body, draft);
  const booked = inOpenPeriod(transaction, draft);
  const waits = waitForApproval(transaction, { ...booked, ...(body.dueOn !== undefined && { dueOn: body.dueOn }) });
  if (waits) return { deal: withdrawnEarly(transaction, waits), created: true, pending: true };
  const deal = storeDeal(transaction, booked);
  noteDue(transaction, deal, body.dueOn);
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

/** When a deal counts as posted, and the rate that it has been recorded with before. */
interface Reading {
  now: number;
  frozen: Original | null;
  /** Reps who are not asked whether they had left by then. */
  known?: ReadonlySet<string>;
}

export function readDeal(transaction: Transaction, body: DealBody, { now, frozen, known }: Reading): DealDraft {
  const { currency } = transaction.office;
  const fields = new Fields(transaction);
  const closedAt = body.closedAt === undefined ? now : fields.pastInstant('closedAt', body.closedAt);
  const agreed = { amount: body.amount, currency: body.currency ?? currency, closedAt, frozen };
  const { amountMinor, original } = readMoney(transaction, fields, agreed);
  const repId = readRep(transaction, fields, { field: 'rep', ref: body.rep, closedAt, known });
  const openedAt = readOpenedAt(fields, body.openedAt ?? null, closedAt);
  const credits = readCredits(transaction, fields, body, { repId, amountMinor, closedAt, known });
  const { customer, product, source, location, note } = readTexts(fields, body);
  const photoId = body.photoId ?? null;
  checkMedia(transaction, fields, 'photoId', photoId, 'image');
  fields.dueDate('dueOn', body.dueOn ?? null);
  fields.check();
  const kind = body.kind ?? 'new';
  const external = body.external ?? null;
  const said = agreedContent({ amountMinor, currency, original, credits });
  // Spelt out, since spreading objects of this size into each other costs as much as storing the deal.
  const content = {
    repId,
    amountMinor: said.amountMinor,
    currency: said.currency,
    customer,
    product,
    source,
    location,
    note,
    kind,
    openedAt,
    external,
    credits: said.credits,
    closedAt: body.closedAt ?? null,
  };
  const fingerprint = digestOf(content, body);
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
    original,
    external,
    credits,
    fingerprint,
  };
}

/** As it was agreed: what it came to at the rate of the day does not make a retry another deal. */
function agreedContent(
  deal: Pick<Deal, 'amountMinor' | 'currency' | 'original' | 'credits'>,
): Pick<Deal, 'amountMinor' | 'currency'> & { credits: readonly object[] } {
  const { original, credits } = deal;
  if (original === null) return deal;
  const shares = credits.map(({ repId, shareBp }) => ({ repId, shareBp }));
  return { amountMinor: original.amountMinor, currency: original.currency, credits: shares };
}

/** Tells of a photo and a due date only where there are some: what was posted before there were has the digest that it had. */
function digestOf(content: object, { photoId = null, dueOn }: DealBody): string {
  if (photoId === null && dueOn === undefined) return fingerprintOf(content);
  return fingerprintOf({ ...content, ...(photoId !== null && { photoId }), ...(dueOn !== undefined && { dueOn }) });
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
  wanted: { field: string; ref: string; closedAt: number; known?: ReadonlySet<string> | undefined },
): string {
  const rep = transaction.store.reps.find(wanted.ref);
  if (!rep) {
    fields.fault(wanted.field, 'rep/unknown', 'is no rep of this office');
    return '';
  }
  const fault = wanted.known?.has(rep.id) ? null : leftBefore(rep, wanted.closedAt, transaction.office.timeZone);
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
  deal: { repId: string; amountMinor: number; closedAt: number; known: ReadonlySet<string> | undefined },
): Credit[] {
  const { repId, amountMinor, closedAt, known } = deal;
  if (!body.splits || body.splits.length === 0) return [{ repId, shareBp: WHOLE_SHARE, amountMinor }];
  const reps = body.splits.map(({ rep: ref }, index) =>
    readRep(transaction, fields, { field: `splits.${index}.rep`, ref, closedAt, known }),
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
