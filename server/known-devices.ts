// Devices that an account has been let in from before, told by a cookie that the account itself vouches for: signed with
// its password's hash, so that nothing has to be kept of them and a new password forgets them all. Such a device opens
// nothing by itself; it only has guesses of its own (rule RO7), so that nobody is locked out by a stranger's.
import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import type { User } from './store/accounts.ts';

export const DEVICE_COOKIE = 'winboard_device';
/** The longest that browsers keep a cookie. */
export const DEVICE_S = 400 * 86_400;
/** Accounts of which one device is remembered: a laptop on a counter has several. */
const MOST = 8;

type Vouching = Pick<User, 'id' | 'passwordHash'>;

/** The device's name within an account, or null where the account does not know it. */
export function knownDevice(cookie: string | undefined, user: Vouching): string | null {
  const entry = entriesOf(cookie).find(({ userId }) => userId === user.id);
  if (!entry || user.passwordHash === null) return null;
  const [given, right] = [entry.mac, macOf(user.passwordHash, user.id, entry.device)].map((mac) => Buffer.from(mac));
  return given && right && given.length === right.length && timingSafeEqual(given, right) ? entry.device : null;
}

/** The cookie's next value, after an account has been let in on this device. */
export function rememberDevice(cookie: string | undefined, user: Vouching): string | null {
  if (user.passwordHash === null) return null;
  const device = knownDevice(cookie, user) ?? randomBytes(9).toString('base64url');
  const own = { userId: user.id, device, mac: macOf(user.passwordHash, user.id, device) };
  const others = entriesOf(cookie).filter(({ userId }) => userId !== user.id);
  return [own, ...others]
    .slice(0, MOST)
    .map((entry) => `${entry.userId}.${entry.device}.${entry.mac}`)
    .join('~');
}

interface Entry {
  userId: string;
  device: string;
  mac: string;
}

function entriesOf(cookie: string | undefined): Entry[] {
  return (cookie ?? '')
    .split('~', MOST)
    .map((entry) => entry.split('.'))
    .flatMap(([userId, device, mac, ...rest]) =>
      userId && device && mac && rest.length === 0 ? [{ userId, device, mac }] : [],
    );
}

function macOf(passwordHash: string, userId: string, device: string): string {
  return createHmac('sha256', passwordHash).update(`${userId}.${device}`).digest('base64url');
}
