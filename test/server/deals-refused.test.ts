// Bad input of every kind to `POST /api/deals`: a clear answer that names the field, and nothing stored.
import { request } from 'node:http';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import type { Problem } from '../../shared/problem.ts';
import type { DealView } from '../../shared/schemas/deals.ts';
import { addRep, faultsOf, revOf, startApp, TUESDAY, type Answer, type TestApp } from '../kit/app.ts';
import { DAY_MS, HOUR_MS } from '../kit/make.ts';

let app: TestApp;
let an: string;
let rev: number;
beforeAll(async () => {
  app = await startApp();
  await app.setUp();
  an = await addRep(app, 'An', { email: 'an@saoviet.vn' });
  await addRep(app, 'Cũ', { email: 'cu@saoviet.vn', leftOn: '2026-11-24' });
});
afterAll(() => app.close());
beforeEach(async () => {
  rev = await revOf(app);
});
afterEach(async () => {
  const { body } = await app.call<{ items: DealView[] }>('GET', '/api/deals');
  expect([await revOf(app), body.items.length], 'nothing was stored').toEqual([rev, 0]);
});

/** What is said of a deal that is good but for these fields. */
async function refusal(fields: object): Promise<[number, Record<string, string>]> {
  const answer = await app.call<Problem>('POST', '/api/deals', { rep: an, amount: '5000', customer: 'An', ...fields });
  expect(answer.headers.get('content-type')).toMatch('application/problem+json');
  expect(answer.body.requestId).toBeDefined();
  return [answer.status, faultsOf(answer)];
}

/** The same body as text: for what JSON.stringify would not write. */
async function raw(body: string | Buffer, headers: Record<string, string> = {}) {
  const bytes = typeof body === 'string' ? Buffer.from(body) : body;
  return await app.call<Problem>('POST', '/api/deals', undefined, {
    raw: new Uint8Array(bytes),
    headers: { 'content-type': 'application/json', ...headers },
  });
}

test('MO1 an amount that is none is refused by name', async () => {
  for (const [amount, code] of [
    [0, 'zero'],
    ['0', 'zero'],
    ['0.00', 'zero'],
    [-0, 'zero'],
    ['-0', 'zero'],
    [-5, 'negative'],
    ['-5000', 'negative'],
    ['1.5', 'too-many-decimals'],
    [1.5, 'too-many-decimals'],
    [1e-7, 'too-many-decimals'],
    ['1e5', 'not-a-number'],
    ['1,250', 'not-a-number'],
    ['1 250', 'not-a-number'],
    ['0x10', 'not-a-number'],
    ['٣', 'not-a-number'],
    ['Infinity', 'not-a-number'],
    ['NaN', 'not-a-number'],
    ['', 'not-a-number'],
    ['  ', 'not-a-number'],
    ['5 ₫', 'not-a-number'],
    ['10000000000001', 'too-large'],
    [1e21, 'too-large'],
    ['9'.repeat(40), 'too-large'],
  ] as const) {
    expect(await refusal({ amount }), String(amount)).toEqual([422, { amount: `amount/${code}` }]);
  }
  for (const amount of [null, true, [], {}, [5]]) {
    expect(await refusal({ amount }), JSON.stringify(amount)).toEqual([422, { amount: 'field/type' }]);
  }
  expect(await refusal({ amount: '9'.repeat(41) })).toEqual([422, { amount: 'field/maxLength' }]);
  for (const number of ['1e309', '-1e309']) {
    const answer = await raw(`{"rep":"${an}","customer":"x","amount":${number}}`);
    expect([answer.status, Object.keys(faultsOf(answer))], number).toEqual([422, ['amount']]);
  }
});

