// A roster from a table: teams by their path from the top, reps by address, else by name. A second import changes
// nothing.
import { foldKey } from '../../shared/fold.ts';
import { Refusal } from '../../shared/problem.ts';
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
  const reps = new KnownReps(transaction.store.reps.list());
  for (const person of input.people) {
    answer.rows.push(fateOf(person, () => importPerson(transaction, teams, reps, answer, person)));
  }
  if (input.dryRun) throw new DryRun(answer);
  return answer;
}

function importPerson(
  transaction: Transaction,
  teams: TeamPaths,
  reps: KnownReps,
  answer: Answer,
  person: ImportedPerson,
): RowFate['fate'] {
  const teamId = teams.find(person.teamPath);
  const known = reps.find(person);
  if (known === null) {
    const { name, email } = person;
    reps.add({ id: createRep(transaction, { name, email, teamId }).id, name, email });
    answer.reps.new += 1;
    return 'new';
  }
  if (known.email === null && person.email !== null) {
    patchRep(transaction, { id: known.id, patch: { email: person.email } });
    known.email = person.email;
  }
  if (teamId !== null && transaction.store.memberships.ofRep(known.id).at(-1)?.teamId !== teamId) {
    patchRep(transaction, { id: known.id, patch: { teamId } });
    answer.reps.moved += 1;
    return 'new';
  }
  answer.reps.known += 1;
  return 'known';
}

type KnownRep = Pick<Rep, 'id' | 'name' | 'email'>;

/** Finds a rep by e-mail address; by name where the file, or the rep, has none. Namesakes differ by their addresses. */
class KnownReps {
  readonly #byEmail = new Map<string, KnownRep>();
  readonly #byName = new Map<string, KnownRep[]>();

  constructor(reps: readonly KnownRep[]) {
    for (const { id, name, email } of reps) this.add({ id, name, email });
  }

  add(rep: KnownRep): void {
    if (rep.email !== null) this.#byEmail.set(foldKey(rep.email), rep);
    const namesakes = this.#byName.get(foldKey(rep.name)) ?? [];
    this.#byName.set(foldKey(rep.name), [...namesakes, rep]);
  }

  find({ name, email }: Pick<Rep, 'name' | 'email'>): KnownRep | null {
    const byEmail = email === null ? undefined : this.#byEmail.get(foldKey(email));
    if (byEmail) return byEmail;
    const namesakes = this.#byName.get(foldKey(name)) ?? [];
    return namesakes.find((rep) => email === null || rep.email === null) ?? null;
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
