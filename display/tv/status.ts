// What this screen tells the manager of itself: what is on, whether it can be heard, and what could not be shown
// (rule SC7). Sent whole, a moment after it changed, and again on every connection.
import type { FaultCode, ScreenFault, ScreenStatus, SoundState } from '../../shared/screen.ts';
import { ownBuildId } from './reload.ts';

const SOON_MS = 400;
const MOST_FAULTS = 20;

export class StatusReport {
  readonly #send: (status: ScreenStatus) => void;
  #faults: ScreenFault[] = [];
  #sound: SoundState = 'none';
  #scene = '';
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(send: (status: ScreenStatus) => void) {
    this.#send = send;
  }

  scene(scene: string): void {
    if (scene === this.#scene) return;
    this.#scene = scene;
    this.soon();
  }

  sound(state: SoundState): void {
    if (state === this.#sound) return;
    this.#sound = state;
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
  }

  #status(): ScreenStatus {
    return {
      sound: this.#sound,
      scene: this.#scene,
      width: window.innerWidth,
      height: window.innerHeight,
      buildId: ownBuildId(),
      faults: this.#faults,
    };
  }
}
