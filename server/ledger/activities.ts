// Activities and plans go into the books, once each. Rules AC1–AC4, LG1, LG3.
import { randomUUID } from 'node:crypto';
import type { Activity, Plan } from '../../shared/activity.ts';
import { Refusal } from '../../shared/problem.ts';
import type { ActivityBody, DetailsBody, PlanBody } from '../../shared/schemas/activities.ts';
import type { ActivityDraft } from '../store/activities.ts';
import type { PlanDraft } from '../store/plans.ts';
import { fingerprintOf, readRep } from './deals.ts';
import { Fields, readReason } from './fields.ts';
import type { Transaction } from './transaction.ts';

/** Logs an activity once: the same id with the same content gives the one that is there, with other content a conflict. */
export function recordActivity(transaction: Transaction, body: ActivityBody): { activity: Activity; created: boolean } {
  const { store } = transaction;
  const known = body.id === undefined ? null : store.activities.byId(body.id);
  // A retry is read as the first post was: who has left in between does not make it another activity (rule LG3).
  const draft = readActivity(transaction, body, known?.activity.recordedAt);
  if (known) {
    if (known.fingerprint === draft.fingerprint) return { activity: known.activity, created: false };
    throw taken('activity');
  }
  const plan = draft.planId === null ? null : (store.plans.byId(draft.planId)?.plan ?? null);
  if (plan) checkWaiting(plan);
  const activity = store.activities.insert(draft);
  transaction.changes.push({ type: 'activity', activity });
  transaction.audit('activity:record', activity.id);
  return { activity, created: true };
}

function readActivity(transaction: Transaction, body: ActivityBody, now = transaction.now): ActivityDraft {
  const fields = new Fields(transaction);
  const at = body.at === undefined ? now : fields.pastInstant('at', body.at);
  const repId = readRep(transaction, fields, { field: 'rep', ref: body.rep, closedAt: at });
  const planId = readPlanId(transaction, fields, { planId: body.planId ?? null, repId });
  const customer = fields.text('customer', body.customer ?? '');
  const note = fields.text('note', body.note ?? '');
  fields.check();
  const { kind } = body;
  return {
    id: body.id ?? randomUUID(),
    repId,
    kind,
    customer,
    note,
    at,
    recordedAt: transaction.now,
    rev: transaction.rev,
    planId,
    fingerprint: fingerprintOf({ repId, kind, customer, note, planId, at: body.at ?? null }),
  };
}

/** Nobody fulfils another's plan. */
function readPlanId(
  { store }: Transaction,
  fields: Fields,
  { planId, repId }: { planId: string | null; repId: string },
): string | null {
  if (planId === null) return null;
  const stored = store.plans.byId(planId);
  if (stored?.plan.repId === repId) return planId;
  fields.fault('planId', 'plan/unknown', 'is no plan of this rep');
  return null;
}

function taken(what: 'activity' | 'plan'): Refusal {
  return new Refusal(`${what}/id-taken`, [
    { field: 'id', code: `${what}/differs`, message: `is taken by another ${what}` },
  ]);
}

function readStored(transaction: Transaction, id: string): Activity {
  const stored = transaction.store.activities.byId(id);
  if (!stored) throw new Refusal('activity/not-found');
  return stored.activity;
}

/** Adds what is told of an activity after it was logged: it counts as before. Telling the same twice is telling it once. */
export function describeActivity(transaction: Transaction, input: { id: string; details: DetailsBody }): Activity {
  const activity = readStored(transaction, input.id);
  const fields = new Fields(transaction);
  const customer = fields.text('customer', input.details.customer ?? activity.customer);
  const note = fields.text('note', input.details.note ?? activity.note);
  fields.check();
  if (customer === activity.customer && note === activity.note) return activity;
  if (activity.void) throw new Refusal('activity/voided');
  const { now: at, rev, store } = transaction;
  store.activities.describe({ seq: activity.seq, customer, note, at, rev });
  transaction.changes.push({ type: 'details' });
  transaction.audit('activity:describe', activity.id, { customer, note });
  return { ...activity, customer, note };
}

