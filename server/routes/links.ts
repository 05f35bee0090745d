// What a link opens, told to whoever holds it, and taken up once. Rule RO6.
import type { FastifyRequest } from 'fastify';
import { Refusal } from '../../shared/problem.ts';
import { LinkAcceptBody, LinkReadBody, LinkView } from '../../shared/schemas/accounts.ts';
import { Session } from '../../shared/schemas/office.ts';
import { hashPassword, hashSecret } from '../auth.ts';
import { liveLink } from '../ledger/link-worth.ts';
import { officeOf, type Api, type Parts } from '../parts.ts';
import { beginSession, welcome } from '../sign-in.ts';
import type { Invitation } from '../store/invitations.ts';

export function linkRoutes(app: Api, parts: Parts): void {
  const { ledger } = parts;

  app.post(
    '/api/links/read',
    {
      config: { access: 'public' },
      schema: { tags: ['accounts'], summary: 'What a link opens', body: LinkReadBody, response: { 200: LinkView } },
    },
    async (request, reply) => {
      const { name: officeName, locale: officeLocale } = officeOf(parts);
      const { name, email, role, userId, expiresAt } = await linkOf(parts, request, request.body.secret);
      void reply.header('cache-control', 'no-store');
      const purpose = userId === null ? ('join' as const) : ('password' as const);
      return { purpose, officeName, officeLocale, name, email, role, expiresAt };
    },
  );

  app.post(
    '/api/links/accept',
    {
      config: { access: 'public' },
      schema: {
        tags: ['accounts'],
        summary: 'Join the office, or set a new password, and be signed in',
        body: LinkAcceptBody,
        response: { 200: Session },
      },
    },
    async (request, reply) => {
      const { secret: linkSecret, password, ...chosen } = request.body;
      // Asked before the slow hash: only who holds a good link costs us one.
      const { hash: linkHash } = await linkOf(parts, request, linkSecret);
      const passwordHash = await hashPassword(password);
      const { secret, session } = beginSession(parts, request);
      const accepted = { ...chosen, linkHash, passwordHash, session };
      const { userId } = await ledger.run('link:accept', { type: 'system' }, accepted);
      return welcome(parts, request, reply, { userId, secret });
    },
  );
}

/** Unknown, used, run out or revoked: one answer for all of them. */
async function linkOf(parts: Parts, { ip }: FastifyRequest, secret: string): Promise<Invitation> {
  const { timeZone } = officeOf(parts);
  const { guesses, tables, clock } = parts;
  const link = liveLink(tables, hashSecret(secret), clock.now(), timeZone);
  if (link) return link;
  // Looked up first: a good link opens however many bad ones its address has tried.
  await guesses.attempt({ at: 'link', address: ip }, () => null);
  throw new Refusal('link/not-found');
}
