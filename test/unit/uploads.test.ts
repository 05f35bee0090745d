// How much is taken in of pictures and sounds.
import { expect, test } from 'vitest';
import { Uploads } from '../../server/media/uploads.ts';
import { Refusal } from '../../shared/problem.ts';

const MB = 1024 * 1024;
const MINUTE_MS = 60_000;

function atNine() {
  let now = 0;
  let unnamed = 0;
  const uploads = new Uploads({ media: { unnamedBytes: () => unnamed } }, { now: () => now });
  return {
    /** 0 where it is taken, else how many ms one has to wait. */
    send: (userId: string, bytes: number): number => {
      try {
        uploads.admit(userId, bytes);
        return 0;
      } catch (error) {
        if (error instanceof Refusal && error.code === 'request/too-many') return error.retryAfterMs ?? -1;
        throw error;
      }
    },
    later: (ms: number) => void (now += ms),
    fill: (bytes: number) => void (unnamed = bytes),
  };
}

test('MD4 an account sends a hundred megabytes at once, then twelve an hour; others wait for nobody', () => {
  const { send, later } = atNine();
  const waits = Array.from({ length: 60 }, () => send('an', 2 * MB));
  expect(waits.filter((ms) => ms === 0)).toHaveLength(50);
  expect(waits.at(-1)).toBe(10 * MINUTE_MS);
  expect(send('binh', 2 * MB)).toBe(0);
  later(10 * MINUTE_MS);
  expect([send('an', 2 * MB), send('an', 2 * MB)]).toEqual([0, 10 * MINUTE_MS]);
});

test('MD4 small ones are counted, too', () => {
  const { send } = atNine();
  expect(Array.from({ length: 500 }, () => send('an', 100)).filter((ms) => ms === 0)).toHaveLength(400);
});

test('MD4 what nothing names yet is bounded for all together, and nobody is put off until tomorrow', () => {
  const { send, fill } = atNine();
  fill(999 * MB);
  expect([send('an', MB), send('an', 2 * MB)]).toEqual([0, 10 * MINUTE_MS]);
  fill(0);
  expect(send('an', 2 * MB)).toBe(0);
});
