// The time and the memory of celebrations: when each fanfare comes and goes, and what this screen has celebrated.
import type { Win } from '../../../shared/patch.ts';
import { readKept, writeKept } from '../../kit/kept.ts';
import {
  admitBoard,
  admitNews,
  celebratedSeq,
  openQueue,
  fanfareHas,
  lastsMs,
  takeMissed,
  takeFanfare,
  withdraw,
  type Queue,
  type Fanfare,
} from './queue.ts';

export interface CeremonyOptions {
  /** The server's time. */
  now: () => number;
  /** No fanfares at all. */
  calm: () => boolean;
  onFanfare: (fanfare: Fanfare | null) => void;
  onMissed: (wins: readonly Win[]) => void;
}

interface Kept {
  /** Names the database that the number belongs to. */
  epoch: string;
  seq: number;
}

const KEY = 'tv.celebrated';

/** The motion of ranks comes first, the fanfare after it (rule CE2). */
const MOTION_MS = 2400;
/** Rows that never come to rest do not put a fanfare off for longer than this. */
const MOST_MS = 6000;
/** The board is seen for a moment between two fanfares. */
const GAP_MS = 900;

export class Ceremony {
  readonly #options: CeremonyOptions;
  #epoch: string | null = null;
  #queue: Queue = openQueue(null);
  #fanfare: Fanfare | null = null;
  #quietUntil = 0;
  /** Since when a win waits; null while none does. */
  #waitingSince: number | null = null;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #whenQuiet: (() => void)[] = [];

  constructor(options: CeremonyOptions) {
    this.#options = options;
  }

  get isOn(): boolean {
    return this.#fanfare !== null;
  }

  /** A whole board's wins (`news` false), or those that have just come in. */
  admit(wins: readonly Win[], epoch: string, news: boolean): void {
    if (epoch !== this.#epoch) this.#open(epoch);
    this.#queue = news ? admitNews(this.#queue, wins) : admitBoard(this.#queue, wins, this.#options.now());
    if (this.#options.calm()) this.#queue = { ...this.#queue, waiting: [] };
    const { missed, queue } = takeMissed(this.#queue);
    this.#queue = queue;
    if (missed.length > 0) this.#options.onMissed(missed);
    this.#keep();
    this.rowsMove();
  }

  /** Shows a sample at once, in place of what is on. */
  rehearse(win: Win): void {
    clearTimeout(this.#timer);
    this.#show({ type: 'win', win });
  }

  /** Rows are about to move: no fanfare before they have arrived. */
  rowsMove(): void {
    const now = performance.now();
    this.#waitingSince = this.#queue.waiting.length === 0 ? null : (this.#waitingSince ?? now);
    this.#quietUntil = Math.min(now + MOTION_MS, (this.#waitingSince ?? now) + MOST_MS);
    this.#pump();
  }

  /** A void withdraws the win, also from the glass (rule CE3). */
  withdraw(dealId: string): void {
    this.#queue = withdraw(this.#queue, dealId);
    this.#keep();
    if (this.#fanfare && fanfareHas(this.#fanfare, dealId)) this.#end();
  }

  /** Takes everything off the glass and out of the queue: it may show what must not be seen any more. */
  drop(): void {
    this.#queue = { ...this.#queue, waiting: [], missed: [] };
    this.#keep();
    if (this.#fanfare) this.#end();
  }

  /** Calls back as soon as nothing is shown and nothing waits. */
  whenQuiet(callback: () => void): void {
    this.#whenQuiet.push(callback);
    this.#settle();
  }

  stop(): void {
    clearTimeout(this.#timer);
    this.#whenQuiet = [];
  }

  /** Another database has other numbers: what was celebrated in the last one says nothing of this one. */
  #open(epoch: string): void {
    const kept = readKept(KEY) as Kept | null;
    this.#epoch = epoch;
    this.#queue = openQueue(kept?.epoch === epoch ? kept.seq : null);
  }

  #keep(): void {
    const seq = celebratedSeq(this.#queue);
    if (this.#epoch !== null && seq !== null) writeKept(KEY, { epoch: this.#epoch, seq } satisfies Kept);
  }

  #pump(): void {
    if (this.#fanfare) return;
    clearTimeout(this.#timer);
    if (this.#queue.waiting.length === 0) {
      this.#settle();
      return;
    }
    const wait = this.#quietUntil - performance.now();
    this.#timer = setTimeout(() => this.#begin(), Math.max(0, wait));
  }

  #begin(): void {
    const { fanfare, queue } = takeFanfare(this.#queue);
    this.#queue = queue;
    this.#keep();
    if (fanfare) this.#show(fanfare);
  }

  #show(fanfare: Fanfare): void {
    this.#fanfare = fanfare;
    this.#options.onFanfare(fanfare);
    this.#timer = setTimeout(() => this.#end(), lastsMs(fanfare));
  }

  #end(): void {
    clearTimeout(this.#timer);
    this.#fanfare = null;
    this.#waitingSince = null;
    this.#quietUntil = performance.now() + GAP_MS;
    this.#options.onFanfare(null);
    this.#pump();
  }

  #settle(): void {
    if (this.#fanfare || this.#queue.waiting.length > 0) return;
    const callbacks = this.#whenQuiet;
    this.#whenQuiet = [];
    for (const callback of callbacks) callback();
  }
}
