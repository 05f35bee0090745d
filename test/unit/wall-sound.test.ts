// SC8: what is heard of a win, when, and what the manager is told of it.
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { Fanfare } from '../../display/tv/celebration/queue.ts';
import { WallSound, type Told } from '../../display/tv/sound/wall-sound.ts';
import { DEFAULT_SCREEN, DEFAULT_WALL, NO_PRIVACY, type SoundState } from '../../shared/screen.ts';
import { FakeAudioContext } from '../kit/fake-audio.ts';
import { makeEffect, makeWin } from '../kit/make.ts';

const OFFICE = {
  name: 'Sao Việt',
  timeZone: 'Asia/Ho_Chi_Minh',
  currency: 'VND',
  exponent: 0,
  locale: 'vi',
  workingDaysLeft: 4,
};
const LISTENER = { locale: 'vi' as const, office: OFFICE, privacy: NO_PRIVACY };

/** Minutes after midnight, Tuesday. */
let minute = 600;
let states: SoundState[];
let captions: (string | null)[];
let faults: string[];
let sound: WallSound;
let said: { text: string; volume: number }[];
let voices: { lang: string }[];

beforeEach(() => {
  vi.useFakeTimers();
  minute = 600;
  states = [];
  captions = [];
  faults = [];
  said = [];
  voices = [{ lang: 'vi-VN' }, { lang: 'en-US' }];
  FakeAudioContext.startsAs = 'running';
  const page = new EventTarget();
  const speechSynthesis = Object.assign(new EventTarget(), {
    getVoices: () => voices,
    speak: (one: { text: string; volume: number }) => said.push(one),
    cancel: () => undefined,
  });
  vi.stubGlobal('window', Object.assign(page, { speechSynthesis }));
  vi.stubGlobal('AudioContext', FakeAudioContext);
  vi.stubGlobal(
    'SpeechSynthesisUtterance',
    class {
      text: string;
      volume = 1;
      constructor(text: string) {
        this.text = text;
      }
    },
  );
});

