// Figures, dates and names as both languages write them.
import { describe, expect, it } from 'vitest';
import { fitName, initialsOf, shortNameOf } from '../../shared/names.ts';
import {
  compactMoney,
  currencySign,
  formatCount,
  formatDate,
  formatDateTime,
  formatMoney,
  formatPercent,
  formatTime,
} from '../../display/kit/format.ts';

const VND = { currency: 'VND', exponent: 0 };
const USD = { currency: 'USD', exponent: 2 };
const KWD = { currency: 'KWD', exponent: 3 };

/** Intl writes spaces that do not break. */
const plain = (text: string): string => text.replace(/\s/g, ' ');

describe('money in full', () => {
  it('has the decimals of its currency, whole amounts too', () => {
    expect(plain(formatMoney(185_000_000, VND, 'vi'))).toBe('185.000.000 ₫');
    expect(plain(formatMoney(125_050, USD, 'en'))).toBe('$1,250.50');
    expect(plain(formatMoney(125_000, USD, 'en'))).toBe('$1,250.00');
    expect(plain(formatMoney(1_250_505, KWD, 'en'))).toBe('KWD 1,250.505');
    expect(plain(formatMoney(-5, USD, 'en'))).toBe('-$0.05');
  });

  it('is exact to the last unit, also where an office sells for years', () => {
    expect(plain(formatMoney(9_000_000_000_000_000, VND, 'vi'))).toBe('9.000.000.000.000.000 ₫');
    expect(plain(formatMoney(4_499_999_999_999_999, USD, 'en'))).toBe('$44,999,999,999,999.99');
  });

  it('names its sign and the side it stands on', () => {
    expect(currencySign(VND, 'vi')).toEqual({ sign: '₫', isBefore: false });
    expect(currencySign(USD, 'en')).toEqual({ sign: '$', isBefore: true });
  });
});

describe('money in three digits', () => {
  it.each([
    [2_480_000_000, '2,48', 'tỷ'],
    [16_449_999_999, '16,4', 'tỷ'],
    [980_000_000, '980', 'tr'],
    [1_000_000, '1', 'tr'],
    [96_000_000, '96', 'tr'],
    [2_004_000_000, '2,00', 'tỷ'],
    [745_000, '745.000', ''],
    [1_234_000_000_000, '1.234', 'tỷ'],
    [0, '0', ''],
  ])('%d ₫ in Vietnamese is %s %s', (minor, figure, unit) => {
    expect(compactMoney(minor, VND, 'vi')).toEqual({ figure, unit });
  });

  it.each([
    [248_000_000_000, '2.48', 'B'],
    [98_000_000_000, '980', 'M'],
    [1_240_000, '12.4', 'K'],
    [99_950, '999.50', ''],
    [95_000, '950', ''],
    [123_456_789_012_345, '1.23', 'T'],
  ])('%d cents in English is %s%s', (minor, figure, unit) => {
    expect(compactMoney(minor, USD, 'en')).toEqual({ figure, unit });
  });

  it('is cut, so that no board shows more than was sold', () => {
    expect(compactMoney(999_999_999, VND, 'vi')).toEqual({ figure: '999', unit: 'tr' });
    expect(compactMoney(2_489_999_999, VND, 'vi')).toEqual({ figure: '2,48', unit: 'tỷ' });
    // 0.29 and its like are no whole cents in binary.
    expect(compactMoney(29_000_000, USD, 'en')).toEqual({ figure: '290', unit: 'K' });
    expect(compactMoney(115_000, USD, 'en')).toEqual({ figure: '1.15', unit: 'K' });
  });

  it('has long units for the celebration, which leave thousands in digits', () => {
    expect(compactMoney(185_000_000, VND, 'vi', 'long')).toEqual({ figure: '185', unit: 'triệu' });
    expect(compactMoney(1_240_000, USD, 'en', 'long')).toEqual({ figure: '12,400', unit: '' });
  });
});

