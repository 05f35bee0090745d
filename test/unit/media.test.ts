// What a picture and a sound must be, whatever is sent.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readPicture } from '../../server/media/picture.ts';
import { isWav, readSound } from '../../server/media/sound.ts';
import { Refusal } from '../../shared/problem.ts';
import { gifBlock, gifBytes, pngBytes, wavBytes } from '../kit/media.ts';

/** The code of the field error, or what was read. */
function codeOf(read: () => unknown): string {
  try {
    read();
    return 'taken';
  } catch (error) {
    if (error instanceof Refusal) return error.errors[0]?.code ?? error.code;
    throw error;
  }
}

/** An empty JPEG of a size: start, comment, EXIF, frame, scan, end. */
function jpegBytes(width: number, height: number): Buffer {
  const part = (marker: number, data: Buffer): Buffer => {
    const head = Buffer.from([0xff, marker, 0, 0]);
    head.writeUInt16BE(data.length + 2, 2);
    return Buffer.concat([head, data]);
  };
  const frame = Buffer.from([8, height >> 8, height & 255, width >> 8, width & 255, 1, 1, 0x11, 0]);
  return Buffer.concat([
    Buffer.from([0xff, 0xd8]),
    part(0xe1, Buffer.from('Exif\0\0GPS 10.7769 N')),
    part(0xfe, Buffer.from('my secret')),
    part(0xc0, frame),
    part(0xda, Buffer.from([1, 1, 0, 0, 63, 0])),
    Buffer.from([0x55, 0xff, 0xd9]),
  ]);
}

/** A WebP of a size with what a camera adds: where it was taken. */
function webpBytes(width: number, height: number): Buffer {
  const chunk = (name: string, data: Buffer): Buffer => {
    const size = Buffer.alloc(4);
    size.writeUInt32LE(data.length);
    return Buffer.concat([Buffer.from(name), size, data, Buffer.alloc(data.length % 2)]);
  };
  const canvas = Buffer.alloc(10);
  canvas[0] = 0x0c;
  canvas.writeUIntLE(width - 1, 4, 3);
  canvas.writeUIntLE(height - 1, 7, 3);
  const body = Buffer.concat([
    Buffer.from('WEBP'),
    chunk('VP8X', canvas),
    chunk('VP8L', Buffer.from([0x2f, 1, 2, 3, 4])),
    chunk('EXIF', Buffer.from('GPS 10.7769 N')),
    chunk('XMP ', Buffer.from('<x>my secret</x>')),
  ]);
  return chunk('RIFF', body);
}

