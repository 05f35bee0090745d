// What a screen does when nobody looks: dark hours, a machine that may sleep, and the night's reload.
import type { LocalMoment } from '../../shared/scenes.ts';
import type { ScreenSettings, WakeState } from '../../shared/screen.ts';
import type { Address } from './address.ts';
import { Night } from './night.ts';
import { Wake } from './wake.ts';

export interface StandbyOptions {
  now: () => number;
  moment: (at: number) => LocalMoment | null;
  onDark: (isDark: boolean) => void;
  onWake: (state: WakeState) => void;
  onNight: () => void;
}

/** An editor's frame neither sleeps nor keeps a machine awake; one that shows a screen is dark with it. */
export class Standby {
  readonly #night: Night;
  readonly #wake: Wake | null;
  readonly #isFollowed: boolean;

  constructor({ isPreview, seesAs }: Address, options: StandbyOptions) {
    this.#isFollowed = !isPreview || seesAs !== null;
    this.#wake = isPreview ? null : new Wake(options.onWake);
    this.#night = new Night({
      ...options,
      onDark: (isDark) => {
        this.#wake?.want(!isDark);
        options.onDark(isDark);
      },
      onNight: () => {
        if (!isPreview) options.onNight();
      },
    });
  }

  configure({ darkHours }: Pick<ScreenSettings, 'darkHours'>): void {
    if (this.#isFollowed) this.#night.keep(darkHours);
    this.#wake?.want(!this.#night.isDark);
  }

  /** The clock or its zone has become known. */
  update(): void {
    this.#night.update();
  }

  stop(): void {
    this.#night.stop();
    this.#wake?.stop();
  }
}
