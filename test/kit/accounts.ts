// Accounts of any kind for tests: written into the books while the server is away.
import { join } from 'node:path';
import { DATABASE } from '../../server/app.ts';
import { hashPassword } from '../../server/auth.ts';
import type { NewUser } from '../../server/store/accounts.ts';
import { openStore } from '../../server/store/store.ts';
import { startApp, type StartOptions, type TestApp } from './app.ts';

export interface Account extends NewUser {
  email: string;
  password: string;
}

/** The same office with these accounts; the owner stays signed in. */
export async function withAccounts(
  app: TestApp,
  accounts: readonly Account[],
  options: StartOptions = {},
): Promise<TestApp> {
  const { cookie, dataDir, clock } = app;
  await app.stop();
  const store = openStore(join(dataDir, DATABASE));
  for (const { password, ...user } of accounts) {
    store.users.insert({ ...user, passwordHash: await hashPassword(password) }, clock.now());
  }
  store.db.close();
  const again = await startApp({ ...options, dataDir, now: clock.now() });
  again.cookie = cookie;
  return again;
}
