// Makes `/win` a page that can be installed and opened without a network: its manifest, its icons, and its service
// worker, which is told every file that the page may ask for. Rules PW1, PW2.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { transformWithOxc, type Plugin, type Rolldown } from 'vite';

/** Under the build's folder; the server gives it as `/win/sw.js`. */
export const WORKER_FILE = 'win/sw.js';

const ICONS = {
  small: 'icon-192.png',
  large: 'icon-512.png',
  maskable: 'maskable-512.png',
  apple: 'apple-180.png',
  badge: 'badge-96.png',
} as const;
type Icon = keyof typeof ICONS;

interface Installable {
  /** The folder of the page. */
  page: string;
  /** Where the build is served. */
  base: string;
  buildId: () => string;
}

export function installable({ page, base, buildId }: Installable): Plugin {
  const icons = {} as Record<Icon, string>;
  let manifest = '';
  return {
    name: 'installable',
    apply: 'build',
    buildStart() {
      for (const [icon, file] of Object.entries(ICONS) as [Icon, string][]) {
        icons[icon] = this.emitFile({ type: 'asset', name: file, source: readFileSync(join(page, 'app', file)) });
      }
    },
    renderStart() {
      const source = JSON.stringify(manifestOf((icon) => base + this.getFileName(icons[icon])));
      manifest = this.emitFile({ type: 'asset', name: 'winboard.webmanifest', source });
    },
    transformIndexHtml: {
      order: 'post',
      handler(_, { filename, bundle }) {
        if (!filename.startsWith(page) || !bundle) return [];
        const addressOf = (name: string): string => base + (assetNamed(bundle, name) ?? '');
        return [
          link({ rel: 'manifest', href: addressOf('winboard.webmanifest') }),
          link({ rel: 'apple-touch-icon', href: addressOf(ICONS.apple) }),
        ];
      },
    },
    generateBundle: {
      // Last: the build drops scripts that held nothing but a style sheet, and the worker must not ask for them.
      order: 'post',
      async handler(_, bundle) {
        const addressOf = (icon: Icon): string => base + this.getFileName(icons[icon]);
        const files = filesOf(bundle, join(page, 'index.html')).map((file) => base + file);
        const known = {
          BUILD: buildId(),
          FILES: [...files, base + this.getFileName(manifest), addressOf('small')].sort(),
          ICON: addressOf('small'),
          BADGE: addressOf('badge'),
        };
        const constants = Object.entries(known).map(([name, value]) => `const ${name}=${JSON.stringify(value)};`);
        const file = join(page, 'worker/worker.ts');
        const { code } = await transformWithOxc(readFileSync(file, 'utf8'), file, { sourcemap: false });
        this.emitFile({ type: 'asset', fileName: WORKER_FILE, source: `${constants.join('\n')}\n${code}` });
      },
    },
  };
}

function link(attrs: Record<string, string>) {
  return { tag: 'link', attrs, injectTo: 'head' as const };
}

function manifestOf(addressOf: (icon: Icon) => string): object {
  const png = (icon: Icon, size: number, purpose: 'any' | 'maskable') => ({
    src: addressOf(icon),
    sizes: `${size}x${size}`,
    type: 'image/png',
    purpose,
  });
  return {
    id: '/win',
    name: 'Winboard',
    short_name: 'Winboard',
    start_url: '/win',
    scope: '/win',
    display: 'standalone',
    background_color: '#f4f6fb',
    theme_color: '#f4f6fb',
    icons: [png('small', 192, 'any'), png('large', 512, 'any'), png('maskable', 512, 'maskable')],
  };
}

function assetNamed(bundle: Rolldown.OutputBundle, name: string): string | undefined {
  return Object.values(bundle).find((one) => one.type === 'asset' && one.names.includes(name))?.fileName;
}

/** Every file that a page may ask for, now or later: its scripts, what they import, their styles, pictures and faces. */
function filesOf(bundle: Rolldown.OutputBundle, page: string): string[] {
  const found = new Set<string>();
  const follow = (fileName: string): void => {
    const chunk = bundle[fileName];
    if (found.has(fileName) || !chunk) return;
    found.add(fileName);
    if (chunk.type === 'asset') {
      for (const other of Object.keys(bundle)) if (textOf(chunk).includes(other)) follow(other);
      return;
    }
    const { importedCss, importedAssets } = chunk.viteMetadata ?? {};
    for (const other of [
      ...chunk.imports,
      ...chunk.dynamicImports,
      ...(importedCss ?? []),
      ...(importedAssets ?? []),
    ]) {
      follow(other);
    }
  };
  const entry = Object.values(bundle).find((one) => one.type === 'chunk' && one.facadeModuleId === page);
  if (!entry) throw new Error(`no entry is ${page}`);
  follow(entry.fileName);
  return [...found];
}

/** Of a style sheet; a picture names no other file. */
function textOf({ fileName, source }: Rolldown.OutputAsset): string {
  return fileName.endsWith('.css') ? String(source) : '';
}
