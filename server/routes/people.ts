// Teams, reps, quotas.
import { Type } from 'typebox';
import { formatMinor } from '../../shared/money.ts';
import { Refusal } from '../../shared/problem.ts';
import type { Action, Actor } from '../../shared/roles.ts';
import {
  QuotaBody,
  QuotaView,
  RepBody,
  RepPatch,
  RepView,
  TeamBody,
  TeamPatch,
  TeamView,
} from '../../shared/schemas/people.ts';
import { hashPassword } from '../auth.ts';
import { actorOf } from '../http.ts';
import { officeOf, type Api, type Parts } from '../parts.ts';
import { demandTeam, repsWithin, teamsWithin } from '../reach.ts';

const ById = Type.Object({ id: Type.String() });

export function peopleRoutes(app: Api, parts: Parts): void {
  teamRoutes(app, parts);
  repRoutes(app, parts);
  quotaRoutes(app, parts);
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
    teamId: directory.roster.teamAt(id, clock.now()),
    hasAccount: directory.hasAccount(id),
  };
}

function quotaRoutes(app: Api, parts: Parts): void {
  const { ledger, directory } = parts;

  app.get(
    '/api/quotas',
    {
      config: { access: ['quota:read'] },
      schema: {
        tags: ['quotas'],
        summary: 'Quotas of a period; the running one, unless said',
        querystring: Type.Object({ periodId: Type.Optional(Type.String()) }, { additionalProperties: false }),
        response: { 200: Type.Object({ items: Type.Array(QuotaView) }) },
      },
    },
    (request) => {
      const periodId = request.query.periodId ?? directory.runningPeriod(parts.clock.now())?.id ?? '';
      if (!directory.periodById(periodId)) throw new Refusal('period/not-found');
      return { items: quotaViews(parts, periodId) };
    },
  );

  app.put(
    '/api/quotas',
    {
      config: { access: ['quota:write'] },
      schema: {
        tags: ['quotas'],
        summary: 'Set a subject’s quota in a period; null takes it away',
        body: QuotaBody,
        response: { 200: Type.Object({ items: Type.Array(QuotaView) }) },
      },
    },
    async (request) => {
      const { periodId, subject, metric } = request.body;
      const actor = actorOf(request);
      checkQuotaSubject(parts, actor, subject);
      await ledger.run('quota:set', actor, request.body);
      const items = quotaViews(parts, periodId);
      return { items: items.filter((one) => one.subject.id === subject.id && one.metric === metric) };
    },
  );
}

/** Out of reach is who is in no team of a manager's, the teams above theirs, and the office. Rule RO4. */
function checkQuotaSubject(parts: Parts, actor: Actor, { type, id }: QuotaBody['subject']): void {
  const reps = repsWithin(parts, actor, 'quota:write');
  const within = type === 'rep' ? reps : type === 'team' ? teamsWithin(parts.directory, actor, 'quota:write') : null;
  if (reps === null || within?.has(id) === true) return;
  throw Refusal.field('subject.id', `${type}/unknown`, `is no ${type} of this office`);
}

function quotaViews(parts: Parts, periodId: string): QuotaView[] {
  const { exponent } = officeOf(parts);
  return parts.directory.quotasOf(periodId).map(({ subjectType, subjectId, metric, amount }) => ({
    periodId,
    subject: { type: subjectType, id: subjectId },
    metric,
    amount: formatMinor(amount, metric === 'revenue' ? exponent : 0),
    amountMinor: amount,
  }));
}
