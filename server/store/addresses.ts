// Looking somebody up by e-mail address. SQLite knows the cases of ASCII alone, and addresses of before were kept as they
// had been typed: those with other letters are compared here.
import type { Statement } from 'better-sqlite3';
import { foldKey } from '../../shared/fold.ts';

/** For a WHERE: an address with letters beyond ASCII, of which there are few. */
export const ODD_ADDRESS = "email GLOB '*[^ -~]*'";

/** Finds a row by its address: `same` gives the one that is kept in its normal form, `odd` all with odd letters. */
export function byAddress<Row extends { email: string | null }>(
  same: Statement<[string], Row>,
  odd: Statement<[], Row>,
): (email: string) => Row | undefined {
  return (email) => {
    if (!email.includes('@')) return undefined;
    const key = foldKey(email);
    return same.get(key) ?? odd.all().find((row) => row.email !== null && foldKey(row.email) === key);
  };
}
