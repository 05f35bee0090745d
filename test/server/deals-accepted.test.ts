// What looks like bad input and is none: kept as it came, shown as text.
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { DealAnswer, DealView } from '../../shared/schemas/deals.ts';
import { addRep, faultsOf, postDeal, startApp, type TestApp } from '../kit/app.ts';

let app: TestApp;
let an: string;
beforeAll(async () => {
  app = await startApp({ now: Date.parse('2026-11-01T04:30:00Z') });
  await app.setUp({ timeZone: 'America/New_York', currency: 'KWD', locale: 'en' });
  an = await addRep(app, '<script>alert(1)</script>', { email: "o'brien+a@example.com" });
});
afterAll(() => app.close());

test('scripts, quotes, emoji and other scripts are text and come back as they were', async () => {
  const texts = ['<img src=x onerror=alert(1)>', "Robert'); DROP TABLE deals;--", '😀👩‍👩‍👧', 'العربية', '=1+1', 'a\tb'];
  for (const text of texts) {
    const { deal } = await postDeal(app, { rep: an, amount: '1', customer: text, note: `${text}\r\n${text}` });
    const { body } = await app.call<DealView>('GET', `/api/deals/${deal.id}`);
    expect([body.customer, body.note, body.repName]).toEqual([text, `${text}\r\n${text}`, '<script>alert(1)</script>']);
  }
  expect((await postDeal(app, { rep: "O'Brien+A@example.com" })).deal.repId).toBe(an);
});

test('MO1 as many decimals as the currency has, and zeros beyond', async () => {
  for (const [amount, minor] of [
    ['0.001', 1],
    [0.001, 1],
    ['1250.5', 1_250_500],
    ['1250.500000', 1_250_500],
    ['+5', 5000],
    ['007', 7000],
    [' 7 ', 7000],
    ['10000000000', 10_000_000_000_000],
  ] as const) {
    expect((await postDeal(app, { rep: an, amount })).deal.amountMinor, String(amount)).toBe(minor);
  }
});

test('TM1 a phone whose clock runs ahead a little posts now; a date is its noon, today no later than now', async () => {
  const now = app.clock.now();
  expect((await postDeal(app, { rep: an, closedAt: now + 60_000 })).deal.closedAt).toBe(now);
  expect((await postDeal(app, { rep: an, closedAt: '2026-10-31' })).deal.closedAt).toBe(
    Date.parse('2026-10-31T16:00Z'),
  );
  // Half past midnight of the day on which clocks are set back: its noon is 12½ hours away.
  expect((await postDeal(app, { rep: an, closedAt: '2026-11-01' })).deal.closedAt).toBe(now);
  const tomorrow = await app.call<DealAnswer>('POST', '/api/deals', {
    rep: an,
    amount: '1',
    customer: 'x',
    closedAt: '2026-11-02',
  });
  expect(faultsOf(tomorrow)).toEqual({ closedAt: 'time/future' });
  const first = await postDeal(app, { rep: an, closedAt: '2000-01-01T00:00:00Z' });
  expect(first.deal.closedAt).toBe(946_684_800_000);
});
