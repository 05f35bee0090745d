// Who may call what, and who may send what: every route and every event there is, against everybody there is. The lists
// are the server's own, so that what is added is held as well.
import { rmSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Call } from '../../server/access.ts';
import { buildApp } from '../../server/app.ts';
import { identify } from '../../server/auth.ts';
import type { Problem } from '../../shared/problem.ts';
import { EVENT_ACTIONS } from '../../shared/protocol.ts';
import { can, type Actor } from '../../shared/roles.ts';
import { makeDataDir, startApp, testConfig, type TestApp } from '../kit/app.ts';
import { everybody, fullOffice } from '../kit/people.ts';
import { connect, type ConnectOptions } from '../kit/sockets.ts';

let app: TestApp;
let people: Record<string, string>;
beforeAll(async () => {
  app = await startApp();
  people = await everybody(app, await fullOffice(app));
});
afterAll(() => app.close());

function actorOf(as: string): Actor | null {
  const isToken = as.startsWith('Bearer');
  const credentials = { cookie: isToken ? undefined : as.split('=')[1], authorization: isToken ? as : undefined };
  return identify(app.parts.directory, credentials, app.clock.now());
}

test('everybody of the matrix is who they are called', () => {
  const known = Object.entries(people).map(([name, as]) => {
    const actor = actorOf(as);
    if (!actor) return [name, null];
    if (actor.type === 'user') return [name, actor.role, actor.teamIds?.length ?? 'all'];
    return [name, actor.type === 'token' ? actor.scopes.join() : actor.type];
  });
  expect(known).toEqual([
    ['nobody', null],
    ['owner', 'owner', 'all'],
    ['manager', 'manager', 'all'],
    ['manager of a team', 'manager', 1],
    ['rep', 'rep', 'all'],
    ['viewer', 'viewer', 'all'],
    ['token board:read', 'board:read'],
    ['token deals:read', 'deals:read'],
    ['token deals:write', 'deals:write'],
    ['token people:read', 'people:read'],
    ['token people:write', 'people:write'],
    ['token import:write', 'import:write'],
    ['screen', 'screen'],
  ]);
});

const REFUSED = { 401: '401 auth/required', 403: '403 auth/forbidden' };

/** What the table says of an actor's call. */
function expected(actor: Actor | null, { access }: Call): string {
  if (access === 'public') return 'open';
  if (!actor) return REFUSED[401];
  return access.some((action) => can(actor, action)) ? 'open' : REFUSED[403];
}

/** What the server says of it; who is let in with half a body has it refused, so that nothing is done. */
async function answered(as: string, { method, url }: Call): Promise<string> {
  const reads = method === 'GET' || method === 'HEAD';
  const half = { raw: '{"half":', headers: { 'content-type': 'application/json' } };
  const path = url.replace(/:\w+/g, 'nothing');
  const { status, body } = await app.call<Problem>(method, path, undefined, { as, ...(reads ? {} : half) });
  if (reads ? status < 500 && status !== 401 && status !== 403 : status === 400) return 'open';
  return method === 'HEAD' && (status === 401 || status === 403) ? REFUSED[status] : `${status} ${body.code}`;
}

test('RO1 RO2 every call is open to exactly those who may do one of its actions', async () => {
  const calls = app.calls.filter(({ access }) => access !== 'public');
  expect(calls.length).toBeGreaterThan(70);
  for (const call of calls) {
    for (const [name, as] of Object.entries(people)) {
      const said = `${call.method} ${call.url} as ${name}`;
      expect(await answered(as, call), said).toBe(expected(actorOf(as), call));
    }
  }
});

test('RO1 a route that does not say who may call it stops the start, also beside the API', async () => {
  const dataDir = makeDataDir();
  const { app: bare } = await buildApp({ config: testConfig(dataDir), displayDir: null });
  for (const url of ['/api/forgotten', '/forgotten', '/hooks/:source', '/documents']) {
    expect(() => bare.get(url, () => 'x')).toThrow(`${url} does not say who may call it`);
  }
  await bare.close();
  rmSync(dataDir, { recursive: true });
});

function doorOf(as: string): ConnectOptions {
  return as.startsWith('Bearer') ? { auth: { token: as.slice(7) } } : as === '' ? {} : { headers: { cookie: as } };
}

const mayCome = (actor: Actor | null): actor is Actor => actor !== null && can(actor, 'board:watch');

test('RO1 RO2 who may not watch a board does not come in by the socket', async () => {
  const outside = Object.entries(people).filter(([, as]) => !mayCome(actorOf(as)));
  expect(outside.map(([name]) => name)).toHaveLength(6);
  for (const [name, as] of outside) {
    const code = actorOf(as) ? 'auth/forbidden' : 'auth/required';
    await expect(connect(app.url, doorOf(as)), name).rejects.toThrow(code);
  }
});

/** Events that nobody may send: the server's own, and what no table has. */
const STRAY = ['screen:config', 'constructor', '__proto__', 'join'];

test('RO1 RO2 every event is open to exactly those who may do its action, and what is not declared to nobody', async () => {
  for (const [name, as] of Object.entries(people)) {
    const actor = actorOf(as);
    if (!mayCome(actor)) continue;
    const { socket } = await connect(app.url, doorOf(as));
    const shout = socket as unknown as { emit: (event: string, ...all: unknown[]) => void };
    const answersTo = async (event: string) => {
      const answers: unknown[] = [];
      shout.emit(event, { board: 'main' }, (answer: unknown) => answers.push(answer));
      // What a socket sends is answered in its order.
      await socket.emitWithAck('board:watch', { board: 'main' });
      return answers;
    };
    for (const [event, action] of Object.entries(EVENT_ACTIONS)) {
      const isRefused = JSON.stringify(await answersTo(event)) === '[{"error":"auth/forbidden"}]';
      expect(isRefused, `${event} as ${name}`).toBe(!can(actor, action));
    }
    for (const event of STRAY) expect(await answersTo(event), `${event} as ${name}`).toEqual([]);
    socket.close();
  }
});
