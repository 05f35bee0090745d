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
  /** Present this token from now on; `atOnce` by a new connection. */
  present: (token: string | null, atOnce: boolean) => void;
  /** The device would not keep the token. */
  onUnkept: () => void;
}

export class Belonging {
  readonly #options: BelongingOptions;
  /** Fetched when it is needed. */
  #pairing: Pairing | null = null;
  #isLost = false;
  #address: Address;

  constructor(address: Address, options: BelongingOptions) {
    this.#address = address;
    this.#options = options;
  }

  /** The server knows this token no more. It is kept: after a mistake there (another data folder) it opens again. */
  refused(): void {
    const { formerToken, isPreview } = this.#address;
    if (formerToken !== null) {
      // The server has not taken over the token that it gave.
      this.#own({ token: formerToken, formerToken: null }, true);
      return;
    }
    this.#options.onLost();
    this.#isLost = !isPreview;
    void this.#pair();
  }

  async #pair(): Promise<void> {
    if (!this.#isLost) return;
    try {
      const module = await import('./pairing/pairing.ts');
      this.#pairing ??= new module.Pairing({
        onCode: this.#options.onCode,
        onClaimed: (token) => this.#own({ token, formerToken: null }, true),
      });
      if (this.#isLost) this.#pairing.start();
    } catch {
      setTimeout(() => void this.#pair(), RETRY_MS);
    }
  }

  /** The server knows this screen. Only a new connection shows that it goes by the token that it gave. */
  welcomed(): void {
    this.stop();
    const { token, formerToken } = this.#address;
    if (formerToken !== null) this.#own({ token, formerToken: null }, false);
  }

  /** The server gives another token; this one is void in a moment. */
  given(token: string): void {
    this.#own({ token, formerToken: this.#address.token }, false);
  }

  /** A manager has revoked it; unless another tab of this device has been given another token meanwhile. */
  revoked(): void {
    const kept = keptToken();
    this.#options.onLost();
    this.#own({ token: kept === this.#address.token ? null : kept, formerToken: null }, true);
  }

  /** Somebody at the TV gives it up; the manager still has it in the list, for another TV to take its place. */
  giveUp(): void {
    this.#options.onLost();
    this.#own({ token: null, formerToken: null }, true);
  }

  /** Somebody at the TV wants another code. */
  renew(): void {
    this.#pairing?.renew();
  }

  stop(): void {
    this.#isLost = false;
    this.#pairing?.stop();
  }

  #own(tokens: Pick<Address, 'token' | 'formerToken'>, atOnce: boolean): void {
    this.#address = { ...this.#address, ...tokens };
    if (!keepAddress(this.#address)) this.#options.onUnkept();
    this.#options.onAddress(this.#address);
    this.#options.present(tokens.token, atOnce);
  }
}
