// The office's settings as a form has them, and the patch that its changes make.
import type { OfficePatch, OfficeSettings } from '../../../shared/schemas/office.ts';
import { changesOf } from '../changes.ts';
import { minuteOf, timeOf } from '../../kit/times.ts';

export interface OfficeForm {
  name: string;
  locale: OfficeSettings['locale'];
  showCustomers: boolean;
  timeZone: string;
  periodUnit: OfficeSettings['periodUnit'];
  yearPattern: OfficeSettings['yearPattern'];
  yearEnd: OfficeSettings['yearEnd'];
  longQuarter: string;
  fiscalStartMonth: string;
  weekStart: string;
  ties: OfficeSettings['ties'];
  workingDays: readonly number[];
  dayStarts: string;
  dayEnds: string;
  holidays: string;
  products: string;
  currency: string;
  /** Empty for none. */
  paymentTermsDays: string;
}

export function officeForm(office: OfficeSettings): OfficeForm {
  return {
    name: office.name,
    locale: office.locale,
    showCustomers: office.showCustomers,
    timeZone: office.timeZone,
    periodUnit: office.periodUnit,
    yearPattern: office.yearPattern,
    yearEnd: office.yearEnd,
    longQuarter: String(office.longQuarter),
    fiscalStartMonth: String(office.fiscalStartMonth),
    weekStart: String(office.weekStart),
    ties: office.ties,
    workingDays: office.workingDays,
    dayStarts: timeOf(office.dayStartsMinute),
    dayEnds: timeOf(office.dayEndsMinute),
    holidays: office.holidays.join('\n'),
    products: office.products.join('\n'),
    currency: office.currency,
    paymentTermsDays: office.paymentTermsDays === null ? '' : String(office.paymentTermsDays),
  };
}

/** Only what differs from the office as it is. */
export function officePatch(form: OfficeForm, office: OfficeSettings): OfficePatch {
  const whole: Required<
    Omit<OfficePatch, 'defaultQuota' | 'defaultQuotaDeals' | 'defaultQuotaCounts' | 'quotaRamp' | 'holidayNames'>
  > = {
    name: form.name.trim(),
    locale: form.locale,
    showCustomers: form.showCustomers,
    timeZone: form.timeZone,
    periodUnit: form.periodUnit,
    yearPattern: form.yearPattern,
    yearEnd: form.yearEnd,
    longQuarter: Number(form.longQuarter) as OfficeSettings['longQuarter'],
    fiscalStartMonth: Number(form.fiscalStartMonth),
    weekStart: Number(form.weekStart),
    ties: form.ties,
    workingDays: [...form.workingDays].sort((a, b) => a - b),
    dayStartsMinute: minuteOf(form.dayStarts),
    dayEndsMinute: minuteOf(form.dayEnds),
    holidays: linesOf(form.holidays),
    products: linesOf(form.products),
    currency: form.currency,
    paymentTermsDays: form.paymentTermsDays.trim() === '' ? null : Number(form.paymentTermsDays),
  };
  return changesOf<OfficePatch>(office, whole);
}

/** Lines that hold something, each once. */
export function linesOf(text: string): string[] {
  const lines = text.split('\n').map((line) => line.trim());
  return [...new Set(lines.filter((line) => line !== ''))];
}
