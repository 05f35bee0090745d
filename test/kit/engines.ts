// The engines of old TVs as programs: headless Chromium builds that the npm registry has, fetched once and kept beside
// the other caches of the house.
import { execFileSync, spawnSync } from 'node:child_process';
import { chmodSync, createReadStream, createWriteStream, existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { createBrotliDecompress } from 'node:zlib';

const CACHE = resolve(import.meta.dirname, '../../node_modules/.cache/winboard-engines');
const PACKAGE = 'chrome-aws-lambda';
const FETCH_MS = 300_000;

export interface Engine {
  /** Chromium's major version. */
  version: number;
  /** The package's version that carries it, and the file in there. */
  release: string;
  file: string;
}

/** From the oldest that the wall is for: one for each step in what TVs can do. */
export const ENGINES: readonly Engine[] = [
  { version: 64, release: '0.13.0', file: 'bin/chromium-64.0.3264.0.br' },
  // Samsung 2020; LG has 68.
  { version: 69, release: '1.6.3', file: 'bin/chromium-69.0.3494.0.br' },
  // LG 2021; Samsung has 76.
  { version: 79, release: '2.0.2', file: 'bin/chromium.br' },
  // Both have 85 to 94 in 2022 and 2023.
  { version: 92, release: '10.1.0', file: 'bin/chromium.br' },
];

/** The program of an engine, fetched where it is not there yet. */
export async function programOf(engine: Engine): Promise<string> {
  const program = join(CACHE, `chromium-${engine.version}-${engine.release}`);
  if (existsSync(program)) return program;
  if (process.platform !== 'linux' || process.arch !== 'x64') {
    throw new Error(`Chromium ${engine.version} is a program for Linux on x64; this is ${process.platform}.`);
  }
  const folder = join(CACHE, `.fetch-${engine.release}-${process.pid}`);
  mkdirSync(folder, { recursive: true });
  try {
    await unpack(engine, fetchPackage(engine, folder), folder, `${program}.part`);
    // Whole or not there: a run that was cut off leaves no half program behind.
    renameSync(`${program}.part`, program);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
  return program;
}

/** npm holds what it fetches to the registry's own checksum. */
function fetchPackage({ version, release }: Engine, folder: string): string {
  const wanted = `${PACKAGE}@${release}`;
  const args = ['pack', wanted, '--json', '--pack-destination', folder, '--fetch-retries=1'];
  const { status, stdout, stderr, error } = spawnSync('npm', args, { encoding: 'utf8', timeout: FETCH_MS });
  if (status === 0) {
    const [packed] = JSON.parse(stdout) as { filename: string }[];
    return join(folder, packed?.filename ?? '');
  }
  const reason = error?.message ?? /npm (?:error|ERR!) code (\S+)/.exec(stderr)?.[1] ?? `exit ${status}`;
  throw new Error(`Chromium ${version} could not be had: npm did not give ${wanted} (${reason}).`);
}

async function unpack({ file }: Engine, tarball: string, folder: string, program: string): Promise<void> {
  execFileSync('tar', ['-xzf', tarball, '-C', folder, `package/${file}`]);
  const packed = createReadStream(join(folder, 'package', file));
  await pipeline(packed, createBrotliDecompress(), createWriteStream(program));
  chmodSync(program, 0o755);
}
