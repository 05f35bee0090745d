// Dark hours: whether they are on, told as they come and go; and the one reload of a night, in them or early in the
// morning, so that a page that runs for months begins anew now and then (rule SC11).
import { playsAt, type LocalMoment } from '../../shared/scenes.ts';
import type { QuietHours } from '../../shared/screen.ts';

export interface NightOptions {
  /** The server's time. */
  now: () => number;
  /** The same in the office's zone; null until that is known. */
  moment: (at: number) => LocalMoment | null;
  onDark: (isDark: boolean) => void;
  /** The time to load afresh, once a night. */
  onNight: () => void;
}

const LOOK_MS = 20_000;
/** Where a screen has no dark hours, this is when nobody looks. */
const SMALL_HOURS: QuietHours = { fromMinute: 210, toMinute: 270 };
/** A page that has just been loaded is as good as new. */
const YOUNG_MS = 6 * 3_600_000;

export class Night {
  readonly #options: NightOptions;
  readonly #startedAt: number;
  #hours: QuietHours | null = null;
  #isDark = false;
  #isDone = false;
  #timer: ReturnType<typeof setInterval>;

  constructor(options: NightOptions) {
    this.#options = options;
    this.#startedAt = performance.now();
    this.#timer = setInterval(() => this.update(), LOOK_MS);
  }

  get isDark(): boolean {
    return this.#isDark;
  }

  /** The dark hours from now on; null for none. */
  keep(hours: QuietHours | null): void {
    this.#hours = hours;
    this.update();
  }

  stop(): void {
    clearInterval(this.#timer);
  }

  /** Looks at the clock. */
  update(): void {
    const moment = this.#options.moment(this.#options.now());
    if (!moment) return;
    const isDark = this.#hours !== null && isIn(this.#hours, moment);
    if (isDark !== this.#isDark) {
      this.#isDark = isDark;
      this.#options.onDark(isDark);
    }
    const isNight = isIn(this.#hours ?? SMALL_HOURS, moment);
    if (!isNight) this.#isDone = false;
    else if (!this.#isDone && performance.now() - this.#startedAt > YOUNG_MS) {
      this.#isDone = true;
      this.#options.onNight();
    }
  }
}

function isIn(hours: QuietHours, moment: LocalMoment): boolean {
  return playsAt({ days: [], ...hours }, moment);
}
