// Dates as files write them: every format, only real days, and the order of a whole column.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { defaultOrder, detectOrder, parseDate, type DateOrder } from '../../server/import/dates.ts';
import { momentReader } from '../../server/import/moments.ts';
import { instantOf } from '../../shared/time.ts';

describe('parseDate', () => {
  const READ: [string, DateOrder, string, number | null][] = [
    ['2017-03-01', 'iso', '2017-03-01', null],
    ['2017-3-1', 'dmy', '2017-03-01', null],
    ['2017/03/01', 'mdy', '2017-03-01', null],
    ['20170301', 'dmy', '2017-03-01', null],
    ['1/3/2017', 'dmy', '2017-03-01', null],
    ['3/1/2017', 'mdy', '2017-03-01', null],
    ['01-03-17', 'dmy', '2017-03-01', null],
    ['1.3.2017', 'dmy', '2017-03-01', null],
    [' 31/12/2017 ', 'dmy', '2017-12-31', null],
    ['29/02/2024', 'dmy', '2024-02-29', null],
    ['01/01/00', 'dmy', '2000-01-01', null],
    ['01/01/69', 'dmy', '2069-01-01', null],
    ['01/01/70', 'dmy', '1970-01-01', null],
    ['2017-03-01 00:00:00', 'iso', '2017-03-01', 0],
    ['2017-03-01T14:05', 'iso', '2017-03-01', 50_700],
    ['2017-03-01T14:05:30.250', 'iso', '2017-03-01', 50_730],
    ['1/3/2017 9:05', 'dmy', '2017-03-01', 32_700],
    ['3/1/2017, 2:05 PM', 'mdy', '2017-03-01', 50_700],
    ['3/1/2017 12:05 am', 'mdy', '2017-03-01', 300],
    ['1/3/2017 2:05 CH', 'dmy', '2017-03-01', 50_700],
    ['1/3/2017 11:59:59 SA', 'dmy', '2017-03-01', 43_199],
  ];
  for (const [text, order, date, seconds] of READ) {
    test(`“${text}” as ${order} is ${date}${seconds === null ? '' : ` + ${seconds} s`}`, () => {
      expect(parseDate(text, order)).toEqual({ date, seconds });
    });
  }

  test('only real days and times are dates', () => {
    const wrong = [
      '31/02/2017',
      '29/02/2023',
      '29/02/1900',
      '31/04/2017',
      '00/01/2017',
      '01/00/2017',
      '01/13/2017',
      '2017-02-30',
      '20171301',
      '1/3/2017 24:00',
      '1/3/2017 10:60',
      '1/3/2017 10:00:60',
      '1/3/2017 13:00 PM',
      '1/3/2017 0:30 AM',
      '1/3-2017',
      '1/3/017',
      '1/3/20170',
      '1/3',
      '2017-03-01x',
      '-1/3/2017',
      '42795',
      'yesterday',
      '',
      '٠١/٠٣/٢٠١٧',
    ];
    expect(wrong.filter((text) => parseDate(text, 'dmy') !== null)).toEqual([]);
  });

  test('the order iso reads nothing that needs an order', () => {
    expect(parseDate('1/3/2017', 'iso')).toBeNull();
  });

  const day = fc
    .date({ min: new Date('1970-01-01T00:00:00Z'), max: new Date('2069-12-31T00:00:00Z'), noInvalidDate: true })
    .map((date) => date.toISOString().slice(0, 10));
  const shapes = fc.record({ separator: fc.constantFrom('/', '-', '.'), padded: fc.boolean(), short: fc.boolean() });

  test('every day is read back in every order and style', () => {
    fc.assert(
      fc.property(day, shapes, fc.constantFrom('dmy', 'mdy', 'iso'), (date, shape, order) => {
        const [year = '', month = '', dayOfMonth = ''] = date.split('-');
        const number = (text: string) => (shape.padded ? text : String(Number(text)));
        const parts = {
          iso: [year, number(month), number(dayOfMonth)],
          dmy: [number(dayOfMonth), number(month), shape.short ? year.slice(2) : year],
          mdy: [number(month), number(dayOfMonth), shape.short ? year.slice(2) : year],
        };
        const text = parts[order].join(shape.separator);
        expect(parseDate(text, order)).toEqual({ date, seconds: null });
      }),
    );
  });

  test('no text makes it throw, and what it gives is a real day', () => {
    const text = fc.string({ unit: fc.constantFrom(...Array.from('0123456789/-.: TPMà')), maxLength: 24 });
    fc.assert(
      fc.property(text, fc.constantFrom('dmy', 'mdy', 'iso'), (written, order) => {
        const moment = parseDate(written, order);
        if (!moment) return;
        const date = new Date(`${moment.date}T00:00:00Z`);
        expect(date.toISOString().slice(0, 10)).toBe(moment.date);
      }),
    );
  });
});

