// What a win did: to its rep on the main board, to the quotas of team and office, to the records (rules CE4, CE5).
import { knownBoard, MAIN_BOARD } from '../../shared/board.ts';
import type { Row } from '../../shared/board-view.ts';
import type { Deal, SubjectType } from '../../shared/deal.ts';
import type { WinEffect } from '../../shared/patch.ts';
import { isRecord, levelOf, RECORD_AFTER, type Earlier } from '../../shared/win-level.ts';
import type { Scoreboard } from '../../shared/standings.ts';
import type { Directory } from '../directory.ts';
import type { Tables } from '../store/store.ts';

/** A group against its quota. */
interface Group {
  name: string;
  value: number;
  quota: number;
}

/** Where everybody stands whom a deal may carry past something. */
export interface Stand {
  row: Row | null;
  /** The rep's team at the deal and those above it, the nearest first. */
  teams: Group[];
  office: Group;
  deals: number;
}

export class Effects {
  readonly #directory: Directory;
  readonly #records: Tables['records'];
  /** Of reps who sold since the start: their earlier deals, as long as none of them is voided. */
  readonly #ofReps = new Map<string, Earlier>();
  #ofOffice: Earlier | null = null;

  constructor(directory: Directory, records: Tables['records']) {
    this.#directory = directory;
    this.#records = records;
  }

  /** How things stand on the main board's scoreboard, before or after a deal is folded in. */
  stand(deal: Deal, scoreboard: Scoreboard): Stand {
    const { roster } = scoreboard.context;
    return {
      row: scoreboard.view(knownBoard(MAIN_BOARD)).rowOf(deal.repId),
      teams: roster.teamsAt(deal.repId, deal.closedAt).map((index) => groupOf(scoreboard, 'team', index)),
      office: groupOf(scoreboard, 'office', 0),
      deals: scoreboard.totalsOf('office').deals[0] ?? 0,
    };
  }

  /** What a deal did that is folded in now; asked for every deal, in the order of the ledger. */
  of(deal: Deal, before: Stand, after: Stand): WinEffect | null {
    const { firstDeal, personalRecord, officeRecord } = this.#compare(deal);
    const { row } = after;
    if (!row) return null;
    const reached = (one: Row | null): boolean => one !== null && one.quota !== null && one.value >= one.quota;
    const passed = (group: Group, place: number): boolean => hasPassed(before.teams[place], group);
    const level = levelOf(deal.amountMinor, this.#directory.wall, { value: before.office.value, deals: before.deals });
    return {
      rank: row.rank,
      previousRank: before.row?.rank ?? null,
      attainment: row.attainment,
      previousAttainment: before.row?.attainment ?? null,
      pace: row.pace,
      value: row.value,
      level: officeRecord ? 3 : level,
      firstDeal,
      personalRecord,
      officeRecord,
      reachedQuota: reached(row) && !reached(before.row),
      tookFirst: row.rank === 1 && before.row?.rank !== 1,
      teamQuota: after.teams.find(passed)?.name ?? null,
      officeQuota: hasPassed(before.office, after.office),
    };
  }

  /** A void: what it was the best of is asked of the ledger again. */
  withdraw(deal: Deal): void {
    for (const { repId } of deal.credits) this.#ofReps.delete(repId);
    this.#ofOffice = null;
  }

  /** The ledger has changed in ways that nobody told of. */
  forget(): void {
    this.#ofReps.clear();
    this.#ofOffice = null;
  }

  /** Holds a deal against what stood before it, and counts it among that for the next one. */
  #compare(deal: Deal): Pick<WinEffect, 'firstDeal' | 'personalRecord' | 'officeRecord'> {
    const records = this.#records;
    const office = this.#ofOffice ?? records.earlierOfOffice(deal.seq, RECORD_AFTER.office);
    this.#ofOffice = and(office, deal.amountMinor);
    const found = { firstDeal: false, personalRecord: false };
    for (const { repId, amountMinor } of deal.credits) {
      const earlier = this.#ofReps.get(repId) ?? records.earlierOfRep(repId, deal.seq, RECORD_AFTER.rep);
      this.#ofReps.set(repId, and(earlier, amountMinor));
      if (repId !== deal.repId) continue;
      found.firstDeal = earlier.deals === 0;
      found.personalRecord = isRecord(amountMinor, earlier, RECORD_AFTER.rep);
    }
    return { ...found, officeRecord: isRecord(deal.amountMinor, office, RECORD_AFTER.office) };
  }
}

function and(earlier: Earlier, amountMinor: number): Earlier {
  return { deals: earlier.deals + 1, best: Math.max(earlier.best, amountMinor) };
}

function groupOf(scoreboard: Scoreboard, type: Exclude<SubjectType, 'rep'>, index: number): Group {
  const { roster, quotas } = scoreboard.context;
  return {
    name: roster.subjects[type][index]?.name ?? '',
    value: scoreboard.totalsOf(type).value[index] ?? 0,
    quota: quotas?.revenue?.[type][index]?.quota ?? 0,
  };
}

/** Whether a group has come from below its quota to it or above. */
function hasPassed(before: Group | undefined, after: Group): boolean {
  return before !== undefined && after.quota > 0 && before.value < after.quota && after.value >= after.quota;
}
