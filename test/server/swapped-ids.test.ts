// Ids of others, guessed or swapped, in every call that takes one; and what nobody learns who may not read people.
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Call } from '../../server/access.ts';
import { identify } from '../../server/auth.ts';
import type { Problem } from '../../shared/problem.ts';
import { reachOf, type Actor } from '../../shared/roles.ts';
import type { SessionView } from '../../shared/schemas/accounts.ts';
import type { ActivityAnswer, PlanAnswer } from '../../shared/schemas/activities.ts';
import type { Session } from '../../shared/schemas/office.ts';
import { postDeal, revOf, startApp, type TestApp } from '../kit/app.ts';
import { HOUR_MS } from '../kit/make.ts';
import { pngBytes } from '../kit/media.ts';
import { everybody, fullOffice, invite, type Office } from '../kit/people.ts';
import { pairScreen } from '../kit/screens.ts';
import { watchBoard } from '../kit/sockets.ts';

let app: TestApp;
let office: Office;
/** Ids of all kinds of things that are neither An's nor Hà Nội's. */
let foreign: string[];
let people: Record<string, string>;

beforeAll(async () => {
  app = await startApp();
  office = await fullOffice(app);
  people = await everybody(app, office);
  const { body: owner } = await app.call<Session>('GET', '/api/session');
  const { deal } = await postDeal(app, { rep: office.chi, customer: 'Khách riêng', source: 'chuyện riêng' });
  const { activity } = (
    await app.call<ActivityAnswer>('POST', '/api/activities', { rep: office.chi, kind: 'call', note: 'chuyện riêng' })
  ).body;
  const appointment = { rep: office.chi, kind: 'visit', customer: 'Khách riêng', note: 'chuyện riêng' };
  const { plan } = (await app.call<PlanAnswer>('POST', '/api/plans', { ...appointment, at: app.clock.now() + HOUR_MS }))
    .body;
  const { id: invitation } = await invite(app, { name: 'Khách', role: 'rep', teamId: office.south });
  const sessions = await app.call<{ items: SessionView[] }>('GET', '/api/sessions', undefined, {
    as: office.binh.cookie,
  });
  const raw = new Uint8Array(pngBytes(20, 20));
  const headers = { 'content-type': 'image/png' };
  const { id: picture } = (await app.call<{ id: string }>('POST', '/api/media', undefined, { raw, headers })).body;
  foreign = [
    owner.user.id,
    office.binh.id,
    office.binh.repId ?? '',
    office.chi,
    sessions.body.items[0]?.id ?? '',
    deal.id,
    activity.id,
    plan.id,
    invitation,
    picture,
    office.south,
    (await pairScreen(app)).id,
    app.parts.directory.tokens[0]?.id ?? '',
    app.parts.directory.periods[0]?.id ?? '',
    'default',
    '%2e%2e',
    '__proto__',
    'constructor',
    "' OR 1=1 --",
  ];
});
afterAll(() => app.close());

/** What nobody is told who may not read people. */
const CONTACT = /chi@saoviet|binh@saoviet|555 0101|argon2/;
/** What nobody is told out of whose reach it is. */
const PRIVATE = new RegExp(`${CONTACT.source}|chuyện riêng`);

function actorOf(as: string): Actor {
  const isToken = as.startsWith('Bearer');
  const credentials = { cookie: isToken ? undefined : as.split('=')[1], authorization: isToken ? as : undefined };
  const actor = identify(app.parts.directory, credentials, app.clock.now());
  if (!actor) throw new Error('nobody');
  return actor;
}

/** Bodies that would be taken, were the id theirs. */
const BODIES: Readonly<Record<string, object>> = {
  'POST /api/activities/:id/details': { note: 'x' },
  'POST /api/activities/:id/void': { reason: 'x' },
  'POST /api/plans/:id/move': { at: Date.parse('2026-12-01T02:00:00Z') },
  'POST /api/plans/:id/cancel': {},
  'POST /api/deals/:id/void': { reason: 'x' },
  'POST /api/deals/:id/correct': { reason: 'x', amount: '5' },
  'POST /api/deals/:id/restore': { reason: 'x' },
  'POST /api/approvals/:id/decline': { reason: 'x' },
  'POST /api/deals/:id/receipts': { amount: '5' },
  'POST /api/deals/:id/receipts/:receiptId/void': { reason: 'x' },
  'PUT /api/deals/:id/due': { dueOn: '2026-12-01' },
  'PATCH /api/reps/:id': { name: 'X' },
  'PATCH /api/users/:id': { name: 'X' },
  'PATCH /api/teams/:id': { name: 'X' },
  'PATCH /api/screens/:id': { name: 'X' },
};

/** A call's address with each of these ids in each of its places. */
function pathsOf({ url }: Call, ids: readonly string[]): string[] {
  const place = /:\w+/.exec(url)?.[0];
  if (place === undefined) return [url];
  return ids.flatMap((id) => pathsOf({ url: url.replace(place, encodeURIComponent(id)) } as Call, ids));
}

