// The code that an unpaired TV shows and a manager types. Rule SC9.

/** No two of them are taken for each other, on a wall or over the phone: no 0 O D Q, 1 I L, 2 Z, 5 S, 6 G, 8 B, U V. */
export const CODE_LETTERS = 'ACEFHJKMNPRTWXY3479';
export const CODE_LENGTH = 6;
const CODE = new RegExp(`^[${CODE_LETTERS}]{${CODE_LENGTH}}$`);
/** How long a code can be claimed; the TV then shows another. */
export const CODE_MS = 600_000;

/** What somebody typed, as a code: in any case, with spaces and dashes; null where it is none. */
export function readCode(typed: string): string | null {
  const code = typed
    .normalize('NFKC')
    .replace(/[\s.-]/g, '')
    .toUpperCase();
  return CODE.test(code) ? code : null;
}

/** As it is read out and written on the wall: in two halves. */
export function showCode(code: string): string {
  return `${code.slice(0, CODE_LENGTH / 2)} ${code.slice(CODE_LENGTH / 2)}`;
}
