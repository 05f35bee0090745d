// A sound is WAV, 16-bit PCM: what every browser can make and this server can measure. It is bounded in length and
// stored at one loudness. Rules MD1, MD2.
import { Refusal } from '../../shared/problem.ts';

export interface Sound {
  type: 'audio/wav';
  bytes: Uint8Array;
  durationMs: number;
}

interface Pcm {
  channels: number;
  rate: number;
  samples: Int16Array;
}

const MAX_MS = 10_000;
/** What is shorter is a click. */
const MIN_MS = 50;
const RATE = { least: 8_000, most: 48_000 };
/** The loudest so many ms count: a sound is as loud as it ever gets. */
const BLOCK_MS = 400;
const TARGET = decibels(-18);
const PEAK = decibels(-1);
const MOST_GAIN = decibels(20);
const SILENT = decibels(-55);
const FULL = 32_768;
const HEAD_BYTES = 44;

function decibels(db: number): number {
  return 10 ** (db / 20);
}

export function isWav(bytes: Uint8Array): boolean {
  return textAt(bytes, 0) === 'RIFF' && textAt(bytes, 8) === 'WAVE';
}

/** Reads a sound. Refuses, by the field `file`: another coding, too long or too short, silence, broken bytes. */
export function readSound(bytes: Uint8Array): Sound {
  const pcm = readPcm(bytes);
  const frames = pcm.samples.length / pcm.channels;
  const durationMs = Math.round((frames / pcm.rate) * 1000);
  if (durationMs < MIN_MS) throw Refusal.field('file', 'media/silent', 'has no sound in it');
  if (durationMs > MAX_MS) throw Refusal.field('file', 'media/too-long', 'must last at most 10 seconds');
  const level = levelOf(pcm);
  if (level < SILENT) throw Refusal.field('file', 'media/silent', 'has no sound in it');
  const gain = Math.min(TARGET / level, PEAK / peakOf(pcm.samples), MOST_GAIN);
  return { type: 'audio/wav', durationMs, bytes: writeWav(pcm, gain) };
}

/** Walks the chunks of a RIFF file; sizes are a stranger's word. */
function readPcm(bytes: Uint8Array): Pcm {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let format: { channels: number; rate: number } | null = null;
  for (let at = 12; at + 8 <= bytes.length;) {
    const size = view.getUint32(at + 4, true);
    const end = at + 8 + size;
    const name = textAt(bytes, at);
    if (name === 'fmt ' && size >= 16 && end <= bytes.length) format = readFormat(view, at + 8);
    // Some writers leave the last size open: what is there is taken.
    if (name === 'data' && format)
      return { ...format, samples: samplesOf(view, at + 8, Math.min(end, bytes.length), format) };
    at = end + (size % 2);
  }
  throw Refusal.field('file', 'media/broken', 'is damaged');
}

function readFormat(view: DataView, at: number): { channels: number; rate: number } {
  const [coding, channels] = [view.getUint16(at, true), view.getUint16(at + 2, true)];
  const [rate, bits] = [view.getUint32(at + 4, true), view.getUint16(at + 14, true)];
  const isPcm = coding === 1 && bits === 16 && (channels === 1 || channels === 2);
  if (!isPcm || rate < RATE.least || rate > RATE.most) {
    throw Refusal.field('file', 'media/coding', 'must be 16-bit PCM, mono or stereo, 8 to 48 kHz');
  }
  return { channels, rate };
}

function samplesOf(view: DataView, from: number, to: number, { channels }: { channels: number }): Int16Array {
  const count = Math.floor((to - from) / 2 / channels) * channels;
  if (count === 0) throw Refusal.field('file', 'media/silent', 'has no sound in it');
  return Int16Array.from({ length: count }, (_, index) => view.getInt16(from + index * 2, true));
}

/** The mean power of the loudest block, 0 to 1. */
function levelOf({ samples, rate, channels }: Pcm): number {
  const block = Math.min(samples.length, Math.round((BLOCK_MS / 1000) * rate) * channels);
  const square = (index: number): number => ((samples[index] ?? 0) / FULL) ** 2;
  let sum = 0;
  let loudest = 0;
  for (let index = 0; index < samples.length; index += 1) {
    sum += square(index);
    if (index >= block) sum -= square(index - block);
    if (index >= block - 1) loudest = Math.max(loudest, sum);
  }
  return Math.sqrt(Math.max(0, loudest) / block);
}

function peakOf(samples: Int16Array): number {
  return samples.reduce((peak, sample) => Math.max(peak, Math.abs(sample)), 1) / FULL;
}

/** A WAV of nothing but its format and its samples. */
function writeWav({ channels, rate, samples }: Pcm, gain: number): Uint8Array {
  const bytes = Buffer.alloc(HEAD_BYTES + samples.length * 2);
  bytes.write('RIFF', 0, 'latin1');
  bytes.writeUInt32LE(bytes.length - 8, 4);
  bytes.write('WAVEfmt ', 8, 'latin1');
  bytes.writeUInt32LE(16, 16);
  bytes.writeUInt16LE(1, 20);
  bytes.writeUInt16LE(channels, 22);
  bytes.writeUInt32LE(rate, 24);
  bytes.writeUInt32LE(rate * channels * 2, 28);
  bytes.writeUInt16LE(channels * 2, 32);
  bytes.writeUInt16LE(16, 34);
  bytes.write('data', 36, 'latin1');
  bytes.writeUInt32LE(samples.length * 2, 40);
  samples.forEach((sample, index) => bytes.writeInt16LE(Math.round(sample * gain), HEAD_BYTES + index * 2));
  return bytes;
}

function textAt(bytes: Uint8Array, at: number): string {
  return String.fromCharCode(...bytes.subarray(at, at + 4));
}
