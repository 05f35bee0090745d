// Passkeys: added and removed by whoever is signed in, and a way in of their own. Rule RO9.
import { Type } from 'typebox';
import type { FastifyRequest } from 'fastify';
import { Refusal } from '../../shared/problem.ts';
import { PasskeyView } from '../../shared/schemas/accounts.ts';
import { Session } from '../../shared/schemas/office.ts';
import { PasskeyBody, PasskeyOptions, PasskeySessionBody } from '../../shared/schemas/passkeys.ts';
import { hashSecret } from '../auth.ts';
import { deviceName } from '../device-name.ts';
import { actorOf, userIdOf } from '../http.ts';
import { officeOf, type Api, type Parts } from '../parts.ts';
import { demandOwnDevice, signIn } from '../sign-in.ts';
import type { User } from '../store/accounts.ts';
import type { Passkey } from '../store/passkeys.ts';

const ById = Type.Object({ id: Type.String() });

export function passkeyRoutes(app: Api, parts: Parts): void {
  ownPasskeyRoutes(app, parts);
  addingRoutes(app, parts);
  signInRoutes(app, parts);
}

function ownPasskeyRoutes(app: Api, parts: Parts): void {
  const { ledger, directory } = parts;

  app.get(
    '/api/passkeys',
    {
      config: { access: ['self:write'] },
      schema: {
        tags: ['session'],
        summary: 'One’s own passkeys',
        response: { 200: Type.Object({ items: Type.Array(PasskeyView) }) },
      },
    },
    (request) => ({ items: directory.passkeysOf(userOf(parts, request).id).map(passkeyView) }),
  );

  app.delete(
    '/api/passkeys/:id',
    {
      config: { access: ['self:write'] },
      schema: { tags: ['session'], summary: 'Remove a passkey of one’s own', params: ById },
    },
    async (request, reply) => {
      const { id } = request.params;
      const passkey = directory.passkeysOf(ownDevice(parts, request).id).find((one) => viewId(one) === id);
      if (!passkey) throw new Refusal('passkey/not-found');
      await ledger.run('passkey:remove', actorOf(request), { id: passkey.id });
      return reply.code(204).send();
    },
  );
}

function addingRoutes(app: Api, parts: Parts): void {
  const { ledger, directory, passkeys } = parts;

  app.post(
    '/api/passkeys/options',
    {
      config: { access: ['self:write'] },
      schema: {
        tags: ['session'],
        summary: 'What the browser is asked for a new passkey',
        response: { 200: PasskeyOptions },
      },
    },
    (request) => {
      const user = ownDevice(parts, request);
      return passkeys.optionsToAdd(request, officeOf(parts).name, user, directory.passkeysOf(user.id));
    },
  );

  app.post(
    '/api/passkeys',
    {
      config: { access: ['self:write'] },
      schema: {
        tags: ['session'],
        summary: 'Add the passkey that the browser has made',
        body: PasskeyBody,
        response: { 201: PasskeyView },
      },
    },
    async (request, reply) => {
      const user = ownDevice(parts, request);
      const { credential, name = deviceName(request.headers['user-agent'] ?? '') || 'Passkey' } = request.body;
      const added = await passkeys.added(request, user, credential);
      if (!added) throw Refusal.field('credential', 'passkey/wrong', 'is no answer to what was asked');
      await ledger.run('passkey:add', actorOf(request), { ...added, name });
      const passkey = directory.passkey(added.id);
      if (!passkey) throw new Refusal('passkey/not-found');
      return reply.code(201).send(passkeyView(passkey));
    },
  );
}

function signInRoutes(app: Api, parts: Parts): void {
  const { directory, passkeys, guesses, clock } = parts;

  app.post(
    '/api/session/passkey/options',
    {
      config: { access: 'public' },
      schema: {
        tags: ['session'],
        summary: 'What the browser is asked to sign in by a passkey',
        response: { 200: PasskeyOptions },
      },
    },
    (request) => passkeys.optionsToSignIn(request),
  );

  app.post(
    '/api/session/passkey',
    {
      config: { access: 'public' },
      schema: {
        tags: ['session'],
        summary: 'Sign in by a passkey',
        body: PasskeySessionBody,
        response: { 200: Session },
      },
    },
    async (request, reply) => {
      const { credential } = request.body;
      const passkey = directory.passkey(credential.id);
      const user = passkey && directory.user(passkey.userId);
      // Junk costs nobody behind the same router a try: it is known for what it is at a glance.
      if (!passkey || !user) throw new Refusal('passkey/wrong');
      const guess = { at: 'passkey', passkey: passkey.id, address: request.ip } as const;
      const counter = await guesses.attempt(guess, () => passkeys.used(request, passkey, credential));
      if (counter === null || directory.hasLeft(user, clock.now())) throw new Refusal('passkey/wrong');
      return signIn(parts, request, reply, user.id, { passkey: { id: credential.id, counter } });
    },
  );
}

function userOf({ directory }: Parts, request: FastifyRequest): User {
  const user = directory.user(userIdOf(request));
  if (!user) throw new Refusal('auth/required');
  return user;
}

/** Whose passkeys are changed, on a device that is not everybody's. */
function ownDevice(parts: Parts, request: FastifyRequest): User {
  demandOwnDevice(parts, request);
  return userOf(parts, request);
}

/** Credentials' own ids may be longer than an address takes. */
function viewId({ id }: Passkey): string {
  return hashSecret(id);
}

function passkeyView(passkey: Passkey): PasskeyView {
  const { name, createdAt, usedAt } = passkey;
  return { id: viewId(passkey), name, createdAt, usedAt };
}
