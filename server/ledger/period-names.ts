// The names that Winboard gives to periods it opens by itself.
import type { CalendarRules, YearUnit } from '../../shared/calendar/units.ts';
import type { OfficeSettings } from '../../shared/schemas/office.ts';
import { dateOf, windowAt, yearPlace, type Range } from '../../shared/time.ts';

type NamedOffice = CalendarRules & Pick<OfficeSettings, 'locale'>;

/** A calendar period by its name ("Tháng 11/2026", "Q4 2026/27"), any other by its dates. */
export function periodName(range: Range, office: NamedOffice): string {
  const from = dateOf(range.startsAt, office.timeZone);
  const to = dateOf(range.endsAt - 1, office.timeZone);
  const unit = UNITS.find((one) => {
    const window = windowAt(one, range.startsAt, office);
    return window.startsAt === range.startsAt && window.endsAt === range.endsAt;
  });
  const isInWeeks = (office.yearPattern ?? 'months') !== 'months';
  const isByDates = unit === undefined || (unit === 'week' && !isInWeeks);
  if (isByDates) return `${shortDate(from, office.locale)} – ${shortDate(to, office.locale)}`;
  if (unit === 'month' && !isInWeeks) return monthName(from, office.locale);
  const { year, place } = yearPlace(unit, range.startsAt, office);
  const words = WORDS[office.locale][unit];
  return `${words}${unit === 'year' ? '' : `${place} `}${yearName(year, office)}`;
}

/** What a period is called that nobody has named. */
export function openingName(range: Range, isOpenEnded: boolean, office: NamedOffice): string {
  return isOpenEnded ? openEndedName(range.startsAt, office) : periodName(range, office);
}

/** A period that goes on until the next one is planned, by its first day. Rule PD9. */
export function openEndedName(startsAt: number, office: NamedOffice): string {
  const from = shortDate(dateOf(startsAt, office.timeZone), office.locale);
  return office.locale === 'vi' ? `Từ ${from}` : `From ${from}`;
}

const UNITS: readonly YearUnit[] = ['week', 'month', 'quarter', 'half', 'year'];
const WORDS: Readonly<Record<OfficeSettings['locale'], Readonly<Record<YearUnit, string>>>> = {
  vi: { week: 'Tuần ', month: 'Kỳ ', quarter: 'Quý ', half: 'Nửa năm ', year: 'Năm ' },
  en: { week: 'Week ', month: 'P', quarter: 'Q', half: 'H', year: 'Year ' },
};
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

/** Whoever hears of "2026" cannot know whether it begins or ends then: a year that does not begin in January is two. */
function yearName(year: number, { fiscalStartMonth }: NamedOffice): string {
  return fiscalStartMonth === 1 ? String(year) : `${year}/${String((year + 1) % 100).padStart(2, '0')}`;
}

function monthName(date: string, locale: string): string {
  const [year = '', month = ''] = date.split('-');
  return locale === 'vi' ? `Tháng ${Number(month)}/${year}` : `${MONTHS[Number(month) - 1] ?? ''} ${year}`;
}

function shortDate(date: string, locale: string): string {
  const [year = '', month = '', day = ''] = date.split('-');
  if (locale === 'vi') return `${Number(day)}/${Number(month)}/${year}`;
  return `${Number(day)} ${(MONTHS[Number(month) - 1] ?? '').slice(0, 3)} ${year}`;
}
