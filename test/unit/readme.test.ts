// The README and the program say the same: every command and setting that it names exists, and the other way round.
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, test } from 'vitest';

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
