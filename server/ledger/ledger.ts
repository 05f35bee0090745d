// The one door for writes. Commands go to the writing thread; its commits come back, are told to the listeners
// (boards, directory), and only then are the callers answered: commit, then fold, then publish, then reply.
import { Worker } from 'node:worker_threads';
import { Refusal } from '../../shared/problem.ts';
import type { Actor } from '../../shared/roles.ts';
import type { Change, CommandName, Commands, Commit, Reply, Request } from './commands.ts';

export interface Committed {
  rev: number;
  changes: readonly Change[];
}

interface Waiting {
  resolve: (value: unknown) => void;
  reject: (error: Error) => void;
}

export interface LedgerOptions {
  file: string;
  now: () => number;
  /** Told of failures that are not the caller's. */
  onFailure: (cause: string) => void;
  /** Told once where the writing thread has ended by itself: nothing can be written any more. */
  onDeath?: () => void;
}

export class Ledger {
  readonly #worker: Worker;
  readonly #options: LedgerOptions;
  readonly #waiting = new Map<number, Waiting>();
  readonly #listeners: ((commit: Committed) => void)[] = [];
  #queue: Request[] = [];
  #scheduled = false;
  #ticket = 0;
  #closing = false;

  private constructor(worker: Worker, options: LedgerOptions) {
    this.#worker = worker;
    this.#options = options;
    worker.on('message', (commit: Commit) => this.#settle(commit));
    worker.on('error', (error) => this.#fail(error));
    worker.on('exit', () => this.#fail(new Error('The writing thread has ended.')));
  }

  /** Starts the writing thread, which opens and migrates the file. Rejects where it cannot. */
  static async open(options: LedgerOptions): Promise<Ledger> {
    const worker = startThread(options.file);
    await new Promise<void>((resolve, reject) => {
      worker.once('message', () => resolve());
      worker.once('error', reject);
    });
    return new Ledger(worker, options);
  }

  /** Runs one command. Resolves after its commit is durable and folded; rejects with a `Refusal`. */
  run<N extends CommandName>(name: N, actor: Actor, input: Commands[N]['input']): Promise<Commands[N]['output']> {
    if (this.#closing) return Promise.reject(new Refusal('store/failed'));
    this.#ticket += 1;
    const ticket = this.#ticket;
    this.#queue.push({ ticket, name, actor, now: this.#options.now(), input });
    if (!this.#scheduled) {
      this.#scheduled = true;
      setImmediate(() => this.#send());
    }
    return new Promise((resolve, reject) => {
      this.#waiting.set(ticket, { resolve: resolve as (value: unknown) => void, reject });
    });
  }

  /** Whether it still takes commands. */
  get isOpen(): boolean {
    return !this.#closing;
  }

  /** Hears of every commit that changed something, before its callers are answered. */
  onCommit(listener: (commit: Committed) => void): void {
    this.#listeners.push(listener);
  }

  /** Ends the thread after everything that was sent is committed. */
  async close(): Promise<void> {
    if (this.#closing) return;
    this.#send();
    this.#closing = true;
    const ended = new Promise((resolve) => this.#worker.once('exit', resolve));
    this.#worker.postMessage('close');
    await ended;
  }

  #send(): void {
    this.#scheduled = false;
    if (this.#queue.length === 0) return;
    this.#worker.postMessage(this.#queue);
    this.#queue = [];
  }

  #settle(commit: Commit): void {
    if (commit.changes.length > 0) {
      for (const listener of this.#listeners) this.#tell(listener, commit);
    }
    for (const reply of commit.replies) this.#answer(reply);
  }

  /** The commit is durable whatever a listener makes of it. */
  #tell(listener: (commit: Committed) => void, commit: Committed): void {
    try {
      listener(commit);
    } catch (error) {
      this.#options.onFailure(causeOf(error));
    }
  }

  #answer(reply: Reply): void {
    const waiting = this.#waiting.get(reply.ticket);
    this.#waiting.delete(reply.ticket);
    if (!('refusal' in reply)) {
      waiting?.resolve(reply.value);
      return;
    }
    if (reply.cause !== undefined) this.#options.onFailure(reply.cause);
    const { code, errors, detail } = reply.refusal;
    waiting?.reject(new Refusal(code, errors, detail));
  }

  #fail(error: Error): void {
    const isUnexpected = !this.#closing;
    this.#closing = true;
    if (isUnexpected) {
      this.#options.onFailure(causeOf(error));
      this.#options.onDeath?.();
    }
    for (const waiting of this.#waiting.values()) waiting.reject(new Refusal('store/failed'));
    this.#waiting.clear();
  }
}

function causeOf(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}

/** From sources (tests, `npm run dev`) the thread has to load its own TypeScript loader first. */
function startThread(file: string): Worker {
  // Commands live briefly: room for the young ones keeps the collector from copying them about.
  const options = { workerData: { file }, resourceLimits: { maxYoungGenerationSizeMb: 64 } };
  if (!import.meta.url.endsWith('.ts')) return new Worker(new URL('./writer.js', import.meta.url), options);
  const source = JSON.stringify(new URL('./writer.ts', import.meta.url).href);
  return new Worker(`import('tsx/esm/api').then(({ register }) => (register(), import(${source})))`, {
    ...options,
    eval: true,
  });
}
