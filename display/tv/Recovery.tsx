// The last net: a page that cannot be drawn at all begins anew by itself, first as it was, then without what the device
// has kept, then by a reload. Nobody comes with a keyboard (rule SC2).
import { Component, type ComponentChildren } from 'preact';
import { forgetConfig } from './config.ts';
import { forget } from './memory.ts';
import { Opening } from './Opening.tsx';
import { reportPageFault } from './page-faults.ts';
import { reloadWhenServing } from './reload.ts';

/** After the first, the second, and each further failure in a row. */
const PAUSES_MS = [1_000, 3_000, 20_000];
/** Failures that are further apart have nothing to do with each other. */
const SOON_MS = 300_000;

export class Recovery extends Component<{ children: ComponentChildren }, { isDown: boolean }> {
  override state = { isDown: false };
  #failures = 0;
  #failedAt = Number.NEGATIVE_INFINITY;

  override componentDidCatch(error: unknown): void {
    reportPageFault(error);
    const now = performance.now();
    this.#failures = now - this.#failedAt < SOON_MS ? this.#failures + 1 : 1;
    this.#failedAt = now;
    this.setState({ isDown: true });
    setTimeout(() => this.#again(), PAUSES_MS[Math.min(this.#failures, PAUSES_MS.length) - 1]);
  }

  #again(): void {
    if (this.#failures > 1) {
      // What is kept may be what fails.
      forget();
      forgetConfig();
    }
    if (this.#failures > 2) void reloadWhenServing();
    this.setState({ isDown: false });
  }

  override render({ children }: { children: ComponentChildren }): ComponentChildren {
    return this.state.isDown ? <Opening /> : children;
  }
}
