// Leaves the transports that no page uses out of its build: they speak by websocket alone, and so does the server.
import type { Plugin } from 'vite';

const TRANSPORTS = /engine\.io-client\/build\/esm\/transports\/index\.js$/;
/** Nobody asks it for anything, but it would stay for what it does when it is loaded. */
const POLLING = /engine\.io-client\/build\/esm\/transports\/polling-xhr\.js$/;

export function websocketOnly(): Plugin {
  return {
    name: 'websocket-only',
    apply: 'build',
    transform(code, id) {
      if (POLLING.test(id)) return { code, map: null, moduleSideEffects: false };
      if (!TRANSPORTS.test(id)) return null;
      // Another version may have another shape: then the build says so instead of shipping a wall that cannot connect.
      if (!code.includes('websocket: WS')) throw new Error('engine.io-client lists its transports in another way now');
      return { code: `import { WS } from './websocket.js';\nexport const transports = { websocket: WS };`, map: null };
    },
  };
}
