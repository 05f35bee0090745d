// A new TV asks for a code, shows it, and waits; a manager claims it. Rule SC9.
import { Refusal } from '../../shared/problem.ts';
import { ClaimBody, NewPairing, PairingState, ScreenView } from '../../shared/schemas/screens.ts';
import { bearerOf, identifyToken } from '../auth.ts';
import { actorOf } from '../http.ts';
import { reachableHost } from '../lan.ts';
import type { Api, Parts } from '../parts.ts';
import { claimScreen } from '../screens/claim.ts';
import { screenView } from '../screens/view.ts';

/** An office's TVs come from one address, each every ten minutes; one who floods is stopped. */
const CODES_LIMIT = { max: 300, timeWindow: 600_000 };

export function pairingRoutes(app: Api, parts: Parts): void {
  const { directory, pairings, clock } = parts;

  app.post(
    '/api/screens',
    {
      config: { access: 'public', rateLimit: CODES_LIMIT },
      schema: {
        tags: ['screens'],
        summary: 'For a TV: a code to show, and the secret that is its token once a manager has claimed the code',
        response: { 201: NewPairing },
      },
    },
    (request, reply) => {
      const { code, secret, expiresAt } = pairings.open();
      const claimUrl = `${request.protocol}://${reachableHost(request.host)}/manage#pair=${code}`;
      void reply.code(201).header('cache-control', 'no-store');
      return { code, secret, expiresAt, now: clock.now(), claimUrl };
    },
  );

  app.get(
    '/api/screens/pairing',
    {
      config: { access: 'public' },
      schema: {
        tags: ['screens'],
        summary: 'For a TV that waits: whether its code has been claimed; its secret is the bearer token',
        security: [{ token: [] }],
        response: { 200: PairingState },
      },
    },
    (request, reply) => {
      void reply.header('cache-control', 'no-store');
      const secret = bearerOf(request.headers.authorization);
      const now = clock.now();
      if (secret === null) throw new Refusal('auth/required');
      if (identifyToken(directory, secret)?.type === 'screen')
        return { state: 'claimed' as const, expiresAt: null, now };
      const pairing = pairings.ofSecret(secret);
      if (!pairing) throw new Refusal('screen/no-code');
      return { state: 'waiting' as const, expiresAt: pairing.expiresAt, now };
    },
  );

  app.post(
    '/api/screens/claim',
    {
      config: { access: ['screen:write'] },
      schema: {
        tags: ['screens'],
        summary: 'Claim the TV that shows this code: a new screen, or in the place of one that is',
        body: ClaimBody,
        response: { 201: ScreenView },
      },
    },
    async (request, reply) => {
      const id = await claimScreen(parts, actorOf(request), request.body);
      return reply.code(201).send(screenView(parts, id));
    },
  );
}
