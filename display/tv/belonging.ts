// Whose screen this is: the token that it presents, what happens when the server knows it no more, and how it becomes
// somebody's again (rules SC5, SC9).
import { keepAddress, keptToken, type Address } from './address.ts';
import type { Pairing, ShownCode } from './pairing/pairing.ts';

const RETRY_MS = 5000;

export interface BelongingOptions {
  onAddress: (address: Address) => void;
  /** The code to show; null while there is none. */
  onCode: (code: ShownCode | null) => void;
  /** The screen is nobody's: what hangs there must not stay. */
  onLost: () => void;
  /** Begin a new connection, by what `credential` gives then. */
  reconnect: () => void;
  /** The device would not keep the token. */
  onUnkept: () => void;
}

export class Belonging {
  readonly #options: BelongingOptions;
  #address: Address;
  /** What the last connection was begun with. */
  #presented: string | null = null;
  /** Connections that were refused one after another. */
  #refusals = 0;
  /** Fetched when it is needed. */
  #pairing: Pairing | null = null;
  #isLost = false;

  constructor(address: Address, options: BelongingOptions) {
    this.#address = address;
    this.#options = options;
  }

  /** What to present with the next connection: where two tokens may be right, each in its turn. */
  readonly credential = (): string | null => {
    const { token, formerToken } = this.#address;
    this.#presented = formerToken !== null && this.#presented === token ? formerToken : token;
    return this.#presented;
  };

  /** The server knows this token no more. It is kept: after a mistake there (another data folder) it opens again. */
  refused(): void {
    this.#refusals += 1;
    if (this.#address.formerToken !== null && this.#refusals === 1) {
      // The server may not have taken over the token that it gave.
      this.#options.reconnect();
      return;
    }
    this.#options.onLost();
    this.#isLost = !this.#address.isPreview;
    void this.#pair();
  }

  /** The server knows this screen: what was presented is right, and nothing else is. */
  welcomed(): void {
    this.#refusals = 0;
    this.#isLost = false;
    this.#pairing?.end();
    if (this.#address.formerToken !== null) this.#own({ token: this.#presented, formerToken: null });
  }

  /** The server gives another token; this one is void in a moment. */
  given(token: string): void {
    this.#own({ token, formerToken: this.#address.token });
  }

  /** A manager has revoked it; unless another tab of this device has been given another token meanwhile. */
  revoked(): void {
    const kept = keptToken();
    this.#become(kept === this.#address.token ? null : kept);
  }

  /** Somebody at the TV gives it up; the manager still has it in the list, for another TV to take its place. */
  giveUp(): void {
    this.#become(null);
  }

  /** Somebody at the TV wants another code. */
  renew(): void {
    this.#pairing?.renew();
  }

  stop(): void {
    this.#isLost = false;
    this.#pairing?.stop();
  }

  async #pair(): Promise<void> {
    if (!this.#isLost) return;
    try {
      const module = await import('./pairing/pairing.ts');
      this.#pairing ??= new module.Pairing({
        onCode: this.#options.onCode,
        onClaimed: (token) => this.#become(token),
      });
      if (this.#isLost) this.#pairing.start();
    } catch {
      setTimeout(() => void this.#pair(), RETRY_MS);
    }
  }

  /** Another screen, or nobody's, from a new connection on. */
  #become(token: string | null): void {
    this.#refusals = 0;
    this.#options.onLost();
    this.#own({ token, formerToken: null });
    this.#options.reconnect();
  }

  #own(tokens: Pick<Address, 'token' | 'formerToken'>): void {
    this.#address = { ...this.#address, ...tokens };
    if (!keepAddress(this.#address)) this.#options.onUnkept();
    this.#options.onAddress(this.#address);
  }
}
