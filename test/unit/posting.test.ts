// The form of a win: shares of a split, what a customer lets one guess, days in closed periods, the request it becomes.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isBeforePeriod } from '../../display/win/post/closing.ts';
import { bodyOf, draftOf, emptyDraft, faultsOf, minorOf, withMoney } from '../../display/win/post/draft.ts';
import { knownCustomer, suggestions, withCustomer, withSale } from '../../display/win/post/guess.ts';
import {
  amountsOf,
  equalShares,
  MOST_OTHERS,
  ownShare,
  PERCENT,
  stepped,
  toggled,
  withShare,
  type Share,
} from '../../display/win/post/share.ts';
import { minutesText } from '../../display/win/post/use-now.ts';
import { undoLeftMs } from '../../display/win/outbox/sent-wins.ts';
import type { Entry } from '../../display/win/outbox/entry.ts';
import { WHOLE_SHARE } from '../../shared/money.ts';
import type { CustomersView } from '../../shared/schemas/posting.ts';
import { localDate } from '../../display/kit/local-date.ts';

const ZONE = 'Asia/Ho_Chi_Minh';
const others = (count: number): Share[] =>
  Array.from({ length: count }, (_, index) => ({ repId: `r${index}`, name: `Rep ${index}`, shareBp: 0 }));

describe('a shared win', () => {
  it('PO6 is divided equally by one tap; what cannot be divided stays with the first', () => {
    expect(equalShares(others(2)).map(({ shareBp }) => shareBp)).toEqual([3_333, 3_333]);
    expect(ownShare(equalShares(others(2)))).toBe(3_334);
    expect(ownShare(equalShares(others(6)))).toBe(1_429);
    expect(ownShare([])).toBe(WHOLE_SHARE);
  });

  it('PO6 is 100 % whatever is tapped and typed, nobody has less than one per cent, and the amounts add up', () => {
    const tap = fc.oneof(
      fc.record({ do: fc.constant('toggle' as const), rep: fc.nat({ max: 24 }) }),
      fc.record({ do: fc.constant('type' as const), rep: fc.nat({ max: 24 }), shareBp: fc.double({ noNaN: true }) }),
      fc.record({
        do: fc.constant('step' as const),
        rep: fc.nat({ max: 24 }),
        direction: fc.constantFrom(1 as const, -1 as const),
      }),
      fc.record({ do: fc.constant('equal' as const) }),
    );
    fc.assert(
      fc.property(fc.array(tap, { maxLength: 40 }), fc.integer({ min: 1, max: 10_000_000_000_000 }), (taps, minor) => {
        let shares: Share[] = [];
        for (const one of taps) {
          if (one.do === 'toggle') shares = toggled(shares, { repId: `r${one.rep}`, name: '' });
          if (one.do === 'equal') shares = equalShares(shares);
          if (one.do === 'type') shares = withShare(shares, `r${one.rep}`, one.shareBp);
          if (one.do === 'step') {
            const now = shares.find(({ repId }) => repId === `r${one.rep}`)?.shareBp ?? 0;
            shares = withShare(shares, `r${one.rep}`, stepped(now, one.direction));
          }
          const parts = [ownShare(shares), ...shares.map(({ shareBp }) => shareBp)];
          expect(parts.reduce((sum, part) => sum + part, 0)).toBe(WHOLE_SHARE);
          expect(parts.every((part) => Number.isInteger(part) && part >= PERCENT)).toBe(true);
          expect(shares.length).toBeLessThanOrEqual(MOST_OTHERS);
        }
        expect(amountsOf(minor, shares).reduce((sum, part) => sum + part, 0)).toBe(minor);
      }),
    );
  });

  it('PO6 is asked for in the order in which it was shown, oneself first', () => {
    const draft = {
      ...emptyDraft({ id: 'me', name: 'Châu' }),
      amount: '100',
      customer: 'An Phát',
      shares: equalShares(others(2)),
    };
    expect(bodyOf(draft, 'me', 5).splits).toEqual([
      { rep: 'me', share: 3_334 },
      { rep: 'r0', share: 3_333 },
      { rep: 'r1', share: 3_333 },
    ]);
    expect(bodyOf({ ...draft, shares: [] }, 'me', 5)).not.toHaveProperty('splits');
  });
});

