// Writes private fields as plain ones in the wall's build. TV engines know no private fields, and what the compiler makes
// of them for those (a WeakMap each) is slow on weak machines and long to fetch; who may touch a field has been checked
// before, by TypeScript.
import type { Plugin } from 'vite';
import { findNodes, replaceNodes, type Place } from './source-edits.ts';

interface PrivateName extends Place {
  name: string;
}

export function plainFields(): Plugin {
  return {
    name: 'plain-fields',
    enforce: 'pre',
    apply: 'build',
    transform(code, id) {
      if (!/\/(display|shared)\/.*\.tsx?$/.test(id) || !code.includes('#')) return null;
      const names = findNodes(this.parse(code, { lang: id.endsWith('x') ? 'tsx' : 'ts' }), isPrivateName);
      return { code: replaceNodes(code, names, ({ name }) => `_${name}`), map: null };
    },
  };
}

function isPrivateName(node: object): node is PrivateName {
  return 'type' in node && node.type === 'PrivateIdentifier' && 'name' in node;
}
