// Bad people: other sites' pages, redirects, who is known here, uploads that are not what they say.
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Problem } from '../../shared/problem.ts';
import type { MediaView } from '../../shared/schemas/wall.ts';
import { faultsOf, makeDataDir, OWNER, revOf, startApp, type TestApp } from '../kit/app.ts';
import { pngBytes } from '../kit/media.ts';
import { fullOffice, type Office } from '../kit/people.ts';

let app: TestApp;
let office: Office;
const displayDir = makeDataDir();
beforeAll(async () => {
  for (const page of ['tv', 'desk/win', 'desk/manage', 'desk/join']) {
    mkdirSync(join(displayDir, page), { recursive: true });
    writeFileSync(join(displayDir, page, 'index.html'), '<!doctype html><title>Winboard</title>');
  }
  app = await startApp({ displayDir });
  office = await fullOffice(app);
});
afterAll(async () => {
  await app.close();
  rmSync(displayDir, { recursive: true });
});

test('a page of another site can do nothing in any call with somebody’s cookie, whatever it sends along', async () => {
  const rev = await revOf(app);
  const { host } = new URL(app.url);
  const unsafe = app.calls.filter(({ method, url }) => !/GET|HEAD/.test(method) && !url.startsWith('/docs'));
  expect(unsafe.length).toBeGreaterThan(40);
  for (const { method, url } of unsafe) {
    for (const headers of [
      { origin: 'https://evil.example' },
      { origin: 'null' },
      { origin: `http://${host}.evil.example` },
      // Not a machine's token: the cookie would still count.
      { origin: 'https://evil.example', authorization: 'Basic eDp5' },
    ]) {
      const answer = await app.call<Problem>(method, url.replace(/:\w+/g, 'x'), undefined, { headers });
      const said = `${method} ${url} from ${headers.origin}`;
      expect([answer.status, answer.body.code], said).toEqual([403, 'request/cross-origin']);
    }
  }
  expect(await revOf(app)).toBe(rev);
});

test('RO3 a number without end is refused by its name, wherever an address takes a number', async () => {
  const takers = ['deals?limit', 'activities?limit', 'plans?limit', 'wins?limit', 'customers?limit', 'audit?cursor'];
  for (const taker of takers) {
    for (const endless of ['1e309', '-1e309', 'Infinity', '-Infinity']) {
      const answer = await app.call<Problem>('GET', `/api/${taker}=${endless}`);
      const field = taker.split('?')[1] ?? '';
      expect([answer.status, faultsOf(answer)], `${taker}=${endless}`).toEqual([422, { [field]: 'field/type' }]);
    }
  }
});

/** Where an answer would lead to, as a browser reads it; null where nowhere. */
async function leadsTo(path: string, method = 'GET'): Promise<string | null> {
  const url = app.url + path;
  const headers = { cookie: app.cookie, 'content-type': 'application/json' };
  // Half a body: nothing is done by it.
  const answer = await fetch(url, { method, redirect: 'manual', headers, ...(method === 'GET' ? {} : { body: '{' }) });
  await answer.arrayBuffer();
  const location = answer.headers.get('location') ?? answer.headers.get('refresh');
  return location === null ? null : new URL(location, url).origin;
}

test('no answer leads to another site', async () => {
  const paths = app.calls.filter(({ method }) => method === 'GET').map(({ url }) => url.replace(/:\w+|\*/g, 'x'));
  const evil = ['//evil.example', '/\\evil.example', '/%2f%2fevil.example', '/%5c%5cevil.example', '/.//evil.example'];
  const bent = paths.flatMap((path) => [
    `${path}/..//evil.example`,
    `${path}?next=//evil.example&url=https://evil.example&redirect=https://evil.example&returnTo=//evil.example`,
  ]);
  const tails = [
    '/tv',
    '/tv/',
    '/desk',
    '/desk//evil.example',
    '/tv//evil.example/',
    '/docs//evil.example',
    '/manage/',
  ];
  const ends = [...evil, ...evil.map((one) => `${one}/%2e%2e`), ...tails];
  for (const path of [...paths, ...bent, ...ends]) {
    expect([null, app.url], path).toContain(await leadsTo(path));
  }
  for (const { method, url } of app.calls.filter(({ method: one }) => !/GET|HEAD/.test(one))) {
    expect([null, app.url], url).toContain(await leadsTo(url.replace(/:\w+/g, 'x'), method));
  }
});