const KNOWN: CustomersView = {
  items: [
    { name: 'Đông Á Foods', deals: 3, lastAt: 9, product: 'Gói Pro', kind: 'recurring', source: '', location: 'Huế' },
    { name: 'An Phát', deals: 1, lastAt: 8, product: '', kind: 'new', source: '', location: '' },
  ],
  sources: ['Web', 'Hội chợ'],
  locations: ['Huế'],
};

describe('a customer', () => {
  const empty = emptyDraft({ id: 'me', name: 'Châu' });

  it('PO7 is known however it is typed, and offered by any part of the name', () => {
    expect(knownCustomer(KNOWN.items, '  dong a FOODS ')?.name).toBe('Đông Á Foods');
    expect(knownCustomer(KNOWN.items, 'dong a')).toBeUndefined();
    expect(knownCustomer(KNOWN.items, ' ')).toBeUndefined();
    const names = (typed: string, most = 8) => suggestions(KNOWN.items, typed, most).map(({ name }) => name);
    expect([names(''), names('', 1), names('phat'), names('An Phát'), names('x')]).toEqual([
      ['Đông Á Foods', 'An Phát'],
      ['Đông Á Foods'],
      ['An Phát'],
      [],
      [],
    ]);
  });

  it('PO7 of before comes back for the same, in the same place; what the rep has chosen stays', () => {
    const known = withCustomer(empty, 'Đông Á Foods', KNOWN.items);
    expect(known).toMatchObject({ product: 'Gói Pro', location: 'Huế', kind: 'recurring' });
    expect(withCustomer(known, 'Ai đó', KNOWN.items)).toMatchObject({ product: '', location: '', kind: 'new' });
    const chosen = { ...known, product: 'Đào tạo', kind: 'new' as const, isKindChosen: true };
    expect(withCustomer(chosen, 'Ai đó', KNOWN.items)).toMatchObject({ product: 'Đào tạo', location: '', kind: 'new' });
    expect(withCustomer(chosen, 'Đông Á Foods', KNOWN.items)).toMatchObject({ product: 'Đào tạo', kind: 'new' });
  });

  it('PO7 of a win that has just been posted is the first of all, without asking the server', () => {
    const body = {
      rep: 'me',
      amount: '1',
      customer: 'an phat',
      product: 'Gói Pro',
      kind: 'recurring',
      source: 'Hội chợ',
    } as const;
    const after = withSale(KNOWN, body, 10);
    expect(after.items.map(({ name, deals }) => [name, deals])).toEqual([
      ['an phat', 2],
      ['Đông Á Foods', 3],
    ]);
    expect([after.sources, after.locations]).toEqual([['Hội chợ', 'Web'], ['Huế']]);
    expect(withSale(KNOWN, { rep: 'me', amount: '1', customer: 'Mới' }, 10).items).toHaveLength(3);
  });
});

