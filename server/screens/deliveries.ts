// Where deals have been seen: each waits for the screens that were connected when it came in, until all of them have
// shown its rev or a minute has passed; then it goes into the books. Rule SC10.
import type { DeliveryView } from '../../shared/schemas/screens.ts';
import type { Clock } from '../clock.ts';

export interface Delivery extends DeliveryView {
  dealSeq: number;
}

/** The deals of one commit: they come and are shown together. */
interface Waiting {
  dealSeqs: readonly number[];
  rev: number;
  at: number;
  /** Screens that have not shown it yet. */
  missing: Set<string>;
  delays: number[];
  screens: number;
  followers: Follower[];
  /** Cancels the word to the followers that is due in a moment. */
  cancelWord: (() => void) | null;
}

/** Told how it stands with one deal. */
type Follower = (view: DeliveryView) => void;

interface DeliveriesOptions {
  clock: Clock;
  /** The screens that are connected now. */
  screens: () => string[];
  /** Puts what is settled into the books. */
  write: (deliveries: readonly Delivery[]) => void;
}

/** A screen that has shown nothing by then does not show this deal as it came. */
const PATIENCE_MS = 60_000;
/** Settled deliveries share a transaction. */
const WRITE_EVERY_MS = 5_000;
/** A thousand screens are no thousand words to a phone. */
const WORD_EVERY_MS = 250;

export class Deliveries {
  readonly #options: DeliveriesOptions;
  /** In the order of their revs. */
  #waiting: Waiting[] = [];
  #settled: Waiting[] = [];
  /** What each screen has reported last: older deals are behind it. */
  readonly #reported = new Map<string, number>();
  #cancel: (() => void) | null = null;

  constructor(options: DeliveriesOptions) {
    this.#options = options;
  }

  /** Deals of one commit are on their way to the screens. */
  sent(dealSeqs: readonly number[], rev: number): void {
    if (dealSeqs.length === 0) return;
    const screens = this.#options.screens();
    if (screens.length === 0) return;
    const at = this.#options.clock.now();
    const missing = new Set(screens);
    const { length } = screens;
    this.#waiting.push({ dealSeqs, rev, at, missing, delays: [], screens: length, followers: [], cancelWord: null });
    this.#writeLater();
  }

  /** A screen has this rev, and so all before it, on the glass. */
  shown(screenId: string, rev: number): void {
    const before = this.#reported.get(screenId) ?? 0;
    this.#reported.set(screenId, rev);
    const now = this.#options.clock.now();
    for (let index = this.#waiting.length - 1; index >= 0; index -= 1) {
      const waiting = this.#waiting[index];
      if (!waiting || waiting.rev <= before) break;
      if (waiting.rev <= rev && waiting.missing.delete(screenId)) {
        waiting.delays.push(now - waiting.at);
        this.#wordDue(waiting);
      }
    }
  }

  /** Tells how it stands with a deal that has just come in: now, and whenever more screens have shown it. */
  follow(dealSeq: number, follower: Follower): void {
    const waiting = this.#waiting.find(({ dealSeqs }) => dealSeqs.includes(dealSeq));
    if (!waiting) return;
    waiting.followers.push(follower);
    follower(viewOf(waiting));
  }

  /** The last screen is told of at once, those before it a few at a time. */
  #wordDue(waiting: Waiting): void {
    if (waiting.followers.length === 0) return;
    const speak = (): void => {
      waiting.cancelWord?.();
      waiting.cancelWord = null;
      for (const follower of waiting.followers) follower(viewOf(waiting));
    };
    if (waiting.missing.size === 0) speak();
    else waiting.cancelWord ??= this.#options.clock.after(WORD_EVERY_MS, speak);
  }

  /** How it stands with a deal that has come in lately; null where the books know more. */
  of(dealSeq: number): DeliveryView | null {
    const isIt = ({ dealSeqs }: Waiting): boolean => dealSeqs.includes(dealSeq);
    const found = this.#waiting.find(isIt) ?? this.#settled.find(isIt);
    return found ? viewOf(found) : null;
  }

  /** Writes all that is known; also before a stop. */
  write(isLast = false): void {
    const now = this.#options.clock.now();
    const isSettled = (one: Waiting): boolean => isLast || one.missing.size === 0 || now - one.at >= PATIENCE_MS;
    const settled = this.#waiting.filter(isSettled);
    this.#waiting = this.#waiting.filter((one) => !isSettled(one));
    // What was written a moment ago may not have reached the reader yet.
    this.#settled = settled;
    const deliveries = settled.flatMap((one) => one.dealSeqs.map((dealSeq) => ({ dealSeq, ...viewOf(one) })));
    if (deliveries.length > 0) this.#options.write(deliveries);
  }

  stop(): void {
    this.#cancel?.();
    this.#cancel = null;
    for (const { cancelWord } of this.#waiting) cancelWord?.();
  }

  #writeLater(): void {
    this.#cancel ??= this.#options.clock.after(WRITE_EVERY_MS, () => {
      this.#cancel = null;
      this.write();
      if (this.#waiting.length > 0 || this.#settled.length > 0) this.#writeLater();
    });
  }
}

function viewOf({ screens, delays }: Waiting): DeliveryView {
  const sorted = [...delays].sort((a, b) => a - b);
  return {
    screens,
    shown: sorted.length,
    medianMs: sorted[Math.floor(sorted.length / 2)] ?? null,
    slowestMs: sorted.at(-1) ?? null,
  };
}
