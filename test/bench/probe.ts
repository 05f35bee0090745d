// Runs inside every measured process: answers the bench over the IPC channel what the process has cost so far, and how
// late its event loop was (p99) since the watch began. The watch itself costs, so it is off unless asked for.

/** What a process has cost since it began; the loop's delay since it was last asked to watch it. */
export interface Usage {
  cpuMs: number;
  peakRssMb: number;
  loopDelayMs: number;
}

export type Question = 'usage' | 'watch';

/** The probe for `node --import`: handed over as text, since the product runs without a loader for TypeScript. */
export function probeModule(): string {
  return `data:text/javascript,${encodeURIComponent(`await (${answerQuestions.toString()})()`)}`;
}

async function answerQuestions(): Promise<void> {
  const { monitorEventLoopDelay } = await import('node:perf_hooks');
  const { isMainThread } = await import('node:worker_threads');
  if (!isMainThread) return;
  const delay = monitorEventLoopDelay({ resolution: 1 });
  process.on('message', (question: Question) => {
    if (question === 'watch') {
      delay.reset();
      delay.enable();
    } else {
      delay.disable();
    }
    const { user, system } = process.cpuUsage();
    const usage: Usage = {
      cpuMs: (user + system) / 1000,
      peakRssMb: process.resourceUsage().maxRSS / 1024,
      loopDelayMs: delay.percentile(99) / 1e6,
    };
    process.send?.(usage);
  });
}
