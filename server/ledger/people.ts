// Teams and reps: joined, moved, left. Rule ST9: a move changes no deal of before.
import { foldKey } from '../../shared/fold.ts';
import { Refusal } from '../../shared/problem.ts';
import { teamOf, type Membership, type Rep, type Team } from '../../shared/roster.ts';
import type { TeamBody, TeamPatch } from '../../shared/schemas/people.ts';
import { checkHolder, checkOwners, emailTaken, giveAccount, keepAccount } from './account-rules.ts';
import type { Commands } from './commands.ts';
import { Fields } from './fields.ts';
import { makeId } from './ids.ts';
import { checkMedia } from './media.ts';
import type { Transaction } from './transaction.ts';

export function createTeam(transaction: Transaction, body: TeamBody): { id: string } {
  const team = { id: makeId(), name: body.name, parentId: body.parentId ?? null };
  return storeTeam(transaction, checkTeam(transaction, team));
}

function storeTeam(transaction: Transaction, team: Team): Team {
  transaction.store.teams.insert(team, transaction.now);
  transaction.changes.push({ type: 'people' });
  transaction.audit('team:create', team.id, { name: team.name, parentId: team.parentId });
  return team;
}

export function patchTeam(transaction: Transaction, input: { id: string; patch: TeamPatch }): void {
  const old = transaction.store.teams.list().find(({ id }) => id === input.id);
  if (!old) throw new Refusal('team/not-found');
  const team = checkTeam(transaction, { ...old, ...input.patch }, old.name);
  transaction.store.teams.update(team);
  transaction.changes.push({ type: 'people' });
  transaction.audit('team:patch', team.id, input.patch);
}

/** The team as it will be stored. */
function checkTeam(transaction: Transaction, told: Team, oldName?: string): Team {
  const fields = new Fields(transaction);
  const team = { ...told, name: fields.name('name', told.name, oldName) };
  fields.check();
  const teams = transaction.store.teams.list();
  const others = teams.filter(({ id }) => id !== team.id);
  if (others.some(({ name, parentId }) => parentId === team.parentId && name === team.name)) {
    throw new Refusal('team/name-taken', [{ field: 'name', code: 'team/name-taken', message: 'is taken' }]);
  }
  const seen = new Set([team.id]);
  for (let above = team.parentId; above !== null;) {
    if (seen.has(above))
      throw new Refusal('team/cycle', [{ field: 'parentId', code: 'team/cycle', message: 'lies below it' }]);
    seen.add(above);
    const parent = others.find(({ id }) => id === above);
    if (!parent) throw Refusal.field('parentId', 'team/not-found', 'is no team of this office');
    above = parent.parentId;
  }
  return team;
}

export function createRep(transaction: Transaction, input: Commands['rep:create']['input']): { id: string } {
  const rep = checkRep(transaction, {
    id: makeId(),
    name: input.name,
    email: input.email ? foldKey(input.email) : null,
    phone: input.phone ?? null,
    joinedOn: input.joinedOn ?? null,
    leftOn: input.leftOn ?? null,
    workShareBp: input.workShareBp ?? 10_000,
    absences: input.absences ?? [],
    photoId: input.photoId ?? null,
    soundId: input.soundId ?? null,
    ramp: input.ramp ?? null,
  });
  transaction.store.reps.insert(rep, transaction.now);
  const { teamId = null, teamSince } = input;
  joinTeam(transaction, rep.id, { teamId, teamSince });
  if (input.passwordHash !== undefined) giveAccount(transaction, rep, input.passwordHash);
  transaction.changes.push({ type: 'people' });
  transaction.audit('rep:create', rep.id, { name: rep.name, teamId });
  return { id: rep.id };
}

/** Patches a rep for somebody who may be limited to teams. */
export function patchRepWithin(transaction: Transaction, input: Commands['rep:patch']['input']): void {
  const { memberships } = transaction.store;
  const known = memberships.ofRep(input.id);
  patchRep(transaction, input);
  checkMove(known, memberships.ofRep(input.id), input);
}

