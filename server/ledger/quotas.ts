// Setting a subject's quota in a period. Rules QT1, QT2.
import { OFFICE_ID } from '../../shared/deal.ts';
import { Refusal } from '../../shared/problem.ts';
import type { QuotaBody } from '../../shared/schemas/people.ts';
import { Fields } from './fields.ts';
import type { Transaction } from './transaction.ts';

const MAX_DEALS = 1_000_000;

export function setQuota(transaction: Transaction, body: QuotaBody): void {
  const { periodId, subject, metric } = body;
  if (!transaction.store.periods.list().some(({ id }) => id === periodId)) {
    throw Refusal.field('periodId', 'period/not-found', 'is no period of this office');
  }
  checkSubject(transaction, subject);
  const key = { periodId, subjectType: subject.type, subjectId: subject.id, metric };
  if (body.amount === null) transaction.store.quotas.remove(key);
  else transaction.store.quotas.write({ ...key, amount: readAmount(transaction, metric, body.amount) });
  transaction.changes.push({ type: 'quotas' });
  transaction.audit('quota:set', `${subject.type}:${subject.id}`, { periodId, metric, amount: body.amount });
}

function checkSubject(transaction: Transaction, subject: QuotaBody['subject']): void {
  const { store } = transaction;
  const known =
    subject.type === 'office'
      ? subject.id === OFFICE_ID
      : subject.type === 'rep'
        ? store.reps.find(subject.id)?.id === subject.id
        : store.teams.list().some(({ id }) => id === subject.id);
  if (!known) throw Refusal.field('subject.id', `${subject.type}/unknown`, `is no ${subject.type} of this office`);
}

/** 0 is a quota of none (rule QT2). */
function readAmount(transaction: Transaction, metric: QuotaBody['metric'], amount: string | number): number {
  if (/^-?0+(\.0+)?$/.test(String(amount))) return 0;
  const fields = new Fields(transaction);
  if (metric === 'revenue') {
    const minor = fields.amount('amount', amount);
    fields.check();
    return minor;
  }
  const deals = /^\d+$/.test(String(amount)) ? Number(amount) : Number.NaN;
  if (!(deals <= MAX_DEALS)) {
    throw Refusal.field('amount', 'quota/deals', 'must be a whole number of deals');
  }
  return deals;
}
