// CSV bytes as a table: every encoding and delimiter, and every way in which a file can be broken.
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { csvLine } from '../../server/import/csv.ts';
import { MAX_BYTES, MAX_COLUMNS, MAX_ROWS, readTable } from '../../server/import/table.ts';
import { Refusal } from '../../shared/problem.ts';

type Form = 'utf-8' | 'utf-8 with BOM' | 'utf-16le' | 'utf-16be' | 'utf-16le with BOM' | 'utf-16be with BOM';
const FORMS: Form[] = ['utf-8', 'utf-8 with BOM', 'utf-16le', 'utf-16be', 'utf-16le with BOM', 'utf-16be with BOM'];

function encode(text: string, form: Form): Uint8Array {
  const marked = form.endsWith('BOM') ? `\uFEFF${text}` : text;
  if (form.startsWith('utf-8')) return Buffer.from(marked, 'utf8');
  const little = Buffer.from(marked, 'utf16le');
  return form.startsWith('utf-16le') ? little : little.swap16();
}

function table(text: string) {
  return readTable(Buffer.from(text));
}

function fixture(name: string): Uint8Array {
  return readFileSync(new URL(`../fixtures/import/${name}`, import.meta.url));
}

/** What `readTable` says no with: the code, and the place and reason of the first error. */
function refusal(bytes: Uint8Array): string[] {
  try {
    readTable(bytes);
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return [error.code, ...error.errors.flatMap(({ field, code }) => [field, code])];
  }
  return [];
}

const SMALL = 'rep,customer,amount\nÁnh,Gạo Việt,100\nBảo,"Phở, bún",200\n';

describe('encodings', () => {
  for (const form of FORMS) {
    test(`${form} is read`, () => {
      const read = readTable(encode(SMALL, form));
      expect(read.encoding).toBe(form.split(' ')[0]);
      expect(read.columns).toEqual(['rep', 'customer', 'amount']);
      expect(read.rows).toEqual([
        { row: 2, cells: ['Ánh', 'Gạo Việt', '100'] },
        { row: 3, cells: ['Bảo', 'Phở, bún', '200'] },
      ]);
    });
  }

  test('bytes that are not UTF-8 are refused with their line', () => {
    expect(refusal(fixture('windows-1252.csv'))).toEqual(['import/unreadable', 'lines.3', 'file/not-utf8']);
  });

  test('one broken byte deep in a large file is found in its line', () => {
    const lines = Array.from({ length: 9000 }, (_, index) => `Ánh ${index},1`);
    const bytes = Buffer.from(['rep,amount', ...lines].join('\n'));
    bytes[bytes.indexOf('Ánh 7654')] = 0x41;
    expect(refusal(bytes)).toEqual(['import/unreadable', 'lines.7656', 'file/not-utf8']);
  });

  test('a character cut off at the end of the file is refused with its line', () => {
    const bytes = Buffer.from('rep,amount\nAn,1\nÁ');
    expect(refusal(bytes.subarray(0, -1))).toEqual(['import/unreadable', 'lines.3', 'file/not-utf8']);
  });

  test('half a character of UTF-16 is refused', () => {
    const bytes = encode(SMALL, 'utf-16le with BOM');
    expect(refusal(bytes.subarray(0, -1))).toEqual(['import/unreadable', 'file', 'file/not-utf16']);
  });

  test('a NUL character is refused with its line', () => {
    expect(refusal(Buffer.from('rep,amount\nAn,1\nBi\0nh,2\n'))).toEqual(['import/unreadable', 'lines.3', 'file/nul']);
  });

  test('a workbook is refused as one', () => {
    expect(refusal(Buffer.from('PK\u0003\u0004rest of it'))).toEqual(['import/unreadable', 'file', 'file/workbook']);
  });
});