test('every field refuses the wrong type, null and what is too long, by name', async () => {
  for (const field of ['rep', 'customer', 'product', 'source', 'location', 'note', 'kind', 'currency', 'id']) {
    for (const wrong of [null, 5, true, [], {}]) {
      const [status, faults] = await refusal({ [field]: wrong });
      expect([status, Object.keys(faults)], `${field} ${JSON.stringify(wrong)}`).toEqual([422, [field]]);
    }
  }
  for (const [field, length] of Object.entries({ rep: 254, customer: 200, product: 200, source: 200, note: 1000 })) {
    expect(await refusal({ [field]: 'x'.repeat(length + 1) }), field).toEqual([422, { [field]: 'field/maxLength' }]);
  }
  for (const [fields, faults] of [
    [{ customer: '' }, { customer: 'field/minLength' }],
    [{ customer: ' \t\u00a0' }, { customer: 'field/pattern' }],
    [{ rep: '' }, { rep: 'field/minLength' }],
    [{ kind: 'renewal' }, { kind: 'field/enum' }],
    [{ id: 'short' }, { id: 'field/pattern' }],
    [{ id: '../../../etc/passwd' }, { id: 'field/pattern' }],
    [{ id: 'x'.repeat(65) }, { id: 'field/pattern' }],
    [{ currency: 'USD' }, { currency: 'deal/no-rate' }],
    [{ currency: 'XAU' }, { currency: 'deal/currency' }],
    [{ currency: 'dong' }, { currency: 'field/maxLength' }],
    [{ external: { source: 'crm' } }, { 'external.id': 'field/missing' }],
    [{ external: { source: 'CRM!', id: '1' } }, { 'external.source': 'field/pattern' }],
    [{ external: { source: 'crm', id: '' } }, { 'external.id': 'field/minLength' }],
    [{ external: 'crm:1' }, { external: 'field/type' }],
    [{ commission: 5 }, { commission: 'field/unknown' }],
    [
      { amount_minor: 5, splits: [{ rep: an, share: 10_000, x: 1 }] },
      { amount_minor: 'field/unknown', 'splits.0.x': 'field/unknown' },
    ],
  ] as const) {
    expect(await refusal(fields), JSON.stringify(fields)).toEqual([422, faults]);
  }
});

test('RO3 everything that is wrong is said in one answer', async () => {
  const answer = await app.call<Problem>('POST', '/api/deals', {});
  expect([answer.status, answer.body.code]).toEqual([422, 'request/invalid']);
  expect(faultsOf(answer)).toEqual({ rep: 'field/missing', amount: 'field/missing', customer: 'field/missing' });
  expect(
    await refusal({ rep: 'ghost', amount: '-1', currency: 'USD', closedAt: TUESDAY + DAY_MS, openedAt: 'then' }),
  ).toEqual([
    422,
    {
      rep: 'rep/unknown',
      amount: 'amount/negative',
      currency: 'deal/no-rate',
      closedAt: 'time/future',
      openedAt: 'time/unreadable',
    },
  ]);
  const many = Object.fromEntries(Array.from({ length: 100 }, (_, i) => [`x${i}`, i]));
  expect(Object.keys((await refusal(many))[1])).toHaveLength(20);
});

test('a rep that is unknown or has left is refused', async () => {
  for (const rep of ['ghost', 'ghost@saoviet.vn', '%', "' OR 1=1 --", 'An', '__proto__']) {
    expect(await refusal({ rep }), rep).toEqual([422, { rep: 'rep/unknown' }]);
  }
  expect(await refusal({ rep: 'cu@saoviet.vn' })).toEqual([422, { rep: 'rep/left' }]);
  const split = {
    splits: [
      { rep: an, share: 5000 },
      { rep: 'cu@saoviet.vn', share: 5000 },
    ],
  };
  expect(await refusal(split)).toEqual([422, { 'splits.1.rep': 'rep/left' }]);
});

test('TM1 a time before 2000, in the future or of no calendar is refused', async () => {
  for (const [closedAt, code] of [
    ['1999-12-31', 'too-early'],
    [0, 'too-early'],
    [-1, 'too-early'],
    [-9_007_199_254_740_991, 'too-early'],
    [TUESDAY + 60_001, 'future'],
    ['2026-11-25', 'future'],
    ['2026-11-24T23:59:59+07:00', 'future'],
    ['9999-12-31', 'future'],
    ['9999-12-31T23:59:59Z', 'future'],
    [9_007_199_254_740_991, 'future'],
    [9_007_199_254_740_992, 'unreadable'],
    [1e20, 'unreadable'],
    ['2026-02-30', 'unreadable'],
    ['2026-13-01', 'unreadable'],
    ['2026-11-24T25:00:00Z', 'unreadable'],
    ['2026-11-24 08:00', 'unreadable'],
    ['2026-11-24T08:00:00', 'unreadable'],
    ['24/11/2026', 'unreadable'],
    ['yesterday', 'unreadable'],
    ['', 'unreadable'],
    ['+275760-09-13', 'unreadable'],
  ] as const) {
    expect(await refusal({ closedAt }), String(closedAt)).toEqual([422, { closedAt: `time/${code}` }]);
  }
  // The same of a rep with a leaving date, whose calendar is asked as well.
  const [status, faults] = await refusal({ rep: 'cu@saoviet.vn', closedAt: -9_007_199_254_740_991 });
  expect([status, faults['closedAt']]).toEqual([422, 'time/too-early']);
  expect(await refusal({ closedAt: 1.5 })).toEqual([422, { closedAt: 'field/type' }]);
  expect(await refusal({ closedAt: null })).toEqual([422, { closedAt: 'field/type' }]);
  expect(await refusal({ openedAt: TUESDAY, closedAt: TUESDAY - HOUR_MS })).toEqual([
    422,
    { openedAt: 'time/after-close' },
  ]);
});

