// Import over HTTP: dry runs, repeats, mappings, broken files.
import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Problem } from '../../shared/problem.ts';
import type { StandingsView } from '../../shared/schemas/boards.ts';
import type { DealView } from '../../shared/schemas/deals.ts';
import type { ImportAnswer, PeopleImportAnswer } from '../../shared/schemas/imports.ts';
import type { RepView, TeamView } from '../../shared/schemas/people.ts';
import { addRep, faultsOf, revOf, startApp, type Answer, type CallOptions, type TestApp } from '../kit/app.ts';

let app: TestApp;
beforeAll(async () => {
  app = await startApp();
  await app.setUp();
  await addRep(app, 'Nguyễn Văn An', { email: 'an@saoviet.vn' });
  await addRep(app, 'Trần Thị Bình');
  await addRep(app, 'Cũ', { leftOn: '2026-11-10' });
});
afterAll(() => app.close());

const send = (raw: BodyInit, query = '', headers: CallOptions['headers'] = {}) =>
  app.call<ImportAnswer & Problem>('POST', `/api/import/deals${query}`, undefined, {
    raw,
    headers: { 'content-type': 'text/csv', ...headers },
  });
const sendPeople = (raw: BodyInit, query = '') =>
  app.call<PeopleImportAnswer & Problem>('POST', `/api/import/people${query}`, undefined, {
    raw,
    headers: { 'content-type': 'text/csv' },
  });
const fixture = (name: string) => readFileSync(new URL(`../fixtures/import/${name}`, import.meta.url));
const total = async () => {
  const { body } = await app.call<StandingsView>('GET', '/api/standings?from=2000-01-01&to=2100-01-01');
  return { value: body.total.value, deals: body.total.deals };
};

const FILE = `Nhân viên;Khách hàng;Doanh thu;Ngày chốt;Mã đơn
Nguyễn Văn An;Ánh Dương;1.250.000 ₫;24/11/2026;D1
TRẦN THỊ BÌNH;Hoa Sen;2.000.000;13/11/2026;D2
an@saoviet.vn;Hoa Mai;3.000.000;01/10/2026;D3
Người lạ;X;1.000;01/11/2026;D4
Cũ;X;1.000;09/11/2026;D5
Cũ;X;1.000;10/11/2026;D6
Nguyễn Văn An;X;0;01/11/2026;D7
Nguyễn Văn An;X;-5;01/11/2026;D8
Nguyễn Văn An;X;5;25/11/2026;D9
Nguyễn Văn An;;5;01/11/2026;D10
Nguyễn Văn An;X;5;31/12/1999;D11
Nguyễn Văn An;X;5;01/11/2026;D1
;X;5;01/11/2026;D12`;

const FATES = [
  [2, 'new', null, null],
  [3, 'new', null, null],
  [4, 'new', null, null],
  [5, 'refused', 'rep', 'rep/unknown'],
  [6, 'new', null, null],
  [7, 'refused', 'rep', 'rep/left'],
  [8, 'refused', 'amount', 'amount/zero'],
  [9, 'refused', 'amount', 'amount/negative'],
  [10, 'refused', 'closedAt', 'time/future'],
  [11, 'refused', 'customer', 'row/missing'],
  [12, 'refused', 'closedAt', 'time/too-early'],
  [13, 'refused', 'externalId', 'row/repeated'],
  [14, 'refused', 'rep', 'row/missing'],
];

test('CN1 a dry run says every row’s fate and stores nothing; the import does the same; again it changes nothing', async () => {
  const rev = await revOf(app);
  const fates = ({ rows }: ImportAnswer) => rows.map(({ row, fate, field, code }) => [row, fate, field, code]);
  const dry = await send(FILE, '?dryRun=1');
  expect(fates(dry.body)).toEqual(FATES);
  expect([dry.body.dryRun, dry.body.counts]).toEqual([true, { new: 4, known: 0, 'not-won': 0, refused: 9 }]);
  expect([await revOf(app), await total()]).toEqual([rev, { value: 0, deals: 0 }]);
  const real = await send(FILE);
  expect([fates(real.body), real.body.dryRun]).toEqual([FATES, false]);
  expect([await revOf(app), await total()]).toEqual([rev + 1, { value: 6_251_000, deals: 4 }]);
  const again = await send(FILE);
  expect(again.body.counts).toEqual({ new: 0, known: 4, 'not-won': 0, refused: 9 });
  expect(again.body.rows[0]?.dealId).toBe(real.body.rows[0]?.dealId);
  const shuffled = FILE.split('\n');
  await send([shuffled[0], ...shuffled.slice(1).reverse()].join('\r\n'));
  expect([await revOf(app), await total()]).toEqual([rev + 1, { value: 6_251_000, deals: 4 }]);
});

