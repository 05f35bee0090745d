// npm runs a script in a shell, and at SIGTERM ends the shell alone: the kiosk would live on, with its browser, and
// nobody would know. So what npm has started looks whether its parent is still there.
import type { Clock } from '../clock.ts';

const EVERY_MS = 1000;

/** Calls back once when the process has got another parent. Must not keep the process alive by itself. */
export function whenOrphaned(parent: () => number, clock: Clock, run: () => void): void {
  const first = parent();
  const look = (): void => {
    if (parent() === first) clock.after(EVERY_MS, look);
    else run();
  };
  clock.after(EVERY_MS, look);
}
