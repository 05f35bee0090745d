// What screens say of themselves: kept in memory, since it is only true while they speak. When each was last seen goes
// into the books now and then, so that a screen that died is missed also after a restart of the server.
import type { ScreenStatus } from '../../shared/screen.ts';
import type { ScreenStatusView } from '../../shared/schemas/screens.ts';
import type { Clock } from '../clock.ts';
import { readStatus } from './status.ts';

type Fault = ScreenStatusView['faults'][number];
type Status = Omit<ScreenStatusView, 'shownMs'>;

interface Known {
  status: Status;
  /** Its last reports, in a ring. */
  delays: number[];
  reports: number;
  /** Seen since the books were last told. */
  isUnwritten: boolean;
}

const MOST_DELAYS = 200;
const HEAP_EVERY_MS = 1_800_000;
const MOST_HEAPS = 48;
const WRITE_EVERY_MS = 600_000;

export class Presence {
  readonly #clock: Clock;
  readonly #known = new Map<string, Known>();
  readonly #write: (seen: Map<string, number>) => void;
  #cancel: () => void = () => undefined;

  /** `write` puts into the books when screens were last seen. */
  constructor(clock: Clock, write: (seen: Map<string, number>) => void) {
    this.#clock = clock;
    this.#write = write;
    this.#writeLater();
  }

  /** What a screen last said, or null where it has not been heard since the server started. */
  of(screenId: string): ScreenStatusView | null {
    const known = this.#known.get(screenId);
    return known ? { ...known.status, shownMs: delaysOf(known) } : null;
  }

  /** The screens that are connected now. */
  connectedIds(): string[] {
    return [...this.#known].flatMap(([id, { status }]) => (status.connected ? [id] : []));
  }

  /** A screen's socket came or went. */
  connected(screenId: string, isConnected: boolean): void {
    this.#keep(screenId, { connected: isConnected });
  }

  /** A screen has painted a rev, so many ms after its commit; null where it came with a whole board. */
  shown(screenId: string, rev: number, ms: number | null): void {
    const known = this.#keep(screenId, { rev });
    if (ms === null) return;
    known.delays[known.reports % MOST_DELAYS] = ms;
    known.reports += 1;
  }

  /** A screen's own words: a stranger could send anything, so only what can be is taken. */
  report(screenId: string, said: unknown): void {
    const status = readStatus(said, this.#clock.now());
    if (!status) return;
    const { faults, heapMegabytes, ...rest } = status;
    const before = this.#known.get(screenId)?.status;
    this.#keep(screenId, {
      ...rest,
      heap: this.#sampled(before?.startedAt === rest.startedAt ? before.heap : [], heapMegabytes),
      faults: this.#dated(faults, before?.faults ?? []),
    });
  }

  forget(screenId: string): void {
    this.#known.delete(screenId);
  }

  stop(): void {
    this.#cancel();
  }

  /** Tells the books who was seen lately; also before a stop. */
  write(): void {
    const seen = new Map<string, number>();
    for (const [id, known] of this.#known) {
      if (!known.isUnwritten) continue;
      seen.set(id, known.status.connected ? this.#clock.now() : known.status.lastSeenAt);
      known.isUnwritten = known.status.connected;
    }
    if (seen.size > 0) this.#write(seen);
  }

  #writeLater(): void {
    this.#cancel = this.#clock.after(WRITE_EVERY_MS, () => {
      this.write();
      this.#writeLater();
    });
  }

  #keep(screenId: string, change: Partial<Status>): Known {
    const known = this.#known.get(screenId) ?? { status: UNHEARD, delays: [], reports: 0, isUnwritten: true };
    known.status = { ...known.status, ...change, lastSeenAt: this.#clock.now() };
    known.isUnwritten = true;
    this.#known.set(screenId, known);
    return known;
  }

  #sampled(heap: Status['heap'], megabytes: number | null): Status['heap'] {
    const at = this.#clock.now();
    if (megabytes === null || at - (heap.at(-1)?.at ?? Number.NEGATIVE_INFINITY) < HEAP_EVERY_MS) return heap;
    // The first one stays: growth is told against it.
    const [first, ...rest] = [...heap, { at, megabytes }];
    return first ? [first, ...rest.slice(1 - MOST_HEAPS)] : [];
  }

  /** A fault that was said before keeps the time when it was first. */
  #dated(faults: ScreenStatus['faults'], before: readonly Fault[]): Fault[] {
    return faults.map(({ code, detail }) => {
      const known = before.find((one) => one.code === code && one.detail === detail);
      return { code, detail, at: known?.at ?? this.#clock.now() };
    });
  }
}

const UNHEARD: Status = {
  connected: false,
  lastSeenAt: 0,
  sound: 'none',
  scene: '',
  width: 0,
  height: 0,
  buildId: '',
  engine: '',
  secure: false,
  wake: 'unsupported',
  isDark: false,
  startedAt: null,
  heap: [],
  nodes: 0,
  rev: 0,
  faults: [],
};

function delaysOf({ delays, reports }: Known): ScreenStatusView['shownMs'] {
  if (delays.length === 0) return null;
  const sorted = [...delays].sort((a, b) => a - b);
  const at = (share: number): number => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
  return { p50: at(0.5), p95: at(0.95), reports };
}
