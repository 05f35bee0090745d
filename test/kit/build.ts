// Browser tests run against the built screens: builds them once where a source is newer than the build.
import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';

const ROOT = resolve(import.meta.dirname, '../..');
export const DISPLAY_DIR = join(ROOT, '.build/display');
const PAGES = ['tv/index.html', 'desk/win/index.html', 'desk/manage/index.html', 'desk/join/index.html'];

function newest(folder: string): number {
  const files = readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' });
  return Math.max(...files.map((name) => statSync(join(ROOT, folder, name)).mtimeMs));
}

export function setup(): void {
  const built = PAGES.map((page) => join(DISPLAY_DIR, page));
  const isFresh = built.every(
    (page) => existsSync(page) && statSync(page).mtimeMs > Math.max(newest('display'), newest('shared')),
  );
  // What people get, not what the test runner's own NODE_ENV would make of it.
  const env = { ...process.env, NODE_ENV: 'production' };
  if (!isFresh) execFileSync('npm', ['run', 'build'], { cwd: ROOT, stdio: 'inherit', env });
}
