// What a session by PIN, on a phone that goes from hand to hand, may not.
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Problem } from '../../shared/problem.ts';
import type { SessionView, SharedPhonePerson } from '../../shared/schemas/accounts.ts';
import type { Session } from '../../shared/schemas/office.ts';
import { addRep, cookieOf, startApp, type Answer, type TestApp } from '../kit/app.ts';

const AN = { email: 'an@saoviet.vn', password: 'an-an-an-an' };
const PIN = '4071';
const TOLD = {
  bigWin: true,
  overtaken: true,
  quotaReached: true,
  periodEnding: true,
  decisions: true,
  quietFrom: null,
  quietTo: null,
};

let app: TestApp;
beforeAll(async () => {
  app = await startApp();
  await app.setUp();
  await addRep(app, 'An', AN);
});
afterAll(() => app.close());

test('RO8 a session by PIN has no power over the account: whoever holds the phone next would have a key to it', async () => {
  const cookies = (answer: Answer) => answer.headers.getSetCookie().map((one) => one.split(';')[0] ?? '');
  const own = cookieOf(await app.call('POST', '/api/session', AN, { as: '' }));
  await app.call('PUT', '/api/me/pin', { pin: PIN, password: AN.password }, { as: own });
  const phone = cookies(await app.call('POST', '/api/shared-phones', { name: 'Quầy 1' }));
  const people = await app.call<{ items: SharedPhonePerson[] }>('GET', '/api/shared-phones/people', undefined, {
    as: phone.join('; '),
  });
  const entry = { userId: people.body.items[0]?.userId ?? '', pin: PIN };
  const entered = await app.call('POST', '/api/session/pin', entry, { as: phone.join('; ') });
  const asAn = [...phone, ...cookies(entered)].join('; ');
  const statusOf = async (as: string) => (await app.call('GET', '/api/session', undefined, { as })).status;
  const sessions = await app.call<{ items: SessionView[] }>('GET', '/api/sessions', undefined, { as: own });
  const id = sessions.body.items.find(({ current }) => current)?.id;
  for (const [method, path, body] of [
    ['POST', '/api/passkeys/options', {}],
    ['DELETE', '/api/passkeys/any'],
    ['DELETE', '/api/sessions'],
    ['DELETE', `/api/sessions/${id}`],
    ['PATCH', '/api/me', { name: 'Ai đó' }],
    ['PATCH', '/api/me', { locale: 'en', photoId: null }],
    ['PUT', '/api/me/password', { current: AN.password, next: 'mot-mat-khau-moi' }],
    ['PUT', '/api/me/pin', { pin: '5093', password: AN.password }],
    ['PUT', '/api/push/preferences', TOLD],
  ] as const) {
    const answer = await app.call<Problem>(method, path, body, { as: asAn });
    expect([answer.status, answer.body.code], `${method} ${path}`).toEqual([403, 'auth/forbidden']);
  }
  expect([await statusOf(own), await statusOf(asAn)]).toEqual([200, 200]);
  const face = await app.call<Session>('PATCH', '/api/me', { photoId: null }, { as: asAn });
  expect([face.status, face.body.user.name]).toEqual([200, 'An']);
});