/** Takes an activity out of every count; its plan is open again. A retry of it gives the same answer. Rules ST4, AC3. */
export function voidActivity(transaction: Transaction, input: { id: string; reason: string }): Activity {
  const activity = readStored(transaction, input.id);
  const reason = readReason(transaction, input.reason);
  if (activity.void?.reason === reason) return activity;
  if (activity.void) throw new Refusal('activity/voided');
  const { now: at, rev, store } = transaction;
  store.activities.void({ seq: activity.seq, reason, at, rev });
  const voided = { ...activity, void: { reason, at } };
  transaction.changes.push({ type: 'activity-void', activity: voided });
  transaction.audit('activity:void', activity.id, { reason });
  return voided;
}

/** Puts a plan down once, as activities are. */
export function recordPlan(transaction: Transaction, body: PlanBody): { plan: Plan; created: boolean } {
  const { store } = transaction;
  const known = body.id === undefined ? null : store.plans.byId(body.id);
  const draft = readPlan(transaction, body, known?.plan.recordedAt);
  if (known) {
    if (known.fingerprint === draft.fingerprint) return { plan: known.plan, created: false };
    throw taken('plan');
  }
  const plan = store.plans.insert(draft);
  transaction.changes.push({ type: 'plans' });
  transaction.audit('plan:record', plan.id);
  return { plan, created: true };
}

function readPlan(transaction: Transaction, body: PlanBody, now = transaction.now): PlanDraft {
  const fields = new Fields(transaction);
  const at = fields.plannedInstant('at', body.at);
  const repId = readRep(transaction, fields, { field: 'rep', ref: body.rep, closedAt: now });
  const customer = fields.text('customer', body.customer);
  const note = fields.text('note', body.note ?? '');
  fields.check();
  const { kind } = body;
  return {
    id: body.id ?? randomUUID(),
    repId,
    kind,
    customer,
    note,
    at,
    recordedAt: transaction.now,
    rev: transaction.rev,
    fingerprint: fingerprintOf({ repId, kind, customer, note, at: body.at }),
  };
}

function readStoredPlan(transaction: Transaction, id: string): Plan {
  const stored = transaction.store.plans.byId(id);
  if (!stored) throw new Refusal('plan/not-found');
  return stored.plan;
}

function checkWaiting({ doneBy, cancelledAt }: Plan): void {
  if (doneBy !== null) throw new Refusal('plan/done');
  if (cancelledAt !== null) throw new Refusal('plan/cancelled');
}

/** Has a plan due at another time. */
export function movePlan(transaction: Transaction, input: { id: string; at: string | number }): Plan {
  const plan = readStoredPlan(transaction, input.id);
  const fields = new Fields(transaction);
  const toAt = fields.plannedInstant('at', input.at);
  fields.check();
  if (toAt === plan.at) return plan;
  checkWaiting(plan);
  const { now: at, rev, store } = transaction;
  store.plans.move({ seq: plan.seq, toAt, at, rev });
  transaction.changes.push({ type: 'plans' });
  transaction.audit('plan:move', plan.id, { from: plan.at, to: toAt });
  return { ...plan, at: toAt };
}

/** Cancelling twice is cancelling once. */
export function cancelPlan(transaction: Transaction, input: { id: string }): Plan {
  const plan = readStoredPlan(transaction, input.id);
  if (plan.doneBy !== null) throw new Refusal('plan/done');
  if (plan.cancelledAt !== null) return plan;
  const { now: at, rev, store } = transaction;
  store.plans.cancel({ seq: plan.seq, at, rev });
  transaction.changes.push({ type: 'plans' });
  transaction.audit('plan:cancel', plan.id);
  return { ...plan, cancelledAt: at };
}
