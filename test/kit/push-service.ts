// A push service of the tests' own, on this machine: real TLS, and browsers that can read what is meant for them. It
// decrypts by RFC 8291 and checks signatures by RFC 8292 with Node's own cryptography, not with the sender's library.
import { createDecipheriv, createECDH, createPublicKey, hkdfSync, randomBytes, verify, type ECDH } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { IncomingHttpHeaders } from 'node:http';
import { Agent, createServer, type Server } from 'node:https';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { connect } from 'node:tls';

const FIXTURES = join(import.meta.dirname, '../fixtures/push');
const CERT = readFileSync(join(FIXTURES, 'cert.pem'));
const HOST = 'push.example.com';

/** A browser that has subscribed. */
export interface Browser {
  endpoint: string;
  keys: { p256dh: string; auth: string };
  ecdh: ECDH;
}

export interface Delivered {
  path: string;
  headers: IncomingHttpHeaders;
  body: Buffer;
}

export interface PushService {
  /** Takes every connection to the public name that its endpoints have to this machine. */
  agent: Agent;
  delivered: Delivered[];
  /** What it answers: 201 unless said. */
  status: number;
  subscribe: (name: string) => Browser;
  close: () => Promise<void>;
}

export async function startPushService(): Promise<PushService> {
  const server: Server = createServer({ cert: CERT, key: readFileSync(join(FIXTURES, 'key.pem')) });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const agent = new Agent({ ca: CERT });
  Object.assign(agent, {
    createConnection: () => connect({ host: '127.0.0.1', port, servername: HOST, ca: CERT }),
  });
  const service: PushService = {
    agent,
    delivered: [],
    status: 201,
    subscribe: (name) => browserNamed(name),
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
  server.on('request', (request, answer) => {
    const parts: Buffer[] = [];
    request.on('data', (part: Buffer) => parts.push(part));
    request.on('end', () => {
      service.delivered.push({ path: request.url ?? '', headers: request.headers, body: Buffer.concat(parts) });
      answer.writeHead(service.status, { connection: 'close' }).end();
    });
  });
  return service;
}

/** A subscription as browsers make it: a fresh key pair and a secret. */
export function browserNamed(name: string): Browser {
  const ecdh = createECDH('prime256v1');
  ecdh.generateKeys();
  return {
    endpoint: `https://${HOST}/${name}`,
    keys: { p256dh: ecdh.getPublicKey('base64url'), auth: randomBytes(16).toString('base64url') },
    ecdh,
  };
}

/** What a message says to the browser that it is for (RFC 8291, aes128gcm in one record). */
export function readBy(browser: Browser, body: Buffer): unknown {
  const salt = body.subarray(0, 16);
  const keyLength = body[20] ?? 0;
  const theirs = body.subarray(21, 21 + keyLength);
  const sealed = body.subarray(21 + keyLength);
  const info = Buffer.concat([Buffer.from('WebPush: info\0'), browser.ecdh.getPublicKey(), theirs]);
  const shared = hkdf(browser.ecdh.computeSecret(theirs), Buffer.from(browser.keys.auth, 'base64url'), info, 32);
  const key = hkdf(shared, salt, Buffer.from('Content-Encoding: aes128gcm\0'), 16);
  const nonce = hkdf(shared, salt, Buffer.from('Content-Encoding: nonce\0'), 12);
  const decipher = createDecipheriv('aes-128-gcm', key, nonce);
  decipher.setAuthTag(sealed.subarray(-16));
  const plain = Buffer.concat([decipher.update(sealed.subarray(0, -16)), decipher.final()]);
  // Behind the text: the mark of a last record, then padding.
  return JSON.parse(plain.subarray(0, plain.lastIndexOf(2)).toString('utf8'));
}

function hkdf(secret: Buffer, salt: Buffer, info: Buffer, length: number): Buffer {
  return Buffer.from(hkdfSync('sha256', secret, salt, info, length));
}

/** What a signature claims, once it has been found to be the key's (RFC 8292). Throws where it is not. */
export function claimsOf(authorization: string, publicKey: string): { aud: string; sub: string; exp: number } {
  const [, token = '', key] = /^vapid t=([^,]+), k=(.+)$/.exec(authorization) ?? [];
  if (key !== publicKey) throw new Error(`signed by another key: ${authorization}`);
  const [head = '', claims = '', signature = ''] = token.split('.');
  const point = Buffer.from(publicKey, 'base64url');
  const jwk = { kty: 'EC', crv: 'P-256', x: coordinate(point, 1), y: coordinate(point, 33) };
  const by = { key: createPublicKey({ key: jwk, format: 'jwk' }), dsaEncoding: 'ieee-p1363' } as const;
  if (!verify('sha256', Buffer.from(`${head}.${claims}`), by, Buffer.from(signature, 'base64url'))) {
    throw new Error('the signature is wrong');
  }
  return JSON.parse(Buffer.from(claims, 'base64url').toString('utf8')) as { aud: string; sub: string; exp: number };
}

function coordinate(point: Buffer, from: number): string {
  return point.subarray(from, from + 32).toString('base64url');
}
