// Watching sockets without a socket.io client, which would spend more on 200 of them than the server does: a raw
// websocket that speaks just enough of engine.io 4 and socket.io 5 to connect, watch and hear.
import { randomBytes } from 'node:crypto';
import { connect, type Socket } from 'node:net';

export interface WatchTarget {
  port: number;
  /** What the handshake carries, as JSON text: a token, or nothing for the tutorial stack. */
  auth: string;
  /** The event sent once connected, with an acknowledgement asked for; null to listen only. */
  ask: string | null;
  /** The event that counts. */
  event: string;
}

export function productWatch(port: number, token: string): WatchTarget {
  return { port, auth: JSON.stringify({ token }), ask: '["board:watch",{"board":"main"}]', event: 'board:patch' };
}

const CLOSE = 8;

export class WatchingSocket {
  readonly #socket: Socket;
  readonly #target: WatchTarget;
  readonly #onEvent: (bytes: number) => void;
  #received: Buffer = Buffer.alloc(0);
  #isUpgraded = false;
  #onReady: () => void = () => undefined;

  private constructor(target: WatchTarget, onEvent: (bytes: number) => void) {
    this.#target = target;
    this.#onEvent = onEvent;
    this.#socket = connect({ port: target.port, host: '127.0.0.1', noDelay: true });
    this.#socket.on('data', (chunk: Buffer) => this.#receive(chunk));
    this.#socket.write(
      `GET /socket.io/?EIO=4&transport=websocket HTTP/1.1\r\nhost: 127.0.0.1:${target.port}\r\nconnection: Upgrade\r\n` +
        `upgrade: websocket\r\nsec-websocket-version: 13\r\nsec-websocket-key: ${randomBytes(16).toString('base64')}\r\n\r\n`,
    );
  }

  /** Resolves once the board has been given; from then on every event calls back with its size. */
  static async open(target: WatchTarget, onEvent: (bytes: number) => void): Promise<WatchingSocket> {
    const watching = new WatchingSocket(target, onEvent);
    await new Promise<void>((resolve, reject) => {
      watching.#onReady = resolve;
      watching.#socket.once('close', () => reject(new Error('a watching socket was sent away')));
    });
    return watching;
  }

  close(): void {
    this.#socket.destroy();
  }

  #receive(chunk: Buffer): void {
    this.#received = this.#received.length === 0 ? chunk : Buffer.concat([this.#received, chunk]);
    if (!this.#isUpgraded) {
      const headEnd = this.#received.indexOf('\r\n\r\n');
      if (headEnd < 0) return;
      this.#isUpgraded = true;
      this.#received = this.#received.subarray(headEnd + 4);
    }
    for (let message = this.#nextMessage(); message !== null; message = this.#nextMessage()) this.#hear(message);
  }

  /** The next whole text frame; servers send theirs unmasked and, at these sizes, in one piece. */
  #nextMessage(): Buffer | null {
    const bytes = this.#received;
    if (bytes.length < 2) return null;
    if ((bytes.readUInt8(0) & 0x0f) === CLOSE) {
      this.#socket.destroy();
      return null;
    }
    const short = bytes.readUInt8(1) & 0x7f;
    const headLength = short < 126 ? 2 : short === 126 ? 4 : 10;
    if (bytes.length < headLength) return null;
    const length = short < 126 ? short : short === 126 ? bytes.readUInt16BE(2) : Number(bytes.readBigUInt64BE(2));
    if (bytes.length < headLength + length) return null;
    this.#received = bytes.subarray(headLength + length);
    return bytes.subarray(headLength, headLength + length);
  }

  #hear(message: Buffer): void {
    const { auth, ask, event } = this.#target;
    const start = message.toString('latin1', 0, event.length + 6);
    if (start.startsWith(`42["${event}"`)) this.#onEvent(message.length);
    else if (start === '2') this.#send('3');
    else if (start.startsWith('0')) this.#send(`40${auth}`);
    else if (start.startsWith('40') && ask !== null) this.#send(`420${ask}`);
    else if (isRefusal(message)) this.#socket.destroy();
    else if (start.startsWith('43') || (start.startsWith('40') && ask === null)) this.#onReady();
  }

  /** A client must mask its frames; a mask of zeros leaves the text as it is. All we say is short. */
  #send(text: string): void {
    const payload = Buffer.from(text);
    const head = Buffer.from([0x81, 0xfe, payload.length >> 8, payload.length & 0xff, 0, 0, 0, 0]);
    const short = Buffer.from([0x81, 0x80 | payload.length, 0, 0, 0, 0]);
    this.#socket.write(Buffer.concat([payload.length < 126 ? short : head, payload]));
  }
}

/** The namespace refused the socket, or the board was not given. */
function isRefusal(message: Buffer): boolean {
  return /^(?:44|43\d+\[\{"error")/.test(message.toString('latin1', 0, 20));
}

/** Many sockets on one board; tells when the last of them has heard. */
export class Crowd {
  #sockets: WatchingSocket[] = [];
  #heard = 0;
  #onAll: (at: number) => void = () => undefined;

  static async open(target: WatchTarget, count: number): Promise<Crowd> {
    const crowd = new Crowd();
    crowd.#sockets = await Promise.all(
      Array.from({ length: count }, () => WatchingSocket.open(target, () => crowd.#count())),
    );
    return crowd;
  }

  /** When the last socket has the next event, by `performance.now()`. */
  next(): Promise<number> {
    this.#heard = 0;
    return new Promise((resolve) => {
      this.#onAll = resolve;
    });
  }

  close(): void {
    for (const socket of this.#sockets) socket.close();
  }

  #count(): void {
    this.#heard += 1;
    if (this.#heard === this.#sockets.length) this.#onAll(performance.now());
  }
}