test('NUL and other control characters are refused where a text is shown', async () => {
  for (const field of ['customer', 'product', 'source', 'location', 'note']) {
    for (const text of ['An\u0000', '\u0007An', 'A\u001b[31mn', 'A\u0085n']) {
      expect(await refusal({ [field]: text }), field).toEqual([422, { [field]: 'text/control' }]);
    }
  }
  expect(await refusal({ rep: 'an@saoviet.vn\u0000' })).toEqual([422, { rep: 'rep/unknown' }]);
  expect(await refusal({ external: { source: 'crm', id: 'a\u0000b' } })).toEqual([
    422,
    { 'external.id': 'text/control' },
  ]);
});

test('a body that is no JSON, no UTF-8 or smuggles a prototype is 400', async () => {
  const good = `{"rep":"${an}","amount":"5","customer":"x"`;
  for (const body of ['{', 'nope', good, `${good},}`, `${good}} x`, "{'rep':1}", '{"a":1}\0']) {
    const answer = await raw(body);
    expect([answer.status, answer.body.code], body).toEqual([400, 'request/not-json']);
  }
  for (const body of [`${good},"__proto__":{"admin":true}}`, `${good},"constructor":{"prototype":{"x":1}}}`]) {
    expect((await raw(body)).status, body).toBe(400);
  }
  const broken = Buffer.from(`${good},"note":"?"}`, 'utf8');
  broken[broken.indexOf('?')] = 0xff;
  const answer = await raw(broken);
  expect([answer.status, answer.body.code]).toEqual([400, 'request/not-utf8']);
  const utf16 = await raw(Buffer.from(`${good}}`, 'utf16le'));
  expect(utf16.status).toBe(400);
});

test('a body that is no object, or empty, is refused as a whole or by what it lacks', async () => {
  for (const body of ['null', '[]', '"x"', '5', 'true']) {
    const answer = await raw(body);
    expect([answer.status, faultsOf(answer)], body).toEqual([422, { body: 'field/type' }]);
  }
  const lacks = { rep: 'field/missing', amount: 'field/missing', customer: 'field/missing' };
  expect(faultsOf(await raw(''))).toEqual(lacks);
  expect(faultsOf(await app.call('POST', '/api/deals'))).toEqual(lacks);
  const deep = await raw(`{"rep":${'['.repeat(20_000)}${']'.repeat(20_000)}}`);
  expect([400, 422]).toContain(deep.status);
});

test('a body of 10 MB is 413, said before it is read', async () => {
  const big = await raw(`{"note":"${'x'.repeat(10 * 1024 * 1024)}"}`).catch((error: unknown) => error);
  // The server closes the connection on what it will not read: either the answer or the cut may come first.
  expect(big instanceof Error ? 413 : (big as Answer).status).toBe(413);
  const status = await new Promise<number>((resolve, reject) => {
    const headers = { 'content-type': 'application/json', 'content-length': 10_485_760, cookie: app.cookie };
    const call = request(`${app.url}/api/deals`, { method: 'POST', headers }, (answer) => {
      resolve(answer.statusCode ?? 0);
      call.destroy();
    });
    call.on('error', reject);
    call.flushHeaders();
  });
  expect(status).toBe(413);
  const chunks = new ReadableStream<Uint8Array>({
    pull: (out) => out.enqueue(new Uint8Array(16_384).fill(0x20)),
  });
  const endless = await fetch(`${app.url}/api/deals`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', cookie: app.cookie },
    body: chunks,
    duplex: 'half',
  } as RequestInit).catch((error: unknown) => error);
  expect(endless instanceof Response ? endless.status : 413).toBe(413);
  expect((await app.call('GET', '/healthz')).status).toBe(200);
});
