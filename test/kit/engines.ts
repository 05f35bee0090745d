// The engines of old TVs as programs: headless Chromium builds that the npm registry has, fetched once and kept beside
// the other caches of the house.
import { execFileSync } from 'node:child_process';
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
  const fetched = `${PACKAGE}@${release}`;
  try {
    const said = execFileSync('npm', ['pack', fetched, '--json', '--pack-destination', folder, '--fetch-retries=1'], {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'pipe'],
      timeout: FETCH_MS,
    });
    const [packed] = JSON.parse(said) as { filename: string }[];
    return join(folder, packed?.filename ?? '');
  } catch (error) {
    const { stderr = '' } = error as { stderr?: string };
    const reason = /npm (?:error|ERR!) code (\S+)/.exec(stderr)?.[1] ?? (error as Error).message;
    throw new Error(`Chromium ${version} could not be had: npm did not give ${fetched} (${reason}).`, { cause: error });
  }
}

async function unpack({ file }: Engine, tarball: string, folder: string, program: string): Promise<void> {
  execFileSync('tar', ['-xzf', tarball, '-C', folder, `package/${file}`]);
  const packed = createReadStream(join(folder, 'package', file));
  await pipeline(packed, createBrotliDecompress(), createWriteStream(program));
  chmodSync(program, 0o755);
}
