// Ranks with ties: the order while subjects come and go, and the tables that others published.
import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import type { TieRule } from '../../shared/board.ts';
import { Listing, Ranking } from '../../shared/ranking.ts';
import { computeStandings } from '../../shared/standings.ts';
import type { Totals } from '../../shared/tally.ts';
import { makeBoard, makeContext, makeDeal, makeRep, makeRoster } from '../kit/make.ts';
import { cell, hasTables, publishedTable, type TableRow } from '../kit/published.ts';

/** Ranks by id through the whole machinery: one deal of each value, received in the order given. */
function ranksOf(scores: readonly (readonly [id: string, value: number])[], ties: TieRule) {
  const roster = makeRoster({ reps: scores.map(([id]) => makeRep(id)) });
  const deals = scores.map(([id, value], place) => makeDeal(place + 1, { [id]: value }));
  const rows = computeStandings(makeBoard(), makeContext(roster, { ties }), deals).rows();
  return new Map(rows.map((row) => [row.subjectId, row]));
}

/** The column of ranks as our standings have them, and whether each is shared; beside it the published one. */
function columns(rows: readonly TableRow[], value: (row: TableRow) => number, rank: string, ties: TieRule) {
  const ranked = ranksOf(
    rows.map((row, place) => [String(place), value(row)]),
    ties,
  );
  const ours = rows.map((_, place) => ranked.get(String(place))).map((row) => [row?.rank, row?.tied]);
  const published = rows.map((row) => {
    const sharing = rows.filter((other) => cell(other, rank) === cell(row, rank));
    return [Number(cell(row, rank)), sharing.length > 1];
  });
  return { ours, published };
}

/** The rows of a table by the value of one column. */
function partsOf(rows: readonly TableRow[], column: string): TableRow[][] {
  const names = new Set(rows.map((row) => cell(row, column)));
  return [...names].map((name) => rows.filter((row) => cell(row, column) === name));
}

const number = (column: string) => (row: TableRow) => Number(cell(row, column));

describe('published ranks', () => {
  test.runIf(hasTables)(
    'ST1 the medal table of Tokyo 2020, by medals and by total, with ties of two, six and eight',
    () => {
      const rows = publishedTable('ranking/olympics_tokyo2020_medals.csv');
      expect(rows).toHaveLength(93);
      const medals = (row: TableRow) => number('Gold')(row) * 1e6 + number('Silver')(row) * 1e3 + number('Bronze')(row);
      const byMedals = columns(rows, medals, 'Rank', 'competition');
      expect(byMedals.ours).toEqual(byMedals.published);
      const byTotal = columns(rows, number('Total'), 'Rank by Total', 'competition');
      expect(byTotal.ours).toEqual(byTotal.published);
    },
  );

  test.runIf(hasTables)('ST1 a product inventory ranked by SQL, competition and dense', () => {
    for (const rows of partsOf(publishedTable('ranking/mssql_product_inventory.csv'), 'LocationID')) {
      const competition = columns(rows, number('Quantity'), 'rank_desc_published', 'competition');
      expect(competition.ours).toEqual(competition.published);
      const dense = columns(rows, number('Quantity'), 'dense_rank_desc_published', 'dense');
      expect(dense.ours).toEqual(dense.published);
    }
  });

  test.runIf(hasTables)('ST1 salaries by department ranked by PostgreSQL, from both ends', () => {
    for (const rows of partsOf(publishedTable('ranking/postgres_empsalary.csv'), 'depname')) {
      const best = columns(rows, number('salary'), 'rank_by_salary_desc_in_dep', 'competition');
      expect(best.ours).toEqual(best.published);
      const least = columns(rows, (row) => 1e6 - number('salary')(row), 'rank_by_salary_asc_in_dep', 'competition');
      expect(least.ours).toEqual(least.published);
    }
  });

  test.runIf(hasTables)('ST1 partitions with ties ranked by PostgreSQL, competition and dense', () => {
    for (const rows of partsOf(publishedTable('ranking/postgres_window_ties.csv'), 'partition_four')) {
      const value = (row: TableRow) => 100 - number('order_ten')(row);
      const competition = columns(rows, value, 'rank', 'competition');
      expect(competition.ours).toEqual(competition.published);
      const dense = columns(rows, value, 'dense_rank', 'dense');
      expect(dense.ours).toEqual(dense.published);
    }
  });
});

const metric = fc.constantFrom('revenue' as const, 'deals' as const, 'attainment' as const);

function totalsOf(figures: readonly (readonly [value: number, deals: number, reached: number])[]): Totals {
  return {
    value: Float64Array.from(figures, ([value]) => value),
    deals: Float64Array.from(figures, ([, deals]) => deals),
    reached: Float64Array.from(figures, ([, , reached]) => reached),
  };
}

describe('ranking', () => {
  it('ST8 a subject lifted out and dropped back in stands where a fresh sort puts it', () => {
    const figures = fc.tuple(fc.nat(4), fc.nat(3), fc.nat(5));
    const moves = fc.array(fc.tuple(fc.nat(9), figures), { maxLength: 20 });
    fc.assert(
      fc.property(
        fc.array(figures, { minLength: 10, maxLength: 10 }),
        moves,
        metric,
        fc.array(fc.nat(2), { minLength: 10, maxLength: 10 }),
        (start, changes, by, listed) => {
          const rule = {
            metric: by,
            ties: 'competition' as const,
            quotas: Float64Array.from({ length: 10 }, (_, index) => index % 4),
            nameOrder: Int32Array.from({ length: 10 }, (_, index) => (index * 7) % 10),
            listed: Uint8Array.from(listed),
          };
          const totals = totalsOf(start);
          const ranking = new Ranking(totals, rule);
          for (const [index, [value, deals, reached]] of changes) {
            ranking.lift(index);
            totals.value[index] = value;
            totals.deals[index] = deals;
            totals.reached[index] = reached;
            ranking.drop(index);
          }
          const fresh = new Ranking(totals, rule);
          const order = (one: Ranking) => start.map((_, place) => one.at(place));
          expect(order(ranking)).toEqual(order(fresh));
          expect(ranking.listedCount).toBe(fresh.listedCount);
          expect([...ranking.ranks()]).toEqual(start.map((_, index) => fresh.rankOf(index) ?? 0));
        },
      ),
    );
  });

  it('ST1 a place in the list is never a rank', () => {
    const rule = {
      metric: 'revenue' as const,
      ties: 'competition' as const,
      quotas: new Float64Array(4),
      nameOrder: Int32Array.of(0, 1, 2, 3),
      listed: new Uint8Array(4).fill(Listing.always),
    };
    const totals = totalsOf([
      [5, 1, 1],
      [5, 1, 2],
      [0, 0, 0],
      [9, 1, 3],
    ]);
    const competition = new Ranking(totals, rule);
    expect([0, 1, 2, 3].map((index) => competition.rankOf(index))).toEqual([2, 2, null, 1]);
    expect([0, 1, 2, 3].map((index) => competition.placeOf(index))).toEqual([1, 2, 3, 0]);
    expect(competition.rankedCount).toBe(3);
    expect([0, 2, 3].map((index) => competition.nextAbove(index))).toEqual([3, 1, -1]);
  });
});
