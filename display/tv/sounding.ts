// The wall's sound, fetched once the rows stand. Until then, and where it cannot be had, the wall is silent.
import type { Fanfare } from './celebration/queue.ts';
import type { Listener } from './sound/sentence.ts';
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

  play(fanfare: Fanfare, listener: Listener): void {
    this.#sound?.play(fanfare, listener);
  }

  stop(): void {
    this.#sound?.stop();
  }

  close(): void {
    this.#isClosed = true;
    this.#sound?.close();
  }
}
