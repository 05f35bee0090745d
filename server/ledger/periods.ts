// Periods: opened, rolled over at their boundary, closed with frozen finals. Rules PD1, PD2, PD5.
import { createHash } from 'node:crypto';
import { boardById, MAIN_BOARD } from '../../shared/board.ts';
import type { Standings } from '../../shared/patch.ts';
import { Refusal } from '../../shared/problem.ts';
import { Roster } from '../../shared/roster.ts';
import { Scoreboard } from '../../shared/standings.ts';
import type { Range } from '../../shared/time.ts';
import { standingsContext } from '../boards/context.ts';
import { standingsOf } from '../boards/results.ts';
import type { Period } from '../store/periods.ts';
import { canonicalJson } from './canonical.ts';
import type { Commands } from './commands.ts';
import { nextAt, runningIn } from './coming.ts';
import { Fields } from './fields.ts';
import { makeId } from './ids.ts';
import { settleOpenEnd } from './open-end.ts';
import type { Transaction } from './transaction.ts';

/** What is counted in a period, as the ledger has it now. */
export function scoreboardIn(transaction: Transaction, period: Period): Scoreboard {
  const { store, now } = transaction;
  // A closed one is restated against what held at its close (rule QT13).
  const rules = period.closedAt === null ? null : store.closingRules.read(period.id);
  const office = { ...transaction.office, ...rules };
  const roster = new Roster({
    office: { id: 'office', name: office.name },
    reps: store.reps.list(),
    teams: store.teams.list(),
    memberships: store.memberships.list(),
  });
  const quotas = store.quotas.ofPeriod(period.id);
  const at = Math.min(now, period.endsAt);
  const scoreboard = new Scoreboard(
    standingsContext({ office, roster, period: { ...period, quotas }, range: period, at, dayStartsAt: null }),
  );
  for (const deal of store.scores.inRange(period)) scoreboard.add(deal);
  return scoreboard;
}

/** The standings of the main board in a period, as the ledger has them now. */
export function standingsIn(transaction: Transaction, period: Period): Standings {
  const { now, rev } = transaction;
  const scoreboard = scoreboardIn(transaction, period);
  const main = boardById(MAIN_BOARD);
  const total = boardById('office-revenue-period');
  if (!main || !total) throw new Error('the main boards are always there');
  return standingsOf(scoreboard.view(main), scoreboard.view(total), { rev, asOf: now, window: period, period });
}

/** Closes a period at `endsAt` and freezes its standings as announced. Rule PD2. */
export function close(transaction: Transaction, period: Period, endsAt: number): Standings {
  const { store, now } = transaction;
  const closed = { ...period, endsAt, closedAt: now };
  store.periods.close(period.id, endsAt, now);
  store.closingRules.write(period.id, transaction.office);
  const standings = withoutFaces(standingsIn(transaction, closed));
  freeze(transaction, period.id, standings, { reason: null, madeBy: null });
  return standings;
}

/** Keeps a result for good, with the SHA-256 of its canonical JSON. Gives that hash. */
export function freeze(
  { store, now, rev }: Transaction,
  periodId: string,
  standings: object,
  why: { reason: string | null; madeBy: string | null },
): string {
  const text = canonicalJson(standings);
  const hash = createHash('sha256').update(text).digest('hex');
  store.finals.insert({ periodId, frozenAt: now, hash, standings: text, rev, ...why });
  return hash;
}

/** A frozen result names people; their pictures may change or go. */
export function withoutFaces(standings: Standings): Standings {
  return { ...standings, rows: standings.rows.map((row) => ({ ...row, photoId: null })) };
}

