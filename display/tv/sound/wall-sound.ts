// What the wall is heard with: one audio context, the sound of each fanfare, the voice, and whether any of it can be
// heard. Rule SC8: it obeys volume and quiet hours, and the picture never waits for it.
import { playsAt, type LocalMoment } from '../../../shared/scenes.ts';
import type { FaultCode, ScreenSettings, SoundState, WallSettings } from '../../../shared/screen.ts';
import { playMade } from '../../kit/sound/synth.ts';
import { lastsMs, levelOf, type Fanfare } from '../celebration/queue.ts';
import { repsOf } from '../names.ts';
import { Samples, TooLate } from './samples.ts';
import { sentenceOf, type Listener } from './sentence.ts';
import { hush, speak } from './voice.ts';
import { soundWords } from './words.ts';

export interface WallSoundOptions {
  /** The time in the office's zone. */
  moment: () => LocalMoment;
  onState: (state: SoundState) => void;
  /** What is played and said, or null. */
  onCaption: (caption: string | null) => void;
  onFault: (code: FaultCode, detail: string) => void;
}

/** What may be heard of a fanfare. */
export interface Told {
  settings: Pick<ScreenSettings, 'volume' | 'quietHours' | 'speech' | 'captions'>;
  wall: Pick<WallSettings, 'sound' | 'soundId'>;
}

const LOOK_MS = 20_000;
const FADE_SECONDS = 0.25;
/** While the voice speaks. */
const DUCKED = 0.25;
/** The voice waits for the sound's beginning, not for its end. */
const VOICE_SECONDS = 1.6;
/** No key should be needed twice: each of these counts as one. */
const GESTURES = ['keydown', 'pointerdown', 'mousedown', 'touchend'] as const;

export class WallSound {
  readonly #options: WallSoundOptions;
  readonly #context: AudioContext | null;
  readonly #samples: Samples | null;
  #told: Told | null = null;
  #state: SoundState | null = null;
  /** Everything of the fanfare that is on. */
  #out: GainNode | null = null;
  #voice: ReturnType<typeof setTimeout> | undefined;
  readonly #look: ReturnType<typeof setInterval>;

