// The sheet of quotas without a browser: marking, moving, blocks from spreadsheets, steps that are taken back.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readAmount } from '../../display/kit/amount-text.ts';
import { blockText, parseBlock, spread, spreadByName } from '../../display/manage/quotas/sheet/block.ts';
import { decided, edited, EMPTY_DRAFT, undone, type Edit } from '../../display/manage/quotas/sheet/draft.ts';
import { linesOf, nextNamed, rowsByName } from '../../display/manage/quotas/sheet/lines.ts';
import { at, moved, nextOf, placesIn, spanOf, tabbed } from '../../display/manage/quotas/sheet/selection.ts';
import type { GridRow } from '../../shared/schemas/quotas.ts';

const SIZE = { rows: 4, columns: 3 };

describe('what is marked', () => {
  it('goes with the arrows, stays in the sheet, and grows while one holds shift', () => {
    const start = at({ row: 0, column: 0 });
    expect(moved(start, 'ArrowUp', SIZE, false)).toEqual(start);
    expect(moved(start, 'PageDown', SIZE, false)).toEqual(at({ row: 3, column: 0 }));
    const grown = moved(start, 'ArrowDown', SIZE, true) ?? start;
    const wide = moved(grown, 'End', SIZE, true) ?? grown;
    expect(spanOf(wide)).toEqual({ top: 0, left: 0, bottom: 1, right: 2 });
    expect(placesIn(spanOf(wide))).toHaveLength(6);
    expect(moved(start, 'a', SIZE, false)).toBeNull();
  });

  it('goes along the row by Tab, on to the next, and out at the end', () => {
    expect(tabbed(at({ row: 0, column: 2 }), SIZE, false)).toEqual(at({ row: 1, column: 0 }));
    expect(tabbed(at({ row: 1, column: 0 }), SIZE, true)).toEqual(at({ row: 0, column: 2 }));
    expect(tabbed(at({ row: 3, column: 2 }), SIZE, false)).toBeNull();
    expect(tabbed(at({ row: 0, column: 0 }), SIZE, true)).toBeNull();
  });
});

it('what is wrong is gone to in turn, from where one is and round again', () => {
  const places = [
    { row: 2, column: 0 },
    { row: 0, column: 2 },
  ];
  expect(nextOf(places, at({ row: 0, column: 0 }))).toEqual(at({ row: 0, column: 2 }));
  expect(nextOf(places, at({ row: 0, column: 2 }))).toEqual(at({ row: 2, column: 0 }));
  expect(nextOf(places, at({ row: 2, column: 0 }))).toEqual(at({ row: 0, column: 2 }));
  expect(nextOf([], at({ row: 1, column: 1 }))).toEqual(at({ row: 1, column: 1 }));
});

describe('a block from a spreadsheet', () => {
  it.each([
    [
      '1.250.000\t900.000\r\n5\t\r\n',
      [
        ['1.250.000', '900.000'],
        ['5', ''],
      ],
    ],
    ['7', [['7']]],
    ['"a\tb"\t"say ""hi"""\n"two\nlines"', [['a\tb', 'say "hi"'], ['two\nlines']]],
    ['', [['']]],
    ['\t5', [['', '5']]],
    ['12"\t3', [['12"', '3']]],
  ])('%j is read', (text, rows) => {
    expect(parseBlock(text)).toEqual(rows);
  });

  it('comes back as it was copied', () => {
    const cells = fc.array(fc.array(fc.stringMatching(/^[0-9.,]{0,6}$/), { minLength: 2, maxLength: 2 }), {
      minLength: 1,
      maxLength: 5,
    });
    fc.assert(
      fc.property(cells, (rows) => {
        expect(parseBlock(`${blockText(rows)}\n`)).toEqual(rows);
      }),
    );
  });

  it.each([
    ['1.250.000', 'vi', 0, '1250000'],
    ['1,250,000', 'vi', 0, '1250000'],
    ['1.250.000,5', 'vi', 2, '1250000.5'],
    ['1,250.50', 'en', 2, '1250.5'],
    ['1.250,50 ₫', 'en', 2, '1250.5'],
    ['1,5 tỷ', 'vi', 0, '1500000000'],
    ['$2.5M', 'en', 2, '2500000'],
    ['n/a', 'en', 2, null],
  ] as const)('an amount %j of a %s page is read', (text, locale, exponent, amount) => {
    expect(readAmount(text, locale, exponent)).toBe(amount);
  });

  it('that begins with names goes to the lines of these, whatever lies between; others are counted', () => {
    const rows: Record<string, number | null> = { An: 3, Bình: 1, Đôi: null };
    const rowOf = (name: string) => rows[name] ?? null;
    const block = [
      ['Tên', 'Tháng 1', 'Tháng 2'],
      ['An', '5', '6'],
      ['Đôi', '1', '1'],
      ['Bình', '7', ''],
      ['', '9', '9'],
    ];
    expect(spreadByName(block, rowOf, 2, SIZE)).toEqual({
      entries: [
        { row: 3, column: 2, text: '5' },
        { row: 1, column: 2, text: '7' },
      ],
      lost: 2,
      unnamed: 2,
    });
    expect(spreadByName([['5', '6']], rowOf, 0, SIZE)).toBeNull();
    expect(spreadByName([['An']], rowOf, 0, SIZE)).toBeNull();
  });

  it('goes to the top left of what is marked; what does not fit is counted', () => {
    const block = [
      ['1', '2'],
      ['3', '4'],
    ];
    const there = { top: 3, left: 1, bottom: 3, right: 1 };
    expect(spread(block, there, SIZE)).toEqual({
      entries: [
        { row: 3, column: 1, text: '1' },
        { row: 3, column: 2, text: '2' },
      ],
      lost: 2,
    });
  });

  it('fills what is marked where it goes into it whole times', () => {
    const texts = (block: string[][], bottom: number, right: number) =>
      spread(block, { top: 0, left: 0, bottom, right }, SIZE).entries.map(({ text }) => text);
    expect(texts([['9']], 1, 2)).toEqual(['9', '9', '9', '9', '9', '9']);
    expect(texts([['1'], ['2']], 3, 0)).toEqual(['1', '2', '1', '2']);
    expect(texts([['1'], ['2']], 2, 0)).toEqual(['1', '2']);
  });
});

