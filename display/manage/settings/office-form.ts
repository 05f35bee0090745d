// The office's settings as a form has them, and what it says as the API takes it.
import type { KnownSettings, OfficePatch, OfficeSettings } from '../../../shared/schemas/office.ts';
import { minuteOf, timeOf } from '../../kit/times.ts';
import { pick } from '../changes.ts';
import { holidayLines, linesOf, readHolidays } from './lines.ts';
import { patchOf } from './known-settings.ts';

/** How far back reps may date: any day, today alone, or some days. */
export type BackChoice = 'any' | 'today' | 'days';

/** What the form has as the office has it. */
const SAME = [
  'name',
  'locale',
  'showCustomers',
  'timeZone',
  'periodUnit',
  'yearPattern',
  'yearEnd',
  'ties',
  'currency',
  'repsSplit',
  'repsUndo',
  'repsPhotos',
  'repsWords',
] as const satisfies readonly (keyof OfficeSettings)[];

export interface OfficeForm extends Pick<OfficeSettings, (typeof SAME)[number]> {
  longQuarter: string;
  fiscalStartMonth: string;
  weekStart: string;
  workingDays: readonly number[];
  dayStarts: string;
  dayEnds: string;
  /** A line each: the date, then the name if it has one. */
  holidays: string;
  products: string;
  /** Empty for none. */
  paymentTermsDays: string;
  repsBack: BackChoice;
  repsBackDays: string;
}

export function officeForm(office: OfficeSettings): OfficeForm {
  const { repsBackDays } = office;
  return {
    ...pick(office, SAME),
    longQuarter: String(office.longQuarter),
    fiscalStartMonth: String(office.fiscalStartMonth),
    weekStart: String(office.weekStart),
    workingDays: office.workingDays,
    dayStarts: timeOf(office.dayStartsMinute),
    dayEnds: timeOf(office.dayEndsMinute),
    holidays: holidayLines(office),
    products: office.products.join('\n'),
    paymentTermsDays: office.paymentTermsDays === null ? '' : String(office.paymentTermsDays),
    repsBack: repsBackDays === null ? 'any' : repsBackDays === 0 ? 'today' : 'days',
    repsBackDays: repsBackDays === null || repsBackDays === 0 ? '' : String(repsBackDays),
  };
}

/** All that the form says. */
export function settingsOf(form: OfficeForm): KnownSettings {
  const { workingDays, holidays, products, paymentTermsDays, repsBack, repsBackDays } = form;
  const days = readHolidays(holidays);
  return {
    ...pick(form, SAME),
    name: form.name.trim(),
    longQuarter: Number(form.longQuarter) as OfficeSettings['longQuarter'],
    fiscalStartMonth: Number(form.fiscalStartMonth),
    weekStart: Number(form.weekStart),
    workingDays: [...workingDays].sort((a, b) => a - b),
    dayStartsMinute: minuteOf(form.dayStarts),
    dayEndsMinute: minuteOf(form.dayEnds),
    holidays: days.map(({ date }) => date),
    holidayNames: Object.fromEntries(days.flatMap((one) => (one.name === '' ? [] : [[one.date, one.name]]))),
    products: linesOf(products),
    paymentTermsDays: paymentTermsDays.trim() === '' ? null : Number(paymentTermsDays),
    repsBackDays: { any: null, today: 0, days: repsBackDays.trim() === '' ? Number.NaN : Number(repsBackDays) }[
      repsBack
    ],
  };
}

/** Only what differs from the office as it is. */
export function officePatch(form: OfficeForm, office: OfficeSettings): OfficePatch {
  return patchOf(office, settingsOf(form));
}
