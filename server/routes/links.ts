// What a link opens, told to whoever holds it, and taken up once. Rule RO6.
import { Refusal } from '../../shared/problem.ts';
import { LinkAcceptBody, LinkReadBody, LinkView } from '../../shared/schemas/accounts.ts';
import { Session } from '../../shared/schemas/office.ts';
import { hashPassword, hashSecret } from '../auth.ts';
import { liveLink } from '../ledger/links.ts';
import { officeOf, type Api, type Parts } from '../parts.ts';
import { beginSession, welcome } from '../sign-in.ts';
import type { Invitation } from '../store/invitations.ts';

/** A whole office that joins through one router in a minute is let through; who tries links out is not. */
const LINK_LIMIT = { max: 60, timeWindow: 60_000 };

export function linkRoutes(app: Api, parts: Parts): void {
  const { ledger } = parts;

  app.post(
    '/api/links/read',
    {
      config: { access: 'public', rateLimit: LINK_LIMIT },
      schema: { tags: ['accounts'], summary: 'What a link opens', body: LinkReadBody, response: { 200: LinkView } },
    },
    (request, reply) => {
      const { name: officeName, locale: officeLocale } = officeOf(parts);
      const { name, email, role, userId, expiresAt } = linkOf(parts, request.body.secret);
      void reply.header('cache-control', 'no-store');
      const purpose = userId === null ? ('join' as const) : ('password' as const);
      return { purpose, officeName, officeLocale, name, email, role, expiresAt };
    },
  );

  app.post(
    '/api/links/accept',
    {
      config: { access: 'public', rateLimit: LINK_LIMIT },
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
      const { hash: linkHash } = linkOf(parts, linkSecret);
      const passwordHash = await hashPassword(password);
      const { secret, session } = beginSession(parts, request);
      const accepted = { ...chosen, linkHash, passwordHash, session };
      const { userId } = await ledger.run('link:accept', { type: 'system' }, accepted);
      return welcome(parts, request, reply, { userId, secret });
    },
  );
}

/** Unknown, used, run out or revoked: one answer for all of them. */
function linkOf(parts: Parts, secret: string): Invitation {
  const { timeZone } = officeOf(parts);
  const link = liveLink(parts.tables, hashSecret(secret), parts.clock.now(), timeZone);
  if (!link) throw new Refusal('link/not-found');
  return link;
}
