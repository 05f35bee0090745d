// For integrators and whoever runs it: the OpenAPI description, health, metrics, headers.
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Problem } from '../../shared/problem.ts';
import { addRep, postDeal, startApp, type TestApp } from '../kit/app.ts';

interface Operation {
  summary?: string;
  tags?: string[];
  parameters?: { in: string; name: string }[];
  requestBody?: { content: Record<string, { schema: object }> };
  responses: Record<string, object>;
}
interface OpenApi {
  openapi: string;
  info: { title: string; version: string };
  components: { securitySchemes: Record<string, object> };
  paths: Record<string, Record<string, Operation>>;
}

let app: TestApp;
beforeAll(async () => {
  app = await startApp();
  await app.setUp();
});
afterAll(() => app.close());

/** What design and manual promise: every call by its name. */
const CALLS = `GET /api/setup|POST /api/setup|POST /api/session|GET /api/session|DELETE /api/session
GET /api/shared-phones|POST /api/shared-phones|DELETE /api/shared-phones/{id}|GET /api/shared-phones/people|POST /api/session/pin|PUT /api/me/pin
GET /api/passkeys|DELETE /api/passkeys/{id}|POST /api/passkeys/options|POST /api/passkeys|POST /api/session/passkey/options|POST /api/session/passkey
GET /api/sessions|DELETE /api/sessions|DELETE /api/sessions/{id}|PATCH /api/me|PUT /api/me/password
GET /api/users|PATCH /api/users/{id}|GET /api/users/{id}/sessions|DELETE /api/users/{id}/sessions
DELETE /api/users/{id}/sessions/{sessionId}|POST /api/users/{id}/reset|POST /api/links/read|POST /api/links/accept
GET /api/invitations|POST /api/invitations|DELETE /api/invitations/{id}
GET /api/office|PATCH /api/office|POST /api/office/preview|GET /api/tokens|POST /api/tokens|DELETE /api/tokens/{id}
GET /api/teams|POST /api/teams|PATCH /api/teams/{id}
GET /api/reps|GET /api/reps/{id}|POST /api/reps|PATCH /api/reps/{id}|GET /api/quotas|PUT /api/quotas
GET /api/quotas/grid|PUT /api/quotas/batch|POST /api/quotas/preview|POST /api/periods/plan
GET /api/forecasts|PUT /api/forecasts/batch|POST /api/import/forecasts|GET /api/holidays
GET /api/customers|GET /api/colleagues|POST /api/deals|GET /api/deals|GET /api/deals/{id}|POST /api/deals/{id}/void|POST /api/deals/{id}/correct
POST /api/deals/{id}/restore|GET /api/deals/{id}/story|GET /api/late-deals|POST /api/late-deals/book|GET /api/decisions
GET /api/approvals|PUT /api/approvals/rule|POST /api/approvals/{id}/approve|POST /api/approvals/{id}/decline
POST /api/periods/{id}/restate|POST /api/periods/{id}/restate/undo|GET /api/periods/compare
GET /api/deals/{id}/receipts|POST /api/deals/{id}/receipts|POST /api/deals/{id}/receipts/{receiptId}/void|PUT /api/deals/{id}/due
GET /api/rates|PUT /api/rates|GET /api/receivables|GET /api/journal|GET /api/journal/days|GET /api/export/journal.csv
GET /api/boards|GET /api/boards/{id}|GET /api/standings
GET /api/reps/{id}/standing|GET /api/reps/{id}/explanation|GET /api/reps/{id}/history
POST /api/activities|GET /api/activities|GET /api/activities/counts|POST /api/activities/{id}/details|POST /api/activities/{id}/void
POST /api/plans|GET /api/plans|POST /api/plans/{id}/move|POST /api/plans/{id}/cancel
GET /api/periods|GET /api/periods/coming|POST /api/periods|DELETE /api/periods/{id}|POST /api/periods/reset|POST /api/periods/reset/undo|GET /api/periods/{id}/final
POST /api/import/deals|POST /api/import/people|GET /api/import/mappings|PUT /api/import/mappings/{name}
GET /api/wall|PATCH /api/wall|POST /api/media|GET /media/{id}
GET /api/playlists|POST /api/playlists|GET /api/playlists/{id}|PUT /api/playlists/{id}|DELETE /api/playlists/{id}
GET /api/screens|POST /api/screens|GET /api/screens/pairing|POST /api/screens/claim|GET /api/screens/{id}|PATCH /api/screens/{id}|DELETE /api/screens/{id}|POST /api/screens/{id}/reload
POST /api/screens/{id}/identify|POST /api/screens/{id}/restart|POST /api/screens/{id}/rotate|GET /api/deals/{id}/delivery
GET /api/wins|PUT /api/deals/{id}/reaction|DELETE /api/deals/{id}/reaction
GET /api/push|PUT /api/push/preferences|PUT /api/push/subscription|DELETE /api/push/subscription
GET /api/export/deals.csv|GET /api/export/standings.csv|GET /api/audit|GET /healthz|GET /readyz`.split(/[|\n]/);

