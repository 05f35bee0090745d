// The wire to a browser that is too old for Playwright: Chromium's DevTools protocol, said by hand.
import { once } from 'node:events';
import { WebSocket } from 'ws';

export interface Exception {
  text: string;
  exception?: { description?: string };
}

/** What is listened to. */
export interface DevtoolsEvents {
  'Runtime.exceptionThrown': { exceptionDetails: Exception };
  'Runtime.consoleAPICalled': { type: string; args: readonly { value?: unknown; description?: string }[] };
  'Log.entryAdded': { entry: { level: string; text: string; url?: string } };
}

interface Answer {
  id?: number;
  method?: string;
  params?: unknown;
  result?: unknown;
  error?: { message: string };
}

interface Call {
  method: string;
  resolve: (result: unknown) => void;
  reject: (error: Error) => void;
}

/** An old engine that hangs must not hang the run. */
const ANSWER_MS = 20_000;

export class Devtools {
  readonly #socket: WebSocket;
  readonly #calls = new Map<number, Call>();
  readonly #listeners = new Map<string, (params: never) => void>();
  #last = 0;
  #isOver: Error | null = null;

  private constructor(socket: WebSocket, name: string) {
    this.#socket = socket;
    socket.on('message', (data: Buffer) => this.#hear(JSON.parse(data.toString()) as Answer));
    socket.on('close', () => this.end(new Error(`${name} died`)));
    socket.on('error', (error) => this.end(error));
  }

  static async connect(address: string, name: string): Promise<Devtools> {
    const socket = new WebSocket(address, { perMessageDeflate: false });
    await once(socket, 'open');
    return new Devtools(socket, name);
  }

  on<E extends keyof DevtoolsEvents>(event: E, listener: (params: DevtoolsEvents[E]) => void): void {
    this.#listeners.set(event, listener);
  }

  send<R = unknown>(method: string, params: object = {}): Promise<R> {
    if (this.#isOver) return Promise.reject(new Error(`${method}: ${this.#isOver.message}`));
    this.#last += 1;
    const id = this.#last;
    return new Promise<R>((resolve, reject) => {
      const timer = setTimeout(() => this.#take(id)?.reject(new Error(`${method}: no answer`)), ANSWER_MS);
      const done = (): void => clearTimeout(timer);
      this.#calls.set(id, {
        method,
        resolve: (result) => (done(), resolve(result as R)),
        reject: (error) => (done(), reject(error)),
      });
      this.#socket.send(JSON.stringify({ id, method, params }));
    });
  }

  /** Whoever waits for an answer is told why there will be none. */
  end(reason: Error): void {
    this.#isOver ??= reason;
    for (const id of this.#calls.keys()) {
      const call = this.#take(id);
      call?.reject(new Error(`${call.method}: ${this.#isOver.message}`));
    }
    this.#socket.close();
  }

  #take(id: number): Call | undefined {
    const call = this.#calls.get(id);
    this.#calls.delete(id);
    return call;
  }

  #hear({ id, method = '', params, result, error }: Answer): void {
    if (id === undefined) {
      this.#listeners.get(method)?.(params as never);
      return;
    }
    const call = this.#take(id);
    if (error) call?.reject(new Error(`${call.method}: ${error.message}`));
    else call?.resolve(result);
  }
}
