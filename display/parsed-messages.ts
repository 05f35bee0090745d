// Parses ICU messages while a page is built, so that neither a TV nor a phone fetches a parser: half of what i18n weighed.
import { parse } from '@formatjs/icu-messageformat-parser';
import type { Plugin } from 'vite';
import { findNodes, replaceNodes, type Place } from './source-edits.ts';

/** Where pages keep what they say. */
const WORDS = /[/-](words|texts)\.ts$/;
const HOME = /\/kit\/i18n\.ts$/;

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
        // No page could read what is said anywhere else.
        if (!HOME.test(id) && /\btranslator\(/.test(code)) this.error(`${id}: messages belong in words.ts or texts.ts`);
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
