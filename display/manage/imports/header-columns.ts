// The column names of a CSV file, read in the browser so that a mapping can be chosen from them. The server reads the
// whole file by its own rules; this needs only the first line.

const DELIMITERS = [',', ';', '\t'] as const;

/** Enough for any header. */
const HEAD_BYTES = 64 * 1024;

export async function readColumns(file: Blob): Promise<string[]> {
  return columnsOf(decode(new Uint8Array(await file.slice(0, HEAD_BYTES).arrayBuffer())));
}

function decode(bytes: Uint8Array): string {
  const [first, second] = bytes;
  const encoding =
    first === 0xff && second === 0xfe ? 'utf-16le' : first === 0xfe && second === 0xff ? 'utf-16be' : 'utf-8';
  return new TextDecoder(encoding).decode(bytes);
}

/** The cells of a table's first line, whichever delimiter it uses, quotes taken off. */
export function columnsOf(text: string): string[] {
  const lines = DELIMITERS.map((delimiter) => firstLine(text.replace(/^\uFEFF/, ''), delimiter));
  const widest = lines.reduce((best, cells) => (cells.length > best.length ? cells : best));
  return [...new Set(widest.map((cell) => cell.trim()).filter((cell) => cell !== ''))];
}

function firstLine(text: string, delimiter: string): string[] {
  const cells: string[] = [];
  let cell = '';
  let isQuoted = false;
  for (let place = 0; place < text.length; place += 1) {
    const char = text[place] ?? '';
    if (isQuoted) {
      if (char !== '"') cell += char;
      else if (text[place + 1] === '"') {
        cell += '"';
        place += 1;
      } else isQuoted = false;
    } else if (char === '"' && cell === '') isQuoted = true;
    else if (char === delimiter) {
      cells.push(cell);
      cell = '';
    } else if (char === '\n' || char === '\r') break;
    else cell += char;
  }
  return [...cells, cell];
}
