// Winboard as it is built and started by `npm start`, set up over its own API with an office of sample people.
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { NewToken } from '../../shared/schemas/office.ts';
import type { RepView, TeamView } from '../../shared/schemas/people.ts';
import { startChild, type Child } from './child.ts';

const MAIN = fileURLToPath(new URL('../../.build/node/server/main.js', import.meta.url));
const SETUP_TOKEN = 'setup-token-of-the-bench';

/** Who sets the office up. */
export const MANAGER = { name: 'Chị Hà', email: 'ha@saoviet.vn', password: 'mat-khau-manh' };

/** People who are posted at once. */
const BATCH = 100;

export interface Product extends Child {
  token: string;
  reps: readonly string[];
}

export function isBuilt(): boolean {
  return existsSync(MAIN);
}

/** Starts the server on a folder, set up or not. */
export function startServer(dataDir: string, env: NodeJS.ProcessEnv = {}): Promise<Child> {
  return startChild([MAIN], {
    PORT: '0',
    HOST: '127.0.0.1',
    LOG_LEVEL: 'silent',
    WINBOARD_SETUP_TOKEN: SETUP_TOKEN,
    WINBOARD_DATA: dataDir,
    ...env,
  });
}

/** Starts the server on an empty folder and sets up an office with quotas, teams and so many reps. */
export async function startProduct(dataDir: string, reps: number, env: NodeJS.ProcessEnv = {}): Promise<Product> {
  const child = await startServer(dataDir, env);
  const call = caller(child.port);
  await call('POST', '/api/setup', {
    token: SETUP_TOKEN,
    office: { name: 'Sao Việt', timeZone: 'Asia/Ho_Chi_Minh', currency: 'VND', locale: 'vi' },
    manager: MANAGER,
  });
  await call('PATCH', '/api/office', { defaultQuota: '5000000000' });
  const teams = await Promise.all(
    [1, 2, 3, 4, 5].map((number) => call<TeamView>('POST', '/api/teams', { name: `Nhóm ${number}` })),
  );
  const people: RepView[] = [];
  while (people.length < reps) {
    const from = people.length;
    const batch = Array.from({ length: Math.min(BATCH, reps - from) }, (_, index) =>
      call<RepView>('POST', '/api/reps', {
        name: `Nguyễn Văn ${from + index}`,
        teamId: teams[(from + index) % 5]?.id ?? null,
      }),
    );
    people.push(...(await Promise.all(batch)));
  }
  const { token } = await call<NewToken>('POST', '/api/tokens', {
    name: 'bench',
    scopes: ['deals:write', 'board:read'],
  });
  return { ...child, token, reps: people.map(({ id }) => id) };
}

/** Calls the API with the session that the setup gives. */
function caller(port: number) {
  let cookie = '';
  return async <T>(method: string, path: string, body: object): Promise<T> => {
    const headers: Record<string, string> = { 'content-type': 'application/json', ...(cookie && { cookie }) };
    const response = await fetch(`http://127.0.0.1:${port}${path}`, { method, headers, body: JSON.stringify(body) });
    if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${await response.text()}`);
    cookie ||= response.headers.get('set-cookie')?.split(';')[0] ?? '';
    return (await response.json()) as T;
  };
}
