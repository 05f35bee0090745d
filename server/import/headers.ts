// Column names in English and Vietnamese, as CRMs, spreadsheets and Winboard's own export write them.
import { Refusal } from '../../shared/problem.ts';

/** A name reduced to what matters: no accents, case, punctuation, brackets; "closedAt" and "close_date" as words. */
export function foldName(name: string): string {
  return name
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[đĐ]/g, 'd')
    .replace(/([a-z0-9])([A-Z])/g, '$1 $2')
    .replace(/\([^)]*\)/g, ' ')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

/** For each field the folded names that mean it, the surest first. */
export type Vocabulary<Field extends string> = Readonly<Record<Field, readonly string[]>>;

/** The columns that a vocabulary recognises: per field the surest, no column twice. */
export function matchHeaders<Field extends string>(
  columns: readonly string[],
  vocabulary: Vocabulary<Field>,
): Partial<Record<Field, string>> {
  const free = new Map<string, string>();
  for (const column of columns) {
    const folded = foldName(column);
    if (folded !== '' && !free.has(folded)) free.set(folded, column);
  }
  const matched: Partial<Record<Field, string>> = {};
  for (const field of Object.keys(vocabulary) as Field[]) {
    const name = vocabulary[field].find((candidate) => free.has(candidate));
    const column = name === undefined ? undefined : free.get(name);
    if (name === undefined || column === undefined) continue;
    matched[field] = column;
    free.delete(name);
  }
  return matched;
}

/**
 * Where the columns of a mapping stand in the file, by field.
 * Throws `import/no-column` with every field whose column the file lacks or has more than once.
 */
export function locateColumns<Field extends string>(
  columns: readonly string[],
  wanted: Partial<Record<Field, string | undefined>>,
): Partial<Record<Field, number>> {
  const places: Partial<Record<Field, number>> = {};
  const errors = [];
  for (const field of Object.keys(wanted) as Field[]) {
    const name = wanted[field]?.trim();
    if (name === undefined) continue;
    const place = columns.indexOf(name);
    if (place < 0) {
      errors.push({ field, code: 'column/missing', message: `The file has no column “${name}” for ${field}.` });
    } else if (columns.lastIndexOf(name) !== place) {
      errors.push({ field, code: 'column/repeated', message: `The file has several columns “${name}” for ${field}.` });
    } else {
      places[field] = place;
    }
  }
  if (errors.length > 0) throw new Refusal('import/no-column', errors, errors.map((error) => error.message).join(' '));
  return places;
}

function names(list: string): readonly string[] {
  return list.split(', ');
}

/** Fields of deals. `rep` and `amount` are what no import can do without. */
export const DEAL_VOCABULARY = {
  rep: names(
    'sales agent, rep, sales rep, rep name, salesperson, sales person, seller, agent, deal owner, opportunity owner, ' +
      'owner, owner name, account executive, rep email, email, nhan vien, ten nhan vien, nhan vien kinh doanh, ' +
      'nhan vien ban hang, nguoi ban, nguoi chot, nvkd, nguoi phu trach, phu trach, sale',
  ),
  amount: names(
    'close value, amount, deal amount, deal value, amount in deal currency, value, revenue, total amount, total, ' +
      'doanh thu, doanh so, so tien, gia tri, gia tri don, gia tri don hang, gia tri hop dong, thanh tien, tong tien, sales',
  ),
  customer: names(
    'account, account name, customer, customer name, client, company, company name, associated company, organization, ' +
      'khach hang, ten khach hang, khach, cong ty, ten cong ty, doanh nghiep, deal name, opportunity name, deal title',
  ),
  closedAt: names(
    'close date, closed at, closed date, closed on, date closed, won time, won date, sale date, order date, closed, ' +
      'date, ngay chot, ngay chot don, thoi gian chot, ngay dong, ngay ky, ngay ban, ngay',
  ),
  openedAt: names(
    'engage date, opened at, open date, created date, created at, create date, deal created, created, ' +
      'ngay mo, ngay tao, ngay bat dau, ngay tiep can',
  ),
  product: names('product, product name, item, san pham, ten san pham, mat hang, dich vu, goi dich vu'),
  kind: names('kind, deal kind, deal type, loai don, loai don hang, loai deal, loai khach'),
  source: names('source, lead source, deal source, channel, nguon, nguon khach, nguon khach hang, kenh'),
  location: names('location, city, region, thanh pho, tinh, tinh thanh, dia diem, khu vuc, chi nhanh'),
  note: names('note, notes, description, comment, comments, ghi chu, mo ta, dien giai'),
  currency: names('currency, currency code, deal currency, amount currency, tien te, loai tien, don vi tien te'),
  externalId: names(
    'deal id, opportunity id, external id, record id, order id, transaction id, ma deal, ma don, ma don hang, ' +
      'ma giao dich, ma co hoi, ma hop dong, so hop dong, ma, id',
  ),
  stage: names(
    'deal stage, opportunity stage, stage, stage name, deal status, status, giai doan, trang thai, tinh trang, ket qua',
  ),
};

/** Fields of rosters. A maven-style manager stands for the team. */
export const PEOPLE_VOCABULARY = {
  name: names(
    'sales agent, rep, sales rep, rep name, name, full name, salesperson, employee, nhan vien, ten nhan vien, ho ten, ' +
      'ho va ten, ho ten nhan vien, nhan vien kinh doanh, nvkd, ten',
  ),
  email: names('email, e mail, email address, mail, dia chi email, thu dien tu'),
  team: names(
    'team, sales team, team name, group, nhom, ten nhom, doi, doi nhom, to, manager, sales manager, quan ly, ' +
      'truong nhom, phong, phong ban, bo phan, department',
  ),
  region: names('regional office, region, office, branch, khu vuc, vung, mien, chi nhanh, van phong'),
};
