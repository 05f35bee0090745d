// What a screen is told by its address.
import { expect, it } from 'vitest';
import { bareSearch, readAddress } from '../../display/tv/address.ts';

it('takes the token from the fragment or the query', () => {
  expect(readAddress('', '#token=abc', null)).toEqual({
    token: 'abc',
    board: null,
    locale: null,
    calm: false,
    isPreview: false,
    formerToken: null,
    seesAs: null,
  });
  expect(readAddress('?token=abc&board=team-deals-week&lang=en&calm=1', '', null)).toEqual({
    token: 'abc',
    board: 'team-deals-week',
    locale: 'en',
    calm: true,
    isPreview: false,
    formerToken: null,
    seesAs: null,
  });
  expect(readAddress('', '#token=abc&preview', null).isPreview).toBe(true);
});

it('lays the address over what the screen knew', () => {
  const kept = {
    token: 'old',
    formerToken: null,
    board: 'main',
    locale: 'vi',
    calm: true,
    isPreview: false,
    seesAs: null,
  } as const;
  expect(readAddress('', '', kept)).toEqual(kept);
  expect(readAddress('', '#token=new&calm=0', kept)).toEqual({ ...kept, token: 'new', calm: false });
  expect(readAddress('?lang=xx', '', kept).locale).toBe('vi');
});

it('leaves nothing of the token in the address, and others’ words alone', () => {
  expect(bareSearch('?token=abc&board=main')).toBe('');
  expect(bareSearch('?utm=1&token=abc')).toBe('?utm=1');
});
