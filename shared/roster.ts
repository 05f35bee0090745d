// Who sells, in which team, since when. Built once from the people of the office and asked for every deal.
import { OFFICE_ID, type SubjectType } from './deal.ts';
import type { Ramp } from './ramp.ts';
import type { WorkPerson } from './workdays.ts';

export interface Rep extends WorkPerson {
  id: string;
  name: string;
  email: string | null;
  phone: string | null;
  /** Media ids of the face and the walk-up sound. */
  photoId: string | null;
  soundId: string | null;
  /** The own ramp of the first months; null for the office's (rule QT7). */
  ramp: Ramp | null;
}

/** Teams form a tree below the office. */
export interface Team {
  id: string;
  name: string;
  parentId: string | null;
}

/** A rep's team over [fromAt, toAt); `toAt` null is open. A rep's first membership reaches back for ever. */
export interface Membership {
  repId: string;
  teamId: string | null;
  fromAt: number;
  toAt: number | null;
}

export interface Subject {
  id: string;
  name: string;
}

export interface People {
  office: Subject;
  reps: readonly Rep[];
  teams: readonly Team[];
  memberships: readonly Membership[];
}

export class Roster {
  readonly reps: readonly Rep[];
  readonly teams: readonly Team[];
  readonly subjects: Readonly<Record<SubjectType, readonly Subject[]>>;
  readonly #places: Record<SubjectType, Map<string, number>>;
  readonly #memberships = new Map<string, Membership[]>();
  readonly #chains = new Map<string, readonly number[]>();
  readonly #nameOrders = new Map<string, Int32Array>();

  constructor(people: People) {
    this.reps = people.reps;
    this.teams = people.teams;
    this.subjects = { rep: people.reps, team: people.teams, office: [{ ...people.office, id: OFFICE_ID }] };
    this.#places = {
      rep: placesOf(people.reps),
      team: placesOf(people.teams),
      office: placesOf(this.subjects.office),
    };
    for (const membership of [...people.memberships].sort((a, b) => a.fromAt - b.fromAt)) {
      const known = this.#memberships.get(membership.repId);
      if (known) known.push(membership);
      else this.#memberships.set(membership.repId, [membership]);
    }
    for (const team of people.teams) this.#chains.set(team.id, this.#climb(team));
  }

  /** A subject's index among the subjects of its type, or -1. */
  indexOf(type: SubjectType, id: string): number {
    return this.#places[type].get(id) ?? -1;
  }

  /** The team a rep belonged to at an instant, or null; of several, the one joined last. Rule ST9. */
  teamAt(repId: string, at: number): string | null {
    const memberships = this.#memberships.get(repId);
    return memberships ? teamOf(memberships, at) : null;
  }

  /** The indexes of that team and of all the teams above it. Rule ST9. */
  teamsAt(repId: string, at: number): readonly number[] {
    const team = this.teamAt(repId, at);
    return team === null ? NO_TEAMS : this.chainOf(team);
  }

  /** The indexes of a team and of all the teams above it. */
  chainOf(teamId: string): readonly number[] {
    return this.#chains.get(teamId) ?? NO_TEAMS;
  }

  /**
   * Each subject's place when sorted by name in a locale, then by id: all different (rule ST2). Kept, because comparing
   * names costs more than all else that a board is made of.
   */
  nameOrder(type: SubjectType, locale: string): Int32Array {
    const key = `${type} ${locale}`;
    const known = this.#nameOrders.get(key);
    if (known) return known;
    const order = nameOrder(this.subjects[type], locale);
    this.#nameOrders.set(key, order);
    return order;
  }

  /** Whether everybody of an older roster is here, in the same teams at the same times: then no deal counts otherwise. */
  keepsPast(older: Roster): boolean {
    if (older === this) return true;
    const sameTeams = older.teams.every(({ id, parentId }) => {
      const team = this.teams[this.indexOf('team', id)];
      return team !== undefined && team.parentId === parentId;
    });
    return sameTeams && older.reps.every(({ id }) => this.indexOf('rep', id) >= 0 && this.#sameMemberships(older, id));
  }

  #sameMemberships(older: Roster, repId: string): boolean {
    const now = this.#memberships.get(repId) ?? [];
    const before = older.#memberships.get(repId) ?? [];
    return (
      now.length === before.length &&
      now.every((one, place) => {
        const other = before[place];
        return one.teamId === other?.teamId && one.fromAt === other.fromAt && one.toAt === other.toAt;
      })
    );
  }

  /** How deep a team lies: 1 right below the office. */
  levelOf(teamId: string): number {
    return this.chainOf(teamId).length;
  }

  /** From a team up to the office; a team that would lie below itself ends the climb. */
  #climb(team: Team): readonly number[] {
    const chain: number[] = [];
    let place = this.indexOf('team', team.id);
    while (place >= 0 && !chain.includes(place)) {
      chain.push(place);
      const parentId = this.teams[place]?.parentId ?? null;
      place = parentId === null ? -1 : this.indexOf('team', parentId);
    }
    return chain;
  }
}

const NO_TEAMS: readonly number[] = [];

/** The team of one rep at an instant, or null; the memberships in the order in which they began. Rule ST9. */
export function teamOf(memberships: readonly Membership[], at: number): string | null {
  for (let i = memberships.length - 1; i >= 0; i -= 1) {
    const one = memberships[i];
    if (one && one.fromAt <= at && (one.toAt === null || at < one.toAt)) return one.teamId;
  }
  return null;
}

function placesOf(subjects: readonly Subject[]): Map<string, number> {
  return new Map(subjects.map((subject, index) => [subject.id, index]));
}

function nameOrder(subjects: readonly Subject[], locale: string): Int32Array {
  const collator = new Intl.Collator(locale);
  const sorted = subjects
    .map(({ id, name }, index) => ({ id, name, index }))
    .sort((a, b) => collator.compare(a.name, b.name) || (a.id < b.id ? -1 : 1));
  const order = new Int32Array(subjects.length);
  sorted.forEach(({ index }, place) => {
    order[index] = place;
  });
  return order;
}