export function patchRep(transaction: Transaction, input: Pick<Commands['rep:patch']['input'], 'id' | 'patch'>): void {
  const old = transaction.store.reps.find(input.id);
  if (!old || old.id !== input.id) throw new Refusal('rep/not-found');
  const { teamId, teamSince, passwordHash, ...patch } = input.patch;
  const told: Rep = { ...old, ...patch };
  if (patch.email) told.email = foldKey(patch.email);
  const rep = checkRep(transaction, told, old.name);
  const account = transaction.store.users.byRep(rep.id);
  if (account) {
    const change = { before: old, after: rep, hasNewPassword: passwordHash !== undefined };
    checkHolder(transaction, account, change);
  }
  transaction.store.reps.update(rep);
  joinTeam(transaction, rep.id, { teamId, teamSince });
  if (passwordHash !== undefined) giveAccount(transaction, rep, passwordHash);
  else keepAccount(transaction, rep);
  if (account?.role === 'owner') checkOwners(transaction);
  transaction.changes.push({ type: 'people' });
  transaction.audit('rep:patch', rep.id, { ...patch, ...(teamId === undefined ? {} : { teamId }) });
}

/** The rep as it will be stored. */
function checkRep(transaction: Transaction, told: Rep, oldName?: string): Rep {
  const fields = new Fields(transaction);
  const rep = { ...told, name: fields.name('name', told.name, oldName) };
  fields.text('email', rep.email ?? '');
  fields.date('joinedOn', rep.joinedOn);
  fields.date('leftOn', rep.leftOn);
  if (rep.leftOn !== null && rep.joinedOn !== null && rep.leftOn < rep.joinedOn) {
    fields.fault('leftOn', 'time/before-joining', 'must not be before joinedOn');
  }
  checkMedia(transaction, fields, 'photoId', rep.photoId, 'image');
  checkMedia(transaction, fields, 'soundId', rep.soundId, 'audio');
  rep.absences.forEach((absence, index) => {
    fields.date(`absences.${index}.from`, absence.from);
    fields.date(`absences.${index}.to`, absence.to);
    if (absence.to < absence.from) fields.fault(`absences.${index}.to`, 'time/reversed', 'must not be before from');
  });
  fields.check();
  const other = rep.email === null ? null : transaction.store.reps.find(rep.email);
  if (other && other.id !== rep.id) throw emailTaken();
  return rep;
}

interface TeamMove {
  teamId: string | null | undefined;
  teamSince: string | number | undefined;
}

/**
 * Puts a rep into a team from an instant on, or from now. The first team reaches back for ever, so that deals which are
 * imported later find it; the same team with another instant puts a wrong moving date right. Rule ST9.
 */
function joinTeam(transaction: Transaction, repId: string, { teamId, teamSince }: TeamMove): void {
  const fields = new Fields(transaction);
  const since = teamSince === undefined ? null : fields.boundary('teamSince', teamSince);
  if (teamId === undefined && since !== null) fields.fault('teamSince', 'team/missing', 'needs a teamId');
  fields.check();
  if (teamId === undefined) return;
  if (teamId !== null && !transaction.store.teams.list().some(({ id }) => id === teamId)) {
    throw Refusal.field('teamId', 'team/not-found', 'is no team of this office');
  }
  const { memberships } = transaction.store;
  const known = memberships.ofRep(repId);
  const last = known.at(-1);
  if (last?.teamId === teamId && last.toAt === null) {
    if (since === null || known.length === 1) return;
    memberships.unmove(repId, last.fromAt);
  }
  const isFirst = known.every((one) => one.teamId === null);
  memberships.move(repId, teamId, since ?? (isFirst ? 0 : transaction.now));
}

/**
 * Who is limited to teams moves reps within the time that was spent in them: no deal of that time comes from another team,
 * or goes to one. Rules RO4, ST9.
 */
function checkMove(
  before: readonly Membership[],
  after: readonly Membership[],
  { teamsWithin, patch }: Commands['rep:patch']['input'],
): void {
  if (teamsWithin === null) return;
  const turns = [...before, ...after].flatMap(({ fromAt, toAt }) => (toAt === null ? [fromAt] : [fromAt, toAt]));
  const isTheirs = (teamId: string | null): boolean => teamId !== null && teamsWithin.has(teamId);
  const isTaken = turns.some((at) => {
    const [old, next] = [teamOf(before, at), teamOf(after, at)];
    return old !== next && !(isTheirs(old) && isTheirs(next));
  });
  if (!isTaken) return;
  const field = patch.teamSince === undefined ? 'teamId' : 'teamSince';
  throw Refusal.field(field, 'team/not-then', 'would change a time in which the rep is in none of your teams');
}
