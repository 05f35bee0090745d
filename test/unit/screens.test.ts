// What screens are judged and named by: codes, health, engines.
import { describe, expect, it } from 'vitest';
import { engineOf } from '../../display/tv/device.ts';
import { CODE_LENGTH, CODE_LETTERS, readCode, showCode } from '../../shared/pairing.ts';
import { healthOf, MISSED_AFTER_MS } from '../../shared/screen-health.ts';

describe('SC9 a code', () => {
  it('SC9 has no letters that are taken for each other', () => {
    for (const alike of ['0ODQ', '1IL', '2Z', '5S', '6G', '8B', 'UV']) {
      expect(alike.split('').filter((letter) => CODE_LETTERS.includes(letter))).toEqual([]);
    }
    expect(CODE_LETTERS.length ** CODE_LENGTH).toBeGreaterThan(40_000_000);
  });

  it('SC9 is read as people type it, and as nothing else', () => {
    for (const typed of ['ACE347', 'ace347', ' ace 347 ', 'ACE-347', 'ＡＣＥ３４７'])
      expect(readCode(typed)).toBe('ACE347');
    for (const typed of ['', 'ACE34', 'ACE3477', 'ACE340', 'ACE34<', 'ÁCE347']) expect(readCode(typed)).toBeNull();
    expect(readCode(showCode('ACE347'))).toBe('ACE347');
  });
});

describe('SC12 a screen’s health', () => {
  const now = 1_000_000_000;
  const noon = { weekday: 2, minute: 720 };
  const night = { weekday: 2, minute: 1300 };
  const status = { connected: false, faults: [] };
  const settings = { darkHours: { fromMinute: 1200, toMinute: 420 } };
  const away = (ms: number) => ({ lastSeenAt: now - ms, settings, status });

  it('SC12 it is missed after a minute, not in its dark hours, and never where it was not seen', () => {
    expect(healthOf(away(MISSED_AFTER_MS - 1), now, noon)).toBe('well');
    expect(healthOf(away(MISSED_AFTER_MS), now, noon)).toBe('missing');
    expect(healthOf({ ...away(MISSED_AFTER_MS), status: null }, now, noon)).toBe('missing');
    expect(healthOf(away(MISSED_AFTER_MS), now, night)).toBe('asleep');
    expect(healthOf({ ...away(MISSED_AFTER_MS), settings: { darkHours: null } }, now, night)).toBe('missing');
    expect(healthOf({ lastSeenAt: null, settings, status: null }, now, noon)).toBe('new');
  });

  it('SC12 one that is there is well, or says what troubles it', () => {
    expect(healthOf({ ...away(0), status: { connected: true, faults: [] } }, now, night)).toBe('well');
    expect(healthOf({ ...away(0), status: { connected: true, faults: [{}] } }, now, noon)).toBe('troubled');
  });
});

it('a browser is named by its engine and the TV’s system', () => {
  const named: [userAgent: string, name: string][] = [
    [
      'Mozilla/5.0 (Web0S; Linux/SmartTV) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/79.0.3945.79 Safari/537.36',
      'Chromium 79 · webOS',
    ],
    [
      'Mozilla/5.0 (SMART-TV; LINUX; Tizen 5.5) AppleWebKit/537.36 (KHTML, like Gecko) 69.0.3497.106.1/5.5 TV Chrome/69.0 Safari/537.36',
      'Chromium 69 · Tizen',
    ],
    [
      'Mozilla/5.0 (X11; Linux aarch64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36',
      'Chromium 140 · Linux',
    ],
    ['Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:143.0) Gecko/20100101 Firefox/143.0', 'Firefox 143 · Windows'],
    [
      'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/17.4 Safari/605.1.15',
      'Safari 17 · macOS',
    ],
    ['curl/8', 'curl/8'],
  ];
  for (const [userAgent, name] of named) expect(engineOf(userAgent)).toBe(name);
});
