// The names that Winboard gives to periods it opens by itself.
import type { OfficeSettings } from '../../shared/schemas/office.ts';
import { dateOf, windowAt, type CalendarUnit, type Range } from '../../shared/time.ts';

type NamedOffice = Pick<OfficeSettings, 'locale' | 'timeZone' | 'weekStart' | 'fiscalStartMonth'>;

/** A calendar period by its name ("Tháng 11/2026", "Q4 2026"), any other by its dates. */
export function periodName(range: Range, office: NamedOffice): string {
  const from = dateOf(range.startsAt, office.timeZone);
  const to = dateOf(range.endsAt - 1, office.timeZone);
  const unit = UNITS.find((one) => {
    const window = windowAt(one, range.startsAt, office);
    return window.startsAt === range.startsAt && window.endsAt === range.endsAt;
  });
  const [year = '', month = ''] = from.split('-');
  if (unit === 'month')
    return office.locale === 'vi' ? `Tháng ${Number(month)}/${year}` : `${MONTHS[Number(month) - 1] ?? ''} ${year}`;
  const names = office.locale === 'vi' ? VIETNAMESE : ENGLISH;
  const place = Math.floor(((Number(month) - office.fiscalStartMonth + 12) % 12) / (unit === 'half' ? 6 : 3)) + 1;
  if (unit === 'year') return `${names.year} ${year}`;
  if (unit === 'quarter') return `${names.quarter}${place} ${year}`;
  if (unit === 'half') return `${names.half}${place} ${year}`;
  return `${shortDate(from, office.locale)} – ${shortDate(to, office.locale)}`;
}

const UNITS: readonly CalendarUnit[] = ['month', 'quarter', 'half', 'year'];
const VIETNAMESE = { quarter: 'Quý ', half: 'Nửa năm ', year: 'Năm' };
const ENGLISH = { quarter: 'Q', half: 'H', year: 'Year' };
const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];

function shortDate(date: string, locale: string): string {
  const [year = '', month = '', day = ''] = date.split('-');
  if (locale === 'vi') return `${Number(day)}/${Number(month)}/${year}`;
  return `${Number(day)} ${(MONTHS[Number(month) - 1] ?? '').slice(0, 3)} ${year}`;
}