describe('percent and counts', () => {
  it('says 100 % only where it is reached', () => {
    expect(formatPercent(0.999, 'vi')).toBe('99%');
    expect(formatPercent(1, 'vi')).toBe('100%');
    expect(formatPercent(0.29, 'en')).toBe('29%');
    expect(formatPercent(12.345, 'en')).toBe('1,234%');
  });

  it('separates thousands as the language does', () => {
    expect(formatCount(12_345, 'vi')).toBe('12.345');
    expect(formatCount(12_345, 'en')).toBe('12,345');
  });
});

describe('dates in the office’s zone', () => {
  // 2026-11-30T17:30Z is already December in Vietnam.
  const at = Date.UTC(2026, 10, 30, 17, 30);

  it('are local to the zone and written as the language does', () => {
    expect(formatDate(at, 'Asia/Ho_Chi_Minh', 'vi')).toBe('01/12/2026');
    expect(formatDate(at, 'Asia/Ho_Chi_Minh', 'en')).toBe('1 Dec 2026');
    expect(formatDate(at, 'America/New_York', 'en')).toBe('30 Nov 2026');
    expect(formatDateTime(at, 'Asia/Ho_Chi_Minh', 'vi')).toBe('00:30 01/12/2026');
    expect(formatDateTime(at, 'Asia/Ho_Chi_Minh', 'en')).toBe('1 Dec 2026, 00:30');
  });

  it('begin the day at 00, and fall back to UTC in a zone that an old screen does not know', () => {
    expect(formatTime(Date.UTC(2026, 10, 30, 17, 0), 'Asia/Ho_Chi_Minh', 'en')).toBe('00:00');
    expect(formatTime(at, 'Mars/Olympus', 'vi')).toBe('17:30');
  });
});

describe('names', () => {
  it.each([
    ['Võ Ngọc Khánh Linh', 'KL', 'Khánh Linh'],
    ['Trần Quốc Bảo', 'QB', 'Quốc Bảo'],
    ['Pham Minh Anh', 'MA', 'Minh Anh'],
    ['đặng tuấn', 'ĐT', 'đặng tuấn'],
    ['Emily Carter', 'EC', 'Emily Carter'],
    ['Mary Jane Watson', 'MW', 'Mary Watson'],
    ['Cher', 'C', 'Cher'],
    ['Vo\u0303 Linh', 'VL', 'Võ Linh'],
    ['😀 Smith', '😀S', '😀 Smith'],
    ['   ', '', ''],
    ['Đà Nẵng · Delta', 'ND', 'Nẵng Delta'],
    ['(Jim) Beam', 'JB', '(Jim) Beam'],
    ['W'.repeat(120), 'W', `${'W'.repeat(39)}…`],
  ])('%s is %s and called %s', (name, initials, short) => {
    expect(initialsOf(name)).toBe(initials);
    expect(shortNameOf(name)).toBe(short);
  });

  it('count as a word what is more than marks, by the same marks as Unicode has in the scripts of names', () => {
    const [latin, marks] = [0x250, 0x2060];
    const signs = Array.from({ length: marks }, (_, code) => code)
      .filter((code) => code > 0x20 && (code < latin || code > 0x2000) && code !== 0xa0)
      .map((code) => String.fromCharCode(code))
      .filter((sign) => /\S/.test(sign) && sign.normalize('NFC') === sign);
    const dropped = signs.filter((sign) => shortNameOf(`Jim ${sign}`) === 'Jim');
    expect(dropped).toEqual(signs.filter((sign) => /\p{P}/u.test(sign)));
    expect(dropped.length).toBeGreaterThan(80);
  });

  it('give way in the middle first, and keep what people are called by', () => {
    const name = 'Nguyễn Hoàng Phương Anh';
    expect(fitName(name, 30)).toBe(name);
    expect(fitName(name, 20)).toBe('Nguyễn H. Phương Anh');
    expect(fitName(name, 18)).toBe('Nguyễn Phương Anh');
    expect(fitName(name, 14)).toBe('N. Phương Anh');
    expect(fitName(name, 5)).toBe('Phương Anh');
    expect(fitName('Công Tằng Tôn Nữ Thị Ngọc Huyền Trang', 24)).toBe('Công Huyền Trang');
    expect(fitName('Bartholomew Featherstone', 16)).toBe('B. Featherstone');
    expect(fitName('Cher', 2)).toBe('Cher');
  });
});
