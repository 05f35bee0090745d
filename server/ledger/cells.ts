// Amounts by subject, period and metric, set as a block: every fault of it is named, and nothing is stored where there
// is one. Rules QT8–QT10, FC2.
import { OFFICE_ID, type Quota } from '../../shared/deal.ts';
import { MAX_COUNT } from '../../shared/metric.ts';
import { formatMinor, MAX_TOTAL_MINOR } from '../../shared/money.ts';
import { Refusal, type FieldError } from '../../shared/problem.ts';
import { accountIn } from '../../shared/roles.ts';
import type { QuotaBody } from '../../shared/schemas/quotas.ts';
import type { Period } from '../store/periods.ts';
import { Fields } from './fields.ts';
import type { Transaction } from './transaction.ts';

/** More faults than this say nothing more. */
const MAX_FAULTS = 200;

/** Where amounts are kept, and what setting one is called in the audit. */
export interface CellBook {
  action: 'quota:set' | 'forecast:set';
  ofPeriod: (periodId: string) => Quota[];
  write: (cell: Quota) => void;
  remove: (key: Omit<Quota, 'amount'>) => void;
}

type Name = (place: number) => string;

/**
 * Sets a block. `nameOf` gives what stands before a cell's fields in a fault, `subject` what its subject is called
 * there. Gives how many cells held something else before.
 */
export function setCells(
  transaction: Transaction,
  book: CellBook,
  cells: readonly QuotaBody[],
  nameOf: Name,
  subject = 'subject.id',
): number {
  return new Block(transaction, book, nameOf, subject).set(cells);
}

interface Read {
  key: Omit<Quota, 'amount'>;
  amount: number | null;
}

class Block {
  readonly #transaction: Transaction;
  readonly #book: CellBook;
  readonly #nameOf: Name;
  readonly #subject: string;
  readonly #fields: Fields;
  readonly #changed: FieldError[] = [];
  readonly #periods: ReadonlyMap<string, Period>;
  readonly #subjects: Readonly<Record<Quota['subjectType'], ReadonlySet<string>>>;
  /** What each cell holds, by its key. */
  readonly #held = new Map<string, number>();
  readonly #read = new Set<string>();
  /** What the reps of a period have together, by period and metric. */
  readonly #sums = new Map<string, number>();

