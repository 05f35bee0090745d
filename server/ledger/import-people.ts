// A roster from a table: teams by their path from the top, reps by address, else by name. A second import changes
// nothing.
import { Refusal } from '../../shared/problem.ts';
import type { Rep, Team } from '../../shared/roster.ts';
import type { RowFate } from '../../shared/schemas/imports.ts';
import type { Commands, ImportedPerson } from './commands.ts';
import { foldKey } from './fold.ts';
import { createRep, createTeam, patchRep } from './people.ts';
import { DryRun, type Transaction } from './transaction.ts';

type Answer = Commands['people:import']['output'];

export function importPeople(
  transaction: Transaction,
  input: Commands['people:import']['input'],
): Commands['people:import']['output'] {
  const answer: Answer = { teams: { new: 0, known: 0 }, reps: { new: 0, known: 0, moved: 0 }, rows: [] };
  const teams = new TeamPaths(transaction, answer);
  const reps = new RepNames(transaction.store.reps.list());
  for (const person of input.people) {
    answer.rows.push(fateOf(person, () => importPerson(transaction, teams, reps, answer, person)));
  }
  if (input.dryRun) throw new DryRun(answer);
  return answer;
}

function importPerson(
  transaction: Transaction,
  teams: TeamPaths,
  reps: RepNames,
  answer: Answer,
  person: ImportedPerson,
): RowFate['fate'] {
  const teamId = teams.find(person.teamPath);
  const known = reps.find(person);
  if (known === null) {
    reps.add(person, createRep(transaction, { name: person.name, email: person.email, teamId }).id);
    answer.reps.new += 1;
    return 'new';
  }
  if (teamId !== null && transaction.store.memberships.ofRep(known).at(-1)?.teamId !== teamId) {
    patchRep(transaction, { id: known, patch: { teamId } });
    answer.reps.moved += 1;
    return 'new';
  }
  answer.reps.known += 1;
  return 'known';
}

/** Finds a rep by e-mail address; by name where the file, or the rep, has none. */
class RepNames {
  readonly #byEmail = new Map<string, string>();
  readonly #byName = new Map<string, { id: string; email: string | null }>();

  constructor(reps: readonly Rep[]) {
    for (const rep of reps) this.add(rep, rep.id);
  }

  add({ name, email }: Pick<Rep, 'name' | 'email'>, id: string): void {
    if (email !== null) this.#byEmail.set(foldKey(email), id);
    this.#byName.set(foldKey(name), { id, email });
  }

  find({ name, email }: Pick<Rep, 'name' | 'email'>): string | null {
    const byEmail = email === null ? undefined : this.#byEmail.get(foldKey(email));
    if (byEmail !== undefined) return byEmail;
    const byName = this.#byName.get(foldKey(name));
    return byName && (email === null || byName.email === null) ? byName.id : null;
  }
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

/** One bad row hurts no other. */
function fateOf({ row }: ImportedPerson, run: () => RowFate['fate']): RowFate {
  const nothing = { row, field: null, code: null, message: null, dealId: null };
  try {
    return { ...nothing, fate: run() };
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    const [first] = error.errors;
    return {
      ...nothing,
      fate: 'refused',
      field: first?.field ?? null,
      code: first?.code ?? error.code,
      message: first?.message ?? error.message,
    };
  }
}
