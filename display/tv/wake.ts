// Keeps the machine from going to sleep, where the browser lets a page: https only. Let go in dark hours, so that a
// machine that sleeps by itself may.
import type { WakeState } from '../../shared/screen.ts';

export class Wake {
  readonly #onState: (state: WakeState) => void;
  #lock: WakeLockSentinel | null = null;
  #isWanted = false;
  #isTaking = false;

  constructor(onState: (state: WakeState) => void) {
    this.#onState = onState;
    document.addEventListener('visibilitychange', this.#again);
  }

  /** Holds it from now on, or lets it go. */
  want(isWanted: boolean): void {
    this.#isWanted = isWanted;
    if (isWanted) void this.#take();
    else {
      void this.#lock?.release().catch(() => undefined);
      this.#lock = null;
      this.#onState('released');
    }
  }

  stop(): void {
    document.removeEventListener('visibilitychange', this.#again);
    this.#isWanted = false;
    void this.#lock?.release().catch(() => undefined);
  }

  /** Browsers take it away from a page that is hidden. */
  readonly #again = (): void => {
    if (this.#isWanted && document.visibilityState === 'visible') void this.#take();
  };

  async #take(): Promise<void> {
    const { wakeLock } = navigator as { wakeLock?: WakeLock };
    if (!wakeLock) {
      this.#onState(window.isSecureContext ? 'unsupported' : 'insecure');
      return;
    }
    if (this.#isTaking || (this.#lock && !this.#lock.released)) return;
    this.#isTaking = true;
    try {
      const lock = await wakeLock.request('screen');
      this.#lock = lock;
      if (!this.#isWanted) {
        await lock.release();
        return;
      }
      this.#onState('held');
      // Browsers take it away again, to save a battery or where the page is hidden.
      lock.addEventListener('release', () => {
        if (this.#isWanted && lock === this.#lock) this.#onState('refused');
      });
    } catch {
      this.#onState('refused');
    } finally {
      this.#isTaking = false;
    }
  }
}