test('CN1 rows without an id of their own are known again by their content; equal rows count as often as they stand', async () => {
  const line = 'Nguyễn Văn An,7000,2026-11-01,Bách Hoá';
  const file = `rep,amount,date,customer\n${line}\n${line}`;
  expect((await send(file)).body.counts).toMatchObject({ new: 2, known: 0 });
  expect((await send(`\ufeff${file}`)).body.counts).toMatchObject({ new: 0, known: 2 });
  expect((await send(`${file}\n${line}`)).body.counts).toMatchObject({ new: 1, known: 2 });
});

test('a voided import stays out when the file comes again', async () => {
  const file = 'rep,amount,id,customer\nNguyễn Văn An,9000,V1,x';
  const { body } = await send(file);
  const before = await total();
  await app.call('POST', `/api/deals/${body.rows[0]?.dealId}/void`, { reason: 'trùng' });
  expect((await send(file)).body.counts).toMatchObject({ new: 0, known: 1 });
  expect(await total()).toEqual({ value: before.value - 9000, deals: before.deals - 1 });
});

test('a mapping is saved by name and used by name', async () => {
  const mapping = {
    rep: 'Who',
    amount: 'How much',
    customer: 'Customer',
    closedAt: 'When',
    stage: 'Status',
    wonStages: ['OK'],
    dateOrder: 'mdy',
  };
  const saved = await app.call('PUT', '/api/import/mappings/Xu%E1%BA%A5t%20t%E1%BB%AB%20CRM', mapping);
  expect([saved.status, saved.body]).toEqual([200, { name: 'Xuất từ CRM', mapping }]);
  expect((await app.call('GET', '/api/import/mappings')).body).toEqual({ items: [{ name: 'Xuất từ CRM', mapping }] });
  const file =
    'Who,How much,When,Status,Customer\nNguyễn Văn An,11,11/02/2026,OK,x\nNguyễn Văn An,12,11/02/2026,Lost,y';
  const unguessed = await send(file);
  expect([unguessed.status, unguessed.body.code]).toEqual([422, 'import/no-column']);
  const { body } = await send(file, '?mapping=Xu%E1%BA%A5t%20t%E1%BB%AB%20CRM');
  expect(body.counts).toEqual({ new: 1, known: 0, 'not-won': 1, refused: 0 });
  const deal = await app.call<DealView>('GET', `/api/deals/${body.rows[0]?.dealId}`);
  expect(deal.body.closedAt).toBe(Date.parse('2026-11-02T12:00+07:00'));
  expect((await send(file, '?mapping=nobody')).body.code).toBe('mapping/not-found');
  for (const [body_, field] of [
    [{ rep: 'Who' }, 'amount'],
    [{ ...mapping, rep: '' }, 'rep'],
    [{ ...mapping, dateOrder: 'ymd' }, 'dateOrder'],
    [{ ...mapping, colour: 'x' }, 'colour'],
  ] as const) {
    expect(Object.keys(faultsOf(await app.call('PUT', '/api/import/mappings/x', body_)))).toEqual([field]);
  }
});

test('a file that is no table is refused with the place named, and nothing is stored', async () => {
  const rev = await revOf(app);
  for (const [file, code, field] of [
    ['', 'import/unreadable', 'file'],
    ['rep,amount', 'import/unreadable', 'file'],
    ['rep,customer\nAn,x', 'import/no-column', 'amount'],
    ['x,y\n1,2', 'import/no-column', 'rep amount'],
    ['rep,amount\nAn,5\n"An,5\nAn,6', 'import/unreadable', 'rows.3'],
    ['rep,amount\nAn,5\nAn,6\0', 'import/unreadable', 'lines.3'],
    [fixture('quote-open.csv'), 'import/unreadable', 'rows.3'],
    [fixture('windows-1252.csv'), 'import/unreadable', 'lines.3'],
    [new Uint8Array([0x50, 0x4b, 3, 4, 0, 0]), 'import/unreadable', 'file'],
  ] as const) {
    const answer = await send(typeof file === 'string' ? file : new Uint8Array(file));
    expect([answer.status, answer.body.code], field).toEqual([422, code]);
    expect(Object.keys(faultsOf(answer)).join(' ')).toBe(field);
  }
  const rows = 'a,1\n'.repeat(200_001);
  const many = await send(`rep,amount\n${rows}`);
  expect([many.status, many.body.code]).toEqual([413, 'import/too-many-rows']);
  for (const type of ['application/json', 'text/html', 'multipart/form-data; boundary=x']) {
    const answer = await send('{}', '', { 'content-type': type });
    expect([answer.status, answer.body.code], type).toEqual([415, 'request/media-type']);
  }
  expect(await revOf(app)).toBe(rev);
});

