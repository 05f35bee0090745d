// The records of the office: the largest deal, the best day, the best closed period (rule FA4).
import { FACT_LIMITS, type RecordMark } from '../../shared/facts.ts';
import type { CalendarRules } from '../../shared/time.ts';
import type { Roster } from '../../shared/roster.ts';
import type { LargeDeal } from '../store/records.ts';
import type { Tables } from '../store/store.ts';
import { BestDays, type BestDay } from './best-days.ts';
import { photoOf, type Closed } from './history.ts';
import { Kept } from './kept.ts';
import type { LiveWindow } from './live-window.ts';
import { DAY_BOARD } from './today.ts';

interface Change {
  type: 'deal' | 'void' | 'restore';
  deal: LargeDeal;
}

export class RecordMarks {
  readonly #records: Tables['records'];
  readonly #days: BestDays;
  readonly #marks = new Kept<RecordMark[]>();
  readonly #before = new Kept<BestDay>();
  /** The ledger's largest deal; undefined until it is asked for. */
  #largest: LargeDeal | null | undefined = undefined;

  constructor(records: Tables['records']) {
    this.#records = records;
    this.#days = new BestDays(records);
  }

  /** Takes note of a deal, a void or its end, in the order of the ledger. */
  fold({ type, deal }: Change, rules: CalendarRules): void {
    this.#days.touch(deal.closedAt, rules);
    const known = this.#largest;
    if (type === 'restore') {
      this.#largest = undefined;
    } else if (type === 'void') {
      if (known?.seq === deal.seq) this.#largest = undefined;
    } else if (known === null || (known !== undefined && deal.amountMinor > known.amountMinor)) {
      this.#largest = deal;
    }
  }

  /** The ledger has changed in ways that nobody told of. */
  forget(): void {
    this.#largest = undefined;
    this.#days.forget();
  }

  /** Goes on with counting days; false where more is left for another turn. */
  settle(today: LiveWindow, rules: CalendarRules): boolean {
    return this.#days.settle(today.range, rules);
  }

  marks(today: LiveWindow, closed: readonly Closed[]): RecordMark[] {
    if (this.#largest === undefined) this.#largest = this.#records.largest();
    const largest = this.#largest;
    return this.#marks.get([largest, this.#days.version, closed, today, today.version], () => {
      const { roster } = today.scoreboard.context;
      const ofRep = (repId: string) => ({ name: nameOf(roster, repId), photoId: photoOf(roster, repId) });
      const ofOffice = { name: roster.subjects.office[0]?.name ?? '', photoId: null };
      const before = this.#before.get([this.#days.version, today.range.startsAt], () =>
        this.#days.bestBefore(today.range),
      );
      const { rep, office } = bestOf(before, bestToday(today));
      const periods = bestPeriods(closed);
      const marks: (RecordMark | null)[] = [
        largest && mark('deal', ofRep(largest.repId), largest.amountMinor, largest.closedAt),
        rep && mark('day', ofRep(rep.repId), rep.value, rep.at),
        periods.rep && { ...periods.rep, photoId: photoOf(roster, periods.repId) },
        office && mark('day', ofOffice, office.value, office.at),
        periods.office && { ...periods.office, ...ofOffice },
      ];
      return marks.filter((one) => one !== null).slice(0, FACT_LIMITS.records);
    });
  }
}

function mark(
  kind: RecordMark['kind'],
  { name, photoId }: Pick<RecordMark, 'name' | 'photoId'>,
  value: number,
  at: number,
): RecordMark {
  return { kind, name, photoId, value, at, label: '' };
}

function nameOf(roster: Roster, repId: string): string {
  return roster.reps[roster.indexOf('rep', repId)]?.name ?? '';
}

/** What today has reached so far. */
function bestToday(today: LiveWindow): BestDay {
  const at = today.range.startsAt;
  const value = today.scoreboard.totalsOf('office').value[0] ?? 0;
  const [row] = today.scoreboard.view(DAY_BOARD).rows(1);
  return {
    rep: row && row.value > 0 ? { repId: row.subjectId, value: row.value, at } : null,
    office: value > 0 ? { value, at } : null,
  };
}

/** A record stands until it is surpassed. */
function bestOf(before: BestDay, today: BestDay): BestDay {
  return {
    rep: (today.rep?.value ?? 0) > (before.rep?.value ?? 0) ? today.rep : before.rep,
    office: (today.office?.value ?? 0) > (before.office?.value ?? 0) ? today.office : before.office,
  };
}

/** The best closed periods, the earliest of equal ones, as announced. */
function bestPeriods(closed: readonly Closed[]): { rep: RecordMark | null; repId: string; office: RecordMark | null } {
  const best: ReturnType<typeof bestPeriods> = { rep: null, repId: '', office: null };
  for (const { period, first, total } of closed.toReversed()) {
    const [leader] = first;
    const about = { kind: 'period' as const, photoId: null, at: period.endsAt, label: period.name };
    if (leader && leader.value > (best.rep?.value ?? 0)) {
      best.rep = { ...about, name: leader.name, value: leader.value };
      best.repId = leader.subjectId;
    }
    if (total.value > (best.office?.value ?? 0)) best.office = { ...about, name: '', value: total.value };
  }
  return best;
}
