// The house's arrows: reads every import and holds who may import whom, and each foreign package to its one home.
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { expect, test } from 'vitest';

const ROOT = resolve(import.meta.dirname, '../..');
const ROOMS = ['shared', 'server', 'display'] as const;

interface Import {
  file: string;
  /** Repository path of a file, or the name of a package. */
  target: string;
  isPackage: boolean;
  isType: boolean;
}

function sources(folder: string): string[] {
  return readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.(ts|tsx|mjs)$/.test(name))
    .map((name) => join(folder, name));
}

const IMPORT = /(?:^|\n)\s*(?:import|export)\s+(type\s+)?(?:[^'";]*?\sfrom\s+)?'([^']+)'|import\(\s*'([^']+)'\s*\)/g;

function importsOf(file: string): Import[] {
  const text = readFileSync(join(ROOT, file), 'utf8');
  return [...text.matchAll(IMPORT)].map((match) => {
    const name = match[2] ?? match[3] ?? '';
    const isPackage = !name.startsWith('.');
    const target = isPackage ? packageOf(name) : relative(ROOT, resolve(ROOT, dirname(file), name));
    return { file, target, isPackage, isType: match[1] !== undefined };
  });
}

function packageOf(name: string): string {
  const parts = name.split('/');
  return name.startsWith('@') ? parts.slice(0, 2).join('/') : (parts[0] ?? name);
}

const ALL = ROOMS.flatMap((room) => sources(room)).flatMap(importsOf);
const FILES = ALL.filter(({ isPackage }) => !isPackage);
const PACKAGES = ALL.filter(({ isPackage }) => isPackage);

const show = ({ file, target }: Import): string => `${file} -> ${target}`;

test('the test itself sees the imports', () => {
  expect(FILES.length).toBeGreaterThan(100);
  expect(PACKAGES.map(show)).toContain('server/gateway/gateway.ts -> socket.io');
});

test('arrows point inwards: shared imports only shared, server and display never meet', () => {
  const allowed: Record<string, readonly string[]> = {
    shared: ['shared'],
    server: ['shared', 'server'],
    display: ['shared', 'display'],
  };
  const wrong = FILES.filter(({ file, target }) => {
    const room = file.split('/')[0] ?? '';
    return !allowed[room]?.includes(target.split('/')[0] ?? '');
  });
  expect(wrong.map(show)).toEqual([]);
});

test('the displays never import each other, and kit imports none of them', () => {
  const apps = ['display/tv/', 'display/win/', 'display/manage/', 'display/join/', 'display/kit/'];
  const appOf = (path: string): string => apps.find((app) => path.startsWith(app)) ?? '';
  const wrong = FILES.filter(({ file, target }) => {
    if (!target.startsWith('display/')) return false;
    return appOf(target) !== 'display/kit/' && appOf(file) !== appOf(target);
  });
  expect(wrong.map(show)).toEqual([]);
});

test('displays take types alone from the schemas: a TV must not carry a validator', () => {
  const wrong = FILES.filter(
    ({ file, target, isType }) => file.startsWith('display/') && target.startsWith('shared/schemas/') && !isType,
  );
  expect(wrong.map(show)).toEqual([]);
});

/** Inside the server, who may import whom, by folder or file; what is not named imports what it likes. */
const SERVER: readonly { from: string; never: readonly string[] }[] = [
  {
    from: 'server/store/',
    never: ['server/ledger/', 'server/boards/', 'server/routes/', 'server/gateway/gateway.ts', 'server/app.ts'],
  },
  {
    from: 'server/import/',
    never: ['server/store/', 'server/boards/', 'server/routes/', 'server/gateway/gateway.ts', 'server/app.ts'],
  },
  { from: 'server/ledger/', never: ['server/routes/', 'server/gateway/gateway.ts', 'server/app.ts'] },
  { from: 'server/boards/', never: ['server/routes/', 'server/gateway/gateway.ts', 'server/app.ts'] },
  { from: 'server/gateway/', never: ['server/routes/', 'server/app.ts', 'server/store/'] },
  { from: 'server/routes/', never: ['server/gateway/gateway.ts', 'server/app.ts', 'server/config.ts'] },
  // A machine beside a TV carries no database: the kiosk is loaded without the server.
  {
    from: 'server/kiosk',
    never: ['server/store/', 'server/ledger/', 'server/boards/', 'server/routes/', 'server/app.ts', 'server/serve.ts'],
  },
];

test.each(SERVER)('$from keeps its place in the server', ({ from, never }) => {
  const wrong = FILES.filter(
    ({ file, target }) => file.startsWith(from) && never.some((place) => target.startsWith(place)),
  );
  expect(wrong.map(show)).toEqual([]);
});

/** Each foreign package has one home. */
const HOMES: Record<string, readonly string[]> = {
  'better-sqlite3': ['server/store/', 'server/start.mjs'],
  'socket.io': ['server/gateway/'],
  'socket.io-client': ['display/kit/live.ts'],
  'chart.js': ['display/tv/'],
  'temporal-polyfill': ['shared/time.ts', 'shared/calendar/'],
  'image-size': ['server/media/'],
  papaparse: ['server/import/table.ts'],
  'prom-client': ['server/metrics.ts'],
  '@node-rs/argon2': ['server/auth.ts'],
  '@simplewebauthn/server': ['server/passkeys.ts'],
  '@simplewebauthn/browser': ['display/kit/passkeys.ts'],
  nodemailer: ['server/mail.ts'],
  'web-push': ['server/push/sender.ts'],
  ajv: ['server/http.ts'],
  typebox: ['shared/schemas/', 'server/routes/'],
  'intl-messageformat': ['display/kit/i18n.ts'],
  idb: ['display/win/'],
  uqr: ['display/kit/QrCode.tsx'],
  'canvas-confetti': ['display/tv/'],
};

test.each(Object.entries(HOMES))('%s is imported at home only', (name, homes) => {
  const wrong = PACKAGES.filter(({ file, target }) => target === name && !homes.some((home) => file.startsWith(home)));
  expect(wrong.map(show)).toEqual([]);
});

test('shared knows neither Node nor the browser', () => {
  const wrong = PACKAGES.filter(
    ({ file, target }) => file.startsWith('shared/') && !['typebox', 'temporal-polyfill'].includes(target),
  );
  expect(wrong.map(show)).toEqual([]);
});

test('only config reads the environment, only the clock asks the time', () => {
  const files = sources('server').concat(sources('shared'));
  const readers = (pattern: RegExp): string[] =>
    files.filter((file) => pattern.test(readFileSync(join(ROOT, file), 'utf8')));
  expect(readers(/process\.env/)).toEqual(['server/config.ts']);
  expect(readers(/Date\.now\(|new Date\(\)/)).toEqual(['server/clock.ts']);
});

test('the top level holds the agreed rooms and nothing else', () => {
  const agreed = [
    'README.md',
    'display',
    'package-lock.json',
    'package.json',
    'server',
    'shared',
    'test',
    'tsconfig.json',
  ];
  const made = ['node_modules', 'data'];
  const found = readdirSync(ROOT).filter((name) => !name.startsWith('.') && !made.includes(name));
  expect(found.sort()).toEqual(agreed.sort());
});
