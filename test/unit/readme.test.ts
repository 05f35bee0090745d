// The README and the program say the same: every command and setting that it names exists, and the other way round.
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, test } from 'vitest';
import { flagsFor } from '../../server/kiosk/flags.ts';

const ROOT = resolve(import.meta.dirname, '../..');
const read = (file: string): string => readFileSync(join(ROOT, file), 'utf8');
const readme = read('README.md');
const { scripts } = JSON.parse(read('package.json')) as { scripts: Record<string, string> };

function found(text: string, pattern: RegExp): string[] {
  return [...new Set([...text.matchAll(pattern)].map((match) => match[1] ?? ''))].sort();
}

test('every script that the README names exists', () => {
  const named = found(readme, /npm run ([a-z]+)/g);
  expect(named.length).toBeGreaterThan(6);
  expect(named.filter((name) => scripts[name] === undefined)).toEqual([]);
});

test('every script is in the README, but for what npm runs by itself', () => {
  const missing = Object.keys(scripts).filter((name) => !new RegExp(`npm (run )?${name}\\b`).test(readme));
  expect(missing).toEqual(['prepare']);
});

test('the README names exactly the settings that the program reads', () => {
  const known = found(read('server/config.ts'), /env\['([A-Z_]+)'\]/g);
  expect(known.length).toBeGreaterThan(6);
  const table = readme.slice(readme.indexOf('## Settings'), readme.indexOf('## Keep it safe'));
  expect(found(table, /`(PORT|HOST|LOG_LEVEL|CHROMIUM|WINBOARD_[A-Z_]+)`/g)).toEqual(known);
});

test('the kiosk guide has the flags that the kiosk gives, in its service word by word, in its table each with a reason', () => {
  const guide = readme.slice(readme.indexOf('## Hang it up'), readme.indexOf('## Bring your history'));
  const url = new URL('http://192.168.1.10:3000');
  const profile = '%h/.local/state/winboard-wall';
  const given = flagsFor({ url, kind: 'chromium', platform: 'linux', profile, passed: [] });
  const service = /ExecStart=\/usr\/bin\/chromium (.*?)\n *Restart=/s.exec(guide)?.[1] ?? '';
  const written = service.replaceAll('${BOARD}', url.origin).split(/[\s\\]+/);
  expect(new Set(written)).toEqual(new Set(given.map((flag) => (flag === url.href ? url.origin : flag))));
  expect(written.slice(-2)).toEqual(['--kiosk', url.origin]);

  const rows = guide.split('\n').filter((line) => line.startsWith('| `--'));
  const explained = rows.flatMap((row) => found(row.split('|')[1] ?? '', /`(--[a-z-]+)`/g));
  const names = given.filter((flag) => flag.startsWith('--')).map((flag) => flag.split('=')[0] ?? '');
  expect(explained.sort()).toEqual([...new Set(names)].sort());
});
