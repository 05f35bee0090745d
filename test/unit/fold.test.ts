// By which form two names or addresses are told apart.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { foldKey } from '../../shared/fold.ts';

test('RO5 an address is the same in whatever case, width and composition it is typed', () => {
  // The Kelvin sign, capitals beyond ASCII, letters and marks apart, full width.
  for (const [one, other] of [
    ['lin\u212A@x.vn', 'link@x.vn'],
    ['ĐẠT@x.vn', 'đạt@x.vn'],
    ['đạt@x.vn'.normalize('NFD'), 'đạt@x.vn'],
    [' ａｎ@x.vn', 'an@X.VN '],
  ] as const) {
    expect(foldKey(one)).toBe(foldKey(other));
  }
  expect(foldKey('đạt@x.vn')).not.toBe(foldKey('dat@x.vn'));
});

test('RO5 the form in which an address is kept is its own', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (text) => {
      expect(foldKey(foldKey(text))).toBe(foldKey(text));
    }),
  );
});
