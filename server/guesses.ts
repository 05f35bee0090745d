// How often somebody may guess at a password, a PIN, a link or the setup token. Rule RO7. A right one costs nothing, so
// that an office of hundreds signs in through one router at nine o'clock; a wrong one is taken from every allowance that
// it touches. An account's own devices have an allowance that no stranger can use up.
import { foldKey } from '../shared/fold.ts';
import { Refusal } from '../shared/problem.ts';
import { Allowance } from './allowance.ts';
import type { Clock } from './clock.ts';

/** Some at once, then one in so many seconds. */
type Pace = readonly [burst: number, everyS: number];

const PACES = {
  /** At one account, from a device that it has let in before. */
  device: [10, 30],
  /** At one account, from one address. */
  pair: [10, 60],
  /** At one account, by all who are strangers to it. */
  account: [60, 60],
  /** At whatever accounts, from one address. */
  address: [300, 3],
  /** At the setup token, from one address. */
  setup: [20, 30],
  /** At one passkey, from one address. */
  passkey: [20, 30],
  /** Nobody guesses 192 random bits: this only keeps one from asking without end. */
  link: [100, 1],
  /** At one account's PIN, on one shared phone. */
  pin: [5, 300],
  /** At whatever PINs, on one shared phone. */
  phone: [60, 10],
  /** Right ones of an account: only who knows the password can use these up. */
  entry: [60, 5],
} as const satisfies Readonly<Record<string, Pace>>;

type PaceName = keyof typeof PACES;

/** Of each pace, more than an office has; beyond that who has not guessed for longest is forgotten. */
const MOST = 20_000;

/** Who guesses, at what. */
export type Guess =
  | { at: 'account'; account: string; address: string; device: string | null }
  | { at: 'setup' | 'link'; address: string }
  | { at: 'passkey'; passkey: string; address: string }
  | { at: 'pin'; account: string; sharedPhoneId: string };

export class Guesses {
  readonly #clock: Pick<Clock, 'now'>;
  /** By pace (a flood of one makes none of another forgotten), then by whom it is of, the longest idle first. */
  readonly #allowances = new Map<PaceName, Map<string, Allowance>>();

  constructor(clock: Pick<Clock, 'now'>) {
    this.#clock = clock;
  }

  /**
   * Gives what the check of a guess gives, where false and null are wrong. Before it is looked at, one who has guessed
   * too often is refused (429, with the time to wait): nobody is told that this one would have been right.
   */
  async attempt<T>(guess: Guess, check: () => Promise<T> | T): Promise<T> {
    const taken = this.#take(allowancesOf(guess));
    const answer = await check();
    if (answer !== false && answer !== null) for (const allowance of taken) allowance.giveBack();
    return answer;
  }

  /** Somebody is let in to an account; refused where that goes on without end. */
  enter(account: string): void {
    this.#take([['entry', account]]);
  }

  /** How many allowances are remembered. */
  get size(): number {
    return [...this.#allowances.values()].reduce((sum, { size }) => sum + size, 0);
  }

  /** Takes one of each, or of none: where the first has none left the others are not even remembered. */
  #take(wanted: readonly (readonly [PaceName, string])[]): Allowance[] {
    const taken: Allowance[] = [];
    for (const [pace, whose] of wanted) {
      const allowance = this.#of(pace, whose);
      const waitMs = allowance.waitMs();
      if (waitMs > 0) {
        for (const one of taken) one.giveBack();
        throw Refusal.tooMany(waitMs);
      }
      allowance.take();
      taken.push(allowance);
    }
    return taken;
  }

  #of(pace: PaceName, whose: string): Allowance {
    const [burst, everyS] = PACES[pace];
    const known = this.#allowances.get(pace) ?? new Map<string, Allowance>();
    this.#allowances.set(pace, known);
    const allowance = known.get(whose) ?? new Allowance(burst, 1 / everyS, this.#clock);
    known.delete(whose);
    known.set(whose, allowance);
    const [oldest] = known.keys();
    if (known.size > MOST && oldest !== undefined) known.delete(oldest);
    return allowance;
  }
}

/** Somebody who is signed in says the password once more: a borrowed device guesses no faster than a stranger. */
export function ownGuess(userId: string, address: string): Guess {
  return { at: 'account', account: userId, address, device: 'session' };
}

/** What a guess is taken from, the widest first: an address that is out of guesses makes nothing more to remember. */
function allowancesOf(guess: Guess): (readonly [PaceName, string])[] {
  if (guess.at === 'pin') {
    return [
      ['phone', guess.sharedPhoneId],
      ['pin', `${guess.account} ${guess.sharedPhoneId}`],
    ];
  }
  const network = networkOf(guess.address);
  if (guess.at === 'passkey') return [['passkey', `${guess.passkey} ${network}`]];
  if (guess.at !== 'account') return [[guess.at, network]];
  const account = foldKey(guess.account);
  if (guess.device !== null) return [['device', `${account} ${guess.device}`]];
  return [
    ['address', network],
    ['account', account],
    ['pair', `${account} ${network}`],
  ];
}

/** Whom an address belongs to: in IPv6 each customer has 2^64 of them. */
export function networkOf(address: string): string {
  const mapped = /^::ffff:([\d.]+)$/i.exec(address)?.[1];
  if (mapped !== undefined || !address.includes(':')) return (mapped ?? address).slice(0, 64);
  const [left = [], right = []] = address.split('::').map((half) => half.split(':').filter(Boolean));
  const zeros = Array<string>(Math.max(0, 8 - left.length - right.length)).fill('0');
  const groups = [...left, ...zeros, ...right].slice(0, 4);
  return groups.map((group) => Number.parseInt(group, 16).toString(16)).join(':');
}
