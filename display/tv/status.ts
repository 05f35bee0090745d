// What this screen tells the manager of itself: what is on, whether it can be heard, how its machine does, and what could
// not be shown (rule SC7). Sent whole, a moment after it changed, on every connection, and every few minutes.
import type { FaultCode, ScreenFault, ScreenStatus } from '../../shared/screen.ts';
import type { ServerClock } from '../kit/clock.ts';
import { countNodes, engineOf, heapMegabytes } from './device.ts';
import { ownBuildId } from './reload.ts';

type Known = Pick<ScreenStatus, 'sound' | 'scene' | 'wake' | 'isDark'>;

const SOON_MS = 400;
const BEAT_MS = 300_000;
const MOST_FAULTS = 20;

export class StatusReport {
  readonly #send: (status: ScreenStatus) => void;
  readonly #clock: ServerClock;
  #faults: ScreenFault[] = [];
  #known: Known = { sound: 'none', scene: '', wake: 'unsupported', isDark: false };
  #timer: ReturnType<typeof setTimeout> | undefined;
  readonly #beat: ReturnType<typeof setInterval>;

  constructor(send: (status: ScreenStatus) => void, clock: ServerClock) {
    this.#send = send;
    this.#clock = clock;
    this.#beat = setInterval(() => this.soon(), BEAT_MS);
  }

  set(change: Partial<Known>): void {
    const known = { ...this.#known, ...change };
    if (JSON.stringify(known) === JSON.stringify(this.#known)) return;
    this.#known = known;
    this.soon();
  }

  /** The same fault again is said once. */
  fault(code: FaultCode, detail: string): void {
    const others = this.#faults.filter((one) => one.code !== code || one.detail !== detail);
    if (others.length < this.#faults.length) return;
    this.#faults = [{ code, detail: detail.slice(0, 200) }, ...others].slice(0, MOST_FAULTS);
    this.soon();
  }

  /** What was wrong with something that has changed is the past. */
  forget(isPast: (fault: ScreenFault) => boolean): void {
    const still = this.#faults.filter((fault) => !isPast(fault));
    if (still.length === this.#faults.length) return;
    this.#faults = still;
    this.soon();
  }

  soon(): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#send(this.#status()), SOON_MS);
  }

  stop(): void {
    clearTimeout(this.#timer);
    clearInterval(this.#beat);
  }

  #status(): ScreenStatus {
    const clock = this.#clock;
    return {
      ...this.#known,
      width: window.innerWidth,
      height: window.innerHeight,
      buildId: ownBuildId(),
      engine: engineOf(navigator.userAgent),
      secure: window.isSecureContext,
      startedAt: clock.isHeard ? Math.round(clock.now() - performance.now()) : null,
      heapMegabytes: heapMegabytes(),
      nodes: countNodes(),
      faults: this.#faults,
    };
  }
}
