// Two who change the same setting: the later one is told what the first has made of it, and decides. Rule OS6.
import { formatMinor, parseAmount } from '../../shared/money.ts';
import { Refusal, type FieldError } from '../../shared/problem.ts';
import { accountIn } from '../../shared/roles.ts';
import type { KnownSettings, OfficePatch } from '../../shared/schemas/office.ts';
import { canonicalJson } from './canonical.ts';
import type { Transaction } from './transaction.ts';

/** Refuses a patch where a setting that it changes is not what was expected, nor what the patch would make of it. */
export function checkUnchanged(transaction: Transaction, patch: OfficePatch, expected: KnownSettings): void {
  const now = knownSettings(transaction);
  const { exponent } = transaction.office;
  const read = (key: string, value: unknown) => (key === 'defaultQuota' ? minorIn(value, exponent) : value);
  const changed = Object.entries(expected).flatMap(([field, was]) => {
    const key = field as keyof KnownSettings;
    const isNow = (one: unknown) => canonicalJson(read(key, one)) === canonicalJson(read(key, now[key]));
    if (patch[key] === undefined || isNow(was) || isNow(patch[key])) return [];
    return [changedSetting(transaction, { action: 'office:patch', field, value: now[key] })];
  });
  if (changed.length > 0) throw new Refusal('office/changed', changed);
}

/** What a setting is now, who made it that and when, if that was not long ago. */
export function changedSetting(
  { store }: Transaction,
  { action, field, value }: { action: string; field: string; value: unknown },
): FieldError {
  const last = store.audit.lastOf(action, 'office', field);
  const account = last && accountIn(last.actor);
  const by = account === null ? null : (store.users.byId(account)?.name ?? null);
  const setting = { value, by, at: last?.at ?? null };
  return { field, code: 'office/changed', message: `is ${JSON.stringify(value)} by now`, setting };
}

/** The settings in the shape of a patch. */
function knownSettings({ office }: Transaction): KnownSettings {
  const { exponent, currencies: _, defaultQuotaMinor, ...same } = office;
  return { ...same, defaultQuota: defaultQuotaMinor === null ? null : formatMinor(defaultQuotaMinor, exponent) };
}

/** An amount can be written in more than one way. */
function minorIn(value: unknown, exponent: number): unknown {
  if (typeof value !== 'string' && typeof value !== 'number') return value;
  const amount = parseAmount(value, exponent);
  return 'minor' in amount ? amount.minor : value;
}
