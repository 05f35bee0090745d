// How often one may guess, by account, by address, by device.
import { expect, test } from 'vitest';
import { Guesses, networkOf, type Guess } from '../../server/guesses.ts';
import { Refusal } from '../../shared/problem.ts';

const MINUTE_MS = 60_000;

function atNine(): { guesses: Guesses; later: (ms: number) => void } {
  let now = 0;
  return { guesses: new Guesses({ now: () => now }), later: (ms) => void (now += ms) };
}

const at = (account: string, address: string, device: string | null = null): Guess => {
  return { at: 'account', account, address, device };
};

/** "right", "wrong", or how many ms one has to wait. */
async function guess(guesses: Guesses, who: Guess, isRight = false): Promise<string | number> {
  try {
    return (await guesses.attempt(who, () => Promise.resolve(isRight))) ? 'right' : 'wrong';
  } catch (error) {
    if (error instanceof Refusal && error.code === 'request/too-many') return error.retryAfterMs ?? -1;
    throw error;
  }
}

/** How many of so many wrong guesses, one right after the other, were looked at. */
async function lookedAt(guesses: Guesses, count: number, who: (index: number) => Guess): Promise<number> {
  let looked = 0;
  for (let index = 0; index < count; index += 1) if ((await guess(guesses, who(index))) === 'wrong') looked += 1;
  return looked;
}

test('RO7 one address has ten guesses at an account, then one a minute, right or wrong', async () => {
  const { guesses, later } = atNine();
  expect(await lookedAt(guesses, 30, () => at('ha@saoviet.vn', '10.0.0.1'))).toBe(10);
  expect(await guess(guesses, at(' HA@saoviet.vn ', '10.0.0.1'), true)).toBe(MINUTE_MS);
  later(MINUTE_MS - 1);
  expect(await guess(guesses, at('ha@saoviet.vn', '10.0.0.1'), true)).toBe(1);
  later(1);
  expect(await guess(guesses, at('ha@saoviet.vn', '10.0.0.1'), true)).toBe('right');
});

test('RO7 guesses that are under way at once are counted before any is answered', async () => {
  const { guesses } = atNine();
  const all = await Promise.all(Array.from({ length: 40 }, () => guess(guesses, at('ha', '10.0.0.1'))));
  expect(all.filter((one) => one === 'wrong')).toHaveLength(10);
});

test('RO7 an office behind one address signs in at once, each with a slip or two, and again, and again', async () => {
  const { guesses } = atNine();
  const people = Array.from({ length: 50 }, (_, index) => `rep${index}@saoviet.vn`);
  for (let round = 0; round < 5; round += 1) {
    const slips = people.filter((_, index) => index % 5 === round).map((name) => guess(guesses, at(name, '10.0.0.1')));
    expect(new Set(await Promise.all(slips))).toEqual(new Set(['wrong']));
    const answers = await Promise.all(people.map((name) => guess(guesses, at(name, '10.0.0.1'), true)));
    expect(new Set(answers)).toEqual(new Set(['right']));
  }
});

test('RO7 whoever guesses at one account locks its owner out neither elsewhere nor on a device that it knows', async () => {
  const { guesses, later } = atNine();
  for (let minute = 0; minute < 60; minute += 1) {
    await lookedAt(guesses, 20, () => at('ha', '10.0.0.1'));
    later(MINUTE_MS);
  }
  await lookedAt(guesses, 20, () => at('ha', '10.0.0.1'));
  expect(await guess(guesses, at('ha', '10.0.0.1'), true)).toBe(MINUTE_MS);
  expect(await guess(guesses, at('ha', '10.0.0.2'), true)).toBe('right');
  expect(await guess(guesses, at('ha', '10.0.0.1', 'laptop'), true)).toBe('right');
  // A device that somebody else has got hold of has its own bound, and takes nothing from the others.
  expect(await lookedAt(guesses, 30, () => at('ha', '10.0.0.1', 'stolen'))).toBe(10);
  expect(await guess(guesses, at('ha', '10.0.0.1', 'laptop'), true)).toBe('right');
});

test('RO7 many addresses together have sixty guesses at an account, then one a minute', async () => {
  const { guesses, later } = atNine();
  const botnet = (index: number): Guess => at('ha', `10.1.${index >> 8}.${index & 255}`);
  expect(await lookedAt(guesses, 500, botnet)).toBe(60);
  later(10 * MINUTE_MS);
  expect(await lookedAt(guesses, 500, (index) => botnet(500 + index))).toBe(10);
  expect(await guess(guesses, at('ha', '10.9.9.9', 'laptop'), true)).toBe('right');
});

test('RO7 one address that tries every account is slowed, while devices that are known there still get in', async () => {
  const { guesses, later } = atNine();
  expect(await lookedAt(guesses, 1_000, (index) => at(`name${index}`, '10.0.0.1'))).toBe(300);
  expect(await guess(guesses, at('binh', '10.0.0.1'), true)).toBe(3_000);
  expect(await guess(guesses, at('binh', '10.0.0.1', 'phone'), true)).toBe('right');
  expect(await guess(guesses, at('binh', '10.0.0.2'), true)).toBe('right');
  later(3_000);
  expect(await guess(guesses, at('binh', '10.0.0.1'), true)).toBe('right');
});