test('a sign-in that fails says the same, and works as long, whoever is or was known here', async () => {
  await app.call('PATCH', `/api/users/${office.binh.id}`, { ended: true });
  const cases = {
    'a wrong password': OWNER.email,
    'an unknown address': 'nobody@saoviet.vn',
    'an address of a rep without an account': 'chi@saoviet.vn',
    'an account that has ended': office.binh.email,
  };
  const words = new Set<string>();
  const least = new Map<string, number>();
  // In turns, so that what else the machine does meets all of them.
  for (let turn = 0; turn < 5; turn += 1) {
    for (const email of Object.values(cases)) {
      const startedAt = performance.now();
      const answer = await app.call<Problem>(
        'POST',
        '/api/session',
        { email, password: office.binh.password },
        { as: '' },
      );
      least.set(email, Math.min(least.get(email) ?? Infinity, performance.now() - startedAt));
      expect([answer.status, answer.headers.get('set-cookie')]).toEqual([401, null]);
      words.add(JSON.stringify({ ...answer.body, requestId: '' }));
    }
  }
  expect(words.size).toBe(1);
  // Without the work a refusal takes less than a tenth of it.
  expect(Math.min(...least.values()) / Math.max(...least.values())).toBeGreaterThan(0.1);
});

const upload = (bytes: Uint8Array | string, type: string, as = office.an.cookie) =>
  app.call<MediaView & Problem>('POST', '/api/media', undefined, {
    as,
    raw: typeof bytes === 'string' ? bytes : new Uint8Array(bytes),
    headers: { 'content-type': type },
  });

const SCRIPT = '<script>alert(document.domain)</script>';

/** A GIF of one colour, by its bytes; what follows its end is up to who sends it. */
function gifBytes(side: number, tail = ''): Buffer {
  const head = Buffer.from('GIF89a\0\0\0\0\x80\0\0', 'latin1');
  head.writeUInt16LE(side, 6);
  head.writeUInt16LE(side, 8);
  const picture = Buffer.from('\xff\xff\xff\0\0\0,\0\0\0\0\x01\0\x01\0\0\x02\x02D\x01\0;', 'latin1');
  return Buffer.concat([head, picture, Buffer.from(tail)]);
}

test('MD1 what a rep uploads as a picture and is none is refused, whatever it is called', async () => {
  const rev = await revOf(app);
  for (const [what, bytes] of [
    ['SVG', `<svg xmlns="http://www.w3.org/2000/svg" width="40" height="40" onload="alert(1)">${SCRIPT}</svg>`],
    ['SVG with a prolog', `<?xml version="1.0"?><!DOCTYPE svg><svg width="40" height="40">${SCRIPT}</svg>`],
    ['HTML', `<!doctype html>${SCRIPT}`],
    ['a script', 'alert(1)'],
    ['a GIF that is a script, too', 'GIF89a/*\0\0*/=1;alert(1)'],
    ['a PDF', '%PDF-1.7\n1 0 obj<</S/JavaScript/JS(app.alert(1))>>'],
    ['a ZIP', 'PK\x03\x04'],
    ['half a PNG', pngBytes(40, 40).subarray(0, 40)],
    ['a bomb of pixels', pngBytes(1, 1).fill(0xff, 16, 24)],
    ['a WAV that is HTML', `RIFF\0\0\0\0WAVE${SCRIPT}`],
  ] as const) {
    for (const type of ['image/png', 'image/gif', 'audio/wav', 'application/octet-stream']) {
      const answer = await upload(bytes, type);
      expect([answer.status, Object.keys(faultsOf(answer))], `${what} as ${type}`).toEqual([422, ['file']]);
    }
  }
  for (const type of ['image/svg+xml', 'text/html', 'text/javascript', 'multipart/form-data; boundary=x']) {
    expect((await upload(SCRIPT, type)).status, type).toBe(415);
  }
  expect((await upload(Buffer.alloc(10_000_000), 'image/png')).status).toBe(413);
  expect((await upload(pngBytes(20, 20), 'image/png', office.viewer.cookie)).status).toBe(403);
  expect(await revOf(app)).toBe(rev);
});

test('MD1 a picture that is something else besides is cleaned, and served as nothing but a picture', async () => {
  for (const [bytes, type] of [
    [pngBytes(40, 40, [['tEXt', SCRIPT]]), 'image/png'],
    [Buffer.concat([pngBytes(40, 40), Buffer.from(SCRIPT)]), 'image/png'],
    [gifBytes(40, SCRIPT), 'image/gif'],
    [gifBytes(40, '*/=1;alert(1)'), 'image/gif'],
  ] as const) {
    const { status, body } = await upload(bytes, 'application/octet-stream');
    expect([status, body.type]).toEqual([201, type]);
    // Asked for as a page or as a script of the office's own pages it is still a picture.
    for (const accept of ['text/html', '*/*', 'text/javascript']) {
      const got = await fetch(`${app.url}/media/${body.id}`, { headers: { accept } });
      expect(got.headers.get('content-type')).toBe(type);
      expect(got.headers.get('x-content-type-options')).toBe('nosniff');
      expect(got.headers.get('content-security-policy')).toBe("default-src 'none'; sandbox");
      expect(got.headers.get('cross-origin-resource-policy')).toBe('same-origin');
      expect(Buffer.from(await got.arrayBuffer()).includes('alert')).toBe(false);
    }
  }
});
