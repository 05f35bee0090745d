// A roster from a table: teams by their path from the top, reps by name. A second import changes nothing.
import type { Rep, Team } from '../../shared/roster.ts';
import type { RowFate } from '../../shared/schemas/imports.ts';
import type { Commands, ImportedPerson } from './commands.ts';
import { createRep, createTeam, patchRep } from './people.ts';
import { DryRun, type Transaction } from './transaction.ts';

type Answer = Commands['people:import']['output'];

export function importPeople(
  transaction: Transaction,
  input: Commands['people:import']['input'],
): Commands['people:import']['output'] {
  const answer: Answer = { teams: { new: 0, known: 0 }, reps: { new: 0, known: 0, moved: 0 }, rows: [] };
  const teams = new TeamPaths(transaction, answer);
  const reps = new Map(transaction.store.reps.list().map((rep) => [rep.name, rep]));
  for (const person of input.people) answer.rows.push(importPerson(transaction, teams, reps, answer, person));
  if (input.dryRun) throw new DryRun(answer);
  return answer;
}

function importPerson(
  transaction: Transaction,
  teams: TeamPaths,
  reps: Map<string, Rep>,
  answer: Answer,
  person: ImportedPerson,
): RowFate {
  const teamId = teams.find(person.teamPath);
  const known = reps.get(person.name);
  if (!known) {
    const { id } = createRep(transaction, { name: person.name, email: person.email, teamId });
    reps.set(person.name, {
      id,
      name: person.name,
      email: person.email,
      joinedOn: null,
      leftOn: null,
      workShareBp: 10_000,
      absences: [],
    });
    answer.reps.new += 1;
    return fateOf(person, 'new');
  }
  if (teamId !== null && transaction.store.memberships.ofRep(known.id).at(-1)?.teamId !== teamId) {
    patchRep(transaction, { id: known.id, patch: { teamId } });
    answer.reps.moved += 1;
    return fateOf(person, 'new');
  }
  answer.reps.known += 1;
  return fateOf(person, 'known');
}

/** Finds the team at the end of a path, and makes what is missing of it. */
class TeamPaths {
  readonly #transaction: Transaction;
  readonly #answer: Answer;
  readonly #known = new Map<string, string>();

  constructor(transaction: Transaction, answer: Answer) {
    this.#transaction = transaction;
    this.#answer = answer;
    for (const team of transaction.store.teams.list()) this.#known.set(keyOf(team.parentId, team.name), team.id);
    answer.teams.known = this.#known.size;
  }

  find(path: readonly string[]): string | null {
    return path.reduce<string | null>((parentId, name) => this.#findOne(parentId, name), null);
  }

  #findOne(parentId: Team['parentId'], name: string): string {
    const key = keyOf(parentId, name);
    const known = this.#known.get(key);
    if (known !== undefined) return known;
    const { id } = createTeam(this.#transaction, { name, parentId });
    this.#known.set(key, id);
    this.#answer.teams.new += 1;
    return id;
  }
}

function keyOf(parentId: string | null, name: string): string {
  return `${parentId ?? ''}/${name}`;
}

function fateOf(person: ImportedPerson, fate: 'new' | 'known'): RowFate {
  return { row: person.row, fate, field: null, code: null, message: null, dealId: null };
}
