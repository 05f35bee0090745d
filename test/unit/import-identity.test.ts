// Rows without an id of their own get one from their content, so that importing a file twice changes nothing.
import { describe, expect, test } from 'vitest';
import { MAX_EXTERNAL_ID, readDeals } from '../../server/import/deals.ts';
import { dealOf, fates, guessed, HUE, tableOf } from '../fixtures/import/sheets.ts';

describe('CN1 the identity of rows', () => {
  function identities(...lines: string[]): string[] {
    const table = tableOf(...lines);
    return readDeals(table, guessed(table.columns), HUE).rows.map((row) => dealOf(row).externalId);
  }
  const FILE = ['rep,amount,customer', 'An,1,x', 'Binh,2,y', 'An,1,x'];

  test('CN1 the same file gives the same ids, and equal rows are told apart', () => {
    const ids = identities(...FILE);
    expect(identities(...FILE)).toEqual(ids);
    expect(new Set(ids).size).toBe(3);
    for (const id of ids) expect(id.length).toBeLessThanOrEqual(MAX_EXTERNAL_ID);
  });

  test('CN1 the order of columns, the delimiter and rows added later change no id', () => {
    const ids = identities(...FILE);
    expect(identities('customer;rep;amount', 'x;An;1', 'y;Binh;2', 'x;An;1', 'z;Chi;3').slice(0, 3)).toEqual(ids);
  });

  test('CN1 another mapping of the same file changes no id', () => {
    const table = tableOf('rep,amount,customer,memo', 'An,1,x,hello');
    const mapping = guessed(table.columns);
    const id = (more: object) => dealOf(readDeals(table, { ...mapping, ...more }, HUE).rows[0]).externalId;
    expect(id({ note: 'memo' })).toBe(id({}));
  });

  test('CN1 any other content is another id', () => {
    const ids = identities('rep,amount,product', 'An,1,x', 'An,1,y', 'An,11,', 'A,1,nx', 'An1,1,x', 'An,1,');
    expect(new Set(ids).size).toBe(6);
  });

  test('CN1 a date of today keeps its id while the clock goes on', () => {
    const table = tableOf('rep,amount,close_date', 'An,1,2026-03-10');
    const at = (now: number) => dealOf(readDeals(table, guessed(table.columns), { ...HUE, now }).rows[0]);
    const [early, late] = [at(HUE.now), at(HUE.now + 3_600_000)];
    expect(late.closedAt).not.toBe(early.closedAt);
    expect(late.externalId).toBe(early.externalId);
  });

  test('CN1 an id that comes twice in one file is refused the second time, an empty one is made', () => {
    const table = tableOf('deal_id,rep,amount', 'D1,An,1', 'D1,An,2', ',An,3');
    const { rows } = readDeals(table, guessed(table.columns), HUE);
    expect(fates(rows)).toEqual(['2 candidate', '3 externalId: row/repeated', '4 candidate']);
    expect(dealOf(rows[0]).externalId).toBe('D1');
    expect(dealOf(rows[2]).externalId).toMatch(/^row:/);
  });

  test('CN1 an id whose first row was refused is free for the next', () => {
    const table = tableOf('deal_id,rep,amount', 'D1,An,0', 'D1,An,2');
    expect(fates(readDeals(table, guessed(table.columns), HUE).rows)).toEqual(['2 amount: amount/zero', '3 candidate']);
  });
});
