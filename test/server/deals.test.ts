// Posting deals: idempotent by id and by external id, split. Over real HTTP.
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Problem } from '../../shared/problem.ts';
import type { BoardView } from '../../shared/schemas/boards.ts';
import type { DealAnswer, DealView } from '../../shared/schemas/deals.ts';
import type { ImportAnswer } from '../../shared/schemas/imports.ts';
import type { Static } from 'typebox';
import { addRep, faultsOf, revOf, startApp, type TestApp } from '../kit/app.ts';
import { DAY_MS, HOUR_MS } from '../kit/make.ts';

let app: TestApp;
let an: string;
let binh: string;
let chi: string;
beforeAll(async () => {
  app = await startApp();
  await app.setUp({ currency: 'USD', locale: 'en' });
  an = await addRep(app, 'An', { email: 'an@saoviet.vn' });
  binh = await addRep(app, 'Bình', { email: 'binh@saoviet.vn' });
  chi = await addRep(app, 'Chi');
});
afterAll(() => app.close());

const post = (body: object) => app.call<DealAnswer & Problem>('POST', '/api/deals', body);
const voidIt = (id: string, reason = 'slip') =>
  app.call<DealAnswer & Problem>('POST', `/api/deals/${id}/void`, { reason });

async function valueOf(repId: string): Promise<{ value: number; deals: number }> {
  const { body } = await app.call<Static<typeof BoardView>>('GET', '/api/boards/main');
  const row = body.standings.rows.find(({ subjectId }) => subjectId === repId);
  return { value: row?.value ?? 0, deals: row?.deals ?? 0 };
}

test('a deal is answered whole: what was stored, where the rep stands now, and the rev', async () => {
  const first = await post({ rep: an, amount: '100', customer: 'Globex' });
  expect(first.body.standing).toMatchObject({ rank: 1, previousRank: null, value: 10_000, toNext: null });
  const openedAt = app.clock.now() - DAY_MS;
  const body = {
    rep: 'BINH@saoviet.vn',
    amount: 50.5,
    currency: 'USD',
    customer: '  Công ty Ánh Dương ',
    product: 'Pro',
    kind: 'recurring',
    source: 'phone',
    location: 'Huế',
    openedAt,
    closedAt: '2026-11-24T08:30:00+07:00',
    note: 'line one\nline two',
  };
  const { status, body: answer } = await post(body);
  expect(status).toBe(201);
  expect(answer.deal).toMatchObject({
    currency: 'USD',
    product: 'Pro',
    kind: 'recurring',
    source: 'phone',
    location: 'Huế',
    openedAt,
    note: 'line one\nline two',
    seq: first.body.deal.seq + 1,
    repId: binh,
    repName: 'Bình',
    customer: 'Công ty Ánh Dương',
    amount: '50.50',
    amountMinor: 5050,
    closedAt: Date.parse('2026-11-24T01:30:00Z'),
    recordedAt: app.clock.now(),
    late: false,
    imported: false,
    corrects: null,
    void: null,
    external: null,
    credits: [{ repId: binh, repName: 'Bình', shareBp: 10_000, amountMinor: 5050 }],
  });
  expect(answer.standing).toEqual({
    rank: 2,
    previousRank: null,
    value: 5050,
    quota: null,
    attainment: null,
    pace: null,
    toNext: 4950,
    nextRank: 1,
  });
  expect(answer.rev).toBe(await revOf(app));
  expect((await app.call<DealView>('GET', `/api/deals/${answer.deal.id}`)).body).toEqual(answer.deal);
  const past = await post({ rep: binh, amount: '60', customer: 'Initech' });
  expect(past.body.standing).toMatchObject({ rank: 1, previousRank: 2, toNext: null });
});

test('LG3 the same id and content again is the same deal, with other content a conflict, stored once', async () => {
  const body = { id: 'phone-0001-0001', rep: an, amount: '75.5', customer: 'Hooli', closedAt: app.clock.now() };
  const first = await post(body);
  expect(first.status).toBe(201);
  const rev = await revOf(app);
  app.clock.advance(HOUR_MS);
  for (const same of [body, { ...body, amount: 75.5 }, { ...body, rep: 'an@saoviet.vn' }, { ...body, kind: 'new' }]) {
    const again = await post(same);
    expect([again.status, again.body.deal]).toEqual([200, first.body.deal]);
  }
  for (const other of [
    { ...body, amount: '75.51' },
    { ...body, rep: binh },
    { ...body, customer: 'hooli' },
    { ...body, note: 'x' },
    { ...body, closedAt: body.closedAt - 1 },
    {
      ...body,
      splits: [
        { rep: an, share: 5000 },
        { rep: binh, share: 5000 },
      ],
    },
    { ...body, external: { source: 'crm', id: '1' } },
  ]) {
    const conflict = await post(other);
    expect([conflict.status, conflict.body.code, faultsOf(conflict)]).toEqual([
      409,
      'deal/id-taken',
      { id: 'deal/differs' },
    ]);
  }
  expect(await revOf(app)).toBe(rev);
});

test('LG3 many retries at the same time store one deal', async () => {
  const body = { id: 'phone-0002-0002', rep: chi, amount: '10', customer: 'Umbrella' };
  const before = await valueOf(chi);
  const answers = await Promise.all(Array.from({ length: 20 }, () => post(body)));
  expect(answers.filter(({ status }) => status === 201)).toHaveLength(1);
  expect(answers.filter(({ status }) => status === 200)).toHaveLength(19);
  expect(new Set(answers.map(({ body: { deal } }) => deal.seq)).size).toBe(1);
  expect(await valueOf(chi)).toEqual({ value: before.value + 1000, deals: before.deals + 1 });
});

