// How often the board is drawn: at once where nothing was drawn lately, at most once per frame, and in a stream of
// changes so seldom that drawing leaves most of the time to motion. A slow TV draws less often than a fast one.

/** Drawing may have this part of the time. */
const SHARE = 0.25;
/** What a person takes for at once, also on the slowest screen. */
const MOST_MS = 1000;

export class Pace {
  #wanted: (() => void) | null = null;
  #isBusy = false;
  #frame = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #freeAt = 0;

  /** Calls back once, when there is time to draw; of several that wait the last is called. */
  whenFree(draw: () => void): void {
    this.#wanted = draw;
    if (!this.#isBusy) this.#next();
  }

  stop(): void {
    this.#wanted = null;
    clearTimeout(this.#timer);
    cancelAnimationFrame(this.#frame);
  }

  #next(): void {
    this.#isBusy = this.#wanted !== null;
    if (!this.#isBusy) return;
    const wait = this.#freeAt - performance.now();
    const request = (): void => {
      this.#frame = requestAnimationFrame(() => this.#draw());
    };
    if (wait <= 0) request();
    else this.#timer = setTimeout(request, wait);
  }

  #draw(): void {
    const draw = this.#wanted;
    const startedAt = performance.now();
    this.#wanted = null;
    draw?.();
    // Layout and paint come after this callback: a message that is sent now arrives once they are done.
    const { port1, port2 } = new MessageChannel();
    port1.addEventListener('message', () => {
      const now = performance.now();
      port1.close();
      this.#freeAt = now + Math.min(MOST_MS, (now - startedAt) / SHARE);
      this.#next();
    });
    port1.start();
    port2.postMessage(null);
  }
}