describe('what is not saved yet', () => {
  const edit = (key: string, held: string | null, amount: string | null): Edit => ({ key, held, amount, wrong: null });

  it('is a change only while it differs, and remembers what was there first', () => {
    const once = edited(EMPTY_DRAFT, [edit('a', '5', '6'), edit('b', null, null)]);
    expect([...once.changes]).toEqual([['a', { amount: '6', wrong: null, expected: '5' }]]);
    const twice = edited(once, [edit('a', '9', '7')]);
    expect(twice.changes.get('a')?.expected).toBe('5');
    expect(edited(twice, [edit('a', '5', '5')]).changes.size).toBe(0);
    expect(edited(once, [edit('a', '5', '6')])).toBe(once);
  });

  it('is taken back step by step, whatever the steps were', () => {
    const edits = fc.array(
      fc.array(fc.record({ key: fc.constantFrom('a', 'b', 'c'), amount: fc.option(fc.constantFrom('1', '2')) }), {
        minLength: 1,
        maxLength: 3,
      }),
      { maxLength: 8 },
    );
    fc.assert(
      fc.property(edits, (steps) => {
        let draft = EMPTY_DRAFT;
        for (const step of steps)
          draft = edited(
            draft,
            step.map(({ key, amount }) => edit(key, null, amount)),
          );
        while (draft.past.length > 0) draft = undone(draft);
        expect(draft.changes).toEqual(EMPTY_DRAFT.changes);
        expect(undone(draft)).toBe(draft);
      }),
    );
  });

  it('QT10 gives way to somebody else’s amount, or knowingly writes over it', () => {
    const draft = edited(EMPTY_DRAFT, [edit('a', '5', '6'), edit('b', '5', '6')]);
    const mine = decided(draft, 'a', '8', true);
    expect(mine.changes.get('a')).toEqual({ amount: '6', wrong: null, expected: '8' });
    expect(decided(mine, 'b', '8', false).changes.has('b')).toBe(false);
    expect(decided(draft, 'a', '6', true).changes.has('a')).toBe(false);
  });
});

describe('the lines', () => {
  const row = (type: GridRow['type'], id: string, parentId: string | null): GridRow => ({
    type,
    id,
    name: id,
    parentId,
    cells: [],
  });
  const rows = [
    row('office', 'office', null),
    row('team', 'Nam', null),
    row('team', 'Bắc', null),
    row('team', 'Hà Nội', 'Bắc'),
    row('rep', 'Chi', 'Hà Nội'),
    row('rep', 'Ân', 'Bắc'),
    row('rep', 'Lẻ', null),
  ];
  const said = (teamIds: readonly string[] | null) =>
    linesOf(rows, teamIds, 'vi').map(({ row: { id }, depth }) => `${'·'.repeat(depth)}${id}`);

  it('follow the tree of teams', () => {
    expect(said(null)).toEqual(['office', 'Bắc', '·Ân', '·Hà Nội', '··Chi', 'Nam', 'Lẻ']);
  });

  it('are found by part of a name, from where one is and round again', () => {
    const lines = linesOf(rows, null, 'vi');
    expect(nextNamed(lines, 'an', 0)).toBe(2);
    expect(nextNamed(lines, 'N', 3)).toBe(3);
    expect(nextNamed(lines, 'bac', 3)).toBe(1);
    expect(nextNamed(lines, 'không ai', 0)).toBeNull();
    expect(nextNamed(lines, ' ', 0)).toBeNull();
    const twice = rowsByName([...lines, ...linesOf([row('rep', 'CHI', null)], null, 'vi')]);
    expect([twice.get('lẻ'), twice.get('chi'), twice.get('ai')]).toEqual([6, null, undefined]);
  });

  it('RO4 are those of the teams that one manages, each once', () => {
    expect(said(['Hà Nội', 'Bắc'])).toEqual(['Bắc', '·Ân', '·Hà Nội', '··Chi']);
    expect(said([])).toEqual([]);
  });
});
