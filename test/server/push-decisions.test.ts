// Notices of wins that wait, over the real API: managers are told that one does, posters what has become of it.
import { afterEach, beforeEach, expect, test } from 'vitest';
import { enter } from '../kit/people.ts';
import { ToldOffice } from '../kit/told-office.ts';

let office: ToldOffice;
beforeEach(async () => {
  office = await ToldOffice.open();
  await office.app.call('PUT', '/api/approvals/rule', { above: '500000000' });
});
afterEach(() => office.app.close());

const decide = (id: string, deed: 'approve' | 'decline') =>
  office.app.call('POST', `/api/approvals/${id}/${deed}`, deed === 'decline' ? { reason: ' chưa ký ' } : undefined);

test('PN7 a win that begins to wait is told to managers, what becomes of it to whoever posted it, and why', async () => {
  const declined = await office.win('An', 800);
  expect(await office.told()).toMatchObject([
    { to: 'Hà', kind: 'decisions', title: 'Đơn 800.000.000\u00A0₫ chờ duyệt', body: 'An · An Phát' },
  ]);
  await decide(declined, 'decline');
  expect(await office.told()).toMatchObject([
    { to: 'An', kind: 'decisions', title: 'Đơn 800.000.000\u00A0₫ bị từ chối', body: 'An Phát · chưa ký' },
  ]);
  const approved = await office.win('An', 700);
  await office.told();
  await decide(approved, 'approve');
  expect(await office.briefly()).toEqual(['An decisions', 'Bình bigWin', 'Hà bigWin']);
});

test('PN7 PN4 nobody is told of a win that is taken back, nor who does not want to be, nor what is out of reach', async () => {
  const south = await office.app.call<{ id: string }>('POST', '/api/teams', { name: 'Miền Nam' });
  const mai = await enter(office.app, {
    name: 'Mai',
    email: 'mai@saoviet.vn',
    role: 'manager',
    teamIds: [south.body.id],
  });
  office.cookies['Mai'] = mai.cookie;
  await office.subscribe('Mai');
  const id = await office.win('An', 800);
  expect(await office.briefly()).toEqual(['Hà decisions']);
  await office.app.call('POST', `/api/deals/${id}/void`, { reason: 'gõ nhầm' }, office.as('An'));
  expect(await office.briefly()).toEqual([]);
  await office.prefer('Hà', { decisions: false });
  await office.win('An', 900);
  expect(await office.briefly()).toEqual([]);
});
