// Teams and reps.
import { Type } from 'typebox';
import { Refusal } from '../../shared/problem.ts';
import type { Action, Actor } from '../../shared/roles.ts';
import { RepBody, RepPatch, RepView, TeamBody, TeamPatch, TeamView } from '../../shared/schemas/people.ts';
import { hashPassword } from '../auth.ts';
import { actorOf } from '../http.ts';
import type { Api, Parts } from '../parts.ts';
import { demandTeam, repsWithin, teamsWithin } from '../reach.ts';

const ById = Type.Object({ id: Type.String() });

export function peopleRoutes(app: Api, parts: Parts): void {
  teamRoutes(app, parts);
  repRoutes(app, parts);
}

function teamRoutes(app: Api, parts: Parts): void {
  const { ledger, directory } = parts;

  app.get(
    '/api/teams',
    {
      config: { access: ['people:read', 'board:read'] },
      schema: {
        tags: ['people'],
        summary: 'Every team',
        response: { 200: Type.Object({ items: Type.Array(TeamView) }) },
      },
    },
    () => ({ items: directory.roster.teams.map((team) => teamView(parts, team.id)) }),
  );

  app.post(
    '/api/teams',
    {
      config: { access: ['team:write'] },
      schema: { tags: ['people'], summary: 'Add a team', body: TeamBody, response: { 201: TeamView } },
    },
    async (request, reply) => {
      const { id } = await ledger.run('team:create', actorOf(request), request.body);
      return reply.code(201).send(teamView(parts, id));
    },
  );

  app.patch(
    '/api/teams/:id',
    {
      config: { access: ['team:write'] },
      schema: {
        tags: ['people'],
        summary: 'Rename a team or hang it elsewhere',
        params: ById,
        body: TeamPatch,
        response: { 200: TeamView },
      },
    },
    async (request) => {
      const { id } = request.params;
      await ledger.run('team:patch', actorOf(request), { id, patch: request.body });
      return teamView(parts, id);
    },
  );
}

function teamView(parts: Parts, id: string): TeamView {
  const { roster } = parts.directory;
  const team = roster.teams[roster.indexOf('team', id)];
  if (!team) throw new Refusal('team/not-found');
  return { ...team, level: roster.levelOf(id) };
}

function repRoutes(app: Api, parts: Parts): void {
  const { directory } = parts;

  app.get(
    '/api/reps',
    {
      config: { access: ['people:read'] },
      schema: {
        tags: ['people'],
        summary: 'Every rep within reach',
        response: { 200: Type.Object({ items: Type.Array(RepView) }) },
      },
    },
    (request) => {
      const within = repsWithin(parts, actorOf(request), 'people:read');
      const reps = directory.roster.reps.filter(({ id }) => within?.has(id) ?? true);
      return { items: reps.map((rep) => repView(parts, rep.id)) };
    },
  );

  app.get(
    '/api/reps/:id',
    {
      config: { access: ['people:read'] },
      schema: { tags: ['people'], summary: 'One rep', params: ById, response: { 200: RepView } },
    },
    (request) => repView(parts, repInReach(parts, actorOf(request), 'people:read', request.params.id)),
  );

  repWrites(app, parts);
}

function repWrites(app: Api, parts: Parts): void {
  const { ledger, directory } = parts;

  app.post(
    '/api/reps',
    {
      config: { access: ['people:write'] },
      schema: {
        tags: ['people'],
        summary: 'Add a rep; a password, which people alone set, gives an account',
        body: RepBody,
        response: { 201: RepView },
      },
    },
    async (request, reply) => {
      const actor = actorOf(request);
      demandTeam(teamsWithin(directory, actor, 'people:write'), 'teamId', request.body.teamId ?? null);
      const { id } = await ledger.run('rep:create', actor, await withHash(actor, request.body));
      return reply.code(201).send(repView(parts, id));
    },
  );

  app.patch(
    '/api/reps/:id',
    {
      config: { access: ['people:write'] },
      schema: {
        tags: ['people'],
        summary: 'Change a rep; past deals stay with their team',
        params: ById,
        body: RepPatch,
        response: { 200: RepView },
      },
    },
    async (request) => {
      const actor = actorOf(request);
      const id = repInReach(parts, actor, 'people:write', request.params.id);
      const { teamId } = request.body;
      const within = teamsWithin(directory, actor, 'people:write');
      if (teamId !== undefined) demandTeam(within, 'teamId', teamId);
      await ledger.run('rep:patch', actor, { id, patch: await withHash(actor, request.body), teamsWithin: within });
      return repView(parts, id);
    },
  );
}

/** The id of a rep; one out of reach is none at all. */
function repInReach(parts: Parts, actor: Actor, action: Action, id: string): string {
  if (repsWithin(parts, actor, action)?.has(id) === false) throw new Refusal('rep/not-found');
  return id;
}

/** With the password's hash in its place. People alone give accounts: a machine that leaks must not open one. */
async function withHash<T extends { password?: string }>(actor: Actor, body: T) {
  const { password, ...rest } = body;
  if (password !== undefined && actor.type === 'token') {
    throw Refusal.field('password', 'account/people-only', 'is set by people, never by a token');
  }
  return password === undefined ? rest : { ...rest, passwordHash: await hashPassword(password) };
}

function repView(parts: Parts, id: string): RepView {
  const { directory, clock } = parts;
  const rep = directory.roster.reps[directory.roster.indexOf('rep', id)];
  if (!rep) throw new Refusal('rep/not-found');
  return {
    ...rep,
    absences: [...rep.absences],
    ramp: rep.ramp && [...rep.ramp],
    teamId: directory.roster.teamAt(id, clock.now()),
    hasAccount: directory.hasAccount(id),
  };
}
