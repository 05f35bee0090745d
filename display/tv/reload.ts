// A screen takes a new build by itself (rule SC4): some time within half a minute, so that not all screens ask at
// once, between scenes, and only while the server answers, since a page that fails to load would stay white.
import { readKept, writeKept } from '../kit/kept.ts';

const SPREAD_MS = 30_000;
const RETRY_MS = 15_000;
/** A page that is still the old one after a reload (a proxy's cache) does not go round in circles. */
const ONCE_PER_MS = 600_000;
const KEY = 'tv.reloaded';

export function ownBuildId(): string {
  return document.querySelector<HTMLMetaElement>('meta[name="build-id"]')?.content ?? '';
}

export class Reload {
  readonly #whenQuiet: (callback: () => void) => void;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(whenQuiet: (callback: () => void) => void) {
    this.#whenQuiet = whenQuiet;
  }

  /** The server's build; another one than this page's makes it reload. */
  hear(buildId: string): void {
    clearTimeout(this.#timer);
    const own = ownBuildId();
    if (buildId === '' || own === '' || buildId === own) return;
    const last = readKept(KEY) as { buildId: string; at: number } | null;
    if (last?.buildId === buildId && Math.abs(Date.now() - last.at) < ONCE_PER_MS) return;
    this.#in(Math.random() * SPREAD_MS, buildId);
  }

  /** A manager asks for it. */
  soon(): void {
    this.#in(Math.random() * 1000, ownBuildId());
  }

  stop(): void {
    clearTimeout(this.#timer);
  }

  #in(ms: number, buildId: string): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#whenQuiet(() => void this.#go(buildId)), ms);
  }

  async #go(buildId: string): Promise<void> {
    if (!(await isServing())) {
      this.#in(RETRY_MS, buildId);
      return;
    }
    writeKept(KEY, { buildId, at: Date.now() });
    window.location.reload();
  }
}

async function isServing(): Promise<boolean> {
  try {
    return (await fetch('/healthz', { cache: 'no-store' })).ok;
  } catch {
    return false;
  }
}
