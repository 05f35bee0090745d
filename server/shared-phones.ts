// Phones that go from hand to hand: known by a cookie of their own, and quick to forget who held them last. A session
// there that nobody uses ends by itself, and its socket with it. Rule RO8.
import type { FastifyRequest } from 'fastify';
import { hashSecret } from './auth.ts';
import type { Clock } from './clock.ts';
import type { Directory } from './directory.ts';
import type { SharedPhone } from './store/shared-phones.ts';

export const PHONE_COOKIE = 'winboard_phone';
/** So long a phone may lie without anybody asking anything of it. */
const IDLE_MS = 10 * 60_000;
const LOOK_MS = 60_000;

interface Options {
  directory: Directory;
  clock: Clock;
  /** Ends the sessions of these hashes. */
  end: (hashes: readonly string[]) => void;
}

export class SharedPhones {
  readonly #options: Options;
  /** When each session on a shared phone was last used, as far as this process has seen. */
  readonly #usedAt = new Map<string, number>();
  /** Stops the next look; null while there is nobody to look after. */
  #cancel: (() => void) | null = null;

  constructor(options: Options) {
    this.#options = options;
    this.watch();
  }

  /** Looks after sessions on shared phones from now on, until there are none. */
  watch(): void {
    this.#cancel ??= this.#options.clock.after(LOOK_MS, () => {
      this.#cancel = null;
      if (this.#look()) this.watch();
    });
  }

  /** The shared phone that a request comes from, or null. */
  of(request: FastifyRequest): SharedPhone | null {
    const secret = request.cookies[PHONE_COOKIE];
    if (secret === undefined) return null;
    const hash = hashSecret(secret);
    return this.#options.directory.sharedPhones.find((phone) => phone.hash === hash) ?? null;
  }

  /** Somebody asks something: the session is in use. */
  used(sessionSecret: string): void {
    const hash = hashSecret(sessionSecret);
    if (this.#usedAt.has(hash)) this.#usedAt.set(hash, this.#options.clock.now());
  }

  stop(): void {
    this.#cancel?.();
  }

  /** Ends what lies idle. Whether there are any sessions. */
  #look(): boolean {
    const { directory, clock, end } = this.#options;
    const now = clock.now();
    const open = directory.pinSessions;
    const hashes = new Set(open.map(({ hash }) => hash));
    for (const hash of this.#usedAt.keys()) if (!hashes.has(hash)) this.#usedAt.delete(hash);
    // After a restart nobody knows when one was used: it is given its time once more.
    for (const { hash } of open) if (!this.#usedAt.has(hash)) this.#usedAt.set(hash, now);
    const idle = open.filter(({ hash, expiresAt }) => {
      return expiresAt <= now || now - (this.#usedAt.get(hash) ?? now) >= IDLE_MS;
    });
    if (idle.length > 0) end(idle.map(({ hash }) => hash));
    return open.length > 0;
  }
}
