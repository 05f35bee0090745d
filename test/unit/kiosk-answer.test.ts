// The kiosk waits for Winboard itself: not for any answer, and it says once what is in the way.
import { expect, test } from 'vitest';
import { waitForWinboard } from '../../server/kiosk/answer.ts';
import { manualClock } from '../kit/clock.ts';

const settle = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));
const json = (body: unknown, status = 200): Response => Response.json(body, { status });
const portal = (): Response =>
  new Response('<html>Sign in', { headers: { 'content-type': 'text/html; charset=utf-8' } });
const refused = (): never => {
  throw new TypeError('fetch failed', { cause: Object.assign(new Error('connect'), { code: 'ECONNREFUSED' }) });
};

async function wait(answers: (() => Response)[], stop = new AbortController()) {
  const clock = manualClock(0);
  const said: string[] = [];
  const asked: string[] = [];
  let isDone = false;
  const done = waitForWinboard(new URL('http://board.lan:3000/#token=secret'), {
    async fetch(url) {
      asked.push(`${clock.now()} ${url.href}`);
      return Promise.resolve().then(answers[Math.min(asked.length, answers.length) - 1]);
    },
    clock,
    say: (text) => void said.push(text),
    stop: stop.signal,
  }).then(() => (isDone = true));
  for (const _ of answers) {
    for (let turn = 0; turn < 5; turn++) await settle();
    if (!isDone) clock.advance(2000);
  }
  return { asked, said, isDone, done };
}

test('opens at once where Winboard answers, and asks its health only', async () => {
  const { asked, said, isDone } = await wait([() => json({ ok: true })]);
  expect(isDone).toBe(true);
  expect(asked).toEqual(['0 http://board.lan:3000/healthz']);
  expect(said).toEqual([]);
});

test('asks every 2 s and says once that nothing answers', async () => {
  const { asked, said, isDone } = await wait([refused, refused, refused, () => json({ ok: true })]);
  expect(isDone).toBe(true);
  expect(asked.map((line) => line.split(' ')[0])).toEqual(['0', '2000', '4000', '6000']);
  expect(said).toEqual([
    'Winboard does not answer yet at http://board.lan:3000 (ECONNREFUSED). Asking again every 2 s.',
  ]);
});

test.each([
  ['a page to sign in', portal, 'text/html'],
  ['another program', () => json({ status: 'UP' }), 'application/json'],
  ['an answer without anything', () => new Response(null), 'nothing'],
])('%s is not Winboard', async (_, answer, type) => {
  const { said, isDone } = await wait([answer]);
  expect(isDone).toBe(false);
  expect(said).toEqual([expect.stringContaining(`is not Winboard (${type})`)]);
});

test('a proxy whose Winboard is still down is waited for', async () => {
  const { said, isDone } = await wait([() => json({ ok: true }, 502), () => json({ ok: true })]);
  expect(isDone).toBe(true);
  expect(said).toEqual(['Winboard does not answer yet at http://board.lan:3000 (502). Asking again every 2 s.']);
});

test('stopping ends the waiting', async () => {
  const stop = new AbortController();
  const { done } = await wait([refused], stop);
  stop.abort();
  await expect(done).resolves.toBe(true);
});
