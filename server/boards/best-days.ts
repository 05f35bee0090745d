// The best days of the whole ledger, of a rep and of the office (rule FA4). Each local day that has deals is known by
// its sum and its best rep; one that a deal or a void touches is counted again from the ledger the next time that
// somebody asks. A large ledger is gone through a few days at a time, so that nobody waits for it.
import { windowAt, type CalendarRules, type Range } from '../../shared/time.ts';
import type { RepSum } from '../store/records.ts';
import type { Tables } from '../store/store.ts';

/** A turn ends after about so many credits. */
const TURN_CREDITS = 5_000;
/** Even a day without a credit costs a look. */
const LEAST_COST = 20;

export interface DayBest {
  repId: string;
  value: number;
  at: number;
}

/** The best day of a rep and of the office; null where nothing was sold. */
export interface BestDay {
  rep: DayBest | null;
  office: Omit<DayBest, 'repId'> | null;
}

interface Day extends Range {
  value: number;
  rep: Pick<RepSum, 'repId' | 'value' | 'reached'> | null;
}

export class BestDays {
  readonly #records: Pick<Tables['records'], 'sumsIn' | 'nextClose'>;
  /** By their start. */
  readonly #days: Day[] = [];
  readonly #stale = new Set<Day>();
  /** Deals closed from here on are still to be looked for; null once all of the ledger has been seen. */
  #from: number | null = Number.MIN_SAFE_INTEGER;
  #isComplete = false;
  /** The zone whose days these are. */
  #timeZone = '';
  /** Goes up with every change of what is known. */
  version = 0;

  constructor(records: Pick<Tables['records'], 'sumsIn' | 'nextClose'>) {
    this.#records = records;
  }

  /** A deal closed at this instant came or went. */
  touch(closedAt: number, rules: CalendarRules): void {
    this.#follow(rules);
    this.#stale.add(this.#dayOf(closedAt, rules));
  }

  /** The ledger has changed in ways that nobody told of. What is known stays until it has been counted again. */
  forget(): void {
    this.#stale.clear();
    this.#from = Number.MIN_SAFE_INTEGER;
  }

  /** Counts what has to be counted, one turn of it; false where more is left. Today is left to its live window. */
  settle(today: Range, rules: CalendarRules): boolean {
    this.#follow(rules);
    let cost = 0;
    for (const day of this.#stale) {
      if (day.startsAt === today.startsAt) continue;
      if (cost >= TURN_CREDITS) return false;
      cost += this.#count(day);
    }
    while (this.#from !== null) {
      if (cost >= TURN_CREDITS) return false;
      const at = this.#records.nextClose(this.#from);
      if (at !== null) {
        const day = this.#dayOf(at, rules);
        if (day.startsAt === today.startsAt) this.#stale.add(day);
        else cost += this.#count(day);
        this.#from = day.endsAt;
        continue;
      }
      this.#from = null;
      if (!this.#isComplete) this.version += 1;
      this.#isComplete = true;
    }
    return true;
  }

  /** The best day before today, the earliest of equal ones; none until the ledger has been gone through once. */
  bestBefore(today: Range): BestDay {
    const best: BestDay = { rep: null, office: null };
    if (!this.#isComplete) return best;
    for (const { startsAt: at, value, rep } of this.#days) {
      if (at === today.startsAt) continue;
      if (value > (best.office?.value ?? 0)) best.office = { value, at };
      if (rep && rep.value > (best.rep?.value ?? 0)) best.rep = { repId: rep.repId, value: rep.value, at };
    }
    return best;
  }

  /** Days of another zone are other days: none of what was counted holds. */
  #follow({ timeZone }: CalendarRules): void {
    if (timeZone === this.#timeZone) return;
    this.#timeZone = timeZone;
    this.#days.length = 0;
    this.#isComplete = false;
    this.version += 1;
    this.forget();
  }

  /** Counts a day from the ledger; gives what that cost. */
  #count(day: Day): number {
    this.#stale.delete(day);
    const sums = this.#records.sumsIn(day);
    const before = `${day.value} ${day.rep?.repId ?? ''} ${day.rep?.value ?? 0}`;
    day.value = 0;
    day.rep = null;
    let cost = LEAST_COST;
    for (const sum of sums) {
      day.value += sum.value;
      cost += sum.credits;
      if (sum.value > 0 && (day.rep === null || isBetter(sum, day.rep))) day.rep = sum;
    }
    if (`${day.value} ${day.rep?.repId ?? ''} ${day.rep?.value ?? 0}` !== before) this.version += 1;
    return cost;
  }

  #dayOf(at: number, rules: CalendarRules): Day {
    let low = 0;
    let high = this.#days.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((this.#days[middle]?.endsAt ?? 0) <= at) low = middle + 1;
      else high = middle;
    }
    const known = this.#days[low];
    if (known && known.startsAt <= at) return known;
    const day = { ...windowAt('day', at, rules), value: 0, rep: null };
    this.#days.splice(low, 0, day);
    return day;
  }
}

/** Of equal sums the one that was reached first (rule ST2). */
function isBetter(a: Pick<RepSum, 'value' | 'reached'>, b: Pick<RepSum, 'value' | 'reached'>): boolean {
  return a.value === b.value ? a.reached < b.reached : a.value > b.value;
}
