// PINs for shared phones. Rule RO8.

/** How many digits a PIN has. */
export const PIN_LENGTH = { least: 4, most: 8 } as const;

/** What people choose first, and who guesses tries first: the middle column of the keys, pairs in a row. */
const COMMON = new Set(['2580', '0852', '1122', '2211', '112233', '147258', '159357', '159753']);

/** Whether a PIN is among the first that anybody tries: one digit, a run, a beat that repeats, a pattern of the keys. */
export function isWeakPin(pin: string): boolean {
  if (COMMON.has(pin)) return true;
  if (/^(\d{1,4})\1+$/.test(pin)) return true;
  const steps = new Set(Array.from(pin.slice(1), (digit, index) => (Number(digit) - Number(pin[index]) + 10) % 10));
  return steps.size === 1 && (steps.has(1) || steps.has(9));
}