describe('the day of a win', () => {
  const period = (startsAt: string) => ({
    id: 'p',
    name: 'P',
    startsAt: Date.parse(startsAt),
    endsAt: 0,
    closedAt: null,
  });

  it('PD6 lies before the running period where its noon does, in the office’s zone', () => {
    const november = period('2026-11-01T00:00+07:00');
    expect(isBeforePeriod('2026-10-31', november, ZONE)).toBe(true);
    expect(isBeforePeriod('2026-11-01', november, ZONE)).toBe(false);
    expect(isBeforePeriod(null, november, ZONE)).toBe(false);
    expect(isBeforePeriod('2026-10-31', null, ZONE)).toBe(false);
    expect(isBeforePeriod('2026-11-10', period('2026-11-10T15:00+07:00'), ZONE)).toBe(true);
    expect(isBeforePeriod('2026-11-10', period('2026-11-10T09:00+07:00'), ZONE)).toBe(false);
    expect(localDate(Date.parse('2026-10-31T17:30Z'), ZONE)).toBe('2026-11-01');
  });

  it('PD6 keeps a rep from posting, and goes as a date', () => {
    const draft = { ...emptyDraft({ id: 'me', name: '' }), amount: '5', customer: 'An', closedOn: '2026-11-02' };
    expect([faultsOf(draft, 0, true), faultsOf(draft, 0, false)]).toEqual([['closedOn'], []]);
    expect(bodyOf(draft, 'me', 5).closedAt).toBe('2026-11-02');
    expect(bodyOf({ ...draft, closedOn: null }, 'me', 5).closedAt).toBe(5);
    expect(faultsOf(emptyDraft({ id: null, name: '' }), 0, false)).toEqual(['rep', 'amount', 'customer']);
  });
});

it('PO3 a refused win comes back into the form whole, but for a day that was what was wrong', () => {
  const draft = {
    ...emptyDraft({ id: 'me', name: 'Châu' }),
    amount: '5',
    customer: 'An',
    product: 'Gói',
    isKindChosen: true,
    source: 'Web',
    location: 'Huế',
    note: 'Hay!',
    closedOn: '2026-11-02',
    shares: [{ repId: 'r0', name: 'Rep 0', shareBp: 4_000 }],
  };
  const entry = { id: draft.id, body: bodyOf(draft, 'me', 5), repName: 'Châu', refusal: null } as unknown as Entry;
  expect(draftOf(entry, { currencies: [], nameOf: () => 'Rep 0' })).toEqual(draft);
  const errors = [{ field: 'closedAt', code: 'period/closed', message: '' }];
  const refusal = { type: '', title: '', status: 422, code: 'request/invalid', errors } as const;
  expect(
    draftOf({ ...entry, refusal: { ...refusal, errors } }, { currencies: [], nameOf: () => '' }).closedOn,
  ).toBeNull();
});

it('PO5 the time that is left for an undo is counted down in minutes and seconds', () => {
  expect(undoLeftMs(1_000, 1_000)).toBe(600_000);
  expect(undoLeftMs(1_000, 700_000)).toBe(0);
  expect([minutesText(600_000), minutesText(61_000), minutesText(9_400), minutesText(1)]).toEqual([
    '10:00',
    '1:01',
    '0:10',
    '0:01',
  ]);
});

it('MO5 MO6 a win in another currency is sent as it was typed, and shown as what it will come to', () => {
  const usd = { currency: 'USD', exponent: 2, rate: '25450.5' };
  const typed = { ...emptyDraft({ id: 'me', name: 'Châu' }), amount: '1250.01', money: usd, customer: 'Globex' };
  expect(minorOf(typed, 0)).toBe(31_813_380);
  expect(faultsOf(typed, 0, false)).toEqual([]);
  const body = bodyOf(typed, 'me', 5);
  expect(body).toMatchObject({ amount: '1250.01', currency: 'USD' });
  expect(bodyOf({ ...typed, money: null, amount: '5' }, 'me', 5)).not.toHaveProperty('currency');
  const entry = { body, repName: 'Châu', refusal: null } as unknown as Entry;
  expect(draftOf(entry, { currencies: [usd], nameOf: () => '' })).toMatchObject({ amount: '1250.01', money: usd });
  // One that is not listed any more is never taken for the board's.
  expect(draftOf(entry, { currencies: [], nameOf: () => '' }).money).toMatchObject({ currency: 'USD', exponent: 2 });
  expect(withMoney(typed, null, 0)).toMatchObject({ amount: '1250', money: null });
  expect(withMoney({ ...typed, amount: '1250.' }, { ...usd, currency: 'KWD', exponent: 3 }, 0).amount).toBe('1250');
  expect(withMoney(typed, { currency: 'KWD', exponent: 3, rate: '83000' }, 0).amount).toBe('1250.01');
});