test('a file of 200 MB is refused before it is read', async () => {
  const big = await send('x', '', { 'content-length': '209715200' }).catch((error: unknown) => error);
  expect(big instanceof Error ? 413 : (big as Answer).status).toBe(413);
  const piece = new Uint8Array(1024 * 1024).fill(0x61);
  let sent = 0;
  const stream = new ReadableStream<Uint8Array>({
    pull(out) {
      sent += 1;
      if (sent > 200) out.close();
      else out.enqueue(piece);
    },
  });
  const answer = await fetch(`${app.url}/api/import/deals`, {
    method: 'POST',
    headers: { 'content-type': 'text/csv', cookie: app.cookie },
    body: stream,
    duplex: 'half',
  } as RequestInit).catch((error: unknown) => error);
  expect(answer instanceof Response ? answer.status : 413).toBe(413);
  expect(sent).toBeLessThan(200);
  expect((await app.call('GET', '/healthz')).status).toBe(200);
});

test('a roster makes teams and reps once; who is known by address or name stays who they are', async () => {
  const roster = `Họ tên,Email,Nhóm,Khu vực
Lê Thu,thu@saoviet.vn,Alpha,Bắc
Lê Thu,thu2@saoviet.vn,Beta,Nam
nguyễn văn an,AN@saoviet.vn,Alpha,Bắc
Trần Thị Bình,binh@saoviet.vn,,Nam
Trần Thị Bình,binh2@saoviet.vn,,Nam
,,Alpha,Bắc
Sai,không phải email,Alpha,Bắc`;
  const rev = await revOf(app);
  const dry = await sendPeople(roster, '?dryRun=1');
  expect(dry.body).toMatchObject({ dryRun: true, teams: { new: 4, known: 0 }, reps: { new: 3, known: 0, moved: 2 } });
  expect(await revOf(app)).toBe(rev);
  const { body } = await sendPeople(roster);
  expect(body.rows.map(({ row, fate, code }) => [row, fate, code])).toEqual([
    [2, 'new', null],
    [3, 'new', null],
    [4, 'new', null],
    [5, 'new', null],
    [6, 'new', null],
    [7, 'refused', 'row/missing'],
    [8, 'refused', 'rep/email'],
  ]);
  expect(await revOf(app)).toBe(rev + 1);
  const people = (await app.call<{ items: RepView[] }>('GET', '/api/reps')).body.items;
  const teams = (await app.call<{ items: TeamView[] }>('GET', '/api/teams')).body.items;
  const teamOf = (id: string | null) => teams.find((team) => team.id === id)?.name;
  expect(people.map(({ name, email, teamId }) => [name, email, teamOf(teamId)])).toEqual([
    ['Nguyễn Văn An', 'an@saoviet.vn', 'Alpha'],
    ['Trần Thị Bình', 'binh@saoviet.vn', 'Nam'],
    ['Cũ', null, undefined],
    ['Lê Thu', 'thu@saoviet.vn', 'Alpha'],
    ['Lê Thu', 'thu2@saoviet.vn', 'Beta'],
    ['Trần Thị Bình', 'binh2@saoviet.vn', 'Nam'],
  ]);
  const again = await sendPeople(roster);
  expect(again.body).toMatchObject({ teams: { new: 0, known: 4 }, reps: { new: 0, known: 5, moved: 0 } });
  expect(await revOf(app)).toBe(rev + 1);
  const both = await send('rep,amount,date,customer\nLê Thu,5,2026-11-01,x\nthu2@saoviet.vn,5,2026-11-01,x');
  expect(both.body.rows.map(({ fate, code }) => [fate, code])).toEqual([
    ['refused', 'rep/ambiguous'],
    ['new', null],
  ]);
});