test('RO7 what names no account is guessed by address: setup, each passkey, links, each for itself', async () => {
  const { guesses } = atNine();
  expect(await lookedAt(guesses, 50, () => ({ at: 'setup', address: '10.0.0.1' }))).toBe(20);
  expect(await guess(guesses, { at: 'setup', address: '10.0.0.1' }, true)).toBe(30_000);
  expect(await guess(guesses, { at: 'setup', address: '10.0.0.2' }, true)).toBe('right');
  const passkey = (name: string): Guess => ({ at: 'passkey', passkey: name, address: '10.0.0.1' });
  expect(await lookedAt(guesses, 50, () => passkey('an'))).toBe(20);
  expect(await guess(guesses, passkey('binh'), true)).toBe('right');
  expect(await lookedAt(guesses, 200, () => ({ at: 'link', address: '10.0.0.1' }))).toBe(100);
  expect(await guess(guesses, { at: 'link', address: '10.0.0.1' }, true)).toBe(1_000);
  expect(await guess(guesses, at('ha', '10.0.0.1'), true)).toBe('right');
});

test('RO7 RO8 a PIN is guessed five times on a phone, then once in five minutes; other people and phones wait for nobody', async () => {
  const { guesses } = atNine();
  const pin = (account: string, sharedPhoneId: string): Guess => ({ at: 'pin', account, sharedPhoneId });
  expect(await lookedAt(guesses, 20, () => pin('an', 'counter'))).toBe(5);
  expect(await guess(guesses, pin('an', 'counter'), true)).toBe(5 * MINUTE_MS);
  expect(await guess(guesses, pin('binh', 'counter'), true)).toBe('right');
  expect(await guess(guesses, pin('an', 'store'), true)).toBe('right');
});

test('RO7 RO8 whoever tries everybody’s PINs on one phone has sixty, then one in ten seconds', async () => {
  const { guesses, later } = atNine();
  const pin = (account: string, sharedPhoneId: string): Guess => ({ at: 'pin', account, sharedPhoneId });
  expect(await lookedAt(guesses, 300, (index) => pin(`name${index}`, 'counter'))).toBe(60);
  expect(await guess(guesses, pin('an', 'counter'), true)).toBe(10_000);
  expect(await guess(guesses, pin('an', 'store'), true)).toBe('right');
  later(10_000);
  expect(await guess(guesses, pin('an', 'counter'), true)).toBe('right');
});

test('RO7 being let in without end is bounded, too', () => {
  const { guesses } = atNine();
  for (let index = 0; index < 60; index += 1) guesses.enter('an');
  expect(() => guesses.enter('an')).toThrow(Refusal);
  guesses.enter('binh');
});

test('RO7 what is remembered is bounded, and those who still guess are not forgotten for it', async () => {
  const { guesses } = atNine();
  await lookedAt(guesses, 10, () => at('ha', '10.0.0.1'));
  for (let round = 0; round < 6; round += 1) {
    await lookedAt(guesses, 5_000, (index) => at(`name${index}`, `2001:db8:${round}:${index.toString(16)}::1`));
    expect(await guess(guesses, at('ha', '10.0.0.1'))).toBe(MINUTE_MS);
  }
  expect(guesses.size).toBeLessThanOrEqual(3 * 20_000);
});

test('RO7 a flood of one kind makes nothing of another forgotten', async () => {
  const { guesses } = atNine();
  const pin = (sharedPhoneId: string): Guess => ({ at: 'pin', account: 'an', sharedPhoneId });
  await lookedAt(guesses, 10, () => at('ha', '10.0.0.1'));
  await lookedAt(guesses, 5, () => pin('counter'));
  await lookedAt(guesses, 20_001, (index) => ({ at: 'link', address: `2001:db8:${index.toString(16)}::1` }));
  await lookedAt(guesses, 20_001, (index) => ({ at: 'passkey', passkey: `key${index}`, address: '10.0.0.1' }));
  expect(await guess(guesses, at('ha', '10.0.0.1'))).toBe(MINUTE_MS);
  expect(await guess(guesses, pin('counter'))).toBe(5 * MINUTE_MS);
});

test('RO7 in IPv6 an address is the network that its customer has', () => {
  const one = networkOf('2001:db8:0:1::1');
  for (const same of ['2001:db8::1:0:0:0:2', '2001:0DB8:0:1:ffff:ffff:ffff:ffff', '2001:db8:0:0001::']) {
    expect(networkOf(same), same).toBe(one);
  }
  expect(networkOf('2001:db8:0:2::1')).not.toBe(one);
  expect(networkOf('::ffff:10.0.0.1')).toBe('10.0.0.1');
  expect(networkOf('10.0.0.1')).toBe('10.0.0.1');
  expect(networkOf('::1')).toBe(networkOf('::2'));
  for (const odd of ['', ':::', 'x'.repeat(9_000), 'a:'.repeat(5_000)]) expect(networkOf(odd).length).toBeLessThan(100);
});
