// A picture is what its bytes say. Its size is bounded, and what a camera wrote beside the picture (where it was taken,
// say) is left out. Rule MD1.
import { imageSize } from 'image-size';
import { Refusal } from '../../shared/problem.ts';

export interface Picture {
  type: string;
  bytes: Uint8Array;
  width: number;
  height: number;
}

const TYPES: Readonly<Record<string, string>> = {
  png: 'image/png',
  jpg: 'image/jpeg',
  webp: 'image/webp',
  gif: 'image/gif',
};
const MAX_BYTES = 2 * 1024 * 1024;
const SIDE = { least: 16, most: 4096 };

/** Reads a picture. Refuses, by the field `file`: what is none of ours, too large a file or a picture, broken bytes. */
export function readPicture(bytes: Uint8Array): Picture {
  const { type, width, height } = sizeOf(bytes);
  if (bytes.length > MAX_BYTES) throw Refusal.field('file', 'media/too-large', 'must be at most 2 MB');
  if (Math.max(width, height) > SIDE.most || Math.min(width, height) < SIDE.least) {
    throw Refusal.field('file', 'media/size', `must have ${SIDE.least} to ${SIDE.most} pixels a side`);
  }
  return { type, width, height, bytes: withoutNotes(bytes, type) };
}

function sizeOf(bytes: Uint8Array): { type: string; width: number; height: number } {
  try {
    const { type = '', width, height } = imageSize(bytes);
    const known = TYPES[type];
    if (known !== undefined) return { type: known, width, height };
  } catch {
    // Not a picture, or one that ends too early: said below.
  }
  throw Refusal.field('file', 'media/type', 'must be a PNG, JPEG, WebP or GIF picture, or a WAV sound');
}

function withoutNotes(bytes: Uint8Array, type: string): Uint8Array {
  const kept = PARTS[type]?.(bytes) ?? null;
  if (kept === null) throw Refusal.field('file', 'media/broken', 'is damaged');
  return Buffer.concat(kept);
}

/** What is kept of each type. A GIF has no place for what a camera notes. */
const PARTS: Readonly<Record<string, (bytes: Uint8Array) => Uint8Array[] | null>> = {
  'image/jpeg': jpegParts,
  'image/png': pngParts,
  'image/webp': webpParts,
  'image/gif': (bytes) => [bytes],
};

const JPEG = { soi: 0xd8, sos: 0xda, comment: 0xfe, app0: 0xe0, app2: 0xe2, app14: 0xee, app15: 0xef };

/** A JPEG without comments and application segments, but for those that its colours need; null where it is damaged. */
function jpegParts(bytes: Uint8Array): Uint8Array[] | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const parts = [bytes.subarray(0, 2)];
  for (let at = 2; at + 4 <= bytes.length;) {
    const marker = bytes[at + 1] ?? 0;
    if (bytes[at] !== 0xff) return null;
    if (marker === JPEG.sos) return [...parts, bytes.subarray(at)];
    const end = at + 2 + view.getUint16(at + 2);
    if (end > bytes.length || end < at + 4) return null;
    const isColour = marker === JPEG.app0 || marker === JPEG.app2 || marker === JPEG.app14;
    const isNote = marker === JPEG.comment || (marker >= JPEG.app0 && marker <= JPEG.app15 && !isColour);
    if (!isNote) parts.push(bytes.subarray(at, end));
    at = end;
  }
  return null;
}

const PNG_HEAD = 8;
const PNG_NOTES: ReadonlySet<string> = new Set(['tEXt', 'zTXt', 'iTXt', 'eXIf', 'tIME']);

/** A PNG without its texts, up to its end; null where it is damaged. */
function pngParts(bytes: Uint8Array): Uint8Array[] | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const parts = [bytes.subarray(0, PNG_HEAD)];
  for (let at = PNG_HEAD; at + 12 <= bytes.length;) {
    const end = at + 12 + view.getUint32(at);
    if (end > bytes.length) return null;
    const name = String.fromCharCode(...bytes.subarray(at + 4, at + 8));
    if (!PNG_NOTES.has(name)) parts.push(bytes.subarray(at, end));
    if (name === 'IEND') return parts;
    at = end;
  }
  return null;
}

const WEBP_HEAD = 12;
/** In the flags of a VP8X chunk: there are EXIF and XMP to come. */
const WEBP_HAS_NOTES = 0x0c;

/** A WebP without EXIF and XMP; null where it is damaged. */
function webpParts(bytes: Uint8Array): Uint8Array[] | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const chunks: Buffer[] = [];
  for (let at = WEBP_HEAD; at + 8 <= bytes.length;) {
    const size = view.getUint32(at + 4, true);
    const end = at + 8 + size + (size % 2);
    if (at + 8 + size > bytes.length) return null;
    const name = String.fromCharCode(...bytes.subarray(at, at + 4));
    const chunk = Buffer.from(bytes.subarray(at, end));
    if (name === 'VP8X') chunk[8] = (chunk[8] ?? 0) & ~WEBP_HAS_NOTES;
    if (name !== 'EXIF' && name !== 'XMP ') chunks.push(chunk);
    at = end;
  }
  const head = Buffer.from(bytes.subarray(0, WEBP_HEAD));
  head.writeUInt32LE(4 + chunks.reduce((sum, { length }) => sum + length, 0), 4);
  return [head, ...chunks];
}
