// Uploaded sounds, fetched when first needed and kept decoded: a handful, since a TV has little memory.
import { mediaUrl } from '../../kit/media-url.ts';

const MOST_KEPT = 8;
/** The picture does not wait: what takes longer is heard the next time. */
const PATIENCE_MS = 1500;
/** More than ten seconds of the best that the server stores. */
const MOST_BYTES = 4_000_000;

export class Samples {
  readonly #context: BaseAudioContext;
  readonly #kept = new Map<string, Promise<AudioBuffer>>();

  constructor(context: BaseAudioContext) {
    this.#context = context;
  }

  /** The decoded sound; rejects where it cannot be had soon, or is none. */
  async get(id: string): Promise<AudioBuffer> {
    const known = this.#kept.get(id);
    const sample = known ?? this.#fetch(id);
    this.#keep(id, sample);
    try {
      return await Promise.race([sample, tooLate()]);
    } catch (error) {
      if (!(error instanceof TooLate)) this.#kept.delete(id);
      throw error;
    }
  }

  #keep(id: string, sample: Promise<AudioBuffer>): void {
    // Whoever waited too long hears of it; nobody else has to.
    sample.catch(() => undefined);
    this.#kept.delete(id);
    this.#kept.set(id, sample);
    const [oldest] = this.#kept.keys();
    if (this.#kept.size > MOST_KEPT && oldest !== undefined) this.#kept.delete(oldest);
  }

  async #fetch(id: string): Promise<AudioBuffer> {
    const response = await fetch(mediaUrl(id));
    if (!response.ok) throw new Error(`HTTP ${response.status}`);
    const bytes = await response.arrayBuffer();
    if (bytes.byteLength > MOST_BYTES) throw new Error('too large');
    return this.#context.decodeAudioData(bytes);
  }
}

export class TooLate extends Error {}

function tooLate(): Promise<never> {
  return new Promise((_, reject) => {
    setTimeout(() => reject(new TooLate('too late')), PATIENCE_MS);
  });
}
