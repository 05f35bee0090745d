// Challenges for passkeys. Strangers may ask for one, so nothing is kept of it: it carries its own end and is signed by
// this process. Only those that have been used are remembered, until they would have ended anyway.
import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import type { Clock } from './clock.ts';

const LIVES_MS = 5 * 60_000;
const NONCE_BYTES = 16;
const TIME_BYTES = 8;
const MAC_BYTES = 32;
/** No office signs in so often within five minutes. */
const MOST_USED = 10_000;

export class Challenges {
  readonly #clock: Pick<Clock, 'now'>;
  readonly #key = randomBytes(32);
  /** Those that have been used, with their ends, the first first. */
  readonly #used = new Map<string, number>();

  constructor(clock: Pick<Clock, 'now'>) {
    this.#clock = clock;
  }

  /** One for a purpose, base64url; good once, for five minutes. */
  make(purpose: string): string {
    const head = Buffer.alloc(NONCE_BYTES + TIME_BYTES);
    randomBytes(NONCE_BYTES).copy(head);
    head.writeBigUInt64BE(BigInt(this.#clock.now() + LIVES_MS), NONCE_BYTES);
    return Buffer.concat([head, this.#mac(purpose, head)]).toString('base64url');
  }

  /** Whether one was made here for this purpose, has not ended and has not been used. */
  isGood(challenge: string, purpose: string): boolean {
    const bytes = Buffer.from(challenge, 'base64url');
    if (bytes.length !== NONCE_BYTES + TIME_BYTES + MAC_BYTES || this.#used.has(bytes.toString('base64url')))
      return false;
    const head = bytes.subarray(0, NONCE_BYTES + TIME_BYTES);
    if (!timingSafeEqual(bytes.subarray(head.length), this.#mac(purpose, head))) return false;
    return this.#endOf(bytes) > this.#clock.now();
  }

  /** Uses one up. Whether nobody had before. */
  use(challenge: string, purpose: string): boolean {
    if (!this.isGood(challenge, purpose)) return false;
    const now = this.#clock.now();
    for (const [used, endsAt] of this.#used) {
      if (endsAt > now && this.#used.size < MOST_USED) break;
      this.#used.delete(used);
    }
    const bytes = Buffer.from(challenge, 'base64url');
    this.#used.set(bytes.toString('base64url'), this.#endOf(bytes));
    return true;
  }

  #endOf(bytes: Buffer): number {
    return Number(bytes.readBigUInt64BE(NONCE_BYTES));
  }

  #mac(purpose: string, head: Buffer): Buffer {
    return createHmac('sha256', this.#key).update(head).update(purpose).digest();
  }
}
