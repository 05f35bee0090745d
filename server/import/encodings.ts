// Bytes to text: UTF-8 and UTF-16, with or without a byte order mark. Anything else is refused with its line named.
import { isUtf8 } from 'node:buffer';
import { Refusal } from '../../shared/problem.ts';

export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be';

const LINE_FEED = 0x0a;
/** How many bytes are looked at to tell UTF-16 without a mark from UTF-8. */
const SAMPLE_BYTES = 4096;
const BLOCK_BYTES = 65_536;

/** A refusal of the whole file that names a place in it: `lines.3`, `rows.3` or `file`. */
export function unreadable(field: string, code: string, message: string): Refusal {
  return new Refusal('import/unreadable', [{ field, code, message }], message);
}

/**
 * The text of a file and the encoding it was in; a byte order mark is left out.
 * Throws `import/unreadable` for workbooks, for bytes that are not valid in the encoding and for NUL characters.
 */
export function decodeText(bytes: Uint8Array): { text: string; encoding: Encoding } {
  if (isWorkbook(bytes)) {
    const message = 'This is an Excel workbook, not a CSV file: save it as “CSV UTF-8” first.';
    throw unreadable('file', 'file/workbook', message);
  }
  const encoding = encodingOf(bytes);
  const text = decode(bytes, encoding);
  const nul = text.indexOf('\0');
  if (nul >= 0) {
    const line = text.slice(0, nul).split('\n').length;
    throw unreadable(`lines.${line}`, 'file/nul', `Line ${line} has a NUL character: this is not a text file.`);
  }
  return { text, encoding };
}

/** The first bytes of a ZIP archive (.xlsx, .ods) or of an OLE file (.xls). */
function isWorkbook(bytes: Uint8Array): boolean {
  const starts = (...head: number[]) => head.every((byte, index) => bytes[index] === byte);
  return starts(0x50, 0x4b, 0x03, 0x04) || starts(0xd0, 0xcf, 0x11, 0xe0);
}

function encodingOf(bytes: Uint8Array): Encoding {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  return unmarkedUtf16(bytes) ?? 'utf-8';
}

/** UTF-16 has a zero beside every plain letter, digit, delimiter and line end; UTF-8 text has no zeros at all. */
function unmarkedUtf16(bytes: Uint8Array): Encoding | null {
  const end = Math.min(bytes.length, SAMPLE_BYTES) & ~1;
  let little = 0;
  let big = 0;
  for (let at = 0; at < end; at += 2) {
    const [first = 0, second = 0] = [bytes[at], bytes[at + 1]];
    if (second === 0 && isPlain(first)) little += 1;
    if (first === 0 && isPlain(second)) big += 1;
  }
  const least = end / 20;
  if (little > least && little > big) return 'utf-16le';
  return big > least && big > little ? 'utf-16be' : null;
}

function isPlain(byte: number): boolean {
  return byte >= 0x09 && byte < 0x7f;
}

function decode(bytes: Uint8Array, encoding: Encoding): string {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    if (encoding === 'utf-8') {
      const line = brokenLine(bytes);
      const message = `Line ${line} is not valid UTF-8: save the file as “CSV UTF-8” and try again.`;
      throw unreadable(`lines.${line}`, 'file/not-utf8', message);
    }
    throw unreadable('file', 'file/not-utf16', 'The file looks like UTF-16, but parts of it are broken.');
  }
}

/** The number of the first line whose bytes are not UTF-8: whole blocks of lines first, then the lines of one. */
function brokenLine(bytes: Uint8Array): number {
  const block = firstBroken(bytes, 0, BLOCK_BYTES);
  const start = firstBroken(bytes, block, 1);
  let line = 1;
  for (let at = bytes.indexOf(LINE_FEED); at >= 0 && at < start; at = bytes.indexOf(LINE_FEED, at + 1)) line += 1;
  return line;
}

/** From `start` on, the first piece that is not UTF-8; pieces are at least `size` bytes and end with a line. */
function firstBroken(bytes: Uint8Array, start: number, size: number): number {
  for (let from = start; from < bytes.length;) {
    const lineEnd = bytes.indexOf(LINE_FEED, from + size - 1);
    const end = lineEnd < 0 ? bytes.length : lineEnd + 1;
    if (!isUtf8(bytes.subarray(from, end))) return from;
    from = end;
  }
  return start;
}
