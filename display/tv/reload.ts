// A screen takes a new build by itself (rule SC4): some time within half a minute, so that not all screens ask at
// once, between scenes, and only while the server gives the page, since one that fails to load would stay white. Once a
// night it begins anew in the same way (rule SC11).
import { PROTOCOL, type Hello } from '../../shared/protocol.ts';
import { readKept, writeKept } from '../kit/kept.ts';

const SPREAD_MS = 30_000;
const NIGHT_SPREAD_MS = 1_200_000;
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

  /** The server's build; another one than this page's makes it reload. A protocol that it does not know does so at once. */
  hear({ buildId, protocol }: Pick<Hello, 'buildId' | 'protocol'>): void {
    if (protocol > PROTOCOL) {
      this.soon();
      return;
    }
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

  /** The night's own: not all screens at once. */
  tonight(): void {
    this.#in(Math.random() * NIGHT_SPREAD_MS, ownBuildId());
  }

  stop(): void {
    clearTimeout(this.#timer);
  }

  #in(ms: number, buildId: string): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#whenQuiet(() => void this.#go(buildId)), ms);
  }

  async #go(buildId: string): Promise<void> {
    writeKept(KEY, { buildId, at: Date.now() });
    if (!(await reloadWhenServing())) this.#in(RETRY_MS, buildId);
  }
}

/** Loads the page afresh where the server gives it; whether it does. */
export async function reloadWhenServing(): Promise<boolean> {
  const serves = await isServing();
  if (serves) window.location.reload();
  return serves;
}

/** Whether what a reload would fetch is our page: a captive portal answers, too, with one of its own. */
async function isServing(): Promise<boolean> {
  try {
    const answer = await fetch(window.location.pathname, { cache: 'no-store' });
    return answer.ok && /<meta name="build-id"/.test(await answer.text());
  } catch {
    return false;
  }
}
