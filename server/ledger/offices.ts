// Setting up, signing in and out, machines' tokens.
import { exponentOf } from '../../shared/currencies.ts';
import { foldKey } from '../../shared/fold.ts';
import { Refusal } from '../../shared/problem.ts';
import { FREE } from '../../shared/rep-rules.ts';
import { accountOf } from '../../shared/roles.ts';
import type { OfficeSettings } from '../../shared/schemas/office.ts';
import { isTimeZone, windowAt } from '../../shared/time.ts';
import type { Commands, NewSession } from './commands.ts';
import { Fields } from './fields.ts';
import { makeId } from './ids.ts';
import { periodName } from './period-names.ts';
import type { Transaction } from './transaction.ts';

const MONDAY_TO_FRIDAY = [1, 2, 3, 4, 5];
const EIGHT_O_CLOCK = 480;
const SIX_P_M = 1_080;

export function setUp(transaction: Transaction, input: Commands['setup']['input']): Commands['setup']['output'] {
  const { store, now } = transaction;
  if (store.office.read()) throw new Refusal('setup/done');
  const fields = new Fields(transaction);
  const exponent = exponentOf(input.office.currency);
  if (!isTimeZone(input.office.timeZone)) fields.fault('office.timeZone', 'office/time-zone', 'is no IANA time zone');
  if (exponent === undefined) fields.fault('office.currency', 'office/currency', 'is no active ISO 4217 currency');
  const officeName = fields.name('office.name', input.office.name);
  const managerName = fields.name('manager.name', input.manager.name);
  fields.check();
  const office = { ...DEFAULTS, ...input.office, name: officeName, exponent: exponent ?? 0 };
  store.revision.create(makeId());
  store.office.write(office, now);
  const names = { name: managerName, email: foldKey(input.manager.email) };
  const user = { ...input.manager, ...names, id: makeId(), role: 'owner' as const };
  store.users.insert(user, now);
  addSession(transaction, { ...input.session, userId: user.id });
  openFirstPeriod(transaction, office);
  transaction.changes.push({ type: 'office' }, { type: 'accounts' }, { type: 'periods' });
  transaction.audit('setup', 'office', input.office);
  return { userId: user.id };
}

const DEFAULTS: Omit<OfficeSettings, 'name' | 'timeZone' | 'currency' | 'exponent' | 'locale'> = {
  weekStart: 1,
  fiscalStartMonth: 1,
  periodUnit: 'month',
  yearPattern: 'months',
  yearEnd: 'last',
  longQuarter: 4,
  ties: 'competition',
  workingDays: MONDAY_TO_FRIDAY,
  holidays: [],
  dayStartsMinute: EIGHT_O_CLOCK,
  dayEndsMinute: SIX_P_M,
  defaultQuotaMinor: null,
  defaultQuotaDeals: null,
  defaultQuotaCounts: {},
  quotaRamp: [],
  holidayNames: {},
  products: [],
  showCustomers: true,
  paymentTermsDays: null,
  ...FREE,
  currencies: [],
};

function openFirstPeriod(transaction: Transaction, office: OfficeSettings): void {
  const range = windowAt('month', transaction.now, office);
  transaction.store.periods.insert(
    {
      ...range,
      id: makeId(),
      name: periodName(range, office),
      plannedEndsAt: range.endsAt,
      closedAt: null,
      resetOf: null,
      isOpenEnded: false,
    },
    transaction.now,
  );
}

export function openSession(transaction: Transaction, input: Commands['session:open']['input']): void {
  const { store, now } = transaction;
  const { passkey, sharedPhoneId = null, ...session } = input;
  store.sessions.prune(now);
  // Removed in the moment between the look at it and this.
  if (passkey && !store.passkeys.use({ ...passkey, userId: input.userId, now })) throw new Refusal('auth/wrong');
  addSession(transaction, { ...session, sharedPhoneId });
  transaction.changes.push({ type: 'accounts' });
  transaction.audit('session:open', input.userId, { device: input.device });
}

interface SessionToAdd extends NewSession {
  userId: string;
  sharedPhoneId?: string | null;
}

/** More than anybody has devices: what a program opens without end is read whenever anybody signs in. */
const MOST_SESSIONS = 50;

/** A sign-in ends what the device was signed in to: nobody goes on with a session that somebody else has put there. */
export function addSession({ store, now }: Transaction, { replaces, ...session }: SessionToAdd): void {
  if (replaces !== null) store.sessions.remove(replaces);
  store.sessions.insert({ sharedPhoneId: null, ...session, id: makeId(), createdAt: now, seenAt: now });
  store.sessions.trim(session.userId, session.hash, MOST_SESSIONS - 1);
}

export function closeSession(transaction: Transaction, input: { hash: string }): void {
  transaction.store.sessions.remove(input.hash);
  transaction.changes.push({ type: 'accounts' });
  transaction.audit('session:close', accountOf(transaction.actor) ?? '');
}

export function createToken(transaction: Transaction, input: Commands['token:create']['input']): { id: string } {
  const fields = new Fields(transaction);
  const name = fields.name('name', input.name);
  fields.check();
  const id = makeId();
  transaction.store.tokens.insert({ ...input, name, id, createdAt: transaction.now });
  transaction.changes.push({ type: 'accounts' });
  transaction.audit('token:create', id, { name, scopes: input.scopes });
  return { id };
}

export function revokeToken(transaction: Transaction, input: { id: string }): void {
  if (!transaction.store.tokens.revoke(input.id, transaction.now)) throw new Refusal('token/not-found');
  transaction.changes.push({ type: 'accounts' });
  transaction.audit('token:revoke', input.id);
}

export function saveMapping(transaction: Transaction, input: Commands['mapping:save']['input']): void {
  transaction.store.mappings.write(input.name, input.mapping);
  transaction.changes.push({ type: 'mappings' });
  transaction.audit('mapping:save', input.name);
}