  constructor(transaction: Transaction, book: CellBook, nameOf: Name, subject: string) {
    const { store } = transaction;
    this.#transaction = transaction;
    this.#book = book;
    this.#nameOf = nameOf;
    this.#subject = subject;
    this.#fields = new Fields(transaction);
    this.#periods = new Map(store.periods.list().map((period) => [period.id, period]));
    this.#subjects = {
      rep: new Set(store.reps.list().map(({ id }) => id)),
      team: new Set(store.teams.list().map(({ id }) => id)),
      office: new Set([OFFICE_ID]),
    };
  }

  set(cells: readonly QuotaBody[]): number {
    const seen = new Set<string>();
    const read = cells.flatMap((cell, place) => {
      const one = this.#cell(cell, this.#nameOf(place));
      if (!one) return [];
      const key = keyOf(one.key);
      if (seen.has(key)) this.#fields.fault(`${this.#nameOf(place)}amount`, 'quota/twice', 'is there twice');
      seen.add(key);
      return [one];
    });
    this.#check();
    let changed = 0;
    for (const { key, amount } of read) {
      const before = this.#held.get(keyOf(key)) ?? null;
      if (amount === before) continue;
      changed += 1;
      if (amount === null) this.#book.remove(key);
      else this.#book.write({ ...key, amount });
      const { periodId, metric } = key;
      const told = { periodId, metric, amount: this.#text(metric, amount), before: this.#text(metric, before) };
      this.#transaction.audit(this.#book.action, `${key.subjectType}:${key.subjectId}`, told);
    }
    return changed;
  }

  #check(): void {
    this.#fields.errors.length = Math.min(this.#fields.errors.length, MAX_FAULTS);
    const { errors } = this.#fields;
    if (errors.length > 0 && errors.every(({ code }) => code === 'quota/closed')) {
      throw new Refusal('period/closed', errors);
    }
    this.#fields.check();
    if (this.#changed.length > 0) throw new Refusal('quota/changed', this.#changed);
  }

  /** A cell as it is to be; null where its place is none. */
  #cell(cell: QuotaBody, name: string): Read | null {
    const { periodId, subject, metric } = cell;
    const period = this.#periods.get(periodId);
    if (!period) this.#fields.fault(`${name}periodId`, 'period/not-found', 'is no period of this office');
    if (period && period.closedAt !== null) {
      this.#fields.fault(`${name}periodId`, 'quota/closed', 'is closed: what was announced stays');
    }
    const isKnown = this.#subjects[subject.type].has(subject.id);
    if (!isKnown) {
      this.#fields.fault(name + this.#subject, `${subject.type}/unknown`, `is no ${subject.type} of this office`);
    }
    const amount = this.#amount(`${name}amount`, metric, cell.amount);
    if (!period || !isKnown) return null;
    this.#hold(periodId);
    const key = { periodId, subjectType: subject.type, subjectId: subject.id, metric };
    this.#compare(cell, key, name);
    if (subject.type === 'rep') this.#add(key, amount ?? 0, `${name}amount`);
    return { key, amount };
  }

  #hold(periodId: string): void {
    if (this.#read.has(periodId)) return;
    this.#read.add(periodId);
    for (const held of this.#book.ofPeriod(periodId)) {
      this.#held.set(keyOf(held), held.amount);
      if (held.subjectType === 'rep') this.#sums.set(sumKey(held), (this.#sums.get(sumKey(held)) ?? 0) + held.amount);
    }
  }

  /** All reps' amounts together stay exact. Rules MO2, QT8. */
  #add(key: Omit<Quota, 'amount'>, amount: number, field: string): void {
    const sum = (this.#sums.get(sumKey(key)) ?? 0) - (this.#held.get(keyOf(key)) ?? 0) + amount;
    this.#sums.set(sumKey(key), sum);
    if (sum > MAX_TOTAL_MINOR) this.#fields.fault(field, 'amount/too-large', 'is too large together with the others');
  }

  /** Who has another amount before their eyes than there is by now has to decide again. Rule QT10. */
  #compare({ metric, expected }: QuotaBody, key: Omit<Quota, 'amount'>, name: string): void {
    if (expected === undefined) return;
    const held = this.#held.get(keyOf(key)) ?? null;
    if (this.#amount(`${name}expected`, metric, expected) === held || this.#changed.length === MAX_FAULTS) return;
    const { subjectType, subjectId } = key;
    const last = this.#transaction.store.audit.last(this.#book.action, `${subjectType}:${subjectId}`, key);
    const amount = this.#text(metric, held);
    this.#changed.push({
      field: `${name}amount`,
      code: 'quota/changed',
      message: amount === null ? 'is empty by now' : `is ${amount} by now`,
      current: { amount, by: last && this.#nameOfActor(last.actor), at: last?.at ?? null },
    });
  }

  #nameOfActor(actor: string): string | null {
    const id = accountIn(actor);
    return id === null ? null : (this.#transaction.store.users.byId(id)?.name ?? null);
  }

  /** 0 is none on purpose (rule QT2), null nothing said. */
  #amount(field: string, metric: Quota['metric'], amount: string | number | null): number | null {
    if (amount === null) return null;
    if (/^-?0+(\.0+)?$/.test(String(amount))) return 0;
    if (metric === 'revenue') return this.#fields.amount(field, amount);
    const count = /^\d+$/.test(String(amount)) ? Number(amount) : Number.NaN;
    if (!(count <= MAX_COUNT)) this.#fields.fault(field, 'quota/count', 'must be a whole number, at most a million');
    return count;
  }

  #text(metric: Quota['metric'], amount: number | null): string | null {
    return amount === null ? null : formatMinor(amount, metric === 'revenue' ? this.#transaction.office.exponent : 0);
  }
}

function keyOf({ periodId, subjectType, subjectId, metric }: Omit<Quota, 'amount'>): string {
  return `${periodId} ${subjectType} ${subjectId} ${metric}`;
}

function sumKey({ periodId, metric }: Pick<Quota, 'periodId' | 'metric'>): string {
  return `${periodId} ${metric}`;
}
