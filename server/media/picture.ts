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

/** What is kept of each type. */
const PARTS: Readonly<Record<string, (bytes: Uint8Array) => Uint8Array[] | null>> = {
  'image/jpeg': jpegParts,
  'image/png': pngParts,
  'image/webp': webpParts,
  'image/gif': gifParts,
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

const GIF_HEAD = 13;
const GIF = { image: 0x2c, extension: 0x21, trailer: 0x3b, comment: 0xfe, application: 0xff };
/** Says how often a GIF plays; all other applications only note something. */
const GIF_LOOP = 'NETSCAPE2.0';

/** A GIF without comments and notes, up to its end; null where it is damaged, shows nothing or does not end. */
function gifParts(bytes: Uint8Array): Uint8Array[] | null {
  let at = GIF_HEAD + colourBytes(bytes[10] ?? 0);
  const parts = [bytes.subarray(0, at)];
  let hasImage = false;
  while (at < bytes.length) {
    const kind = bytes[at];
    if (kind === GIF.trailer) return hasImage ? [...parts, bytes.subarray(at, at + 1)] : null;
    if (kind !== GIF.image && kind !== GIF.extension) return null;
    // Behind an image's place, size and colours stands how its letters are packed.
    const head = kind === GIF.image ? 11 + colourBytes(bytes[at + 9] ?? 0) : 2;
    const end = endOfBlocks(bytes, at + head);
    if (end === null) return null;
    hasImage ||= kind === GIF.image;
    if (kind === GIF.image || !isGifNote(bytes, at)) parts.push(bytes.subarray(at, end));
    at = end;
  }
  return null;
}

/** How many bytes a table of colours takes, by the flags that tell of it. */
function colourBytes(flags: number): number {
  return (flags & 0x80) === 0 ? 0 : 3 * 2 ** ((flags & 0x07) + 1);
}

/** Where a row of blocks, each with its length before it, is over; null where it is not. */
function endOfBlocks(bytes: Uint8Array, start: number): number | null {
  for (let at = start; at < bytes.length;) {
    const length = bytes[at] ?? 0;
    at += 1 + length;
    if (length === 0) return at;
  }
  return null;
}

function isGifNote(bytes: Uint8Array, at: number): boolean {
  const label = bytes[at + 1];
  if (label !== GIF.application) return label === GIF.comment;
  return String.fromCharCode(...bytes.subarray(at + 3, at + 3 + GIF_LOOP.length)) !== GIF_LOOP;
}
