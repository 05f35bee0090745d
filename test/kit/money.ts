// An office that sells in other currencies, too.
import type { RateBody, RateList } from '../../shared/schemas/money.ts';
import type { TestApp } from './app.ts';

/** Gives a currency a rate that must be taken. */
export async function giveRate(app: TestApp, rate: string, change: Partial<RateBody> = {}): Promise<RateList> {
  const body = { currency: 'USD', date: '2026-11-01', source: 'Vietcombank', ...change, rate };
  const answer = await app.call<RateList>('PUT', '/api/rates', body);
  if (answer.status !== 200) throw new Error(`no rate: ${JSON.stringify(answer.body)}`);
  return answer.body;
}
