// Parses the wall's ICU messages while it is built, so that no TV fetches a parser: half of what i18n weighed.
import { parse } from '@formatjs/icu-messageformat-parser';
import type { Plugin } from 'vite';

const WORDS = /\/words\.ts$/;

interface Literal {
  start: number;
  end: number;
  value: string;
}

/** Every message with arguments in a file of words becomes what the parser makes of it. */
export function parsedMessages(): Plugin {
  return {
    name: 'parsed-messages',
    enforce: 'post',
    apply: 'build',
    config: () => ({
      resolve: {
        alias: [
          {
            find: /^@formatjs\/icu-messageformat-parser$/,
            replacement: '@formatjs/icu-messageformat-parser/no-parser.js',
          },
        ],
      },
    }),
    transform(code, id) {
      if (!WORDS.test(id)) return null;
      const messages = literalsOf(this.parse(code)).filter(({ value }) => value.includes('{'));
      // From the end, so that places before it keep theirs.
      const parsed = messages
        .sort((a, b) => b.start - a.start)
        .reduce(
          (text, { start, end, value }) =>
            text.slice(0, start) + JSON.stringify(parse(value, { ignoreTag: true })) + text.slice(end),
          code,
        );
      return { code: parsed, map: null };
    },
  };
}

/** The texts that a syntax tree holds, each with its place in the code. */
function literalsOf(node: unknown): Literal[] {
  if (typeof node !== 'object' || node === null) return [];
  return isTextLiteral(node) ? [node] : Object.values(node).flatMap(literalsOf);
}

function isTextLiteral(node: object): node is Literal {
  return 'type' in node && node.type === 'Literal' && 'value' in node && typeof node.value === 'string';
}
