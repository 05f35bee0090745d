// Phones that are shared: marked by a manager who holds one, opened by PIN. Rule RO8.
import { Type } from 'typebox';
import { Refusal } from '../../shared/problem.ts';
import {
  PinBody,
  PinSessionBody,
  SharedPhoneBody,
  SharedPhonePerson,
  SharedPhoneView,
} from '../../shared/schemas/accounts.ts';
import { Session } from '../../shared/schemas/office.ts';
import { checkPassword, COOKIE, hashPassword, makeSecret } from '../auth.ts';
import { ownGuess } from '../guesses.ts';
import { actorOf, userIdOf } from '../http.ts';
import { checkPin } from '../pin.ts';
import { officeOf, type Api, type Parts } from '../parts.ts';
import { demandOwnDevice, sessionHashOf, setCookie, signIn } from '../sign-in.ts';
import { PHONE_COOKIE } from '../shared-phones.ts';
import type { User } from '../store/accounts.ts';
import type { SharedPhone } from '../store/shared-phones.ts';

const ById = Type.Object({ id: Type.String() });
/** The longest that browsers keep a cookie; it is given anew whenever the phone asks who is there. */
const PHONE_S = 400 * 86_400;

export function sharedPhoneRoutes(app: Api, parts: Parts): void {
  app.addHook('onRequest', (request, _, next) => {
    const secret = request.cookies[COOKIE];
    if (secret !== undefined && request.cookies[PHONE_COOKIE] !== undefined) parts.sharedPhones.used(secret);
    next();
  });
  phoneRoutes(app, parts);
  pinSessionRoutes(app, parts);
  ownPinRoute(app, parts);
}

function phoneRoutes(app: Api, parts: Parts): void {
  const { ledger, directory, sharedPhones } = parts;

  app.get(
    '/api/shared-phones',
    {
      config: { access: ['phone:write'] },
      schema: {
        tags: ['accounts'],
        summary: 'The phones that go from hand to hand',
        response: { 200: Type.Object({ items: Type.Array(SharedPhoneView) }) },
      },
    },
    (request) => {
      const own = sharedPhones.of(request);
      return { items: directory.sharedPhones.map((phone) => phoneView(phone, own)) };
    },
  );

  app.post(
    '/api/shared-phones',
    {
      config: { access: ['phone:write'] },
      schema: {
        tags: ['accounts'],
        summary: 'Mark the phone that asks as shared: it shows people to tap and takes their PINs',
        body: SharedPhoneBody,
        response: { 201: SharedPhoneView },
      },
    },
    async (request, reply) => {
      const { secret, hash } = makeSecret();
      const { id } = await ledger.run('phone:share', actorOf(request), { name: request.body.name, hash });
      setCookie(request, reply, PHONE_COOKIE, { value: secret, seconds: PHONE_S });
      const phone = directory.sharedPhone(id);
      if (!phone) throw new Refusal('phone/not-found');
      return reply.code(201).send(phoneView(phone, phone));
    },
  );

  app.delete(
    '/api/shared-phones/:id',
    {
      config: { access: ['phone:write'] },
      schema: { tags: ['accounts'], summary: 'A phone is shared no more; its sessions end', params: ById },
    },
    async (request, reply) => {
      const { id } = request.params;
      await ledger.run('phone:revoke', actorOf(request), { id });
      return reply.code(204).send();
    },
  );
}

function phoneView({ id, name, createdAt }: SharedPhone, own: SharedPhone | null): SharedPhoneView {
  return { id, name, createdAt, current: id === own?.id };
}

function pinSessionRoutes(app: Api, parts: Parts): void {
  const { directory, sharedPhones, guesses, clock } = parts;

  app.get(
    '/api/shared-phones/people',
    {
      config: { access: 'public' },
      schema: {
        tags: ['session'],
        summary: 'For a shared phone: who can sign in on it by PIN',
        response: { 200: Type.Object({ items: Type.Array(SharedPhonePerson) }) },
      },
    },
    (request, reply) => {
      const phone = sharedPhones.of(request);
      if (!phone) throw new Refusal('request/not-found');
      setCookie(request, reply, PHONE_COOKIE, { value: request.cookies[PHONE_COOKIE] ?? '', seconds: PHONE_S });
      void reply.header('cache-control', 'no-store');
      const order = new Intl.Collator(officeOf(parts).locale);
      const people = directory.usersWithPin(clock.now()).map((user) => personView(parts, user));
      return { items: people.sort((a, b) => order.compare(a.name, b.name)) };
    },
  );

  app.post(
    '/api/session/pin',
    {
      config: { access: 'public' },
      schema: {
        tags: ['session'],
        summary: 'Sign in by PIN, on a shared phone',
        body: PinSessionBody,
        response: { 200: Session },
      },
    },
    async (request, reply) => {
      const phone = sharedPhones.of(request);
      if (!phone) throw new Refusal('request/not-found');
      const { userId, pin } = request.body;
      const user = directory.usersWithPin(clock.now()).find(({ id }) => id === userId);
      // The phone shows who has a PIN: of nobody else one is looked at, or anything remembered.
      if (!user) throw new Refusal('auth/wrong-pin');
      const guess = { at: 'pin', account: userId, sharedPhoneId: phone.id } as const;
      const isRight = await guesses.attempt(guess, () => checkPassword(user.pinHash, pin));
      if (!isRight || directory.hasLeft(user, clock.now())) throw new Refusal('auth/wrong-pin');
      const session = await signIn(parts, request, reply, user.id, { sharedPhoneId: phone.id });
      sharedPhones.watch();
      return session;
    },
  );
}

function personView({ directory }: Parts, { id, name, repId }: User): SharedPhonePerson {
  const { roster } = directory;
  const rep = repId === null ? undefined : roster.reps[roster.indexOf('rep', repId)];
  return { userId: id, name, photoId: rep?.photoId ?? null };
}

function ownPinRoute(app: Api, parts: Parts): void {
  const { ledger, directory, guesses } = parts;

  app.put(
    '/api/me/pin',
    {
      config: { access: ['self:write'] },
      schema: { tags: ['session'], summary: 'Set one’s own PIN for shared phones; null takes it away', body: PinBody },
    },
    async (request, reply) => {
      // There a PIN is guessed at the pace of RO8, and not here as well.
      demandOwnDevice(parts, request);
      const user = directory.user(userIdOf(request));
      if (!user) throw new Refusal('auth/required');
      const { pin, password = '' } = request.body;
      const known = user.passwordHash ?? user.pinHash;
      checkPin(pin);
      // Whoever finds a phone unlocked must not be able to make a way in of his own.
      const guess = ownGuess(user.id, request.ip);
      const isOwn = known === null || (await guesses.attempt(guess, () => checkPassword(known, password)));
      if (!isOwn) throw Refusal.field('password', 'password/wrong', 'is not your password');
      const pinHash = pin === null ? null : await hashPassword(pin);
      await ledger.run('pin:set', actorOf(request), { pinHash, keep: sessionHashOf(request) });
      return reply.code(204).send();
    },
  );
}
