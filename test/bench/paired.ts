// Paired screens in bulk: written into the books while the server is stopped, since its door for new ones opens 300 times
// in ten minutes.
import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { makeSecret, SCREEN_PREFIX } from '../../server/auth.ts';
import { openStore } from '../../server/store/store.ts';
import { DEFAULT_SCREEN } from '../../shared/screen.ts';

/** So many more screens; gives their tokens. */
export function pairScreens(dataDir: string, count: number): string[] {
  const store = openStore(join(dataDir, 'winboard.db'));
  const secrets = Array.from({ length: count }, () => makeSecret(SCREEN_PREFIX));
  store.db
    .transaction(() => {
      secrets.forEach(({ hash }, index) => {
        const name = `TV ${index + 1}`;
        store.screens.insert({ id: randomUUID(), name, hash, settings: DEFAULT_SCREEN, createdAt: Date.now() });
      });
    })
    .immediate();
  store.db.close();
  return secrets.map(({ secret }) => secret);
}
