// Parses ICU messages while the pages are built, so that no TV and no phone fetches a parser: half of what i18n weighed.
import { parse } from '@formatjs/icu-messageformat-parser';
import type { Plugin } from 'vite';
import { findNodes, replaceNodes, type Place } from './source-edits.ts';

/** Where words are kept. */
const WORDS = /\/([\w-]+-)?(words|texts)\.ts$/;
const TRANSLATOR = /\btranslator\(\{/;

interface Literal extends Place {
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
      if (!WORDS.test(id)) {
        // Words that are kept elsewhere would wait for a parser that is not there.
        if (TRANSLATOR.test(code)) throw new Error(`${id} has words, and its name does not say so`);
        return null;
      }
      const messages = findNodes(this.parse(code), isTextLiteral).filter(({ value }) => value.includes('{'));
      const write = ({ value }: Literal): string => JSON.stringify(parse(value, { ignoreTag: true }));
      return { code: replaceNodes(code, messages, write), map: null };
    },
  };
}

function isTextLiteral(node: object): node is Literal {
  return 'type' in node && node.type === 'Literal' && 'value' in node && typeof node.value === 'string';
}