describe('pictures', () => {
  it('MD1 are what their bytes say, within bounds', () => {
    expect(readPicture(pngBytes(64, 32))).toMatchObject({ type: 'image/png', width: 64, height: 32 });
    expect(readPicture(jpegBytes(64, 32))).toMatchObject({ type: 'image/jpeg', width: 64, height: 32 });
    expect(codeOf(() => readPicture(pngBytes(8, 8)))).toBe('media/size');
    expect(codeOf(() => readPicture(jpegBytes(65_000, 65_000)))).toBe('media/size');
    expect(codeOf(() => readPicture(Buffer.concat([pngBytes(20, 20), Buffer.alloc(2_200_000)])))).toBe(
      'media/too-large',
    );
    for (const text of ['', 'hello', '<svg xmlns="http://www.w3.org/2000/svg" width="20" height="20"/>', '%PDF-1.4']) {
      expect(codeOf(() => readPicture(Buffer.from(text)))).toBe('media/type');
    }
  });

  it('MD1 lose what was written beside the picture', () => {
    const { bytes } = readPicture(jpegBytes(64, 32));
    expect(Buffer.from(bytes).toString('latin1')).not.toMatch(/GPS|secret/);
    const png = readPicture(
      pngBytes(20, 20, [
        ['tEXt', 'Author\0me'],
        ['eXIf', 'GPS'],
      ]),
    );
    expect(Buffer.from(png.bytes).equals(pngBytes(20, 20))).toBe(true);
    const webp = readPicture(webpBytes(64, 32));
    expect(webp).toMatchObject({ type: 'image/webp', width: 64, height: 32 });
    expect(Buffer.from(webp.bytes).toString('latin1')).not.toMatch(/GPS|secret|EXIF|XMP/);
    expect(Buffer.from(webp.bytes).readUInt32LE(4)).toBe(webp.bytes.length - 8);
    expect([webp.bytes[20], readPicture(webp.bytes).bytes]).toEqual([0, webp.bytes]);
    // What hides behind a picture's end goes, too.
    const polyglot = readPicture(Buffer.concat([pngBytes(20, 20), Buffer.from('<script>alert(1)</script>')]));
    expect(Buffer.from(polyglot.bytes).equals(pngBytes(20, 20))).toBe(true);
  });

  it('MD1 that are cut off are refused', () => {
    expect(codeOf(() => readPicture(pngBytes(20, 20).subarray(0, 60)))).toBe('media/broken');
    expect(codeOf(() => readPicture(jpegBytes(64, 32).subarray(0, 30)))).toMatch(/media\/(broken|type)/);
    expect(codeOf(() => readPicture(webpBytes(64, 32).subarray(0, 60)))).toBe('media/broken');
  });

  it('MD1 that are GIFs are walked to their end, and lose what was noted in them', () => {
    const plain = gifBytes(64, 32);
    expect(readPicture(plain)).toMatchObject({ type: 'image/gif', width: 64, height: 32, bytes: plain });
    const notes = [
      gifBlock(0xfe, '', Buffer.from('my secret')),
      gifBlock(0xff, 'XMP DataXMP', Buffer.from('<x>my secret</x>')),
    ];
    expect(readPicture(gifBytes(64, 32, notes)).bytes).toEqual(plain);
    const timed = gifBytes(64, 32, [gifBlock(0xf9, '', Buffer.from([0, 10, 0, 0]))]);
    expect(readPicture(timed).bytes).toEqual(timed);
    expect(readPicture(Buffer.concat([plain, Buffer.from('<script>')])).bytes).toEqual(plain);
    for (let length = 24; length < plain.length; length += 1) {
      expect(
        codeOf(() => readPicture(plain.subarray(0, length))),
        String(length),
      ).toBe('media/broken');
    }
    // A head, and then whatever fills a disk.
    const junk = Buffer.concat([plain.subarray(0, 13), Buffer.alloc(100_000, 7)]);
    expect(codeOf(() => readPicture(junk))).toBe('media/broken');
    const empty = Buffer.concat([plain.subarray(0, 19), Buffer.from([0x3b])]);
    expect(codeOf(() => readPicture(empty))).toBe('media/broken');
  });

  it('MD1 any bytes behind a GIF’s head are read or refused, never more', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 400 }), (tail) => {
        const bytes = Buffer.concat([gifBytes(20, 20).subarray(0, 10), tail]);
        expect(codeOf(() => readPicture(bytes))).toMatch(/^(taken|media\/)/);
      }),
    );
  });
});

const rms = (bytes: Uint8Array): number => {
  const samples = new Int16Array(bytes.slice(44).buffer);
  return Math.sqrt(samples.reduce((sum, sample) => sum + (sample / 32_768) ** 2, 0) / samples.length);
};

describe('sounds', () => {
  it('MD2 come out equally loud, whether they came in faint or loud, and never clip', () => {
    const target = 10 ** (-18 / 20);
    for (const amplitude of [0.04, 0.2, 1]) {
      expect(rms(readSound(wavBytes({ amplitude })).bytes) / target).toBeCloseTo(1, 1);
    }
    // A click among silence cannot be raised beyond its peak.
    const click = wavBytes({ seconds: 2, amplitude: 0.01 });
    click.writeInt16LE(32_767, 44 + 4000);
    const samples = new Int16Array(readSound(click).bytes.slice(44).buffer);
    expect(Math.max(...samples)).toBeLessThanOrEqual(32_767);
  });

  it('MD1 MD2 of another coding, too long, silent or broken are refused, each by name', () => {
    const coded = wavBytes();
    coded.writeUInt16LE(3, 20);
    expect(codeOf(() => readSound(coded))).toBe('media/coding');
    expect(codeOf(() => readSound(wavBytes({ seconds: 11 })))).toBe('media/too-long');
    expect(codeOf(() => readSound(wavBytes({ amplitude: 0.0005 })))).toBe('media/silent');
    expect(codeOf(() => readSound(wavBytes({ seconds: 0 })))).toBe('media/silent');
    expect([0.049, 0.05].map((seconds) => codeOf(() => readSound(wavBytes({ seconds }))))).toEqual([
      'media/silent',
      'taken',
    ]);
    expect(codeOf(() => readSound(wavBytes().subarray(0, 30)))).toBe('media/broken');
  });

  it('MD1 any bytes behind a WAV’s head are read or refused, never more', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 400 }), fc.boolean(), (tail, hasFormat) => {
        const head = wavBytes().subarray(0, hasFormat ? 36 : 12);
        const bytes = Buffer.concat([head, tail]);
        expect(isWav(bytes)).toBe(true);
        expect(codeOf(() => readSound(bytes))).toMatch(/^(taken|media\/)/);
      }),
    );
  });
});
