// A board as a screen in a lobby may have it: what its privacy hides is not in it at all. Rule PV1.
import { createHash } from 'node:crypto';
import { isMoney } from '../../shared/metric.ts';
import type { Row } from '../../shared/board-view.ts';
import type { Facts } from '../../shared/facts.ts';
import { initialsOf } from '../../shared/names.ts';
import type { Snapshot, Standings, Win, WinEffect } from '../../shared/patch.ts';
import type { Privacy } from '../../shared/screen.ts';

/** With hidden amounts a value is a part of the quota, in basis points; a quota is this much. */
const WHOLE = 10_000;
/** Nobody needs to know by how much more a quota was passed. */
const MOST = 10 * WHOLE;

export function hidesAnything({ initials, hideAmounts, hideCustomers }: Privacy): boolean {
  return initials || hideAmounts || hideCustomers;
}

/** Integrators choose their deals' ids, which may say anything: a lobby gets a digest. */
export function maskedId(dealId: string): string {
  return createHash('sha256').update(dealId).digest('base64url').slice(0, 16);
}

/** The snapshot without what the privacy hides. The same in gives the same out, so that diffs of it are patches. */
export function maskSnapshot(snapshot: Snapshot, privacy: Privacy): Snapshot {
  if (!hidesAnything(privacy)) return snapshot;
  const mask = new Mask(snapshot, privacy);
  return {
    ...snapshot,
    standings: mask.standings(snapshot.standings),
    wins: snapshot.wins.map((win) => mask.win(win)),
    facts: mask.facts(snapshot.facts),
    privacy,
  };
}

class Mask {
  readonly #initials: boolean;
  readonly #customers: boolean;
  /** Whether wins and the day have no amounts; a board that counts has its rows all the same. */
  readonly #money: boolean;
  readonly #rowMoney: boolean;
  readonly #repNames: boolean;
  readonly #officeQuota: number | null;

  constructor({ definition, standings }: Snapshot, privacy: Privacy) {
    this.#initials = privacy.initials;
    this.#customers = privacy.hideCustomers;
    this.#money = privacy.hideAmounts;
    this.#rowMoney = privacy.hideAmounts && isMoney(definition.metric);
    this.#repNames = privacy.initials && definition.by === 'rep';
    this.#officeQuota = standings.total.quota;
  }

  standings(standings: Standings): Standings {
    return { ...standings, rows: standings.rows.map((row) => this.#row(row)), total: this.#figures(standings.total) };
  }

  win(win: Win): Win {
    return {
      ...win,
      dealId: maskedId(win.dealId),
      customer: this.#customers ? '' : win.customer,
      // Nobody knows who or what is to be seen in a photo; a note may say any of it.
      photoId: this.#customers || this.#initials ? null : win.photoId,
      note: '',
      amountMinor: this.#money ? 0 : win.amountMinor,
      reps: win.reps.map((rep) => (this.#initials ? { ...this.#person(rep), soundId: null } : rep)),
      effect: this.#money && win.effect ? withoutMoney(win.effect) : win.effect,
    };
  }

  facts(facts: Facts): Facts {
    const { course, today, improved, records, hall } = facts;
    return {
      ...facts,
      teams: facts.teams.map((row) => this.#figures(row)),
      ...(this.#rowMoney && {
        course: { ...course, pace: this.#officeQuota === null ? null : (course.pace?.map(this.#ofOffice) ?? null) },
        sums: facts.sums.map(this.#ofOffice),
        projection: facts.projection === null || this.#officeQuota === null ? null : this.#ofOffice(facts.projection),
      }),
      today: {
        ...today,
        best: today.best.map((one) => ({ ...this.#person(one), value: this.#money ? 0 : one.value })),
        ...(this.#money && { value: 0, hours: today.hours.map(() => 0) }),
        largest: today.largest && !this.#money ? this.#person(today.largest) : null,
      },
      improved: improved.map((one) => ({ ...this.#person(one), ...(this.#money && partOf(one.value, one.average)) })),
      records: this.#money ? [] : records.map((record) => this.#person(record)),
      hall: hall.map((period) => ({
        ...period,
        first: period.first.map((one) => ({ ...this.#person(one), value: this.#money ? 0 : one.value })),
      })),
    };
  }

  #row(row: Row): Row {
    return this.#repNames ? this.#person(this.#figures(row)) : this.#figures(row);
  }

  #figures(row: Row): Row {
    if (!this.#rowMoney) return row;
    const scaled = row.quota === null ? null : (value: number): number => basisPoints(value, row.quota ?? 1);
    return {
      ...row,
      value: scaled ? scaled(row.value) : 0,
      quota: scaled ? WHOLE : null,
      quotaSum: null,
      attainment: scaled ? scaled(row.value) / WHOLE : null,
      pace: row.pace === null || !scaled ? null : scaled(row.pace),
    };
  }

  #person<T extends { name: string; photoId?: string | null }>(person: T): T {
    if (!this.#initials) return person;
    return { ...person, name: initialsOf(person.name), ...('photoId' in person && { photoId: null }) };
  }

  readonly #ofOffice = (value: number): number =>
    this.#officeQuota === null ? 0 : basisPoints(value, this.#officeQuota);
}

function withoutMoney(effect: WinEffect): WinEffect {
  const coarse = (part: number | null): number | null => (part === null ? null : basisPoints(part, 1) / WHOLE);
  return {
    ...effect,
    value: 0,
    pace: null,
    attainment: coarse(effect.attainment),
    previousAttainment: coarse(effect.previousAttainment),
  };
}

function partOf(value: number, average: number): { value: number; average: number } {
  return { value: basisPoints(value, average), average: WHOLE };
}

function basisPoints(value: number, whole: number): number {
  return Math.min(MOST, Math.floor((value / whole) * WHOLE));
}
