// The sounds that Winboard makes by itself, out of oscillators: nothing to fetch, nothing to license. Each has three
// sizes, as a win has (rule CE5).
import type { BuiltInSound } from '../../../shared/screen.ts';

export type Made = Exclude<BuiltInSound, 'none'>;
export type Size = 1 | 2 | 3;

/** Plays a sound into `out` from `at` (the context's seconds); gives how many seconds it lasts. */
export function playMade(out: AudioNode, made: Made, size: Size, at: number): number {
  return MAKERS[made](out, at, size);
}

type Maker = (out: AudioNode, at: number, size: Size) => number;

/** One tone that is struck and rings out. */
interface Strike {
  hertz: number;
  at: number;
  /** 0 to 1. */
  loud: number;
  /** Seconds until it has died away. */
  rings: number;
  shape?: OscillatorType;
  /** Seconds until it is at its loudest. */
  swells?: number;
}

const SILENT = 0.0001;

function strike(out: AudioNode, { hertz, at, loud, rings, shape = 'sine', swells = 0.004 }: Strike): void {
  const { context } = out;
  const tone = context.createOscillator();
  const gain = context.createGain();
  tone.type = shape;
  tone.frequency.value = hertz;
  gain.gain.setValueAtTime(SILENT, at);
  gain.gain.linearRampToValueAtTime(loud, at + swells);
  gain.gain.exponentialRampToValueAtTime(SILENT, at + swells + rings);
  tone.connect(gain);
  gain.connect(out);
  tone.start(at);
  tone.stop(at + swells + rings + 0.05);
}

type Partial = readonly [ratio: number, loud: number, rings: number];

function ring(out: AudioNode, base: Strike, partials: readonly Partial[]): void {
  for (const [ratio, loud, rings] of partials) {
    strike(out, { ...base, hertz: base.hertz * ratio, loud: base.loud * loud, rings: base.rings * rings });
  }
}

/** A tam-tam: partials that belong to no scale, pairs of them beating, the high ones swelling in late. */
const GONG: readonly Partial[] = [
  [1, 0.5, 1],
  [1.012, 0.3, 1],
  [1.48, 0.3, 0.8],
  [2.09, 0.26, 0.72],
  [2.11, 0.18, 0.72],
  [2.56, 0.16, 0.6],
  [3.39, 0.14, 0.5],
  [4.16, 0.1, 0.4],
  [5.43, 0.07, 0.3],
];

const gong: Maker = (out, at, size) => {
  const hits = ([[0], [0, 1.1], [0, 0.8, 1.6]] as const)[size - 1] ?? [0];
  hits.forEach((after, hit) => {
    const base = { hertz: 87 + 6 * hit, at: at + after, loud: 0.6, rings: 3.4, swells: 0.012 };
    ring(out, base, GONG);
    ring(out, { ...base, loud: 0.1, swells: 0.35 }, GONG.slice(5));
  });
  return (hits[hits.length - 1] ?? 0) + 3.4;
};

/** A church bell's hum, prime, tierce, quint, nominal and above. */
const BELL: readonly Partial[] = [
  [0.5, 0.3, 1],
  [1, 0.5, 0.8],
  [1.19, 0.26, 0.6],
  [1.5, 0.16, 0.5],
  [2, 0.3, 0.45],
  [2.66, 0.1, 0.3],
  [3.01, 0.08, 0.25],
];

const bell: Maker = (out, at, size) => {
  for (let hit = 0; hit < size; hit += 1) {
    ring(out, { hertz: 622, at: at + hit * 0.55, loud: 0.62, rings: 2.6 }, BELL);
  }
  return (size - 1) * 0.55 + 2.6;
};

const NOTES = { g4: 392, c5: 523.25, e5: 659.25, g5: 783.99, c6: 1046.5, e6: 1318.5 };

type Note = readonly [hertz: number, at: number, lasts: number];

const FANFARES: Record<Size, readonly Note[]> = {
  1: [
    [NOTES.g4, 0, 0.16],
    [NOTES.c5, 0.18, 0.8],
  ],
  2: [
    [NOTES.g4, 0, 0.14],
    [NOTES.c5, 0.16, 0.14],
    [NOTES.e5, 0.32, 0.95],
  ],
  3: [
    [NOTES.c5, 0, 0.13],
    [NOTES.c5, 0.15, 0.13],
    [NOTES.c5, 0.3, 0.13],
    [NOTES.e5, 0.45, 0.28],
    [NOTES.c5, 0.75, 0.14],
    [NOTES.g5, 0.92, 1.3],
  ],
};

/** Brass: a saw behind a filter that opens as the player blows, in two voices. */
const fanfare: Maker = (out, at, size) => {
  const { context } = out;
  let end = 0;
  for (const [hertz, after, lasts] of FANFARES[size]) {
    const filter = context.createBiquadFilter();
    const from = at + after;
    filter.type = 'lowpass';
    filter.frequency.setValueAtTime(hertz * 1.5, from);
    filter.frequency.linearRampToValueAtTime(hertz * 5, from + 0.08);
    filter.frequency.linearRampToValueAtTime(hertz * 2.5, from + lasts);
    filter.connect(out);
    for (const part of [1, 0.75, 1.004]) {
      strike(filter, {
        hertz: hertz * part,
        at: from,
        loud: 0.2,
        rings: lasts + 0.25,
        shape: 'sawtooth',
        swells: 0.03,
      });
    }
    end = Math.max(end, after + lasts + 0.3);
  }
  return end;
};

const CHIME: readonly Partial[] = [
  [1, 0.6, 1],
  [2.76, 0.16, 0.5],
  [5.4, 0.06, 0.25],
];

const chime: Maker = (out, at, size) => {
  const notes = [NOTES.e5, NOTES.g5, NOTES.c6, NOTES.e6].slice(0, size + 1);
  notes.forEach((hertz, index) => ring(out, { hertz, at: at + index * 0.14, loud: 0.5, rings: 1.6 }, CHIME));
  return notes.length * 0.14 + 1.6;
};

/** The drawer's rattle, then the little bell. */
const cash: Maker = (out, at, size) => {
  for (let hit = 0; hit < size; hit += 1) {
    const from = at + hit * 0.42;
    rattle(out, from);
    ring(out, { hertz: 2093, at: from + 0.12, loud: 0.36, rings: 1.1 }, CHIME);
    ring(out, { hertz: 2637, at: from + 0.14, loud: 0.24, rings: 1 }, CHIME);
  }
  return (size - 1) * 0.42 + 1.3;
};

const RATTLE_SECONDS = 0.1;

function rattle(out: AudioNode, at: number): void {
  const { context } = out;
  const noise = context.createBuffer(1, Math.ceil(context.sampleRate * RATTLE_SECONDS), context.sampleRate);
  const samples = noise.getChannelData(0);
  for (let index = 0; index < samples.length; index += 1) {
    samples[index] = (Math.random() * 2 - 1) * (1 - index / samples.length) * 0.4;
  }
  const source = context.createBufferSource();
  const filter = context.createBiquadFilter();
  filter.type = 'bandpass';
  filter.frequency.value = 3200;
  source.buffer = noise;
  source.connect(filter);
  filter.connect(out);
  source.start(at);
}

const MAKERS: Record<Made, Maker> = { gong, bell, fanfare, chime, cash };