describe('delimiters', () => {
  for (const [name, mark] of [
    ['comma', ','],
    ['semicolon', ';'],
    ['tab', '\t'],
  ] as const) {
    test(`${name} is found out`, () => {
      const read = table(['a|b|c', '1|2|3', '4|"5;,x"|6'].join('\r\n').replaceAll('|', mark));
      expect(read.delimiter).toBe(mark);
      expect(read.rows.map(({ cells }) => cells)).toEqual([
        ['1', '2', '3'],
        ['4', '5;,x', '6'],
      ]);
    });
  }

  test('decimal commas and a comma in the header do not hide the semicolon', () => {
    const read = table('rep;amount, VND;date\nAn;1,5;2026-01-01\nBinh;2,5;2026-01-02\n');
    expect(read.delimiter).toBe(';');
    expect(read.columns).toEqual(['rep', 'amount, VND', 'date']);
  });

  test('semicolons inside one header cell do not hide the comma', () => {
    expect(table('rep,amount (a;b;c;d)\nAn,1\nBinh,2\n').columns).toEqual(['rep', 'amount (a;b;c;d)']);
  });

  test('the line with which Excel declares the delimiter is obeyed and is no row', () => {
    const read = table('sep=;\r\nrep;amount\r\nAn;1,5\r\n');
    expect(read.columns).toEqual(['rep', 'amount']);
    expect(read.rows).toEqual([{ row: 2, cells: ['An', '1,5'] }]);
  });
});

describe('records', () => {
  test('rows are numbered as a spreadsheet does: by records, empty ones counted', () => {
    const read = table('rep,note\nAn,"one\r\ntwo"\n\n,\nBinh,"say ""hi"""\n\n\n');
    expect(read.rows).toEqual([
      { row: 2, cells: ['An', 'one\ntwo'] },
      { row: 5, cells: ['Binh', 'say "hi"'] },
    ]);
  });

  test('every kind of line end is one', () => {
    for (const end of ['\n', '\r\n', '\r']) expect(table(['a,b', '1,2', '3,4'].join(end)).rows).toHaveLength(2);
    expect(table('a,b\r\n1,2\n3,4\r5,6').rows).toHaveLength(3);
  });

  test('short rows are filled up, empty cells too many are dropped, others kept as one too many', () => {
    const read = table('a,b,c,,\n1\n1,2,3,,,,\n1,2,3,4,5,6\n');
    expect(read.columns).toEqual(['a', 'b', 'c']);
    expect(read.rows.map(({ cells }) => cells)).toEqual([
      ['1', '', ''],
      ['1', '2', '3'],
      ['1', '2', '3', '4'],
    ]);
  });

  test('column names that are empty or repeated do not disturb', () => {
    expect(table(',rep,rep\n0,An,Binh\n').columns).toEqual(['', 'rep', 'rep']);
  });

  test('quotes inside an unquoted cell are text', () => {
    expect(table('a,b\n5" pipe,O"Neil\n').rows[0]?.cells).toEqual(['5" pipe', 'O"Neil']);
  });

  test('a quote that never closes is refused with its row', () => {
    expect(refusal(Buffer.from('a,b\n1,2\n3,"4\n5,6\n'))).toEqual(['import/unreadable', 'rows.3', 'row/quote-open']);
    expect(refusal(fixture('quote-open.csv'))).toEqual(['import/unreadable', 'rows.3', 'row/quote-open']);
  });

  test('a quote that never closes in a large file is refused with its row', () => {
    const rest = 'Binh,200\n'.repeat(100_000);
    const bytes = Buffer.from(`rep,amount\nAn,100\n"Chi,300\n${rest}`);
    expect(refusal(bytes)).toEqual(['import/unreadable', 'rows.3', 'row/endless']);
  });

  test('a quote in the wrong place is refused with its row, also far down', () => {
    expect(refusal(fixture('quote-misplaced.csv'))).toEqual(['import/unreadable', 'rows.2', 'row/quote-misplaced']);
    const rest = '"Binh",200\n'.repeat(60_000);
    const bytes = Buffer.from(`rep,amount\n${rest}"An" Lee,1\n${rest}`);
    expect(refusal(bytes)).toEqual(['import/unreadable', 'rows.60002', 'row/quote-misplaced']);
  });
});

