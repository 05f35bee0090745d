// What a change of the office's settings would do, done for real and thrown away again. Rule PD10.
import type { OfficePreview } from '../../shared/schemas/calendar.ts';
import type { OfficeSettings } from '../../shared/schemas/office.ts';
import { ANYBODY } from '../../shared/quota.ts';
import { windowAt } from '../../shared/time.ts';
import { workDays, workTime } from '../../shared/workdays.ts';
import type { Period } from '../store/periods.ts';
import { comingPeriods, knownPeriod, runningIn } from './coming.ts';
import type { Commands } from './commands.ts';
import { patchOffice } from './offices.ts';
import { rollPeriods } from './periods.ts';
import { DryRun, type Transaction } from './transaction.ts';

/** As many periods after the running one as a manager looks ahead. */
const LOOKED_AHEAD = 6;
const WHOLE_BP = 10_000;

/** The books at one instant of the dry run. */
interface Books {
  office: OfficeSettings;
  periods: readonly Period[];
}

export function previewOffice(transaction: Transaction, patch: Commands['office:preview']['input']): OfficePreview {
  rollPeriods(transaction);
  const before = booksOf(transaction);
  patchOffice(transaction, patch);
  throw new DryRun(previewOf(before, booksOf(transaction), transaction.now));
}

function booksOf({ store, office }: Transaction): Books {
  return { office, periods: store.periods.list() };
}

function previewOf(before: Books, after: Books, now: number): OfficePreview {
  return {
    office: after.office,
    moved: movedPeriods(before, after, now),
    closed: after.periods.filter(({ closedAt }) => closedAt !== null).length,
    dayStartsAt: both(before, after, ({ office }) => windowAt('day', now, office).startsAt),
    paceBp: both(before, after, (books) => paceOf(books, now)),
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
