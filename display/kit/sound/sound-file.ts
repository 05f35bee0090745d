// Any sound that this browser can play, as the WAV that every TV can: its first ten seconds, mono, faded out.
import { unusable } from '../unusable.ts';
import { playMade, type Made } from './synth.ts';

/** A longer one is cut off there. */
export const MAX_SECONDS = 10;
const RATE = 32_000;
const FADE_SECONDS = 0.4;
/** A song of some minutes; more would be held in memory decoded. */
const MOST_BYTES = 30_000_000;
const HEAD_BYTES = 44;

/** Throws an ApiFailure on `file` where there is no sound that can be read. */
export async function shapeSound(file: Blob): Promise<Blob> {
  if (file.size > MOST_BYTES) throw unusable('media/type');
  const decoded = await decode(await file.arrayBuffer());
  const seconds = Math.min(MAX_SECONDS, decoded.duration);
  const length = Math.floor(seconds * RATE);
  if (length === 0) throw unusable('media/silent');
  const context = new OfflineAudioContext(1, length, RATE);
  const source = context.createBufferSource();
  const gain = context.createGain();
  source.buffer = decoded;
  source.connect(gain);
  gain.connect(context.destination);
  if (decoded.duration > MAX_SECONDS) {
    gain.gain.setValueAtTime(1, seconds - FADE_SECONDS);
    gain.gain.linearRampToValueAtTime(0, seconds);
  }
  source.start();
  const mixed = await context.startRendering();
  return wavFile(mixed.getChannelData(0));
}

/** One of Winboard's own sounds as a file. */
export async function madeSound(made: Made): Promise<Blob> {
  const context = new OfflineAudioContext(1, MAX_SECONDS * RATE, RATE);
  const seconds = playMade(context.destination, made, MADE_SIZE, 0);
  const samples = (await context.startRendering()).getChannelData(0);
  return wavFile(samples.subarray(0, Math.ceil(Math.min(MAX_SECONDS, seconds) * RATE)));
}

/** As for a plain win: the screen makes no more of an uploaded sound for a larger one. */
const MADE_SIZE = 1;

async function decode(bytes: ArrayBuffer): Promise<AudioBuffer> {
  try {
    return await new OfflineAudioContext(1, 1, RATE).decodeAudioData(bytes);
  } catch {
    throw unusable('media/type');
  }
}

function wavFile(samples: Float32Array): Blob {
  return new Blob([wavOf(samples)], { type: 'audio/wav' });
}

/** 16-bit PCM with the 44 bytes before it that say so. */
function wavOf(samples: Float32Array): ArrayBuffer {
  const bytes = new ArrayBuffer(HEAD_BYTES + samples.length * 2);
  const view = new DataView(bytes);
  const text = (at: number, word: string): void => {
    for (let index = 0; index < word.length; index += 1) view.setUint8(at + index, word.charCodeAt(index));
  };
  text(0, 'RIFF');
  view.setUint32(4, bytes.byteLength - 8, true);
  text(8, 'WAVEfmt ');
  view.setUint32(16, 16, true);
  view.setUint16(20, 1, true);
  view.setUint16(22, 1, true);
  view.setUint32(24, RATE, true);
  view.setUint32(28, RATE * 2, true);
  view.setUint16(32, 2, true);
  view.setUint16(34, 16, true);
  text(36, 'data');
  view.setUint32(40, samples.length * 2, true);
  samples.forEach((sample, index) => {
    view.setInt16(HEAD_BYTES + index * 2, Math.max(-1, Math.min(1, sample)) * 32_767, true);
  });
  return bytes;
}
