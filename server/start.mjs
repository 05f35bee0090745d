// What `npm start` and `npm run demo` run: checks what has to be there, then starts. Plain JavaScript, since it has to
// speak before anything is built.
import { existsSync } from 'node:fs';

const built = new URL('../.build/', import.meta.url);
const entry = process.argv.includes('--demo') ? 'node/server/demo/main.js' : 'node/server/main.js';

/** @param {string} sentence */
function stop(sentence) {
  process.stderr.write(`Winboard cannot start: ${sentence}\n`);
  process.exit(1);
}

const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
if (major < 20 || (major === 20 && minor < 19)) {
  stop(`it needs Node.js 20.19 or newer, and this is ${process.versions.node}.`);
}

for (const file of [entry, 'display/tv/index.html', 'display/desk/win/index.html']) {
  if (!existsSync(new URL(file, built))) stop('it has not been built. Run "npm ci" (or "npm run build") first.');
}

try {
  const { default: Database } = await import('better-sqlite3');
  new Database(':memory:').close();
} catch {
  stop(
    'the SQLite module is missing or was built for another Node.js. Run "npm ci" again; ' +
      'without a prebuilt binary it needs python3, make and g++ (Debian: apt-get install -y python3 make g++).',
  );
}

await import(new URL(entry, built).href);
