// Holds shared/SPEC.md and the tests to each other: every rule of what is built is cited by a test's name, and
// nobody cites a rule that is not there.
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const ROOT = new URL('../../', import.meta.url);
const read = (path: string) => readFileSync(new URL(path, ROOT), 'utf8');

/** Areas of which not every rule is built yet; one leaves this list with the test of its last rule. */
const UNFINISHED: readonly string[] = ['CN'];

const RULE = /\b[A-Z]{2}\d{1,2}\b/g;
const TEST_NAME = /\b(?:it|test)(?:\.\w+(?:\([^()]*\)|\(\[[\s\S]*?\n\s*\]\))?)*\(\s*(['"`])((?:\\.|(?!\1)[^\\])*)\1/g;

function rulesOf(spec: string): string[] {
  return [...spec.matchAll(/^- \*\*([A-Z]{2}\d{1,2})\*\* /gm)].map((match) => match[1] ?? '');
}

function filesIn(folder: string, ends: RegExp): string[] {
  return readdirSync(new URL(folder, ROOT), { recursive: true, encoding: 'utf8' })
    .filter((file) => ends.test(file) && !file.includes('node_modules'))
    .map((file) => folder + file);
}

/** Rule ids by the names of a test file's tests. */
function citationsOf(source: string): string[] {
  return [...source.matchAll(TEST_NAME)].flatMap((match) => match[2]?.match(RULE) ?? []);
}

const rules = rulesOf(read('shared/SPEC.md'));
const tests = filesIn('test/', /\.test\.tsx?$/).map((path) => ({ path, cites: citationsOf(read(path)) }));
const cited = new Set(tests.flatMap(({ cites }) => cites));
const isUnfinished = (rule: string) => UNFINISHED.includes(rule.slice(0, 2));

describe('the rules and their tests', () => {
  it('are numbered in order, each once', () => {
    expect(rules.length).toBeGreaterThan(40);
    for (const area of new Set(rules.map((rule) => rule.slice(0, 2)))) {
      const numbers = rules.filter((rule) => rule.startsWith(area)).map((rule) => Number(rule.slice(2)));
      expect([area, ...numbers]).toEqual([area, ...numbers.map((_, index) => index + 1)]);
    }
  });

  it('finds the rules in the names of tests, however they are written', () => {
    const source = [
      `it('ZZ1 plain', () => {});`,
      `it.each([\n  ['ZZ9 is data'],\n])("ZZ2 %s", () => {});`,
      `test.runIf(found)(\n  \`ZZ3 ZZ4 it\\'s\`, run);`,
      `expect('ZZ9').toBe('ZZ9'); // ZZ9`,
    ].join('\n');
    expect(citationsOf(source)).toEqual(['ZZ1', 'ZZ2', 'ZZ3', 'ZZ4']);
  });

  it('every rule of what is built is cited by the name of a test', () => {
    expect(rules.filter((rule) => !isUnfinished(rule) && !cited.has(rule))).toEqual([]);
  });

  it('no area is called unfinished once all of its rules are held', () => {
    const finished = UNFINISHED.filter((area) => rules.every((rule) => !rule.startsWith(area) || cited.has(rule)));
    expect(finished).toEqual([]);
  });

  it('no test is named after a rule that does not exist', () => {
    const strangers = tests.flatMap(({ path, cites }) => {
      return cites.filter((rule) => !rules.includes(rule)).map((rule) => `${path}: ${rule}`);
    });
    // The example above is the only one.
    expect(strangers.filter((one) => !one.includes(': ZZ'))).toEqual([]);
  });

  it('no comment in the code names a rule that does not exist', () => {
    const sources = ['shared/', 'server/', 'display/'].flatMap((folder) => filesIn(folder, /\.tsx?$/));
    const strangers = sources.flatMap((path) => {
      const named =
        read(path)
          .match(/\brules?\b[^\n]*/gi)
          ?.flatMap((line) => line.match(RULE) ?? []) ?? [];
      return named.filter((rule) => !rules.includes(rule)).map((rule) => `${path}: ${rule}`);
    });
    expect(strangers).toEqual([]);
  });
});
