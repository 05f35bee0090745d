// How smooth a page runs for a while: frames that its clock was given, and tasks that held it up.
import { setTimeout as sleep } from 'node:timers/promises';
import type { Page } from 'playwright-core';

export interface Smoothness {
  fps: number;
  /** Tasks of more than 50 ms. */
  longTasks: number;
  longestMs: number;
  /** Refreshes that passed without a frame. */
  lost: number;
}

/** Slows the page's processor down, so many times. */
export async function throttle(page: Page, rate: number): Promise<void> {
  const session = await page.context().newCDPSession(page);
  await session.send('Emulation.setCPUThrottlingRate', { rate });
}

/** Counts while `act` is called every `everyMs`, `times` times. */
export async function smoothnessOf(
  page: Page,
  { times, everyMs, act }: { times: number; everyMs: number; act: () => Promise<unknown> },
): Promise<Smoothness> {
  await page.evaluate(startCounting);
  for (let turn = 0; turn < times; turn += 1) {
    const next = sleep(everyMs);
    await act();
    await next;
  }
  return page.evaluate(() => window.countedFrames());
}

declare global {
  interface Window {
    countedFrames: () => Smoothness;
  }
}

/** Runs in the page: it may use nothing of this module. */
function startCounting(): void {
  const refreshMs = 1000 / 60;
  const startedAt = performance.now();
  let frames = 0;
  let lost = 0;
  let last = startedAt;
  let isOver = false;
  const tasks: number[] = [];
  const observer = new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) tasks.push(duration);
  });
  observer.observe({ type: 'longtask' });
  const counter = {
    count(this: void, now: number): void {
      if (isOver) return;
      frames += 1;
      lost += Math.max(0, Math.round((now - last) / refreshMs) - 1);
      last = now;
      requestAnimationFrame(counter.count);
    },
  };
  requestAnimationFrame(counter.count);
  window.countedFrames = () => {
    isOver = true;
    observer.disconnect();
    return {
      fps: (frames * 1000) / (performance.now() - startedAt),
      lost,
      longTasks: tasks.length,
      longestMs: Math.max(0, ...tasks),
    };
  };
}
