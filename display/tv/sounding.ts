// The wall's sound, fetched once the rows stand. Until then, and where it cannot be had, the wall is silent.
import type { Snapshot } from '../../shared/patch.ts';
import type { ScreenConfig } from '../../shared/screen.ts';
import type { Fanfare } from './celebration/queue.ts';
import { localeOf } from './config.ts';
import type { Told, WallSound, WallSoundOptions } from './sound/wall-sound.ts';

export class Sounding {
  readonly #options: WallSoundOptions;
  #sound: WallSound | null = null;
  #told: Told;
  #isOpening = false;
  #isClosed = false;

  constructor(options: WallSoundOptions, told: Told) {
    this.#options = options;
    this.#told = told;
  }

  configure(told: Told): void {
    this.#told = told;
    this.#sound?.configure(told);
  }

  /** Fetches what makes sound; tried again with the next board where the server did not give it. */
  open(): void {
    if (this.#isOpening || this.#sound) return;
    this.#isOpening = true;
    this.#fetch().catch(() => {
      this.#isOpening = false;
    });
  }

  async #fetch(): Promise<void> {
    const module = await import('./sound/wall-sound.ts');
    if (this.#isClosed) return;
    this.#sound = new module.WallSound(this.#options);
    this.#sound.configure(this.#told);
  }

  /** Sounds with a fanfare over this board; null ends it. */
  play(fanfare: Fanfare | null, snapshot: Snapshot | null, config: ScreenConfig): void {
    if (!fanfare || !snapshot) {
      this.#sound?.stop();
      return;
    }
    const { office, privacy } = snapshot;
    this.#sound?.play(fanfare, { office, privacy, locale: localeOf(config, office) });
  }

  close(): void {
    this.#isClosed = true;
    this.#sound?.close();
  }
}
