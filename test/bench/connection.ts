// HTTP over a raw socket, one request at a time: an ordinary client would cost more than the servers it measures.
import { once } from 'node:events';
import { connect, type Socket } from 'node:net';

export interface Answer {
  status: number;
  body: string;
}

export interface Target {
  port: number;
  path: string;
  /** A bearer token; none for the references. */
  token?: string;
  /** A person's session, as a `Cookie` header. */
  cookie?: string;
}

const HEAD_END = '\r\n\r\n';

export class Connection {
  readonly #socket: Socket;
  readonly #head: string;
  #received: Buffer = Buffer.alloc(0);
  #onAnswer: ((answer: Answer) => void) | null = null;

  private constructor(socket: Socket, { port, path, token, cookie }: Target) {
    this.#socket = socket;
    const authorization = token === undefined ? '' : `authorization: Bearer ${token}\r\n`;
    const session = cookie === undefined ? '' : `cookie: ${cookie}\r\n`;
    this.#head =
      `POST ${path} HTTP/1.1\r\nhost: 127.0.0.1:${port}\r\n${authorization}${session}` +
      'content-type: application/json\r\ncontent-length: ';
    socket.on('data', (chunk: Buffer) => this.#receive(chunk));
  }

  static async open(target: Target): Promise<Connection> {
    const socket = connect({ port: target.port, host: '127.0.0.1', noDelay: true });
    await once(socket, 'connect');
    return new Connection(socket, target);
  }

  /** Posts a JSON body; the answer comes before the next post. */
  post(body: string, onAnswer: (answer: Answer) => void): void {
    this.#onAnswer = onAnswer;
    this.#socket.write(this.#head + Buffer.byteLength(body) + HEAD_END + body);
  }

  ask(body: string): Promise<Answer> {
    return new Promise((resolve) => this.post(body, resolve));
  }

  close(): void {
    this.#socket.destroy();
  }

  #receive(chunk: Buffer): void {
    this.#received = this.#received.length === 0 ? chunk : Buffer.concat([this.#received, chunk]);
    const headEnd = this.#received.indexOf(HEAD_END);
    if (headEnd < 0) return;
    const head = this.#received.toString('latin1', 0, headEnd);
    const length = Number(/content-length: (\d+)/i.exec(head)?.[1] ?? 0);
    const start = headEnd + HEAD_END.length;
    if (this.#received.length < start + length) return;
    const body = this.#received.toString('utf8', start, start + length);
    this.#received = Buffer.alloc(0);
    this.#onAnswer?.({ status: Number(head.slice(9, 12)), body });
  }
}
