// The kiosk keeps its browser open: which ends it mends, how long it waits, and how it is stopped. No real time.
import { expect, test } from 'vitest';
import { whenOrphaned } from '../../server/kiosk/parent.ts';
import { keepOpen, pauseAfter, type Outcome } from '../../server/kiosk/supervisor.ts';
import { manualClock } from '../kit/clock.ts';

const CRASH: Outcome = { code: null, signal: 'SIGSEGV' };
const MINUTE = 60_000;

/** Lets everything run that waits for nothing but promises. */
const settle = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

function watchKiosk() {
  const clock = manualClock(0);
  const stopping = new AbortController();
  const said: string[] = [];
  const openedAt: number[] = [];
  let finish: (outcome: Outcome) => void = () => undefined;
  let isOver = false;
  const over = keepOpen({
    ready: () => Promise.resolve(),
    open() {
      openedAt.push(clock.now());
      const ended = new Promise<Outcome>((resolve) => (finish = resolve));
      return { ended, end: () => finish({ code: null, signal: 'SIGTERM' }) };
    },
    clock,
    say: (text) => void said.push(text),
    stop: stopping.signal,
  }).then(() => (isOver = true));
  return {
    clock,
    said,
    openedAt,
    stop: () => stopping.abort(),
    over,
    isOver: () => isOver,
    end: async (outcome: Outcome): Promise<void> => {
      finish(outcome);
      await settle();
    },
    pass: async (ms: number): Promise<void> => {
      clock.advance(ms);
      await settle();
    },
  };
}

test('the pause doubles from 2 s to a minute', () => {
  expect([0, 1, 2, 3, 4, 5, 6, 2000].map(pauseAfter)).toEqual([
    2000, 4000, 8000, 16_000, 32_000, 60_000, 60_000, 60_000,
  ]);
});

test('a crashed browser is opened again, later each time', async () => {
  const kiosk = watchKiosk();
  await settle();
  await kiosk.end(CRASH);
  await kiosk.pass(1999);
  expect(kiosk.openedAt).toEqual([0]);
  await kiosk.pass(1);
  expect(kiosk.openedAt).toEqual([0, 2000]);
  await kiosk.end({ code: 21, signal: null });
  await kiosk.pass(4000);
  expect(kiosk.openedAt).toEqual([0, 2000, 6000]);
  expect(kiosk.said).toEqual([
    'The browser ended (SIGSEGV). Opening it again in 2 s.',
    'The browser ended (exit code 21). Opening it again in 4 s.',
  ]);
});

test('one that ran for ten minutes was well: the pause begins anew', async () => {
  const kiosk = watchKiosk();
  await settle();
  for (const pauseMs of [2000, 4000]) {
    await kiosk.end(CRASH);
    await kiosk.pass(pauseMs);
  }
  await kiosk.pass(10 * MINUTE);
  await kiosk.end(CRASH);
  expect(kiosk.said.at(-1)).toContain('in 2 s');
  await kiosk.pass(2000);
  await kiosk.pass(10 * MINUTE - 1);
  await kiosk.end(CRASH);
  expect(kiosk.said.at(-1)).toContain('in 4 s');
});

test('a browser that cannot even start is tried again, with the reason', async () => {
  const kiosk = watchKiosk();
  await settle();
  await kiosk.end({ code: null, signal: null, fault: 'spawn EACCES' });
  expect(kiosk.said).toEqual(['The browser ended (spawn EACCES). Opening it again in 2 s.']);
});

test('closed by a person, it stays closed', async () => {
  const kiosk = watchKiosk();
  await settle();
  await kiosk.end({ code: 0, signal: null });
  expect(kiosk.isOver()).toBe(true);
  expect(kiosk.said).toEqual(['The browser was closed.']);
});

test('stopping ends the browser, and opens no other', async () => {
  const kiosk = watchKiosk();
  await settle();
  kiosk.stop();
  await kiosk.over;
  expect(kiosk.openedAt).toEqual([0]);
  expect(kiosk.said).toEqual([]);
});

test('stopping ends a pause, too', async () => {
  const kiosk = watchKiosk();
  await settle();
  await kiosk.end(CRASH);
  kiosk.stop();
  await kiosk.over;
  expect(kiosk.openedAt).toEqual([0]);
});

test('what npm has started notices that its shell is gone, once', () => {
  const clock = manualClock(0);
  let parent = 100;
  let told = 0;
  whenOrphaned(
    () => parent,
    clock,
    () => told++,
  );
  clock.advance(MINUTE);
  expect(told).toBe(0);
  parent = 1;
  clock.advance(1000);
  expect(told).toBe(1);
  clock.advance(MINUTE);
  expect(told).toBe(1);
});
