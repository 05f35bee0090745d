// What a change of the office's settings would do, done for real and thrown away again. Rule PD10.
import type { OfficePreview } from '../../shared/schemas/calendar.ts';
import type { OfficeSettings } from '../../shared/schemas/office.ts';
import type { Row } from '../../shared/board-view.ts';
import { ANYBODY } from '../../shared/quota.ts';
import { dateOf, windowAt } from '../../shared/time.ts';
import { workDays, workTime } from '../../shared/workdays.ts';
import type { Period } from '../store/periods.ts';
import { comingPeriods, knownPeriod, runningIn } from './coming.ts';
import type { Commands } from './commands.ts';
import { patchOffice } from './office-settings.ts';
import { rollPeriods, standingsIn } from './periods.ts';
import { DryRun, type Transaction } from './transaction.ts';

/** As many periods after the running one as a manager looks ahead. */
const LOOKED_AHEAD = 6;
const WHOLE_BP = 10_000;

/** Nobody reads more names; how many more there are is said. */
const MOST_SHIFTS = 50;

/** The books at one instant of the dry run. */
interface Books {
  office: OfficeSettings;
  periods: readonly Period[];
  /** The running period's main board; none where it is not to be compared. */
  rows: readonly Row[];
}

export function previewOffice(transaction: Transaction, patch: Commands['office:preview']['input']): OfficePreview {
  rollPeriods(transaction);
  const { store, office, now } = transaction;
  const withRows = patch.ties !== undefined && patch.ties !== office.ties;
  const before = booksOf(transaction, withRows);
  patchOffice(transaction, patch);
  const preview = previewOf(before, booksOf(transaction, withRows), now);
  const isDue = patch.paymentTermsDays !== undefined && patch.paymentTermsDays !== office.paymentTermsDays;
  if (isDue) {
    const today = dateOf(now, office.timeZone);
    const { openDeals, overdueDeals } = store.receivables.totals({ range: null, repIds: null, today });
    preview.sales = { open: openDeals, overdue: overdueDeals };
  }
  throw new DryRun(preview);
}

function booksOf(transaction: Transaction, withRows: boolean): Books {
  const { store, office, now } = transaction;
  const periods = store.periods.list();
  const running = withRows ? runningIn(periods, now) : null;
  return { office, periods, rows: running ? standingsIn(transaction, running).rows : [] };
}

function previewOf(before: Books, after: Books, now: number): OfficePreview {
  return {
    office: after.office,
    moved: movedPeriods(before, after, now),
    closed: after.periods.filter(({ closedAt }) => closedAt !== null).length,
    dayStartsAt: both(before, after, ({ office }) => windowAt('day', now, office).startsAt),
    paceBp: both(before, after, (books) => paceOf(books, now)),
    workingDays: both(before, after, (books) => workingDaysOf(books, now)),
    ranks: ranksOf(before.rows, after.rows),
    sales: null,
    coming: comingPeriods(after.periods, after.office, { now, count: LOOKED_AHEAD }),
  };
}

function both<T>(before: Books, after: Books, read: (books: Books) => T): { before: T; after: T } {
  return { before: read(before), after: read(after) };
}

/** The part of the running period's working time that is over. Rule QT3. */
function paceOf({ office, periods }: Books, now: number): number | null {
  const running = runningIn(periods, now);
  if (!running) return null;
  const { elapsed, total } = workTime(workDays(running, office, now), ANYBODY);
  return total === 0 ? null : Math.floor((elapsed * WHOLE_BP) / total);
}

/** Periods that are not closed and would begin or end at another instant. */
function movedPeriods(before: Books, after: Books, now: number): OfficePreview['moved'] {
  const were = new Map(before.periods.map((one) => [one.id, one]));
  return after.periods.flatMap((one) => {
    const was = were.get(one.id);
    if (!was || one.closedAt !== null || (was.startsAt === one.startsAt && was.endsAt === one.endsAt)) return [];
    return [{ before: knownPeriod(was, now, before.office), after: knownPeriod(one, now, after.office) }];
  });
}

function workingDaysOf({ office, periods }: Books, now: number): number | null {
  const running = runningIn(periods, now);
  return running ? knownPeriod(running, now, office).workingDays : null;
}

function ranksOf(before: readonly Row[], after: readonly Row[]): OfficePreview['ranks'] {
  const had = new Map(before.map(({ subjectId, rank }) => [subjectId, rank]));
  const shifts = after.flatMap(({ subjectId: repId, name, rank }) => {
    const was = had.get(repId) ?? null;
    return was === null || rank === null || was === rank ? [] : [{ repId, name, before: was, after: rank }];
  });
  return { shifts: shifts.slice(0, MOST_SHIFTS), more: Math.max(0, shifts.length - MOST_SHIFTS) };
}