test('RO1 RO4 an id of somebody else’s gives nothing in any call: no data, nothing done', async () => {
  const rev = await revOf(app);
  const takers = app.calls.filter(({ url, method }) => url.includes(':') && method !== 'HEAD');
  expect(takers.length).toBeGreaterThan(25);
  for (const [name, as] of [
    ['rep', office.an.cookie],
    ['viewer', office.viewer.cookie],
    ['manager of a team', office.northManager.cookie],
  ] as const) {
    const actor = actorOf(as);
    for (const call of takers) {
      const { access } = call;
      // What is the whole office's is no secret within it.
      if (access === 'public' || access.some((action) => reachOf(actor, action) === 'office')) continue;
      const body =
        call.method === 'GET' || call.method === 'DELETE' ? undefined : (BODIES[`${call.method} ${call.url}`] ?? {});
      for (const path of pathsOf(call, foreign)) {
        const answer = await app.call<Problem>(call.method, path, body, { as });
        const said = `${call.method} ${path} as ${name}`;
        expect(
          [403, 404, ...(body === undefined || `${call.method} ${call.url}` in BODIES ? [] : [422])],
          said,
        ).toContain(answer.status);
        expect(answer.headers.get('content-type'), said).toContain('application/problem+json');
        expect(JSON.stringify(answer.body), said).not.toMatch(PRIVATE);
      }
    }
  }
  expect(await revOf(app)).toBe(rev);
});

test('RO5 a session goes by its own account’s address alone', async () => {
  const { body } = await app.call<{ items: SessionView[] }>('GET', `/api/users/${office.binh.id}/sessions`);
  const [session] = body.items;
  for (const as of [office.northManager.cookie, app.cookie]) {
    const path = `/api/users/${office.an.id}/sessions/${session?.id}`;
    const answer = await app.call<Problem>('DELETE', path, undefined, { as });
    expect([answer.status, answer.body.code]).toEqual([404, 'session/not-found']);
  }
});

test('RO1 an id out of reach is answered as one that is not there, word for word', async () => {
  const as = office.northManager.cookie;
  const wordsOf = async (method: string, path: string, body?: object) => {
    const answer = await app.call<Problem>(method, path, body, { as });
    return JSON.stringify({ ...answer.body, requestId: '' });
  };
  for (const [method, before, id, after, body] of [
    ['PATCH', '/api/users/', office.binh.id, '', { name: 'X' }],
    ['GET', '/api/users/', office.binh.id, '/sessions', undefined],
    ['POST', '/api/users/', office.binh.id, '/reset', undefined],
    ['GET', '/api/reps/', office.chi, '', undefined],
    ['PATCH', '/api/reps/', office.chi, '', { name: 'X' }],
  ] as const) {
    expect(await wordsOf(method, before + id + after, body)).toBe(
      await wordsOf(method, `${before}ghost${after}`, body),
    );
  }
});

test('RO1 RO4 no list tells whose address or id is known here, to who does not reach that rep', async () => {
  for (const as of [office.an.cookie, office.northManager.cookie]) {
    for (const list of ['deals', 'activities', 'plans']) {
      const asked = async (rep: string) => {
        const answer = await app.call<Problem>('GET', `/api/${list}?rep=${rep}`, undefined, { as });
        return [answer.status, JSON.stringify({ ...answer.body, requestId: '' })];
      };
      const [status, words] = await asked('nobody@saoviet.vn');
      expect(status).toBe(422);
      for (const rep of ['chi@saoviet.vn', 'CHI@saoviet.vn', office.chi]) {
        expect(await asked(rep), `${list} of ${rep}`).toEqual([422, words]);
      }
      expect((await asked('an@saoviet.vn'))[0], list).toBe(200);
    }
  }
});

test('RO1 RO2 nobody who may not read people learns an address or a number of a colleague, from any call or board', async () => {
  const readers = app.calls.filter(({ method }) => method === 'GET');
  const curious = ['nobody', 'rep', 'viewer', 'token board:read', 'token deals:read', 'screen'];
  for (const name of curious) {
    const as = people[name] ?? '';
    for (const call of readers) {
      for (const path of pathsOf(call, [...foreign, 'main'])) {
        // All that was ever sold is for who exports.
        if (name === 'token deals:read' && path.startsWith('/api/') && /deals/.test(path)) continue;
        const answer = await app.call('GET', path, undefined, { as });
        expect(JSON.stringify(answer.body), `${path} as ${name}`).not.toMatch(CONTACT);
      }
    }
  }
  for (const auth of [people['token board:read'], people['screen']]) {
    const watcher = await watchBoard(app.url, { auth: { token: auth?.slice(7) ?? '' } });
    expect(JSON.stringify(watcher.board())).toMatch(/Chi/);
    expect(JSON.stringify(watcher.board())).not.toMatch(CONTACT);
    watcher.close();
  }
  const manager = await app.call('GET', `/api/reps/${office.chi}`, undefined, { as: people['manager'] ?? '' });
  expect(manager.body).toMatchObject({ phone: '+84 24 555 0101', email: 'chi@saoviet.vn' });
});

test('RO1 a rep does not see the audit, and corrects nothing, not even what is their own', async () => {
  const own = await postDeal(app, { rep: office.an.repId ?? '' });
  const as = office.an.cookie;
  const correct = { reason: 'x', closedAt: '2026-10-01' };
  for (const answer of [
    await app.call<Problem>('GET', '/api/audit', undefined, { as }),
    await app.call<Problem>('POST', `/api/deals/${own.deal.id}/correct`, correct, { as }),
  ]) {
    expect([answer.status, answer.body.code]).toEqual([403, 'auth/forbidden']);
  }
});