/** Opens a period; the quotas of the one before go on into it. */
export function open(
  transaction: Transaction,
  range: Range,
  from: { name: string; resetOf: string | null; before: Period | null; isOpenEnded?: boolean },
): Period {
  const { isOpenEnded = false } = from;
  const period: Period = {
    id: makeId(),
    name: from.name,
    startsAt: range.startsAt,
    endsAt: range.endsAt,
    plannedEndsAt: range.endsAt,
    closedAt: null,
    resetOf: from.resetOf,
    isOpenEnded,
  };
  transaction.store.periods.insert(period, transaction.now);
  if (from.before && !isOpenEnded) copyQuotas(transaction, from.before, period);
  return period;
}

/** Quotas go on into the next period (rule QT4), past those that had no end to set them for (rule PD9). */
function copyQuotas({ store }: Transaction, before: Period, to: Period): void {
  const ended = store.periods.list().filter((one) => one.startsAt <= before.startsAt);
  const source = ended.findLast(({ isOpenEnded }) => !isOpenEnded);
  if (source) store.quotas.copy(source.id, to.id);
}

/** Adds a past or a coming period; a past one is closed as it stands. */
export function createPeriod(transaction: Transaction, input: Commands['period:create']['input']): Period {
  const fields = new Fields(transaction);
  const range = {
    startsAt: fields.boundary('startsAt', input.startsAt),
    endsAt: fields.boundary('endsAt', input.endsAt),
  };
  const name = fields.name('name', input.name);
  if (fields.errors.length === 0 && range.endsAt <= range.startsAt) {
    fields.fault('endsAt', 'time/reversed', 'must be after startsAt');
  }
  fields.check();
  const other = transaction.store.periods.list().find((one) => overlaps(one, range));
  if (other) throw overlapping('startsAt', other);
  const period = open(transaction, range, { name, resetOf: null, before: null });
  const isOver = period.endsAt <= transaction.now;
  if (isOver) close(transaction, period, period.endsAt);
  settleOpenEnd(transaction);
  transaction.changes.push({ type: 'periods' });
  transaction.audit('period:create', period.id, { name: period.name, ...range });
  return isOver ? { ...period, closedAt: transaction.now } : period;
}

/** What is said of a period that would lie over another one. */
export function overlapping(field: string, { name }: Period): Refusal {
  const message = `overlaps “${name}”`;
  return new Refusal('period/overlap', [{ field, code: 'period/overlap', message, values: { period: name } }]);
}

function overlaps(a: Range, b: Range): boolean {
  return a.startsAt < b.endsAt && b.startsAt < a.endsAt;
}

/** The period that runs now; a refusal where none does. */
export function runningPeriod(transaction: Transaction): Period {
  const { now, store } = transaction;
  const running = runningIn(store.periods.list(), now);
  if (!running) throw new Refusal('period/not-found');
  return running;
}

/** Opens what comes after a period, up to the next that is planned; one planned right behind it takes the quotas. */
function follow(transaction: Transaction, periods: readonly Period[], before: Period | null): void {
  const { now, office } = transaction;
  const startsAt = before?.endsAt ?? now;
  const next = nextAt(periods, startsAt, now, office);
  if ('opening' in next) open(transaction, next.opening, { ...next.opening, resetOf: null, before });
  else if (before) copyQuotas(transaction, before, next.planned);
}

/** Closes what has ended and opens what follows, as often as needed after a time off. Gives the count. Rule PD5. */
export function rollPeriods(transaction: Transaction): number {
  const { store, now } = transaction;
  let rolled = 0;
  for (;;) {
    const periods = store.periods.list();
    const ended = periods.find((one) => one.closedAt === null && one.endsAt <= now);
    if (ended?.isOpenEnded && settleOpenEnd(transaction)) {
      rolled += 1;
      continue;
    }
    if (ended) close(transaction, ended, ended.endsAt);
    else if (periods.some((one) => one.startsAt <= now && now < one.endsAt)) break;
    follow(transaction, periods, ended ?? periods.filter((one) => one.endsAt <= now).at(-1) ?? null);
    rolled += 1;
  }
  if (rolled > 0) {
    transaction.changes.push({ type: 'periods' });
    transaction.audit('period:roll', 'office', { rolled });
  }
  return rolled;
}
