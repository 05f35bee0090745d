// `npm run password -- EMAIL`: a link with which somebody sets a new password, for whoever has a shell on this machine.
// An owner who has lost the password gets back in by it. The server may be running: the link works at once, as it is
// looked up in the books.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { DATABASE } from './app.ts';
import { makeSecret } from './auth.ts';
import { systemClock } from './clock.ts';
import { readConfig } from './config.ts';
import { lanAddresses } from './lan.ts';
import { Ledger } from './ledger/ledger.ts';
import { linkTo } from './link.ts';
import { say } from './serve.ts';
import { openReader } from './store/store.ts';

const USAGE = 'Usage: npm run password -- EMAIL';
/** Whoever asks is at the machine, and uses it at once. */
const LIVES_MS = 3_600_000;

async function makePasswordLink(email: string): Promise<void> {
  const { dataDir, port, host, tls } = readConfig();
  const file = join(dataDir, DATABASE);
  if (!existsSync(file)) throw new Error(`There is no database at ${file}.`);
  const ledger = await Ledger.open({ file, now: systemClock.now, onFailure: say });
  const reader = openReader(file);
  try {
    const user = reader.users.byEmail(email.trim());
    if (!user) throw new Error(`No account has the e-mail address ${email}.`);
    const { secret, hash } = makeSecret();
    const expiresAt = systemClock.now() + LIVES_MS;
    await ledger.run('password-link:create', { type: 'system' }, { userId: user.id, hash, expiresAt });
    const [here = 'localhost'] = host === '0.0.0.0' || host === '::' ? lanAddresses() : [host];
    say(`A new password for ${user.name} (${user.role}). The link works once, for an hour:`);
    say(`  ${linkTo(`${tls ? 'https' : 'http'}://${here}:${port}`, secret)}`);
  } finally {
    reader.db.close();
    await ledger.close();
  }
}

try {
  const [email, ...others] = process.argv.slice(2);
  if (email === undefined || email.startsWith('-') || others.length > 0) throw new Error(USAGE);
  await makePasswordLink(email);
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
}