describe('limits', () => {
  test('an empty file, one of blank lines and one of a header alone are refused', () => {
    for (const text of ['', '\n\n\n', ' , ,\n', '\uFEFF']) {
      expect(refusal(Buffer.from(text))).toEqual(['import/unreadable', 'file', 'file/empty']);
    }
    expect(refusal(Buffer.from('rep,amount\n\n'))).toEqual(['import/unreadable', 'file', 'file/no-rows']);
  });

  test('the last allowed row is read, the next refuses the file', () => {
    const text = `rep,amount\n${'An,1\n'.repeat(MAX_ROWS)}`;
    expect(table(text).rows.at(-1)?.row).toBe(MAX_ROWS + 1);
    expect(refusal(Buffer.from(`${text}An,1\n`))).toEqual([
      'import/too-many-rows',
      `rows.${MAX_ROWS + 2}`,
      'file/too-many-rows',
    ]);
  });

  test('too many columns, too many cells and too many bytes are refused', () => {
    const header = Array.from({ length: MAX_COLUMNS }, (_, index) => `c${index}`).join(',');
    expect(refusal(Buffer.from(`${header},more\n1\n`))).toEqual([
      'import/unreadable',
      'rows.1',
      'file/too-many-columns',
    ]);
    expect(refusal(Buffer.from(`${header}\n${'1\n'.repeat(41_000)}`))).toEqual([
      'import/too-many-rows',
      'rows.40002',
      'file/too-many-rows',
    ]);
    expect(refusal(new Uint8Array(MAX_BYTES + 1))).toEqual(['request/too-large']);
  });

  test('blank lines without end are refused before they take long', () => {
    const bytes = Buffer.from(`rep,amount\n${'\n'.repeat(5_000_000)}An,1\n`);
    expect(refusal(bytes)).toEqual(['import/too-many-rows', 'rows.1048577', 'file/too-many-rows']);
  });

  test('a record without end is refused before it fills the memory', () => {
    for (const text of [',', 'x', '"",']) {
      const bytes = Buffer.from(`rep,amount\n${text.repeat(4_000_000 / text.length)}`);
      expect(refusal(bytes)).toEqual(['import/unreadable', 'rows.2', 'row/endless']);
    }
  });
});

test('whatever is written as CSV is read back: any text, encoding and length of file', () => {
  // A text that starts with a letter is neither guarded nor trimmed, and an unpaired surrogate is no text.
  const cell = fc
    .string({ unit: fc.constantFrom('a', 'Ệ', 'đ', '😀', '"', ',', ';', '\t', '\n', ' ', "'", '1') })
    .map((text) => `x${text}x`);
  const records = fc.array(fc.tuple(cell, cell, cell), { minLength: 1, maxLength: 30 });
  fc.assert(
    fc.property(records, fc.constantFrom(...FORMS), (rows, form) => {
      const header = ['rep', 'customer', 'amount'];
      const text = [header, ...rows].map(csvLine).join('');
      const read = readTable(encode(text, form));
      expect(read.columns).toEqual(header);
      expect(read.rows.map(({ cells }) => cells)).toEqual(rows);
    }),
  );
});

test('where the text is cut into pieces makes no difference', () => {
  const rows = Array.from({ length: 12_000 }, (_, index) => [`r"${index}`, `a, b\n${'ệ'.repeat(index % 70)}`, '1']);
  const text = [['rep', 'note', 'amount'], ...rows].map(csvLine).join('');
  expect(text.length).toBeGreaterThan(500_000);
  expect(table(text).rows.map(({ cells }) => cells)).toEqual(rows);
});