describe('detectOrder', () => {
  test('one day above 12 decides for the whole column', () => {
    expect(detectOrder(['01/02/2017', '13/02/2017'], 'mdy')).toEqual({ order: 'dmy', assumed: false });
    expect(detectOrder(['01/02/2017', '02/13/2017'], 'dmy')).toEqual({ order: 'mdy', assumed: false });
  });

  test('a few slips do not turn a column around', () => {
    const column = ['01/02/2017', '15/02/2017', '16/02/2017', '02/13/2017', 'n/a', ''];
    expect(detectOrder(column, 'mdy')).toEqual({ order: 'dmy', assumed: false });
  });

  test('an undecided column takes the fallback and says so', () => {
    expect(detectOrder(['01/02/2017', '', '05/05/2017'], 'dmy')).toEqual({ order: 'dmy', assumed: true });
    expect(detectOrder(['01/02/2017'], 'mdy')).toEqual({ order: 'mdy', assumed: true });
  });

  test('dots mean the day comes first', () => {
    expect(detectOrder(['01.02.2017'], 'mdy')).toEqual({ order: 'dmy', assumed: false });
  });

  test('years in front need no order', () => {
    expect(detectOrder(['2017-02-01', '', '20170201'], 'mdy')).toEqual({ order: 'iso', assumed: false });
    expect(detectOrder(['2017-02-01', '13/02/2017'], 'mdy')).toEqual({ order: 'dmy', assumed: false });
  });

  test('the fallback is day first, but where English meets the US dollar', () => {
    expect(defaultOrder({ locale: 'vi', currency: 'VND' })).toBe('dmy');
    expect(defaultOrder({ locale: 'vi', currency: 'USD' })).toBe('dmy');
    expect(defaultOrder({ locale: 'en', currency: 'GBP' })).toBe('dmy');
    expect(defaultOrder({ locale: 'en', currency: 'USD' })).toBe('mdy');
  });
});

describe('momentReader', () => {
  const zone = 'Asia/Ho_Chi_Minh';
  const at = (date: string, minutes: number) => instantOf(date, minutes, zone);
  const now = at('2026-03-10', 9 * 60);
  const read = momentReader('dmy', zone, now);

  test('a date alone is noon in the office’s zone', () => {
    expect(read('9/3/2026')).toEqual({ at: Date.parse('2026-03-09T05:00:00Z') });
  });

  test('today’s date is no later than now', () => {
    expect(read('10/3/2026')).toEqual({ at: now });
    const evening = at('2026-03-10', 20 * 60);
    expect(momentReader('dmy', zone, evening)('10/3/2026')).toEqual({ at: at('2026-03-10', 720) });
  });

  test('a local time and a time with an offset are exact', () => {
    expect(read('9/3/2026 14:05:30')).toEqual({ at: Date.parse('2026-03-09T07:05:30Z') });
    expect(read('2026-03-09T14:05:30+09:00')).toEqual({ at: Date.parse('2026-03-09T05:05:30Z') });
    expect(read('2026-03-09T14:05:30.123Z')).toEqual({ at: Date.parse('2026-03-09T14:05:30.123Z') });
  });

  test('the future, the last century and what is no date are told apart', () => {
    expect(read('11/3/2026')).toEqual({ fault: 'future' });
    expect(read('10/3/2026 09:01')).toEqual({ fault: 'future' });
    expect(read('31/12/1999')).toEqual({ fault: 'too-early' });
    expect(read('01/03/70')).toEqual({ fault: 'too-early' });
    expect(read('0001-01-01')).toEqual({ fault: 'too-early' });
    expect(read('31/02/2026')).toEqual({ fault: 'unreadable' });
    expect(read('2026-02-31T10:00:00Z')).toEqual({ fault: 'unreadable' });
  });

  test('a time that daylight saving skipped moves on with the clocks', () => {
    const berlin = momentReader('dmy', 'Europe/Berlin', now);
    expect(berlin('30.03.2025 02:30')).toEqual({ at: Date.parse('2025-03-30T01:30:00Z') });
  });
});
