// What the wall is made of runs on Chromium 64: words that engine does not know, looked for in every file that the TV's
// page is built of. `npm run test:engines` has the proof on real engines; this is the quick look that every run has.
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { expect, test } from 'vitest';

const ROOT = resolve(import.meta.dirname, '../..');
const read = (file: string): string => readFileSync(join(ROOT, file), 'utf8');

/** Comments may name what the code must not have. */
const bare = (text: string): string => text.replaceAll(/\/\*[\s\S]*?\*\/|(?<![:'"`\\])\/\/.*$/gm, '');

/** The page's entry and all that it imports, at once or later. */
function codeOfTheWall(): string[] {
  const found = new Set(['display/tv/main.tsx']);
  for (const file of found) {
    for (const [, name = ''] of read(file).matchAll(/(?:\sfrom\s+|import\(\s*)'(\.[^']+\.tsx?)'/g)) {
      const target = relative(ROOT, resolve(ROOT, dirname(file), name));
      if (existsSync(join(ROOT, target))) found.add(target);
    }
  }
  return [...found];
}

const CODE = codeOfTheWall();
const STYLES = readdirSync(join(ROOT, 'display/tv'), { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.css'))
  .map((name) => join('display/tv', name));

test('the test itself sees the wall', () => {
  expect(CODE).toContain('display/tv/scenes/Race.tsx');
  expect(CODE).toContain('shared/names.ts');
  expect(STYLES.length).toBeGreaterThan(20);
});

/** The build puts newer syntax into the old one and adds what is listed in vite.config.ts; it does neither for these. */
const UNKNOWN_CODE: Record<string, RegExp> = {
  'Unicode classes in patterns': /\\[pP]\{/,
  'Intl beyond formatToParts': /notation:|dateStyle|timeStyle|RelativeTimeFormat|PluralRules|ListFormat|DisplayNames/,
  'end of an animation as a promise': /\.finished\b|getAnimations|commitStyles/,
  'newer methods':
    /\.(replaceChildren|findLast|findLastIndex|toSorted|toReversed|toSpliced|matchAll|trimStart|trimEnd)\(/,
  'newer globals': /\b(structuredClone|AbortSignal\.timeout|OffscreenCanvas|BigInt64Array|WeakRef)\b/,
  'secure contexts only': /\bcrypto\.(subtle|randomUUID)\b|navigator\.(locks|wakeLock|serviceWorker)/,
};

test.each(Object.entries(UNKNOWN_CODE))('code: no %s', (_, word) => {
  expect(CODE.filter((file) => word.test(bare(read(file))))).toEqual([]);
});

/** What the build does not lower, or lowers to what 64 does not know either. */
const UNKNOWN_STYLE: Record<string, RegExp> = {
  'clamp, min, max': /[\s(:](clamp|min|max)\(/,
  'aspect-ratio as a property': /^\s*aspect-ratio\s*:/m,
  'newer selectors': /:(is|where|has|focus-visible)\b/,
  'layers, containers': /@(layer|container|property)\b/,
  'newer units': /\d(dvh|svh|lvh|dvw|cqw|cqh|cqi)\b/,
  'transforms of their own': /^\s*(translate|scale|rotate)\s*:/m,
  'newer properties': /^\s*(content-visibility|text-wrap|overscroll-behavior|backdrop-filter)\s*:/m,
};

test.each(Object.entries(UNKNOWN_STYLE))('styles: no %s', (_, word) => {
  expect(STYLES.filter((file) => word.test(bare(read(file))))).toEqual([]);
});

test('styles: gaps are a grid’s alone, each after its old name', () => {
  const wrong = STYLES.flatMap((file) => {
    const lines = bare(read(file))
      .split('\n')
      .map((line) => line.trim());
    return lines
      .filter((line, index) => /^(row-|column-)?gap:/.test(line) && lines[index - 1] !== `grid-${line}`)
      .map((line) => `${file}: ${line}`);
  });
  expect(wrong).toEqual([]);
});
