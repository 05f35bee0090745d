// A pause that ends early when the kiosk is to stop.
import type { Clock } from '../clock.ts';

export function pause(clock: Clock, ms: number, stop: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (stop.aborted) return resolve();
    const finish = (): void => {
      cancel();
      stop.removeEventListener('abort', finish);
      resolve();
    };
    const cancel = clock.after(ms, finish);
    stop.addEventListener('abort', finish);
  });
}