  constructor(options: WallSoundOptions) {
    this.#options = options;
    this.#context = openContext();
    this.#samples = this.#context && new Samples(this.#context);
    this.#context?.addEventListener('statechange', this.#tell);
    for (const gesture of GESTURES) window.addEventListener(gesture, this.#unlock);
    // Quiet hours begin and end without an event.
    this.#look = setInterval(this.#tell, LOOK_MS);
  }

  /** Takes note of what the manager set. */
  configure(told: Told): void {
    this.#told = told;
    this.#tell();
  }

  /** Plays the fanfare's sound, and says it where the screen is set so. */
  play(fanfare: Fanfare, listener: Listener): void {
    this.stop();
    this.#tell();
    if (this.#state !== 'on' || !this.#context || !this.#told) return;
    const out = this.#context.createGain();
    out.gain.value = loudness(this.#told.settings.volume);
    out.connect(this.#context.destination);
    this.#out = out;
    const { speech, captions } = this.#told.settings;
    const sentence = speech ? sentenceOf(fanfare, listener) : '';
    void this.#perform(out, fanfare, { listener, sentence, captions });
    if (speech) this.#voice = setTimeout(() => void this.#say(out, sentence, listener), VOICE_SECONDS * 1000);
  }

  /** The fanfare is over, or withdrawn: fades out what still sounds. */
  stop(): void {
    clearTimeout(this.#voice);
    const out = this.#out;
    if (!out || !this.#context) return;
    this.#out = null;
    hush();
    this.#options.onCaption(null);
    out.gain.setTargetAtTime(0, this.#context.currentTime, FADE_SECONDS / 3);
    setTimeout(() => out.disconnect(), FADE_SECONDS * 2000);
  }

  close(): void {
    this.stop();
    clearInterval(this.#look);
    for (const gesture of GESTURES) window.removeEventListener(gesture, this.#unlock);
    void this.#context?.close();
  }

  async #perform(
    out: GainNode,
    fanfare: Fanfare,
    { listener, sentence, captions }: { listener: Listener; sentence: string; captions: boolean },
  ): Promise<void> {
    const name = await this.#sound(out, fanfare, listener);
    if (this.#out !== out || !captions) return;
    const text = [name && `♪ ${name}`, sentence].filter(Boolean).join(' · ');
    if (text !== '') this.#options.onCaption(text);
  }

  /** Starts the win's own sound, else the office's, else a built-in one; gives its name. */
  async #sound(out: GainNode, fanfare: Fanfare, { locale }: Listener): Promise<string> {
    const say = soundWords(locale);
    const walkUp = walkUpOf(fanfare);
    if (walkUp && (await this.#sample(out, walkUp.soundId, fanfare))) return say('walkUp', { name: walkUp.name });
    const { sound, soundId } = this.#told?.wall ?? { sound: 'none', soundId: null };
    if (soundId !== null && (await this.#sample(out, soundId, fanfare))) return say('office');
    if (sound === 'none' || this.#out !== out) return '';
    playMade(out, sound, levelOf(fanfare), out.context.currentTime);
    return say(sound);
  }

  /** An uploaded sound, for at most as long as its fanfare; false where it cannot be had. */
  async #sample(out: GainNode, id: string, fanfare: Fanfare): Promise<boolean> {
    try {
      const buffer = await this.#samples?.get(id);
      if (!buffer || this.#out !== out) return true;
      const source = out.context.createBufferSource();
      source.buffer = buffer;
      source.connect(out);
      source.start(0, 0, lastsMs(fanfare) / 1000);
      return true;
    } catch (error) {
      if (!(error instanceof TooLate)) this.#options.onFault('sound/broken', id);
      return false;
    }
  }

  async #say(out: GainNode, sentence: string, { locale }: Listener): Promise<void> {
    const volume = this.#told?.settings.volume ?? 0;
    if (!(await speak(sentence, locale, volume / 100))) {
      this.#options.onFault('voice/missing', locale);
      return;
    }
    if (this.#out === out) out.gain.setTargetAtTime(loudness(volume) * DUCKED, out.context.currentTime, FADE_SECONDS);
  }

  readonly #unlock = (): void => {
    const context = this.#context;
    if (!context || context.state === 'running') return;
    void this.#wake(context);
  };

  /** Whoever pressed the key hears that it worked. */
  async #wake(context: AudioContext): Promise<void> {
    await context.resume();
    this.#tell();
    if (this.#state === 'on') this.#confirm(context);
  }

  #confirm(context: AudioContext): void {
    const out = context.createGain();
    out.gain.value = loudness(this.#told?.settings.volume ?? 0);
    out.connect(context.destination);
    const seconds = playMade(out, 'chime', 1, context.currentTime);
    setTimeout(() => out.disconnect(), seconds * 1000);
  }

  readonly #tell = (): void => {
    const state = this.#told ? this.#stateOf(this.#told) : null;
    if (state === null || state === this.#state) return;
    this.#state = state;
    if (state !== 'on') this.stop();
    this.#options.onState(state);
  };

  #stateOf({ settings: { volume, quietHours } }: Told): SoundState {
    if (!this.#context) return 'none';
    if (volume === 0) return 'muted';
    if (quietHours && playsAt({ days: [], ...quietHours }, this.#options.moment())) return 'quiet';
    return this.#context.state === 'running' ? 'on' : 'locked';
  }
}

function openContext(): AudioContext | null {
  try {
    return new AudioContext();
  } catch {
    // A browser without audio, or a device without an output.
    return null;
  }
}

/** A hundred is full; the ear hears powers, not sums. */
function loudness(volume: number): number {
  return (volume / 100) ** 1.6;
}

/** The walk-up of a win of one rep alone: two cannot both walk up. */
function walkUpOf(fanfare: Fanfare): { soundId: string; name: string } | null {
  if (fanfare.type !== 'win' || fanfare.win.reps.length !== 1) return null;
  const soundId = fanfare.win.reps[0]?.soundId ?? null;
  return soundId === null ? null : { soundId, name: repsOf(fanfare.win) };
}
