// Which rate of a currency is told as the one that holds, over real HTTP.
import { expect, test } from 'vitest';
import type { OfficeSettings } from '../../shared/schemas/office.ts';
import { startApp } from '../kit/app.ts';
import { giveRate } from '../kit/money.ts';

test('MO7 listed is the rate that holds today; one of a day to come only where there is no other yet', async () => {
  const app = await startApp();
  await app.setUp();
  const listed = async () => {
    const { body } = await app.call<OfficeSettings>('GET', '/api/office');
    return body.currencies.map(({ currency, rate }) => `${currency} ${rate}`);
  };
  try {
    await giveRate(app, '25450.5', { date: '2026-11-20' });
    await giveRate(app, '26000', { date: '2026-11-25' });
    await giveRate(app, '30000', { currency: 'EUR', date: '2026-11-26' });
    expect(await listed()).toEqual(['EUR 30000', 'USD 25450.5']);
    app.clock.moveTo(Date.parse('2026-11-25T00:00:00+07:00'));
    expect(await listed()).toEqual(['EUR 30000', 'USD 26000']);
  } finally {
    await app.close();
  }
});
