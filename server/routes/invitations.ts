// Inviting somebody by a link. Rules RO5, RO6.
import { Type } from 'typebox';
import { Refusal } from '../../shared/problem.ts';
import type { Action, Actor } from '../../shared/roles.ts';
import { InvitationBody, InvitationView, LinkAnswer } from '../../shared/schemas/accounts.ts';
import { invitationView } from '../account-view.ts';
import { actorOf } from '../http.ts';
import { makeLink } from '../link.ts';
import { worthOf } from '../ledger/link-worth.ts';
import { officeOf, type Api, type Parts } from '../parts.ts';
import { demandRep, demandTeam, repsWithin, teamsWithin } from '../reach.ts';
import type { Invitation } from '../store/invitations.ts';

const ById = Type.Object({ id: Type.String() });
/** How long somebody has to come. */
const INVITATION_MS = 7 * 86_400_000;

export function invitationRoutes(app: Api, parts: Parts): void {
  const { ledger, clock, mail } = parts;

  app.get(
    '/api/invitations',
    {
      config: { access: ['account:read'] },
      schema: {
        tags: ['accounts'],
        summary: 'Invitations within reach that are still good, newest first',
        response: { 200: Type.Object({ items: Type.Array(InvitationView) }) },
      },
    },
    (request) => ({ items: openWithin(parts, actorOf(request), 'account:read').map(invitationView) }),
  );

  app.post(
    '/api/invitations',
    {
      config: { access: ['account:write'] },
      schema: {
        tags: ['accounts'],
        summary: 'Invite somebody by a link, good once and for a week; it is shown this once',
        body: InvitationBody,
        response: { 201: LinkAnswer },
      },
    },
    async (request, reply) => {
      const actor = actorOf(request);
      checkGuest(parts, actor, request.body);
      const { name, email = null } = request.body;
      const { url, hash } = makeLink(request);
      const expiresAt = clock.now() + INVITATION_MS;
      const { id } = await ledger.run('invitation:create', actor, { body: request.body, hash, expiresAt });
      const link = { purpose: 'join', url, expiresAt } as const;
      const mailed = await mail.send(officeOf(parts), { name, email, locale: null }, link);
      return reply.code(201).header('cache-control', 'no-store').send({ id, url, expiresAt, mailed });
    },
  );

  app.delete(
    '/api/invitations/:id',
    {
      config: { access: ['account:write'] },
      schema: { tags: ['accounts'], summary: 'Take an invitation back', params: ById },
    },
    async (request, reply) => {
      const actor = actorOf(request);
      const { id } = request.params;
      const isThere = openWithin(parts, actor, 'account:write').some((invitation) => invitation.id === id);
      if (!isThere) throw new Refusal('invitation/not-found');
      await ledger.run('invitation:revoke', actor, { id });
      return reply.code(204).send();
    },
  );
}

function openWithin(parts: Parts, actor: Actor, action: Action): Invitation[] {
  const { directory, tables, clock } = parts;
  const now = clock.now();
  const reps = repsWithin(parts, actor, action);
  const teams = teamsWithin(directory, actor, action);
  const isWithin = ({ repId, teamId }: Invitation): boolean =>
    repId === null ? teamId !== null && teams?.has(teamId) === true : reps?.has(repId) === true;
  const { timeZone } = officeOf(parts);
  const good = tables.invitations.open(now).flatMap((invitation) => worthOf(tables, invitation, now, timeZone) ?? []);
  return good.filter((invitation) => reps === null || isWithin(invitation));
}

/** A manager of teams invites one of their reps, or somebody new into one of their teams. */
function checkGuest(parts: Parts, actor: Actor, { role, repId, teamId }: InvitationBody): void {
  // Who invites others than reps reaches everywhere, or the ledger says no.
  if (role !== 'rep') return;
  const action = 'account:write';
  if (repId) demandRep(repsWithin(parts, actor, action), 'repId', repId);
  else demandTeam(teamsWithin(parts.directory, actor, action), 'teamId', teamId ?? null);
}
