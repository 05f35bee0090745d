// The totals of every rep, team and the office over one window, kept up to date deal by deal (rules ST4–ST6, ST9).
import { SUBJECT_TYPES } from './board.ts';
import type { Scored, SubjectType } from './deal.ts';
import type { Roster } from './roster.ts';

/** Totals of the subjects of one type, by subject index. */
export interface Totals {
  value: Float64Array;
  deals: Float64Array;
  /** `seq` of the deal that last moved the value, the tie-break of rule ST2; 0 before any. */
  reached: Float64Array;
}

/** What one deal does to one subject. */
export interface Touch {
  type: SubjectType;
  index: number;
  amountMinor: number;
}

/** The `seq` of a subject's last standing credit that is not zero, once a deal is taken out; 0 for none. */
export type LastReached = (type: SubjectType, index: number) => number;

export class Tally {
  readonly roster: Roster;
  readonly totals: Readonly<Record<SubjectType, Totals>>;

  constructor(roster: Roster) {
    this.roster = roster;
    this.totals = {
      rep: emptyTotals(roster.subjects.rep.length),
      team: emptyTotals(roster.subjects.team.length),
      office: emptyTotals(1),
    };
  }

  /** The same totals for another roster, which must keep this one's past (`Roster.keepsPast`). */
  copy(roster: Roster): Tally {
    const copy = new Tally(roster);
    for (const type of SUBJECT_TYPES) {
      const from = this.totals[type];
      const to = copy.totals[type];
      this.roster.subjects[type].forEach(({ id }, index) => {
        const place = roster.indexOf(type, id);
        to.value[place] = at(from.value, index);
        to.deals[place] = at(from.deals, index);
        to.reached[place] = at(from.reached, index);
      });
    }
    return copy;
  }

  /** The subjects that a deal counts for, each once, however its credits are split. */
  touches(deal: Scored): Touch[] {
    const touches: Touch[] = [];
    let whole = 0;
    for (const credit of deal.credits) {
      const rep = this.roster.indexOf('rep', credit.repId);
      if (rep >= 0) touch(touches, 'rep', rep, credit.amountMinor);
      for (const team of this.roster.teamsAt(credit.repId, deal.closedAt)) {
        touch(touches, 'team', team, credit.amountMinor);
      }
      whole += credit.amountMinor;
    }
    touches.push({ type: 'office', index: 0, amountMinor: whole });
    return touches;
  }

  add(deal: Scored, touches: readonly Touch[]): void {
    for (const { type, index, amountMinor } of touches) {
      const totals = this.totals[type];
      totals.value[index] = at(totals.value, index) + amountMinor;
      totals.deals[index] = at(totals.deals, index) + 1;
      if (amountMinor !== 0 && deal.seq > at(totals.reached, index)) totals.reached[index] = deal.seq;
    }
  }

  /** Takes a deal out as if it had never been (rule ST4). */
  remove(deal: Scored, touches: readonly Touch[], lastReached: LastReached): void {
    for (const { type, index, amountMinor } of touches) {
      const totals = this.totals[type];
      totals.value[index] = at(totals.value, index) - amountMinor;
      totals.deals[index] = at(totals.deals, index) - 1;
      if (at(totals.reached, index) !== deal.seq) continue;
      // Nothing left means nothing to look for: the search could go through the whole ledger.
      totals.reached[index] = totals.deals[index] === 0 ? 0 : lastReached(type, index);
    }
  }
}

function touch(touches: Touch[], type: SubjectType, index: number, amountMinor: number): void {
  const known = touches.find((one) => one.type === type && one.index === index);
  if (known) known.amountMinor += amountMinor;
  else touches.push({ type, index, amountMinor });
}

function emptyTotals(count: number): Totals {
  return { value: new Float64Array(count), deals: new Float64Array(count), reached: new Float64Array(count) };
}

function at(numbers: Float64Array, index: number): number {
  return numbers[index] ?? 0;
}
