// The office's settings, changed one by one. Rules OS5, OS6.
import type { OfficeSettings } from '../../shared/schemas/office.ts';
import { isTimeZone } from '../../shared/time.ts';
import { joinCalendar } from './calendar.ts';
import { checkUnchanged } from './changed-settings.ts';
import type { Commands } from './commands.ts';
import { changeCurrency } from './currency.ts';
import { Fields } from './fields.ts';
import { rollPeriods } from './periods.ts';
import type { Transaction } from './transaction.ts';

export function patchOffice(transaction: Transaction, patch: Commands['office:patch']['input']): void {
  const { defaultQuota, currency, expected, ...plain } = patch;
  // What has ended by the calendar that holds till now is closed by it.
  rollPeriods(transaction);
  const before = transaction.office;
  const fields = new Fields(transaction);
  if (expected) checkUnchanged(transaction, patch, expected);
  const office: OfficeSettings = { ...before, ...plain };
  office.name = fields.name('name', office.name, before.name);
  const known = new Map(before.products.map((product) => [product, product]));
  const products = office.products.map((name, index) => fields.name(`products.${index}`, name, known.get(name)));
  office.products = [...new Set(products)];
  office.holidays.forEach((date, index) => fields.date(`holidays.${index}`, date));
  office.holidayNames = namesOf(fields, office);
  if (currency !== undefined && currency !== office.currency) changeCurrency(transaction, fields, office, currency);
  if (defaultQuota === null) office.defaultQuotaMinor = null;
  else if (defaultQuota !== undefined)
    office.defaultQuotaMinor = fields.amount('defaultQuota', defaultQuota, office.exponent);
  if (office.dayEndsMinute <= office.dayStartsMinute) {
    fields.fault('dayEndsMinute', 'time/reversed', 'must be after dayStartsMinute');
  }
  if (!isTimeZone(office.timeZone)) fields.fault('timeZone', 'office/time-zone', 'is no IANA time zone');
  fields.check();
  transaction.store.office.write(office, transaction.now);
  transaction.forgetOffice();
  joinCalendar(transaction, before);
  transaction.changes.push({ type: 'office' });
  const { expected: _, ...told } = patch;
  transaction.audit('office:patch', 'office', told);
}

/** The names of the days that are holidays still. */
function namesOf(fields: Fields, { holidays, holidayNames }: OfficeSettings): OfficeSettings['holidayNames'] {
  return Object.fromEntries(
    holidays.flatMap((date) => {
      const name = holidayNames[date];
      return name === undefined || name.trim() === '' ? [] : [[date, fields.name(`holidayNames.${date}`, name)]];
    }),
  );
}
