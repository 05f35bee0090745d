// A screen's word about itself, read as what it is: something that anybody could have sent.
import { FAULT_CODES, SOUND_STATES, WAKE_STATES, type ScreenStatus } from '../../shared/screen.ts';

const MOST_FAULTS = 20;
const MOST_TEXT = 200;
/** No page has been open since before this, whatever a TV's clock says. */
const EARLIEST_AT = Date.UTC(2000, 0, 1);
const MOST_PIXELS = 100_000;
const MOST_NODES = 10_000_000;
const MOST_MEGABYTES = 1_000_000;

/** What can be true of it; null where it is no status at all. */
export function readStatus(said: unknown, now: number): ScreenStatus | null {
  if (typeof said !== 'object' || said === null) return null;
  const word = said as Record<string, unknown>;
  const { faults, startedAt, heapMegabytes } = word;
  return {
    sound: SOUND_STATES.find((state) => state === word['sound']) ?? 'none',
    scene: text(word['scene']),
    width: count(word['width'], MOST_PIXELS),
    height: count(word['height'], MOST_PIXELS),
    buildId: text(word['buildId']),
    engine: text(word['engine']),
    secure: word['secure'] === true,
    wake: WAKE_STATES.find((state) => state === word['wake']) ?? 'unsupported',
    isDark: word['isDark'] === true,
    startedAt: isInstant(startedAt, now) ? startedAt : null,
    heapMegabytes: typeof heapMegabytes === 'number' ? count(heapMegabytes * 10, MOST_MEGABYTES) / 10 : null,
    nodes: count(word['nodes'], MOST_NODES),
    faults: (Array.isArray(faults) ? faults : []).slice(0, MOST_FAULTS).flatMap(readFault),
  };
}

function readFault(said: unknown): ScreenStatus['faults'] {
  if (typeof said !== 'object' || said === null) return [];
  const fault = said as Record<string, unknown>;
  const code = FAULT_CODES.find((one) => one === fault['code']);
  return code ? [{ code, detail: text(fault['detail']) }] : [];
}

/** Screens tell it by the server's clock: no later than now, give or take what a clock is read by. */
function isInstant(value: unknown, now: number): value is number {
  return Number.isSafeInteger(value) && (value as number) >= EARLIEST_AT && (value as number) <= now + 60_000;
}

function text(value: unknown): string {
  return typeof value === 'string' ? value.slice(0, MOST_TEXT) : '';
}

function count(value: unknown, most: number): number {
  return typeof value === 'number' && value > 0 && value < most ? Math.round(value) : 0;
}
