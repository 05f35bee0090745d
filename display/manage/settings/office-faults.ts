// What is wrong with the office's form, found before anybody is asked: by the name that the API gives the field.
import { OFFICE_BOUNDS } from '../../../shared/office-bounds.ts';
import type { FieldError } from '../../../shared/problem.ts';
import type { OfficeForm } from './office-form.ts';
import { linesOf, readHoliday } from './lines.ts';

export type Faults = ReadonlyMap<string, FieldError>;

/** Of what is wrong no more is repeated. */
const QUOTED = 40;

type Found = Pick<FieldError, 'code' | 'values'> | null;

export function faultsOf(form: OfficeForm): Faults {
  const found: Record<string, Found> = {
    name: form.name.trim() === '' ? { code: 'field/missing' } : null,
    paymentTermsDays:
      form.paymentTermsDays.trim() === '' ? null : wrongDays(form.paymentTermsDays, 0, OFFICE_BOUNDS.paymentTermsDays),
    repsBackDays: form.repsBack === 'days' ? wrongDays(form.repsBackDays, 1, OFFICE_BOUNDS.repsBackDays) : null,
    dayStartsMinute: form.dayStarts === '' ? { code: 'field/missing' } : null,
    dayEndsMinute: wrongEnd(form),
    holidays: wrongHolidays(form.holidays),
    products: wrongProducts(form.products),
  };
  return new Map(
    Object.entries(found).flatMap(([field, fault]) => (fault ? [[field, { field, message: '', ...fault }]] : [])),
  );
}

/** What the server found wrong with a field; of a list it names the place, which here is the line itself. */
export function refusedFault(refused: readonly FieldError[], field: string, form: OfficeForm): FieldError | undefined {
  const own = refused.find((one) => one.field === field);
  const [, key = ''] = refused.map((one) => one.field.split(/\.(.*)/)).find(([list]) => list === LISTS[field]) ?? [];
  if (own || key === '') return own;
  const line = field === 'products' ? linesOf(form.products)[Number(key)] : key;
  return { field, code: 'office/line-text', message: '', values: { text: quoted(line ?? key) } };
}

/** Which of the API's lists a field of lines can be wrong in. */
const LISTS: Readonly<Record<string, string>> = { products: 'products', holidays: 'holidayNames' };

function wrongDays(text: string, least: number, most: number): Found {
  const isFit = /^\d+$/.test(text.trim()) && Number(text) >= least && Number(text) <= most;
  return isFit ? null : { code: 'office/days', values: { least: String(least), most: String(most) } };
}

function wrongEnd({ dayStarts, dayEnds }: OfficeForm): Found {
  if (dayEnds === '') return { code: 'field/missing' };
  return dayStarts !== '' && dayEnds <= dayStarts ? { code: 'office/hours' } : null;
}

function wrongHolidays(text: string): Found {
  const seen = new Set<string>();
  for (const [place, raw] of text.split('\n').entries()) {
    const line = raw.trim();
    if (line === '') continue;
    const values = { line: String(place + 1), text: quoted(line) };
    const day = readHoliday(line);
    if (!day) return { code: 'office/line', values };
    if (seen.has(day.date)) return { code: 'office/line-twice', values };
    if (day.name.length > OFFICE_BOUNDS.letters) return { code: 'office/line-long', values };
    seen.add(day.date);
  }
  return tooMany(seen.size, OFFICE_BOUNDS.holidays);
}

function wrongProducts(text: string): Found {
  const long = text.split('\n').findIndex((line) => line.trim().length > OFFICE_BOUNDS.letters);
  if (long !== -1) return { code: 'office/line-long', values: { line: String(long + 1) } };
  return tooMany(linesOf(text).length, OFFICE_BOUNDS.products);
}

function tooMany(count: number, most: number): Found {
  return count > most ? { code: 'office/lines', values: { count: String(count), most: String(most) } } : null;
}

/** In marks, so that nobody takes it for a date or an amount to be written out. */
function quoted(line: string): string {
  return `“${line.length > QUOTED ? `${line.slice(0, QUOTED)}…` : line}”`;
}
