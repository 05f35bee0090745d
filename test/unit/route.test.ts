// The phone's addresses: which tab, what is open in it, and hashes that somebody has typed.
import { expect, it } from 'vitest';
import { parseRoute, routeTo } from '../../display/win/route.ts';

const TABS = [{ id: 'post' }, { id: 'board' }, { id: 'me' }] as const;

it.each([
  ['', 'post', []],
  ['#', 'post', []],
  ['#me', 'me', []],
  ['#board/rep-1/period-2', 'board', ['rep-1', 'period-2']],
  ['#feed', 'post', []],
  ['#join=secret', 'post', []],
  ['#__proto__', 'post', []],
  ['#me/%E0%A4%A', 'me', ['%E0%A4%A']],
  ['#me/%3Cb%3E', 'me', ['<b>']],
] as const)('the hash "%s" leads to %s', (hash, tab, path) => {
  expect(parseRoute(hash, TABS)).toEqual({ tab, path });
});

it('begins where somebody without wins to post begins', () => {
  expect(parseRoute('#post', [{ id: 'board' }])).toEqual({ tab: 'board', path: [] });
});

it('writes what it reads', () => {
  expect(routeTo('board', 'a/b', '<é>')).toBe('#board/a%2Fb/%3C%C3%A9%3E');
  expect(parseRoute(routeTo('board', 'a/b', '<é>'), TABS).path).toEqual(['a/b', '<é>']);
});
