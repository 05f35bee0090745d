// Sounds heard on a page, one at a time.
import { mediaUrl } from '../media-url.ts';
import { playMade, type Made } from './synth.ts';

let context: AudioContext | null = null;
let playing: GainNode | null = null;

function fresh(): GainNode {
  context ??= new AudioContext();
  void context.resume();
  playing?.disconnect();
  playing = context.createGain();
  playing.connect(context.destination);
  return playing;
}

export function listenToMade(made: Made): void {
  const out = fresh();
  playMade(out, made, 2, out.context.currentTime);
}

/** Plays an uploaded sound; rejects where it cannot be had. */
export async function listenToMedia(id: string): Promise<void> {
  const out = fresh();
  const response = await fetch(mediaUrl(id));
  await play(out, await response.arrayBuffer());
}

/** Plays a sound that is not uploaded yet. */
export async function listenToFile(file: Blob): Promise<void> {
  const out = fresh();
  await play(out, await file.arrayBuffer());
}

async function play(out: GainNode, bytes: ArrayBuffer): Promise<void> {
  const buffer = await out.context.decodeAudioData(bytes);
  const source = out.context.createBufferSource();
  source.buffer = buffer;
  source.connect(out);
  source.start();
}
