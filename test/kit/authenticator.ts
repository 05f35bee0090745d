// An authenticator in software, for tests that must say what a browser would never say: other origins, old challenges,
// counters that go back. Real Chromium is tested with its own (test/browser/passkeys.test.ts).
import { createHash, createSign, generateKeyPairSync, randomBytes, type KeyObject } from 'node:crypto';
import type { PasskeyBody, PasskeySessionBody } from '../../shared/schemas/passkeys.ts';

/** What a page hands over to its browser. */
export interface Asked {
  challenge: string;
  rp?: { id: string };
  rpId?: string;
  user?: { id: string };
}

const PRESENT = 0x01;
const VERIFIED = 0x04;
const ATTESTED = 0x40;

/** The few kinds of CBOR that an attestation without a statement is made of. */
type Cbor = number | string | Uint8Array | Map<number | string, Cbor>;

function head(kind: number, count: number): Buffer {
  if (count < 24) return Buffer.from([(kind << 5) | count]);
  if (count < 256) return Buffer.from([(kind << 5) | 24, count]);
  return Buffer.from([(kind << 5) | 25, count >> 8, count & 255]);
}

function cbor(value: Cbor): Buffer {
  if (typeof value === 'number') return value < 0 ? head(1, -1 - value) : head(0, value);
  if (typeof value === 'string') return Buffer.concat([head(3, Buffer.byteLength(value)), Buffer.from(value)]);
  if (value instanceof Uint8Array) return Buffer.concat([head(2, value.length), value]);
  return Buffer.concat([head(5, value.size), ...[...value].flatMap(([key, item]) => [cbor(key), cbor(item)])]);
}

const sha256 = (data: string | Buffer): Buffer => createHash('sha256').update(data).digest();

export class Authenticator {
  readonly #id = randomBytes(32);
  readonly #key: KeyObject;
  readonly #cose: Buffer;
  #userHandle = '';
  /** How often it says that it has been used. */
  counter = 0;

  constructor() {
    const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
    const { x = '', y = '' } = publicKey.export({ format: 'jwk' });
    this.#key = privateKey;
    // ES256 on P-256.
    const fields: [number, Cbor][] = [
      [1, 2],
      [3, -7],
      [-1, 1],
      [-2, Buffer.from(x, 'base64url')],
      [-3, Buffer.from(y, 'base64url')],
    ];
    this.#cose = cbor(new Map(fields));
  }

  /** Answers what a page was asked for a new passkey, as a browser at `origin` would. */
  create(asked: Asked, origin: string, rpId = asked.rp?.id ?? ''): PasskeyBody['credential'] {
    this.#userHandle = asked.user?.id ?? '';
    const length = Buffer.from([0, this.#id.length]);
    const attested = Buffer.concat([Buffer.alloc(16), length, this.#id, this.#cose]);
    const authData = Buffer.concat([this.#data(rpId, PRESENT | VERIFIED | ATTESTED), attested]);
    const parts: [string, Cbor][] = [
      ['fmt', 'none'],
      ['attStmt', new Map()],
      ['authData', authData],
    ];
    return {
      ...this.#named(),
      response: {
        clientDataJSON: clientData('webauthn.create', asked.challenge, origin),
        attestationObject: cbor(new Map(parts)).toString('base64url'),
        transports: ['internal'],
      },
    };
  }

  /** Answers what a page was asked to sign in. */
  get(asked: Asked, origin: string, flags = PRESENT | VERIFIED): PasskeySessionBody['credential'] {
    this.counter += 1;
    const authenticatorData = this.#data(asked.rpId ?? '', flags);
    const clientDataJSON = clientData('webauthn.get', asked.challenge, origin);
    const signed = Buffer.concat([authenticatorData, sha256(Buffer.from(clientDataJSON, 'base64url'))]);
    return {
      ...this.#named(),
      response: {
        clientDataJSON,
        authenticatorData: authenticatorData.toString('base64url'),
        signature: createSign('sha256').update(signed).sign(this.#key).toString('base64url'),
        userHandle: this.#userHandle,
      },
    };
  }

  #named() {
    const id = this.#id.toString('base64url');
    return { id, rawId: id, type: 'public-key' as const, clientExtensionResults: {} };
  }

  #data(rpId: string, flags: number): Buffer {
    const data = Buffer.alloc(37);
    sha256(rpId).copy(data);
    data.writeUInt8(flags, 32);
    data.writeUInt32BE(this.counter, 33);
    return data;
  }
}

function clientData(type: string, challenge: string, origin: string): string {
  return Buffer.from(JSON.stringify({ type, challenge, origin, crossOrigin: false })).toString('base64url');
}

/** Nobody put a finger on it. */
export const UNVERIFIED = PRESENT;
