// Time that runs many times faster, for the bench and for a page alike: both count from the same instant, so that the
// server's clock and the page's never part.
import { setTimeout as sleep } from 'node:timers/promises';
import type { Page } from 'playwright-core';
import { inject } from './chromium.ts';

export interface FastTime {
  rate: number;
  now: () => number;
  /** Resolves when that instant has come; at once where it is past. */
  until: (at: number) => Promise<void>;
}

interface Origin {
  rate: number;
  startsAt: number;
  /** What the machine's clock said at `startsAt`, epoch ms. */
  realAt: number;
}

export function startFastTime(startsAt: number, rate: number): FastTime & Origin {
  const realAt = performance.timeOrigin + performance.now();
  const now = (): number => Math.floor(startsAt + (performance.timeOrigin + performance.now() - realAt) * rate);
  return {
    rate,
    startsAt,
    realAt,
    now,
    async until(at) {
      for (let left = at - now(); left > 0; left = at - now()) await sleep(Math.max(1, left / rate));
    },
  };
}

/** Has every page that is opened from now on run by that time. */
export function hasten(page: Page, { rate, startsAt, realAt }: Origin): Promise<void> {
  return inject(page, runFaster, { rate, startsAt, realAt });
}

/** Runs in the page before its own scripts: it may use nothing of this module. */
function runFaster({ rate, startsAt, realAt }: Origin): void {
  const realTicks = performance.now.bind(performance);
  const now = (): number => startsAt + (performance.timeOrigin + realTicks() - realAt) * rate;
  performance.now = () => realTicks() * rate;
  const RealDate = Date;
  window.Date = class extends RealDate {
    constructor(...given: []) {
      if (given.length === 0) super(Math.floor(now()));
      else super(...given);
    }
    static override now(): number {
      return Math.floor(now());
    }
  } as DateConstructor;

  const later = window.setTimeout.bind(window);
  const again = window.setInterval.bind(window);
  const frame = window.requestAnimationFrame.bind(window);
  const sooner = (run: TimerHandler, ms = 0, ...given: unknown[]): number => later(run, ms / rate, ...given);
  window.setTimeout = sooner as typeof setTimeout;
  window.setInterval = ((run: TimerHandler, ms = 0, ...given: unknown[]) =>
    again(run, ms / rate, ...given)) as typeof setInterval;
  window.requestAnimationFrame = (run) => frame((at) => run(at * rate));

  // socket.io, and nobody else, takes its timer by `bind`. The wire is no faster than ever: what waits for an answer
  // (10 s) waits in real time, and the server's heartbeat is told in the page's time, as the page looks at its clock.
  const isForAnAnswer = (ms: number): boolean => ms >= 10_000 && ms < 60_000;
  Object.defineProperty(window.setTimeout, 'bind', {
    value: () => (run: TimerHandler, ms: number) => (isForAnAnswer(ms) ? later(run, ms) : sooner(run, ms)),
  });
  const slower = (text: unknown): unknown =>
    typeof text === 'string' && text.startsWith('0{"sid"')
      ? text.replace(/("ping(?:Interval|Timeout)":)(\d+)/g, (_, name: string, ms: string) => name + Number(ms) * rate)
      : text;
  const heard = Object.getOwnPropertyDescriptor(WebSocket.prototype, 'onmessage');
  Object.defineProperty(WebSocket.prototype, 'onmessage', {
    set(this: WebSocket, hear: (event: { data: unknown }) => void) {
      heard?.set?.call(this, ({ data }: MessageEvent) => hear({ data: slower(data) }));
    },
  });

  // No motion takes longer than it does for a person who sees it at this rate: none at all.
  const still = new CSSStyleSheet();
  still.replaceSync(
    '*, *::before, *::after { transition-duration: 1ms !important; animation-duration: 1ms !important;' +
      ' transition-delay: 0s !important; animation-delay: 0s !important; }',
  );
  document.adoptedStyleSheets = [still];
}
