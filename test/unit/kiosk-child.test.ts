// A browser as a process: how its end is told, and that even one that will not end is ended, with all it started.
import { once } from 'node:events';
import { createServer, type Socket } from 'node:net';
import { expect, test, vi } from 'vitest';
import { startChild } from '../../server/kiosk/child.ts';
import { manualClock } from '../kit/clock.ts';

/** Says that it is there by a connection that only its end closes; heeds no SIGINT. */
const stubborn = (port: number): string =>
  `process.on('SIGINT', () => {}); require('node:net').connect(${port}, '127.0.0.1').resume();`;

test('tells the exit code, or why it did not start', async () => {
  const clock = manualClock(0);
  expect(await startChild(process.execPath, ['-e', 'process.exit(21)'], clock).ended).toEqual({
    code: 21,
    signal: null,
  });
  const missing = startChild('/nowhere/chromium', [], clock);
  expect(missing.pid).toBeUndefined();
  expect(await missing.ended).toMatchObject({ code: null, fault: expect.stringContaining('ENOENT') as string });
});

test('asks it to end, and after 5 s ends it and what it started', async () => {
  const clock = manualClock(0);
  const sockets: Socket[] = [];
  const server = createServer((socket) => {
    socket.on('error', () => undefined).resume();
    sockets.push(socket);
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as { port: number };
  const launcher = `require('node:child_process').spawn(process.execPath, ['-e', ${JSON.stringify(stubborn(port))}]);`;
  const child = startChild(process.execPath, ['-e', launcher + stubborn(port)], clock);
  await vi.waitFor(() => expect(sockets).toHaveLength(2), 10_000);
  const closed = Promise.all(sockets.map((socket) => once(socket, 'close')));
  child.end();
  clock.advance(4999);
  expect(sockets.map((socket) => socket.closed)).toEqual([false, false]);
  clock.advance(1);
  expect(await child.ended).toEqual({ code: null, signal: 'SIGKILL' });
  await closed;
  server.close();
});
