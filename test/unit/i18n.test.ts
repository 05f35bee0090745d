// Words in both languages.
import { expect, it } from 'vitest';
import { isLocale, translator } from '../../display/kit/i18n.ts';

const words = translator({
  vi: { left: 'còn {count} ngày', hello: 'Chào <b>{name}</b>', plain: 'Bảng vàng' },
  en: { left: '{count, plural, one {# day} other {# days}} left', hello: 'Hi <b>{name}</b>', plain: 'Leaderboard' },
});

it('follows the plural rules of each language', () => {
  expect(words('en')('left', { count: 1 })).toBe('1 day left');
  expect(words('en')('left', { count: 1200 })).toBe('1,200 days left');
  expect(words('vi')('left', { count: 1 })).toBe('còn 1 ngày');
});

it('takes values as text, whatever they look like', () => {
  expect(words('vi')('hello', { name: '<script>{x}</script>' })).toBe('Chào <b><script>{x}</script></b>');
  expect(words('en')('plain')).toBe('Leaderboard');
});

it('gives one function a locale, so that views can rely on its identity', () => {
  expect(words('vi')).toBe(words('vi'));
  expect(isLocale('vi') && isLocale('en')).toBe(true);
  expect(isLocale('fr')).toBe(false);
});
