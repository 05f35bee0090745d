// Passkeys: what a browser is asked, and whether its answer is right. The only file that knows @simplewebauthn/server.
import { isIP } from 'node:net';
import {
  generateAuthenticationOptions,
  generateRegistrationOptions,
  verifyAuthenticationResponse,
  verifyRegistrationResponse,
} from '@simplewebauthn/server';
import type { FastifyRequest } from 'fastify';
import { Refusal } from '../shared/problem.ts';
import type { PasskeyBody, PasskeySessionBody } from '../shared/schemas/passkeys.ts';
import { Challenges } from './challenges.ts';
import type { Clock } from './clock.ts';
import type { User } from './store/accounts.ts';
import type { Passkey } from './store/passkeys.ts';

/** The page that asks: browsers bind a passkey to the host, and say which page it was used on. */
interface Site {
  host: string;
  origin: string;
}

type NewPasskey = Pick<Passkey, 'id' | 'publicKey' | 'counter' | 'transports'>;

const SIGN_IN = 'sign-in';

export class Passkeys {
  readonly #challenges: Challenges;

  constructor(clock: Pick<Clock, 'now'>) {
    this.#challenges = new Challenges(clock);
  }

  /** What the browser is asked for a new passkey of somebody who is signed in. */
  optionsToAdd(
    request: FastifyRequest,
    officeName: string,
    user: User,
    known: readonly Passkey[],
  ): Promise<object & { challenge: string }> {
    const { host } = siteOf(request);
    return generateRegistrationOptions({
      rpName: officeName,
      rpID: host,
      userID: new Uint8Array(Buffer.from(user.id)),
      userName: user.email ?? user.name,
      userDisplayName: user.name,
      challenge: new Uint8Array(Buffer.from(this.#challenges.make(addingTo(user, host)), 'base64url')),
      attestationType: 'none',
      excludeCredentials: known.map(({ id, transports }) => ({ id, transports })),
      // It stands for the password and is found without a name: so it asks for a finger, a face or a PIN itself.
      authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
    });
  }

  /** The passkey that a browser has made, or null where its answer is not right. */
  async added(request: FastifyRequest, user: User, credential: PasskeyBody['credential']): Promise<NewPasskey | null> {
    const { host, origin } = siteOf(request);
    const verified = await verifyRegistrationResponse({
      response: credential,
      expectedChallenge: (challenge) => this.#challenges.use(challenge, addingTo(user, host)),
      expectedOrigin: origin,
      expectedRPID: host,
    }).catch(() => null);
    if (!verified?.verified) return null;
    const { id, publicKey, counter } = verified.registrationInfo.credential;
    return { id, publicKey, counter, transports: credential.response.transports ?? [] };
  }

  /** What the browser is asked where somebody wants to sign in: whatever passkey it has for this host. */
  optionsToSignIn(request: FastifyRequest): Promise<object & { challenge: string }> {
    const { host } = siteOf(request);
    return generateAuthenticationOptions({
      rpID: host,
      userVerification: 'required',
      challenge: new Uint8Array(Buffer.from(this.#challenges.make(`${SIGN_IN} ${host}`), 'base64url')),
    });
  }

  /** How often the passkey says that it has been used, or null where the answer is not right. */
  async used(
    request: FastifyRequest,
    passkey: Passkey,
    credential: PasskeySessionBody['credential'],
  ): Promise<number | null> {
    const { host, origin } = siteOf(request);
    const { userHandle } = credential.response;
    if (userHandle !== undefined && Buffer.from(userHandle, 'base64url').toString() !== passkey.userId) return null;
    const { id, publicKey, counter, transports } = passkey;
    let challenge = '';
    const verified = await verifyAuthenticationResponse({
      response: credential,
      expectedChallenge(given) {
        challenge = given;
        return true;
      },
      expectedOrigin: origin,
      expectedRPID: host,
      credential: { id, publicKey: new Uint8Array(publicKey), counter, transports },
    }).catch(() => null);
    // Used up last, so that only who holds the passkey can use one up.
    if (!verified?.verified || !this.#challenges.use(challenge, `${SIGN_IN} ${host}`)) return null;
    return verified.authenticationInfo.newCounter;
  }
}

function addingTo({ id }: User, host: string): string {
  return `add ${id} ${host}`;
}

/**
 * The host and the origin of the page that asks, from the headers that the edge believes (a proxy's where it is trusted).
 * Whoever lies about them lies to himself alone: a passkey signs for the host that its browser sees. Refuses where
 * browsers have none: on plain http but for this very machine, and under an address in place of a name.
 */
function siteOf(request: FastifyRequest): Site {
  const origin = `${request.protocol}://${request.host}`;
  if (!URL.canParse(origin)) throw new Refusal('passkey/unavailable');
  const { hostname, origin: normal } = new URL(origin);
  const isLocal = hostname === 'localhost' || hostname.endsWith('.localhost');
  const isName = isIP(hostname.replace(/^\[|\]$/g, '')) === 0;
  if (!isName || (request.protocol !== 'https' && !isLocal)) throw new Refusal('passkey/unavailable');
  return { host: hostname, origin: normal };
}