test('the OpenAPI description is 3.1 and has every call, each with its parameters, body and answer', async () => {
  const { status, body } = await app.call<OpenApi>('GET', '/docs/json', undefined, { as: '' });
  expect(status).toBe(200);
  expect([body.openapi, body.info.title]).toEqual(['3.1.0', 'Winboard']);
  expect(Object.keys(body.components.securitySchemes)).toEqual(['token', 'session']);
  const operations = Object.entries(body.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({
      call: `${method.toUpperCase()} ${path}`,
      path,
      operation,
    })),
  );
  expect(operations.map(({ call }) => call).sort()).toEqual(expect.arrayContaining([...CALLS].sort()));
  for (const { call, path, operation } of operations) {
    expect(Object.keys(operation.responses), call).not.toEqual([]);
    const named = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name);
    const given = (operation.parameters ?? []).filter((one) => one.in === 'path').map(({ name }) => name);
    expect(given, call).toEqual(named);
  }
  const post = body.paths['/api/deals']?.['post'];
  expect(post?.requestBody?.content['application/json']?.schema).toMatchObject({
    type: 'object',
    required: ['rep', 'amount', 'customer'],
    additionalProperties: false,
  });
  expect(Object.keys(post?.responses ?? {})).toEqual(['200', '201', '202']);
  expect(JSON.stringify(body)).not.toContain('"$ref":"#/definitions');
});

test('the description has a page, and its own security policy lets it work on plain http', async () => {
  const page = await app.call<string>('GET', '/docs', undefined, { as: '' });
  expect(page.status).toBe(200);
  expect(page.body).toMatch(/swagger-ui/i);
  const policy = page.headers.get('content-security-policy') ?? '';
  expect(policy).toContain("connect-src 'self' ws: wss:");
  expect(policy).not.toContain('upgrade-insecure-requests');
  expect(page.headers.get('strict-transport-security')).toBeNull();
  expect(page.headers.get('x-content-type-options')).toBe('nosniff');
});

test('health and readiness need no account; metrics count commits, deals, patches and sockets', async () => {
  expect((await app.call('GET', '/healthz', undefined, { as: '' })).body).toEqual({ ok: true });
  const rep = await addRep(app, 'An');
  const { rev } = await postDeal(app, { rep });
  expect((await app.call('GET', '/readyz', undefined, { as: '' })).body).toEqual({ ok: true, rev, setUp: true });
  const { body, headers } = await app.call<string>('GET', '/metrics', undefined, { as: '' });
  expect(headers.get('content-type')).toContain('text/plain');
  expect(body).toContain(`winboard_rev ${rev}\n`);
  expect(body).toContain('winboard_deals_total 1\n');
  expect(body).toContain('winboard_sockets 0\n');
  expect(body).toMatch(/winboard_memory_bytes \d{6,}/);
});

test('what was done is in the audit, newest first, with who did it, page by page', async () => {
  const rep = await addRep(app, 'Bình');
  const { deal } = await postDeal(app, { rep, amount: '5' });
  await app.call('POST', `/api/deals/${deal.id}/void`, { reason: 'gõ nhầm' });
  interface Entry {
    action: string;
    subject: string;
    actor: string;
    rev: number;
    data: string;
  }
  const { body } = await app.call<{ items: Entry[]; nextCursor: string | null }>('GET', '/api/audit');
  expect(body.items.slice(0, 3).map(({ action, subject }) => [action, subject])).toEqual([
    ['deal:void', deal.id],
    ['deal:record', deal.id],
    ['rep:create', rep],
  ]);
  expect(body.items[0]?.actor).toMatch(/^user:/);
  expect(JSON.parse(body.items[0]?.data ?? '')).toEqual({ reason: 'gõ nhầm' });
  expect(body.items.at(-1)).toMatchObject({ action: 'setup', actor: 'system', rev: 1 });
  expect(JSON.stringify(body)).not.toMatch(/argon2|wb_/);
  const wrong = await app.call<Problem>('GET', '/api/audit?cursor=x');
  expect(wrong.status).toBe(422);
});

test('an answer never carries a secret or a stack', async () => {
  for (const path of ['/api/tokens', '/api/session', '/api/reps', '/api/office']) {
    const { body } = await app.call('GET', path);
    expect(JSON.stringify(body), path).not.toMatch(/\$argon2|passwordHash|password_hash|"hash"/);
  }
  for (const path of [
    '/%E0%A4%A',
    '/api/%00',
    '/api/deals/%2e%2e%2f%2e%2e',
    `/api/deals/${'x'.repeat(3000)}`,
    '//evil',
  ]) {
    const answer = await app.call<Problem>('GET', path);
    expect([400, 404, 414], path).toContain(answer.status);
    expect(JSON.stringify(answer.body), path).not.toMatch(/node_modules|at \w+ \(|SQLITE/);
  }
});
