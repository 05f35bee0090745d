// Links to hand over: what opens them is in the fragment, which no server, proxy or log ever sees. Rule RO6.
import type { FastifyRequest } from 'fastify';
import { makeSecret } from './auth.ts';
import { reachableHost } from './lan.ts';

/** A link as it is given once; the hash is what is kept of it. */
export function makeLink(request: FastifyRequest): { url: string; hash: string } {
  const { secret, hash } = makeSecret();
  return { url: `${request.protocol}://${reachableHost(request.host)}/join#${secret}`, hash };
}
