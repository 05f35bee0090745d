// A manager of some teams, for tests of reach.
import { join } from 'node:path';
import { DATABASE } from '../../server/app.ts';
import { openStore } from '../../server/store/store.ts';
import { cookieOf, OWNER, type TestApp } from './app.ts';

const EMAIL = 'lead@saoviet.vn';

/** Adds a manager of these teams; gives the session. */
export async function openLead(app: TestApp, teamIds: string[]): Promise<string> {
  const store = openStore(join(app.dataDir, DATABASE));
  const passwordHash = store.users.list()[0]?.passwordHash ?? '';
  const now = app.clock.now();
  store.users.insert({ id: 'lead', name: 'Lê', role: 'manager', teamIds, passwordHash, email: EMAIL }, now);
  store.db.close();
  app.parts.directory.reloadAll();
  return cookieOf(await app.call('POST', '/api/session', { email: EMAIL, password: OWNER.password }, { as: '' }));
}
