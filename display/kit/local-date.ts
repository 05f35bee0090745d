// Local dates (YYYY-MM-DD) and times (HH:MM) of a zone, as date and time inputs take and give them.

const formats = new Map<string, Intl.DateTimeFormat>();

function partsOf(at: number, timeZone: string): Record<string, string> {
  let format = formats.get(timeZone);
  if (!format) {
    const digits = '2-digit';
    const fields = { year: 'numeric', month: digits, day: digits, hour: digits, minute: digits } as const;
    format = new Intl.DateTimeFormat('en', { timeZone, ...fields, hourCycle: 'h23' });
    formats.set(timeZone, format);
  }
  return Object.fromEntries(format.formatToParts(at).map(({ type, value }) => [type, value]));
}

/** The local date (YYYY-MM-DD) of an instant. */
export function localDate(at: number, timeZone: string): string {
  const { year = '', month = '', day = '' } = partsOf(at, timeZone);
  return `${year}-${month}-${day}`;
}

/** The local time (HH:MM) of an instant. */
export function localTime(at: number, timeZone: string): string {
  const { hour = '', minute = '' } = partsOf(at, timeZone);
  return `${hour}:${minute}`;
}

/** The instant of a local date and time; one that clocks skip becomes the one after. NaN for what is no date or time. */
export function instantAt(date: string, time: string, timeZone: string): number {
  const wanted = Date.parse(`${date}T${time}:00Z`);
  let at = wanted;
  // The zone's distance there is known once one is near: the second step settles it.
  for (let step = 0; step < 2 && !Number.isNaN(at); step += 1) {
    at += wanted - Date.parse(`${localDate(at, timeZone)}T${localTime(at, timeZone)}:00Z`);
  }
  return at;
}

/** The date so many days after a date. */
export function datePlus(date: string, days: number): string {
  return new Date(Date.parse(`${date}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
}

/** The weekday of a date, ISO: 1 Monday to 7 Sunday. */
export function weekdayOf(date: string): number {
  return new Date(`${date}T00:00:00Z`).getUTCDay() || 7;
}
