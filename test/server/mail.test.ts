// Letters with a link, over a real mail server on this machine.
import { createServer, type AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { ConfigError, readConfig } from '../../server/config.ts';
import type { LinkAnswer, UserView } from '../../shared/schemas/accounts.ts';
import { addRep, startApp, type TestApp } from '../kit/app.ts';
import { startMailServer, type MailServer } from '../kit/mail-server.ts';

const FROM = 'Bảng vàng <board@saoviet.vn>';
const GUEST = { name: 'Lê Thị Mai', email: 'mai@saoviet.vn', role: 'viewer' };

let mail: MailServer;
let app: TestApp;
beforeAll(async () => {
  mail = await startMailServer({ user: 'winboard', password: 'p@ss:wörd' });
  app = await startApp({ config: { mail: { smtpUrl: mail.url, from: FROM } } });
  await app.setUp();
});
afterAll(async () => {
  await app.close();
  await mail.close();
});

const invite = (guest: object) => app.call<LinkAnswer>('POST', '/api/invitations', guest);

test('RO10 an invitation goes out in the office’s language, as text and as HTML, with the link that is shown', async () => {
  const { status, body } = await invite(GUEST);
  expect([status, body.mailed]).toEqual([201, true]);
  const [letter] = mail.received.splice(0);
  expect([letter?.from, letter?.to]).toEqual([FROM, `${GUEST.name} <${GUEST.email}>`]);
  expect(letter?.subject).toBe('Mời bạn tham gia bảng vàng của Sao Việt');
  for (const part of [letter?.text, letter?.html]) {
    expect(part).toContain('Chào Lê Thị Mai,');
    expect(part).toContain(body.url);
    expect(part).toMatch(/Thứ Ba, (ngày )?1 tháng 12,? (năm )?2026/);
  }
  expect(letter?.html).toContain('<html lang="vi">');
});

test('RO10 a link for a new password goes out in the language of whoever it is for', async () => {
  const rep = await addRep(app, 'An', { email: 'an@saoviet.vn', password: 'an-an-an-an' });
  const an = await app.call('POST', '/api/session', { email: 'an@saoviet.vn', password: 'an-an-an-an' }, { as: '' });
  const as = an.headers.getSetCookie()[0]?.split(';')[0] ?? '';
  expect((await app.call('PATCH', '/api/me', { locale: 'en' }, { as })).status).toBe(200);
  const users = await app.call<{ items: UserView[] }>('GET', '/api/users');
  const id = users.body.items.find(({ repId }) => repId === rep)?.id ?? '';
  const { body } = await app.call<LinkAnswer>('POST', `/api/users/${id}/reset`);
  expect(body.mailed).toBe(true);
  const [letter] = mail.received.splice(0);
  expect(letter?.subject).toBe('Set a new Winboard password at Sao Việt');
  expect(letter?.text).toMatch(/until Wednesday,? 25 November 2026/);
  expect(letter?.text).toContain(body.url);
});

test('RO10 a name is never markup, and never a header', async () => {
  const name = `<img src=x onerror="alert('1')"> & "Mai"`;
  expect((await invite({ ...GUEST, name, email: 'x@saoviet.vn' })).body.mailed).toBe(true);
  const [letter] = mail.received.splice(0);
  expect(letter?.html).not.toContain('<img');
  expect(letter?.html).toContain('&lt;img src=x onerror=&quot;alert(&#39;1&#39;)&quot;&gt; &amp; &quot;Mai&quot;');
  expect(letter?.text).toContain(name);
  const smuggled = await invite({ ...GUEST, name: 'Mai\r\nBcc: evil@example.com', email: 'y@saoviet.vn' });
  expect(smuggled.status).toBe(422);
  for (const email of ['a@b.vn,evil@example.com', 'a@b.vn>\r\nBcc:evil@example.com', '<a@b.vn>']) {
    const { status, body } = await invite({ ...GUEST, email });
    const went = mail.received.splice(0);
    expect([201, 422], email).toContain(status);
    expect(
      went.every(({ raw }) => !/^bcc:|^to:.*, ?[^ ]*evil@example/im.test(raw)),
      email,
    ).toBe(true);
    expect(went.length, email).toBe(status === 201 && body.mailed ? 1 : 0);
  }
});

test('RO10 who has no address is sent nothing, and the link is there', async () => {
  const { body } = await invite({ ...GUEST, email: null });
  expect([body.mailed, mail.received]).toEqual([false, []]);
  expect(body.url).toMatch(/\/join#[\w-]{32}$/);
});

test('RO10 a mail server that refuses, hangs up or is not there holds nobody up: the link is shown', async () => {
  mail.refuses = true;
  const refused = await invite({ ...GUEST, email: 'refused@saoviet.vn' });
  expect([refused.status, refused.body.mailed]).toEqual([201, false]);
  mail.refuses = false;
  expect((await invite({ ...GUEST, email: 'again@saoviet.vn' })).body.mailed).toBe(true);
  const hangsUp = createServer((socket) => socket.destroy());
  await new Promise<void>((resolve) => void hangsUp.listen(0, '127.0.0.1', resolve));
  const { port } = hangsUp.address() as AddressInfo;
  const wrongLogin = mail.url.replace('winboard:', 'somebody:');
  for (const smtpUrl of [`smtp://127.0.0.1:${port}`, 'smtp://127.0.0.1:1', wrongLogin]) {
    const other = await startApp({ config: { mail: { smtpUrl, from: FROM } } });
    await other.setUp();
    const answer = await other.call<LinkAnswer>('POST', '/api/invitations', GUEST);
    expect([answer.status, answer.body.mailed, answer.body.url.includes('/join#')], smtpUrl).toEqual([
      201,
      false,
      true,
    ]);
    await other.close();
  }
  hangsUp.close();
  const without = await startApp();
  await without.setUp();
  expect((await without.call<LinkAnswer>('POST', '/api/invitations', GUEST)).body.mailed).toBe(false);
  await without.close();
});

test('RO10 a wrong mail setting stops the start with one line for each, and tells no password', () => {
  const lines = (env: Record<string, string>): string[] => {
    try {
      readConfig(env);
      return [];
    } catch (error) {
      return error instanceof ConfigError ? error.message.split('\n') : [String(error)];
    }
  };
  const url = 'smtps://ha:geheim@mail.saoviet.vn:465';
  expect(readConfig({ WINBOARD_SMTP_URL: url, WINBOARD_MAIL_FROM: FROM }).mail).toEqual({ smtpUrl: url, from: FROM });
  expect(readConfig({ WINBOARD_SMTP_URL: '', WINBOARD_MAIL_FROM: '' }).mail).toBeNull();
  const together = 'WINBOARD_SMTP_URL and WINBOARD_MAIL_FROM must be set together.';
  expect(lines({ WINBOARD_SMTP_URL: url })).toEqual([together]);
  expect(lines({ WINBOARD_MAIL_FROM: FROM })).toEqual([together]);
  for (const wrong of ['mail.saoviet.vn', 'http://ha:geheim@mail.saoviet.vn', 'smtp://', 'smtp:///x']) {
    const found = lines({ WINBOARD_SMTP_URL: wrong, WINBOARD_MAIL_FROM: FROM });
    expect(found, wrong).toEqual([expect.stringMatching(/^WINBOARD_SMTP_URL must be smtp:/)]);
    expect(found.join(), wrong).not.toContain('geheim');
  }
  for (const wrong of ['Bảng vàng', 'a@b, c@d', 'x <a@b>, y <c@d>', 'a@b\r\nBcc: c@d']) {
    const found = lines({ WINBOARD_SMTP_URL: url, WINBOARD_MAIL_FROM: wrong });
    expect(found[0], wrong).toMatch(/^WINBOARD_MAIL_FROM must be an e-mail address/);
  }
});