afterEach(() => {
  sound.close();
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

function open(told: { settings?: Partial<Told['settings']>; wall?: Partial<Told['wall']> } = {}): FakeAudioContext {
  sound = new WallSound({
    moment: () => ({ weekday: 2, minute }),
    onState: (state) => states.push(state),
    onCaption: (caption) => captions.push(caption),
    onFault: (code, detail) => faults.push(`${code} ${detail}`),
  });
  sound.configure({ settings: { ...DEFAULT_SCREEN, ...told.settings }, wall: { ...DEFAULT_WALL, ...told.wall } });
  if (!FakeAudioContext.last) throw new Error('no context');
  return FakeAudioContext.last;
}

function winBy(soundId: string | null, level: 1 | 2 | 3 = 1): Fanfare {
  const reps = [{ id: 'r', name: 'Nguyễn Thị Minh Châu', photoId: null, soundId }];
  return { type: 'win', win: makeWin(1, { amountMinor: 185_000_000, reps, effect: makeEffect({ level }) }) };
}

const settle = (): Promise<unknown> => vi.advanceTimersByTimeAsync(10);

it('SC8 plays the office’s sound, names it in a caption, and takes both away when the fanfare is over', async () => {
  const { heard } = open();
  sound.play(winBy(null), LISTENER);
  await settle();
  expect(heard.length).toBeGreaterThan(3);
  expect(captions).toEqual(['♪ Tiếng cồng']);
  sound.stop();
  expect(captions).toEqual(['♪ Tiếng cồng', null]);
});

it('CE5 plays a bigger win longer', async () => {
  const { heard } = open();
  sound.play(winBy(null, 1), LISTENER);
  await settle();
  const small = heard.length;
  sound.play(winBy(null, 3), LISTENER);
  await settle();
  expect(heard.length - small).toBeGreaterThan(small);
});

it.each([
  ['muted', { volume: 0 }],
  ['quiet', { quietHours: { fromMinute: 22 * 60, toMinute: 11 * 60 } }],
] as const)('SC8 is silent when %s, and says so', async (state, settings) => {
  const { heard } = open({ settings });
  sound.play(winBy(null), LISTENER);
  await settle();
  expect(states).toEqual([state]);
  expect(heard).toEqual([]);
  expect(captions).toEqual([]);
});

it('SC8 quiet hours over midnight end by themselves', async () => {
  open({ settings: { quietHours: { fromMinute: 22 * 60, toMinute: 7 * 60 } } });
  expect(states).toEqual(['on']);
  minute = 23 * 60;
  await vi.advanceTimersByTimeAsync(60_000);
  minute = 7 * 60;
  await vi.advanceTimersByTimeAsync(60_000);
  expect(states).toEqual(['on', 'quiet', 'on']);
});

it('SC8 a browser that holds the sound back is unlocked by one key, which is heard', async () => {
  FakeAudioContext.startsAs = 'suspended';
  const { heard } = open();
  sound.play(winBy(null), LISTENER);
  await settle();
  expect([states, heard]).toEqual([['locked'], []]);
  window.dispatchEvent(new Event('keydown'));
  await settle();
  expect(states).toEqual(['locked', 'on']);
  expect(heard.length).toBeGreaterThan(0);
});

it('SC8 a browser without audio is silent and says so', () => {
  vi.stubGlobal('AudioContext', undefined);
  FakeAudioContext.last = new FakeAudioContext();
  open();
  sound.play(winBy(null), LISTENER);
  expect(states).toEqual(['none']);
});

it('plays the rep’s walk-up, and names whose it is', async () => {
  const fetched = vi.fn<() => Promise<Response>>(() => Promise.resolve(new Response(new Uint8Array(8))));
  vi.stubGlobal('fetch', fetched);
  const { heard } = open();
  sound.play(winBy('walk-1'), LISTENER);
  await settle();
  sound.play(winBy('walk-1'), LISTENER);
  await settle();
  expect(heard.map(({ kind }) => kind)).toEqual(['sample', 'sample']);
  expect(captions[0]).toBe('♪ Nhạc riêng của Minh Châu');
  expect(fetched).toHaveBeenCalledExactlyOnceWith('/media/walk-1');
});

it.each([
  ['is gone', () => Promise.resolve(new Response('', { status: 404 })), ['sound/broken walk-1']],
  ['is no sound', () => Promise.resolve(new Response('')), ['sound/broken walk-1']],
  ['is huge', () => Promise.resolve(new Response(new Uint8Array(5_000_000))), ['sound/broken walk-1']],
  ['never comes', () => new Promise<Response>(() => undefined), []],
])('SC7 a walk-up that %s is replaced by the built-in sound', async (_, answer, told) => {
  vi.stubGlobal('fetch', vi.fn(answer));
  const { heard } = open({ wall: { sound: 'bell' } });
  sound.play(winBy('walk-1'), LISTENER);
  await vi.advanceTimersByTimeAsync(2000);
  expect(heard.length).toBeGreaterThan(3);
  expect(heard.every(({ kind }) => kind === 'tone')).toBe(true);
  expect(captions).toEqual(['♪ Tiếng chuông']);
  expect(faults).toEqual(told);
});

it('says the win where the screen is set so, as loud as it, and captions it', async () => {
  open({ settings: { speech: true, volume: 50 }, wall: { sound: 'none' } });
  sound.play(winBy(null), LISTENER);
  await vi.advanceTimersByTimeAsync(2000);
  expect(said.map(({ text, volume }) => [text, volume])).toEqual([['Minh Châu vừa chốt đơn 185 triệu đồng.', 0.5]]);
  expect(captions).toEqual(['Minh Châu vừa chốt đơn 185 triệu đồng.']);
});

it('PV1 says no name and no amount where they are hidden', async () => {
  open({ settings: { speech: true }, wall: { sound: 'none' } });
  sound.play(winBy(null), { ...LISTENER, privacy: { ...NO_PRIVACY, hideAmounts: true } });
  await vi.advanceTimersByTimeAsync(2000);
  sound.play(winBy(null), { ...LISTENER, privacy: { initials: true, hideAmounts: true, hideCustomers: true } });
  await vi.advanceTimersByTimeAsync(2000);
  expect(said.map(({ text }) => text)).toEqual(['Minh Châu vừa chốt một đơn.', 'Vừa có một đơn được chốt.']);
});

it('tells the manager where the browser has no voice of the language', async () => {
  voices = [{ lang: 'en-GB' }];
  open({ settings: { speech: true } });
  sound.play(winBy(null), LISTENER);
  await vi.advanceTimersByTimeAsync(4000);
  expect(said).toEqual([]);
  expect(faults).toEqual(['voice/missing vi']);
});

it('CE3 a withdrawn win is not said any more', async () => {
  open({ settings: { speech: true } });
  sound.play(winBy(null), LISTENER);
  sound.stop();
  await vi.advanceTimersByTimeAsync(4000);
  expect(said).toEqual([]);
});
