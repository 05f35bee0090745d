// Where notices go, how they are sealed, and when they end.
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Problem } from '../../shared/problem.ts';
import type { PushView } from '../../shared/schemas/push.ts';
import { webPushSender } from '../../server/push/sender.ts';
import { faultsOf, settled } from '../kit/app.ts';
import { browserNamed, claimsOf, readBy, startPushService } from '../kit/push-service.ts';
import { ToldOffice } from '../kit/told-office.ts';

let office: ToldOffice;
beforeEach(async () => {
  office = await ToldOffice.open();
});
afterEach(() => office.app.close());

test('PN5 an address that is not a public push service’s is refused by its field', async () => {
  const { keys } = browserNamed('x');
  const wrong = [
    'http://push.example.com/x',
    'https://127.0.0.1/x',
    'https://[::1]/x',
    'https://2130706433/x',
    'https://0x7f.1/x',
    'https://localhost/x',
    'https://localhost./x',
    'https://wall.local/x',
    'https://nas.lan/x',
    'https://intranet/x',
    'https://push.example.com:8443/x',
    'https://user:pass@push.example.com/x',
    'https://10.0.0.1/x',
    'https://169.254.169.254/latest',
    'file:///etc/passwd',
    'x',
  ];
  for (const endpoint of wrong) {
    const answer = await office.app.call('PUT', '/api/push/subscription', { endpoint, keys });
    expect([answer.status, faultsOf(answer)], endpoint).toEqual([422, { endpoint: 'push/endpoint' }]);
  }
  const { endpoint } = browserNamed('x');
  const short = await office.app.call('PUT', '/api/push/subscription', { endpoint, keys: { ...keys, auth: 'AA' } });
  expect(faultsOf(short)).toEqual({ 'keys.auth': 'field/minLength' });
  const token = await office.app.token('deals:write');
  expect((await office.app.call('PUT', '/api/push/subscription', { endpoint, keys }, { as: token })).status).toBe(403);
});

test('PN5 a subscription ends with its session, when the browser takes it back, and the ninth of an account', async () => {
  const endpointOf = async (as: string) =>
    (await office.app.call<PushView>('GET', '/api/push', undefined, { as })).body.endpoint;
  expect(await endpointOf(office.cookies['An'] ?? '')).toMatch(/An$/);
  await office.app.call('DELETE', '/api/session', undefined, office.as('An'));
  office.listening.fate = 'gone';
  await office.win('Chi', 150);
  expect(await office.briefly()).toEqual(['Bình bigWin', 'Hà bigWin']);
  await settled(office.app);
  await office.win('Chi', 150);
  expect(await office.briefly()).toEqual([]);
  expect(await endpointOf(office.cookies['Bình'] ?? '')).toBeNull();

  office.listening.fate = 'sent';
  for (let phone = 1; phone <= 9; phone += 1) {
    office.cookies[`An ${phone}`] = await office.signIn('an@saoviet.vn');
    await office.subscribe(`An ${phone}`);
    office.app.clock.advance(60_000);
  }
  await office.win('Chi', 150);
  expect((await office.told()).map(({ to }) => to)).toEqual([2, 3, 4, 5, 6, 7, 8, 9].map((phone) => `An ${phone}`));
});

test('PN5 whoever has left the office is told nothing any more', async () => {
  await office.app.call('PATCH', `/api/reps/${office.rep('An')}`, { leftOn: '2026-11-24' });
  await office.win('Chi', 150);
  expect(await office.briefly()).toEqual(['Bình bigWin', 'Hà bigWin']);
});

test('PN5 what reaches a push service is sealed for one browser and signed by the server’s key', async () => {
  const service = await startPushService();
  await office.app.close();
  office = await ToldOffice.open({ pushSender: webPushSender(service.agent) });
  const browser = service.subscribe('real');
  const { endpoint, keys } = browser;
  await office.app.call('PUT', '/api/push/subscription', { endpoint, keys }, office.as('An'));
  await office.win('Chi', 150);
  await office.told();
  await expect.poll(() => service.delivered.filter(({ path }) => path === '/real').length).toBe(1);
  const message = service.delivered.find(({ path }) => path === '/real');
  expect(message?.headers).toMatchObject({ 'content-encoding': 'aes128gcm', ttl: '3600', topic: 'bigWin' });
  expect(message?.body.toString('latin1')).not.toContain('bigWin');
  expect(readBy(browser, message?.body ?? Buffer.alloc(0))).toMatchObject({
    kind: 'bigWin',
    title: 'Đơn lớn: 150.000.000\u00A0₫',
  });
  const { publicKey } = (await office.app.call<PushView>('GET', '/api/push')).body;
  const claims = claimsOf(message?.headers.authorization ?? '', publicKey);
  expect(claims).toMatchObject({ aud: 'https://push.example.com', sub: 'mailto:ha@saoviet.vn' });

  service.status = 410;
  await office.win('Chi', 160);
  await office.told();
  await expect
    .poll(async () => (await office.app.call<PushView>('GET', '/api/push', undefined, office.as('An'))).body.endpoint)
    .toBeNull();
  await service.close();
});

test('the keys are made once, and outlive a restart', async () => {
  const keyOf = async () => (await office.app.call<PushView>('GET', '/api/push')).body.publicKey;
  const [one, two] = await Promise.all([keyOf(), keyOf()]);
  expect(one).toBe(two);
  expect(Buffer.from(one, 'base64url')).toHaveLength(65);
  const { body } = await office.app.call<Problem>('GET', '/api/push', undefined, { as: '' });
  expect(body.code).toBe('auth/required');
  expect(JSON.stringify((await office.app.call('GET', '/api/push')).body)).not.toMatch(/private/i);
});
