// What screens say of themselves: kept in memory, gone with the server, since it is only true while they speak.
import { FAULT_CODES, SOUND_STATES, type ScreenStatus } from '../../shared/screen.ts';
import type { ScreenStatusView } from '../../shared/schemas/wall.ts';
import type { Clock } from '../clock.ts';

type Fault = ScreenStatusView['faults'][number];

const MOST_FAULTS = 20;
const MOST_TEXT = 200;
const MOST_PIXELS = 100_000;

export class Presence {
  readonly #clock: Clock;
  readonly #known = new Map<string, ScreenStatusView>();

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  /** What a screen last said, or null where it has not been heard since the server started. */
  of(screenId: string): ScreenStatusView | null {
    return this.#known.get(screenId) ?? null;
  }

  /** A screen's socket came or went. */
  connected(screenId: string, isConnected: boolean): void {
    this.#keep(screenId, { connected: isConnected });
  }

  /** Any word of a screen. */
  heard(screenId: string): void {
    this.#keep(screenId, {});
  }

  /** A screen's own words: a stranger could send anything, so only what can be is taken. */
  report(screenId: string, said: unknown): void {
    const status = readStatus(said);
    if (!status) return;
    const { faults, ...rest } = status;
    const before = this.#known.get(screenId)?.faults ?? [];
    this.#keep(screenId, { ...rest, faults: this.#dated(faults, before) });
  }

  forget(screenId: string): void {
    this.#known.delete(screenId);
  }

  #keep(screenId: string, change: Partial<ScreenStatusView>): void {
    const known = this.#known.get(screenId) ?? UNHEARD;
    this.#known.set(screenId, { ...known, ...change, lastSeenAt: this.#clock.now() });
  }

  /** A fault that was said before keeps the time when it was first. */
  #dated(faults: ScreenStatus['faults'], before: readonly Fault[]): Fault[] {
    return faults.map(({ code, detail }) => {
      const known = before.find((one) => one.code === code && one.detail === detail);
      return { code, detail, at: known?.at ?? this.#clock.now() };
    });
  }
}

const UNHEARD: ScreenStatusView = {
  connected: false,
  lastSeenAt: 0,
  sound: 'none',
  scene: '',
  width: 0,
  height: 0,
  buildId: '',
  faults: [],
};

function readStatus(said: unknown): ScreenStatus | null {
  if (typeof said !== 'object' || said === null) return null;
  const { sound, scene, width, height, buildId, faults } = said as Record<string, unknown>;
  return {
    sound: SOUND_STATES.find((state) => state === sound) ?? 'none',
    scene: text(scene),
    width: pixels(width),
    height: pixels(height),
    buildId: text(buildId),
    faults: (Array.isArray(faults) ? faults : []).slice(0, MOST_FAULTS).flatMap(readFault),
  };
}

function readFault(said: unknown): ScreenStatus['faults'] {
  if (typeof said !== 'object' || said === null) return [];
  const fault = said as Record<string, unknown>;
  const code = FAULT_CODES.find((one) => one === fault['code']);
  return code ? [{ code, detail: text(fault['detail']) }] : [];
}

function text(value: unknown): string {
  return typeof value === 'string' ? value.slice(0, MOST_TEXT) : '';
}

function pixels(value: unknown): number {
  return typeof value === 'number' && value > 0 && value < MOST_PIXELS ? Math.round(value) : 0;
}
