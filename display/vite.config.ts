// Two builds of the display, chosen by --mode: `tv` for the browsers inside TVs (Chromium 64 and later) and `desk`
// (phone and laptop) for today's browsers, so that neither carries the other's weight.
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import legacy from '@vitejs/plugin-legacy';
import { defineConfig, type Plugin, type UserConfig } from 'vite';
import { installable } from './installable.ts';
import { plainFields } from './plain-fields.ts';
import { websocketOnly } from './websocket-only.ts';
import { parsedMessages } from './parsed-messages.ts';

const HOUSE = fileURLToPath(new URL('..', import.meta.url));

/** What old TVs lack and our own code or Preact uses; found by running on those engines. */
const TV_POLYFILLS = [
  'web.queue-microtask',
  'es.global-this',
  'es.array.at',
  'es.array.flat',
  'es.array.flat-map',
  'es.object.from-entries',
  'es.promise.all-settled',
  'es.string.replace-all',
];

/** Names the build by what it is made of, so that the same sources make no screen reload (rule SC4). */
function buildId(): string {
  const hash = createHash('sha256').update(readFileSync(join(HOUSE, 'package-lock.json')));
  for (const room of ['display', 'shared']) {
    for (const file of readdirSync(join(HOUSE, room), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name))
      .sort()) {
      hash.update(file.slice(HOUSE.length)).update(readFileSync(file));
    }
  }
  return hash.digest('hex').slice(0, 12);
}

/** Writes the build's name into each page, where the server and the page itself read it. */
function buildIdInPages(): Plugin {
  return {
    name: 'build-id',
    transformIndexHtml: () => [
      { tag: 'meta', attrs: { name: 'build-id', content: buildId() }, injectTo: 'head-prepend' as const },
    ],
  };
}

/** Compresses once, here, so that a small server never has to. */
function compressedTwins(): Plugin {
  return {
    name: 'compressed-twins',
    writeBundle({ dir = '' }, bundle) {
      for (const name of Object.keys(bundle).filter((file) => /\.(js|css|svg)$/.test(file))) {
        const bytes = readFileSync(join(dir, name));
        writeFileSync(join(dir, `${name}.br`), brotliCompressSync(bytes));
        writeFileSync(join(dir, `${name}.gz`), gzipSync(bytes));
      }
    },
  };
}

/** Sends a script as it was written, before all modules: one that is there for browsers without them. */
function plainScript(file: string): Plugin {
  const source = readFileSync(file);
  const hash = createHash('sha256').update(source).digest('hex').slice(0, 8);
  const fileName = `assets/${basename(file, '.js')}-${hash}.js`;
  return {
    name: 'plain-script',
    buildStart() {
      this.emitFile({ type: 'asset', fileName, source });
    },
    transformIndexHtml: {
      order: 'post',
      handler: () => [
        { tag: 'script', attrs: { defer: true, src: `/tv/${fileName}` }, injectTo: 'head-prepend' as const },
      ],
    },
  };
}

const shared: UserConfig = {
  publicDir: false,
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
};

const tv: UserConfig = {
  ...shared,
  root: join(HOUSE, 'display/tv'),
  base: '/tv/',
  plugins: [
    buildIdInPages(),
    parsedMessages(),
    plainFields(),
    websocketOnly(),
    compressedTwins(),
    legacy({ renderLegacyChunks: false, modernTargets: 'chrome>=64', modernPolyfills: TV_POLYFILLS }),
    // After the polyfills' own, and so before them on the page.
    plainScript(join(HOUSE, 'display/tv/old-engine.js')),
  ],
  build: { outDir: join(HOUSE, '.build/display/tv'), emptyOutDir: true, assetsInlineLimit: 0, modulePreload: false },
};

const desk: UserConfig = {
  ...shared,
  root: join(HOUSE, 'display'),
  base: '/desk/',
  plugins: [
    buildIdInPages(),
    parsedMessages(),
    websocketOnly(),
    installable({ page: join(HOUSE, 'display/win'), base: '/desk/', buildId }),
    compressedTwins(),
  ],
  build: {
    outDir: join(HOUSE, '.build/display/desk'),
    emptyOutDir: true,
    sourcemap: false,
    rollupOptions: {
      input: {
        win: join(HOUSE, 'display/win/index.html'),
        manage: join(HOUSE, 'display/manage/index.html'),
        join: join(HOUSE, 'display/join/index.html'),
      },
    },
  },
};

export default defineConfig(({ mode }) => (mode === 'tv' ? tv : desk));
