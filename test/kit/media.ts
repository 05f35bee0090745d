// Pictures and sounds for tests, made on the spot.
import { crc32, deflateSync } from 'node:zlib';

/** A PNG of one colour, with more chunks before its end where they are given. */
export function pngBytes(width: number, height: number, notes: readonly [name: string, text: string][] = []): Buffer {
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  head.set([8, 2, 0, 0, 0], 8);
  const line = Buffer.alloc(1 + width * 3, 120);
  line[0] = 0;
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', head),
    ...notes.map(([name, text]) => chunk(name, Buffer.from(text))),
    chunk('IDAT', deflateSync(Buffer.concat(Array.from({ length: height }, () => line)))),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

function chunk(name: string, data: Buffer): Buffer {
  const size = Buffer.alloc(4);
  size.writeUInt32BE(data.length);
  const body = Buffer.concat([Buffer.from(name, 'latin1'), data]);
  const sum = Buffer.alloc(4);
  sum.writeUInt32BE(crc32(body) >>> 0);
  return Buffer.concat([size, body, sum]);
}

export interface Tone {
  seconds?: number;
  hz?: number;
  /** 0 to 1. */
  amplitude?: number;
  rate?: number;
}

/** A sine in a mono 16-bit WAV. */
export function wavBytes({ seconds = 0.5, hz = 440, amplitude = 0.5, rate = 8000 }: Tone = {}): Buffer {
  const count = Math.round(seconds * rate);
  const bytes = Buffer.alloc(44 + count * 2);
  bytes.write('RIFF', 0, 'latin1');
  bytes.writeUInt32LE(bytes.length - 8, 4);
  bytes.write('WAVEfmt ', 8, 'latin1');
  bytes.writeUInt32LE(16, 16);
  bytes.set([1, 0, 1, 0], 20);
  bytes.writeUInt32LE(rate, 24);
  bytes.writeUInt32LE(rate * 2, 28);
  bytes.set([2, 0, 16, 0], 32);
  bytes.write('data', 36, 'latin1');
  bytes.writeUInt32LE(count * 2, 40);
  for (let index = 0; index < count; index += 1) {
    bytes.writeInt16LE(Math.round(amplitude * 32_767 * Math.sin((2 * Math.PI * hz * index) / rate)), 44 + index * 2);
  }
  return bytes;
}

/** A GIF of one colour that plays for ever, with more blocks before its end where they are given. */
export function gifBytes(width: number, height: number, blocks: readonly Uint8Array[] = []): Buffer {
  const size = Buffer.alloc(4);
  size.writeUInt16LE(width, 0);
  size.writeUInt16LE(height, 2);
  return Buffer.concat([
    Buffer.from('GIF89a'),
    size,
    Buffer.from([0x80, 0, 0, 255, 255, 255, 0, 0, 0]),
    gifBlock(0xff, 'NETSCAPE2.0', Buffer.from([1, 0, 0])),
    ...blocks,
    Buffer.from([0x2c, 0, 0, 0, 0]),
    size,
    Buffer.from([0, 2, 2, 0x4c, 0x01, 0]),
    Buffer.from([0x3b]),
  ]);
}

/** An extension of a GIF: what kind, whose (if anybody's), what it holds. */
export function gifBlock(label: number, whose: string, data: Uint8Array): Buffer {
  const owner = whose === '' ? [] : [whose.length, ...Buffer.from(whose, 'latin1')];
  return Buffer.from([0x21, label, ...owner, data.length, ...data, 0]);
}