test('LG3 a retry is the same deal also after its rep has left, and after it was voided', async () => {
  const dung = await addRep(app, 'Dũng', { email: 'dung@saoviet.vn' });
  const body = { id: 'phone-0003-0003', rep: dung, amount: '10', customer: 'Stark' };
  const first = await post(body);
  app.clock.advance(DAY_MS);
  expect((await app.call('PATCH', `/api/reps/${dung}`, { leftOn: '2026-11-25' })).status).toBe(200);
  expect((await post(body)).status).toBe(200);
  const fresh = await post({ ...body, id: 'phone-0003-0004' });
  expect([fresh.status, faultsOf(fresh)]).toEqual([422, { rep: 'rep/left' }]);
  await voidIt(first.body.deal.id);
  const again = await post(body);
  expect([again.status, again.body.deal.void?.reason]).toEqual([200, 'slip']);
  expect(await valueOf(dung)).toEqual({ value: 0, deals: 0 });
});

test('CN1 an external id counts once: the same content gives the same deal, other content a conflict', async () => {
  const body = { rep: an, amount: '20', customer: 'Acme', external: { source: 'hubspot', id: 'Deal/42' } };
  const first = await post(body);
  expect(first.body.deal.external).toEqual(body.external);
  expect([(await post(body)).status, (await post({ ...body, id: 'another-id-1' })).status]).toEqual([200, 200]);
  const conflict = await post({ ...body, amount: '21' });
  expect([conflict.status, conflict.body.code]).toEqual([409, 'deal/external-taken']);
  const elsewhere = await post({ ...body, external: { source: 'pipedrive', id: 'Deal/42' } });
  expect(elsewhere.status).toBe(201);
  await voidIt(first.body.deal.id);
  expect((await post(body)).body.deal.void).not.toBeNull();
});

test('ST6 splits share a deal out to the last unit', async () => {
  const before = await Promise.all([an, binh, chi].map(valueOf));
  const splits = [
    { rep: an, share: 3333 },
    { rep: 'binh@saoviet.vn', share: 3333 },
    { rep: chi, share: 3334 },
  ];
  const { status, body } = await post({ rep: an, amount: '0.05', customer: 'Wayne', splits });
  expect(status).toBe(201);
  const credits = Object.fromEntries(body.deal.credits.map((credit) => [credit.repId, credit.amountMinor]));
  expect(credits).toEqual({ [an]: 2, [binh]: 1, [chi]: 2 });
  const after = await Promise.all([an, binh, chi].map(valueOf));
  expect(after.map(({ value }, index) => value - (before[index]?.value ?? 0))).toEqual([2, 1, 2]);
});

test('ST6 shares that do not sum to the whole, or name somebody twice or nobody, are refused by name', async () => {
  const rev = await revOf(app);
  for (const [splits, faults] of [
    [[{ rep: an, share: 9999 }], { splits: 'deal/shares' }],
    [
      [
        { rep: an, share: 6000 },
        { rep: binh, share: 4001 },
      ],
      { splits: 'deal/shares' },
    ],
    [
      [
        { rep: an, share: 5000 },
        { rep: 'an@saoviet.vn', share: 5000 },
      ],
      { splits: 'deal/rep-twice' },
    ],
    [
      [
        { rep: an, share: 5000 },
        { rep: 'ghost', share: 5000 },
      ],
      { 'splits.1.rep': 'rep/unknown' },
    ],
    [[{ rep: an, share: 10_001 }], { 'splits.0.share': 'field/maximum' }],
    [
      [
        { rep: an, share: 0 },
        { rep: binh, share: 10_000 },
      ],
      { 'splits.0.share': 'field/minimum' },
    ],
    [[{ rep: an, share: 0.5 }], { 'splits.0.share': 'field/type' }],
    [[{ rep: an }], { 'splits.0.share': 'field/missing' }],
    [{}, { splits: 'field/type' }],
    [Array.from({ length: 21 }, () => ({ rep: an, share: 1 })), { splits: 'field/maxItems' }],
  ] as const) {
    const answer = await post({ rep: an, amount: '1', customer: 'Wayne', splits });
    expect([answer.status, faultsOf(answer)]).toEqual([422, faults]);
  }
  expect(await revOf(app)).toBe(rev);
});

test('MO2 the books take no more than they can add up exactly', async () => {
  const big = await startApp();
  await big.setUp();
  const rep = await addRep(big, 'Lớn');
  const amount = '10000000000000';
  const file = `rep,amount,id\n${Array.from({ length: 901 }, (_, i) => `Lớn,${amount},${i}`).join('\n')}`;
  const { body: imported } = await big.call<ImportAnswer>('POST', '/api/import/deals', undefined, {
    raw: file,
    headers: { 'content-type': 'text/csv' },
  });
  expect(imported.counts).toMatchObject({ new: 900, refused: 1 });
  expect(imported.rows.at(-1)).toMatchObject({ row: 902, field: 'amount', code: 'amount/too-large' });
  const over = await big.call('POST', '/api/deals', { rep, amount: '1', customer: 'x' });
  expect([over.status, faultsOf(over)]).toEqual([422, { amount: 'amount/too-large' }]);
  const { body } = await big.call<Static<typeof BoardView>>('GET', '/api/boards/main');
  expect(body.standings.total.value).toBe(9_000_000_000_000_000);
  await big.close();
});
