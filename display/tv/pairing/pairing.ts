// A screen that is nobody's: it asks the server for a code, shows it, and waits until a manager has claimed it. The code
// and its secret outlive a reload; a code that has run out gives way to another (rule SC9).
import type { PairingState } from '../../../shared/schemas/screens.ts';
import { exchange } from '../../kit/api.ts';
import { readKept, writeKept } from '../../kit/kept.ts';

export interface ShownCode {
  code: string;
  /** What the QR code opens. */
  claimUrl: string;
}

interface Kept extends ShownCode {
  secret: string;
}

interface PairingOptions {
  /** The code to show; null while there is none. */
  onCode: (code: ShownCode | null) => void;
  /** The secret is this screen's token from now on. */
  onClaimed: (secret: string) => void;
}

const KEY = 'tv.pairing';
const LOOK_MS = 2000;
const RETRY_MS = 5000;

export class Pairing {
  readonly #options: PairingOptions;
  #kept: Kept | null = null;
  #isOn = false;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(options: PairingOptions) {
    this.#options = options;
  }

  start(): void {
    if (this.#isOn) return;
    this.#isOn = true;
    this.#keep(wholePairing(readKept(KEY)));
    void this.#look();
  }

  /** Asks no more; what is kept stays. */
  stop(): void {
    this.#isOn = false;
    clearTimeout(this.#timer);
  }

  /** The screen is somebody's: its code is of no use any more. */
  end(): void {
    if (!this.#isOn) return;
    this.stop();
    this.#keep(null);
  }

  /** Another code, now. */
  renew(): void {
    this.#keep(null);
    clearTimeout(this.#timer);
    if (this.#isOn) void this.#look();
  }

  async #look(): Promise<void> {
    const wait = await this.#step().catch(() => this.#unheard());
    if (!this.#isOn) return;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.#look(), wait * (0.8 + Math.random() * 0.4));
  }

  /** Asks once; gives how long to wait until the next time. */
  async #step(): Promise<number> {
    const kept = this.#kept;
    if (!kept) {
      const made = await exchange('POST', '/api/screens');
      if (made.status !== 201) return this.#unheard();
      if (this.#isOn) this.#keep(wholePairing(made.body));
      return LOOK_MS;
    }
    const { status, body } = await exchange('GET', '/api/screens/pairing', { token: kept.secret });
    if (kept !== this.#kept || !this.#isOn) return 0;
    if (status === 404) {
      this.#keep(null);
      return 0;
    }
    // A captive portal's page is no answer.
    if (status !== 200 || body === undefined) return this.#unheard();
    if ((body as PairingState).state === 'claimed') {
      this.end();
      this.#options.onClaimed(kept.secret);
    } else this.#show();
    return LOOK_MS;
  }

  /** A code that nobody can claim is not shown: the server is away. */
  #unheard(): number {
    this.#options.onCode(null);
    return RETRY_MS;
  }

  #show(): void {
    const kept = this.#kept;
    this.#options.onCode(kept && { code: kept.code, claimUrl: kept.claimUrl });
  }

  #keep(kept: Kept | null): void {
    this.#kept = kept;
    writeKept(KEY, kept);
    this.#show();
  }
}

function wholePairing(kept: unknown): Kept | null {
  const { code, secret, claimUrl } = (kept ?? {}) as Partial<Kept>;
  const isWhole = typeof code === 'string' && typeof secret === 'string' && typeof claimUrl === 'string';
  return isWhole ? { code, secret, claimUrl } : null;
}
