// Ready-made days off by country (rules HO1–HO3). The library's tables are megabytes: they are loaded when somebody first asks.
import type Library from 'date-holidays';
import type { HolidayList } from '../shared/schemas/quotas.ts';

const VIETNAM = 'VN';
const DAY_MS = 86_400_000;
const DATE_LENGTH = 10;

type Holidays = typeof Library;

let library: Promise<Holidays> | null = null;

function load(): Promise<Holidays> {
  library ??= import('date-holidays').then((module) => module.default);
  return library;
}

/** A country's public holidays in a year, each day of them, by date; none for a country that is not known. */
export async function holidaysOf(country: string, year: number, locale: 'vi' | 'en'): Promise<HolidayList> {
  const Known = await load();
  const known = new Known();
  const names = new Intl.DisplayNames(locale, { type: 'region' });
  const countries = Object.keys(known.getCountries())
    .map((code) => ({ code, name: names.of(code) ?? code }))
    .sort((a, b) => new Intl.Collator(locale).compare(a.name, b.name));
  if (!countries.some(({ code }) => code === country)) return { countries, country, year, items: [] };
  const days = new Map<string, string>();
  // Last year's may reach into this one.
  for (const turn of [year - 1, year]) {
    for (const { date, start, end, name } of new Known(country, { types: ['public'] }).getHolidays(turn, locale)) {
      const isLong = end.getTime() - start.getTime() > DAY_MS;
      for (const day of datesFrom(date.slice(0, DATE_LENGTH), Math.round((end.getTime() - start.getTime()) / DAY_MS))) {
        // A day of a long feast gives way to one with a name of its own.
        if (day.startsWith(`${year}-`) && (!days.has(day) || !isLong)) days.set(day, name);
      }
    }
  }
  const items = [...days].map(([date, name]) => ({ date, name })).sort((a, b) => (a.date < b.date ? -1 : 1));
  return { countries, country, year, items: country === VIETNAM ? withTet(items) : items };
}

/** The library calls all of Tết by the name of its eve; from New Year's Day on it goes by that. */
function withTet(items: HolidayList['items']): HolidayList['items'] {
  const named: HolidayList['items'] = [];
  for (const { date, name } of items) {
    const isEveAgain = named.some((day) => day.name === name);
    named.push({ date, name: isEveAgain ? (named.at(-1)?.name ?? name) : name });
  }
  return named;
}

/** The country to begin with: Vietnam where people read Vietnamese, else the United States. */
export function likelyCountry(locale: 'vi' | 'en'): string {
  return locale === 'vi' ? VIETNAM : 'US';
}

/** So many dates from one on, at least one. */
function datesFrom(first: string, days: number): string[] {
  const startsAt = Date.parse(first);
  return Array.from({ length: Math.max(1, days) }, (_, place) =>
    new Date(startsAt + place * DAY_MS).toISOString().slice(0, DATE_LENGTH),
  );
}
