// Who may do what, over real HTTP: every route says it, every scope and role is held to it.
import { rmSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { buildApp } from '../../server/app.ts';
import type { Problem } from '../../shared/problem.ts';
import { SCOPES, type Scope } from '../../shared/roles.ts';
import type { DealAnswer, DealView } from '../../shared/schemas/deals.ts';
import { addRep, cookieOf, faultsOf, makeDataDir, postDeal, startApp, testConfig, type TestApp } from '../kit/app.ts';

const AN = { email: 'an@saoviet.vn', password: 'an-an-an-an' };
const PUBLIC = [
  'GET /api/setup',
  'POST /api/setup',
  'POST /api/session',
  'DELETE /api/session',
  'GET /api/shared-phones/people',
  'POST /api/session/pin',
  'POST /api/session/passkey/options',
  'POST /api/session/passkey',
  'POST /api/links/read',
  'POST /api/links/accept',
  'POST /api/screens',
  'GET /api/screens/pairing',
];

let app: TestApp;
let an: string;
let binh: string;
let asAn: string;
beforeAll(async () => {
  app = await startApp();
  await app.setUp();
  an = await addRep(app, 'An', AN);
  binh = await addRep(app, 'Bình', { email: 'binh@saoviet.vn' });
  asAn = cookieOf(await app.call('POST', '/api/session', AN, { as: '' }));
});
afterAll(() => app.close());

interface OpenApi {
  openapi: string;
  paths: Record<string, Record<string, unknown>>;
}

/** Every documented call, as "GET /api/deals/{id}". */
async function documentedCalls(): Promise<string[]> {
  const { body } = await app.call<OpenApi>('GET', '/docs/json');
  return Object.entries(body.paths).flatMap(([path, methods]) =>
    Object.keys(methods).map((method) => `${method.toUpperCase()} ${path}`),
  );
}

test('RO1 every call of the API but setting up, signing in and a new TV’s code wants to know who asks', async () => {
  const calls = (await documentedCalls()).filter((call) => call.includes(' /api/') && !PUBLIC.includes(call));
  expect(calls.length).toBeGreaterThanOrEqual(35);
  for (const call of calls) {
    const [method = '', path = ''] = call.split(' ');
    const body = method === 'GET' || method === 'DELETE' ? undefined : {};
    for (const as of ['', 'Bearer wb_made-up', 'winboard=made-up']) {
      const answer = await app.call<Problem>(method, path.replace(/\{\w+\}/g, 'x'), body, { as });
      expect([answer.status, answer.body.code], `${call} as "${as}"`).toEqual([401, 'auth/required']);
    }
  }
});

test('RO1 a route of the API that does not say who may call it stops the start', async () => {
  const dataDir = makeDataDir();
  const { app: bare } = await buildApp({ config: testConfig(dataDir), displayDir: null });
  expect(() => bare.get('/api/forgotten', () => 'x')).toThrow('/api/forgotten does not say who may call it');
  await bare.close();
  rmSync(dataDir, { recursive: true });
});

/** One call per kind of right, with the scopes that open it; a call that is let in fails at its body or its id. */
const DOORS: [call: string, ...scopes: Scope[]][] = [
  ['GET /api/boards', 'board:read'],
  ['GET /api/boards/main', 'board:read'],
  ['GET /api/standings', 'board:read'],
  ['GET /api/office', 'board:read'],
  ['GET /api/teams', 'board:read', 'people:read', 'people:write'],
  ['GET /api/periods', 'board:read', 'people:read', 'people:write'],
  ['GET /api/periods/x/final', 'board:read', 'people:read', 'people:write'],
  ['GET /api/reps', 'people:read', 'people:write'],
  ['GET /api/quotas', 'people:read', 'people:write'],
  ['GET /api/deals', 'deals:read', 'deals:write'],
  ['GET /api/customers', 'deals:read', 'deals:write'],
  ['GET /api/colleagues', 'board:read'],
  ['GET /api/deals/x', 'deals:read', 'deals:write'],
  ['GET /api/export/deals.csv', 'deals:read'],
  ['GET /api/export/standings.csv', 'deals:read'],
  ['POST /api/deals', 'deals:write'],
  ['POST /api/deals/x/void', 'deals:write'],
  ['POST /api/deals/x/correct', 'deals:write'],
  ['POST /api/reps', 'people:write'],
  ['PATCH /api/reps/x', 'people:write'],
  ['POST /api/teams', 'people:write'],
  ['PUT /api/quotas', 'people:write'],
  ['GET /api/import/mappings', 'import:write'],
  ['PUT /api/import/mappings/x', 'import:write'],
  ['POST /api/import/deals', 'import:write'],
  ['GET /api/tokens'],
  ['POST /api/tokens'],
  ['DELETE /api/tokens/x'],
  ['PATCH /api/office'],
  ['POST /api/periods'],
  ['POST /api/periods/reset'],
  ['POST /api/periods/reset/undo'],
  ['GET /api/audit'],
];

test('RO2 a token may what its scope says and nothing else', async () => {
  const tokens = await Promise.all(SCOPES.map(async (scope) => ({ scope, as: await app.token(scope) })));
  for (const [call, ...scopes] of DOORS) {
    const [method = '', path = ''] = call.split(' ');
    const body = method === 'GET' || method === 'DELETE' ? undefined : { surely: 'not known' };
    for (const { scope, as } of tokens) {
      const { status } = await app.call(method, path, body, { as });
      expect([200, 403, 404, 415, 422], call).toContain(status);
      expect(status !== 403, `${call} with ${scope}`).toBe(scopes.includes(scope));
    }
  }
});

test('RO1 a rep sees boards and own deals, posts and voids own wins, and manages nothing', async () => {
  const may = ['GET /api/boards/main', 'GET /api/deals', 'GET /api/periods', 'GET /api/quotas', 'GET /api/teams'];
  for (const [call] of DOORS) {
    const [method = '', path = ''] = call.split(' ');
    const isOpen =
      may.includes(call) ||
      /\/(boards|standings|office|deals|customers|colleagues|final)/.test(call) ||
      call === 'POST /api/deals';
    const isManagers = /PATCH|correct|export|import/.test(call) || !isOpen;
    const body = method === 'GET' || method === 'DELETE' ? undefined : { surely: 'not known' };
    const { status } = await app.call(method, path, body, { as: asAn });
    expect(status === 403, call).toBe(isManagers);
  }
});

test('RO1 what is out of a rep’s reach is not there', async () => {
  const own = await postDeal(app, { rep: an });
  const other = await postDeal(app, { rep: binh });
  const shared = await postDeal(app, {
    rep: binh,
    splits: [
      { rep: binh, share: 6000 },
      { rep: an, share: 4000 },
    ],
  });
  const { body } = await app.call<{ items: DealView[] }>('GET', '/api/deals', undefined, { as: asAn });
  const ids = body.items.map(({ id }) => id);
  expect(ids).toEqual(expect.arrayContaining([own.deal.id, shared.deal.id]));
  expect(ids).not.toContain(other.deal.id);
  const read = (id: string, what = '') => app.call('GET', `/api/deals/${id}${what}`, undefined, { as: asAn });
  for (const { deal } of [own, shared]) expect((await read(deal.id)).status).toBe(200);
  expect((await read(other.deal.id)).status).toBe(404);
  expect((await read(other.deal.id, '/delivery')).status).toBe(404);
});

test('RO1 a rep posts for nobody else, by whatever name', async () => {
  const deal = { amount: '5000', customer: 'An Phát' };
  for (const rep of [an, AN.email, 'AN@SaoViet.vn']) {
    expect((await app.call('POST', '/api/deals', { ...deal, rep }, { as: asAn })).status, rep).toBe(201);
  }
  for (const rep of [binh, 'binh@saoviet.vn', 'nobody', '', ' ']) {
    const answer = await app.call<Problem>('POST', '/api/deals', { ...deal, rep }, { as: asAn });
    expect([403, 422], rep).toContain(answer.status);
    expect(faultsOf(answer)).toHaveProperty('rep');
  }
});

test('RO1 a rep takes an own win back for ten minutes, nobody else’s ever; a manager always', async () => {
  const own = await app.call<DealAnswer>(
    'POST',
    '/api/deals',
    { rep: an, amount: '7000', customer: 'An Phát' },
    { as: asAn },
  );
  const other = await postDeal(app, { rep: binh });
  const reason = { reason: 'gõ nhầm' };
  const voidIt = (id: string, as: string) => app.call('POST', `/api/deals/${id}/void`, reason, { as });
  expect((await voidIt(other.deal.id, asAn)).status).toBe(404);
  app.clock.advance(600_001);
  expect((await voidIt(own.body.deal.id, asAn)).status).toBe(403);
  expect((await voidIt(own.body.deal.id, app.cookie)).status).toBe(200);
  const second = await app.call<DealAnswer>(
    'POST',
    '/api/deals',
    { rep: an, amount: '8000', customer: 'An Phát', closedAt: app.clock.now() - 3_600_000 },
    { as: asAn },
  );
  app.clock.advance(600_000);
  expect((await voidIt(second.body.deal.id, asAn)).status).toBe(200);
  expect((await voidIt(second.body.deal.id, asAn)).status).toBe(409);
});

test('RO1 a rep takes back what they posted themselves, not what somebody else did for them, and no correction', async () => {
  const voidIt = (id: string, as = asAn) => app.call<Problem>('POST', `/api/deals/${id}/void`, { reason: 'x' }, { as });
  const post = async (as: string) =>
    (await app.call<DealAnswer>('POST', '/api/deals', { rep: an, amount: '9000', customer: 'An Phát' }, { as })).body;
  const correct = async (id: string) =>
    (await app.call<DealAnswer>('POST', `/api/deals/${id}/correct`, { reason: 'x', amount: '4000' })).body.deal.id;
  const own = await post(asAn);
  app.clock.advance(3_600_000);
  const csv = { raw: 'rep,amount,customer,date\nAn,5000,Lotus,2026-11-24\n', headers: { 'content-type': 'text/csv' } };
  const imported = await app.call<{ rows: { dealId: string }[] }>('POST', '/api/import/deals', undefined, csv);
  for (const id of [
    await correct(own.deal.id),
    await correct((await post(asAn)).deal.id),
    (await post(app.cookie)).deal.id,
    (await post(await app.token('deals:write'))).deal.id,
    imported.body.rows[0]?.dealId ?? '',
  ]) {
    const refused = await voidIt(id);
    expect([refused.status, refused.body.code]).toEqual([403, 'auth/forbidden']);
    expect((await voidIt(id, app.cookie)).status).toBe(200);
  }
  expect((await voidIt((await post(asAn)).deal.id)).status).toBe(200);
});

test('PO5 an undo and its own win that are asked for at once leave no deal that stands, whichever comes first', async () => {
  const answers = [];
  for (let turn = 0; turn < 20; turn += 1) {
    const id = `raced-win-${turn}`;
    const body = { id, rep: an, amount: '7', customer: 'An Phát' };
    const calls = [
      () => app.call<DealAnswer>('POST', '/api/deals', body, { as: asAn }),
      () => app.call<Problem>('POST', `/api/deals/${id}/void`, { reason: 'undone' }, { as: asAn }),
    ];
    if (turn % 2 === 1) calls.reverse();
    answers.push(...(await Promise.all(calls.map((ask) => ask()))).map(({ status }) => status));
    const { body: deal } = await app.call<DealView>('GET', `/api/deals/${id}`, undefined, { as: asAn });
    expect(deal.void?.reason, id).toBe('undone');
    // A retry of the win finds it as it is.
    expect((await app.call<DealAnswer>('POST', '/api/deals', body, { as: asAn })).body.deal.void).not.toBeNull();
  }
  expect(answers.filter((status) => ![200, 201, 404].includes(status))).toEqual([]);
});

test('a page of another site can do nothing with somebody’s cookie', async () => {
  const { host } = new URL(app.url);
  const body = { rep: an, amount: '1', customer: 'Evil' };
  for (const origin of ['http://evil.example', `https://${host}.evil.example`, 'null', 'x', `http://${host}1`]) {
    const answer = await app.call<Problem>('POST', '/api/deals', body, { headers: { origin } });
    expect([answer.status, answer.body.code], origin).toEqual([403, 'request/cross-origin']);
    const out = await app.call('DELETE', '/api/session', undefined, { headers: { origin } });
    expect(out.status, origin).toBe(403);
  }
  const same = { ...body, amount: '2', customer: 'Ours' };
  expect((await app.call('POST', '/api/deals', same, { headers: { origin: `http://${host}` } })).status).toBe(201);
  const as = await app.token('deals:write');
  const machine = await app.call('POST', '/api/deals', { ...body, amount: '3' }, { as, headers: { origin: 'null' } });
  expect(machine.status).toBe(201);
});

test('a form of another site is no JSON, and nothing at an address is a 404 problem', async () => {
  for (const type of ['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data; boundary=x']) {
    const answer = await app.call<Problem>('POST', '/api/deals', undefined, {
      raw: '{"rep":"x"}',
      headers: { 'content-type': type },
    });
    expect([answer.status, answer.body.code], type).toEqual([415, 'request/media-type']);
  }
  const lost = await app.call<Problem>('GET', '/api/nothing-here');
  expect([lost.status, lost.body.code]).toEqual([404, 'request/not-found']);
  expect(lost.headers.get('content-type')).toMatch('application/problem+json');
});
