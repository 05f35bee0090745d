// What each of the office's settings is called, and its value in words: for what waits to be saved, and for what somebody
// else has changed.
import { LANGUAGES, useLocale, useText } from '../../kit/ui/locale.ts';
import { showAmount } from '../../kit/amount-text.ts';
import { timeOf } from '../../kit/times.ts';
import { monthNames, weekdayNames } from '../day-names.ts';
import { rampText } from '../ramp-text.ts';
import { calendarText } from './calendar-texts.ts';
import type { SettingKey } from './known-settings.ts';
import { moneySettingsText } from './money-texts.ts';
import { repsText } from './reps-texts.ts';
import { settingText } from './setting-texts.ts';
import { settingsText } from './texts.ts';

export interface SettingWords {
  nameOf: (key: SettingKey) => string;
  /** Of a list, what the `other` one does not have. */
  valueOf: (key: SettingKey, value: unknown, other: unknown) => string;
}

type Say = (value: never) => string;

export function useSettingWords(): SettingWords {
  const locale = useLocale();
  const t = useText(settingText);
  const office = useText(settingsText);
  const calendar = useText(calendarText);
  const money = useText(moneySettingsText);
  const reps = useText(repsText);
  const names = namesBy({ t, office, calendar, money, reps });
  const days = (count: number | null) => (count === null ? t('none') : t('days', { count }));
  const isOn = (value: boolean) => t(value ? 'yes' : 'no');
  const weekday = (day: number) => weekdayNames(locale)[day - 1] ?? '';
  const amount = (value: string | number | null) => (value === null ? t('none') : showAmount(String(value), locale));
  const said: Partial<Record<SettingKey, Say>> = {
    locale: (value: string) => LANGUAGES.find((one) => one.value === value)?.label ?? value,
    timeZone: (value: string) => value.replaceAll('_', ' '),
    weekStart: weekday,
    fiscalStartMonth: (month: number) => monthNames(locale)[month - 1] ?? '',
    periodUnit: (value: 'month') => calendar(value),
    yearPattern: (value: 'months') => calendar(value),
    yearEnd: (value: 'last' | 'nearest') => calendar(value === 'last' ? 'lastShort' : 'nearestShort'),
    longQuarter: (quarter: number) => calendar('quarterNumber', { quarter }),
    ties: (value: 'competition' | 'dense') => office(value),
    workingDays: (value: number[]) => value.map(weekday).join(', ') || t('none'),
    dayStartsMinute: timeOf,
    dayEndsMinute: timeOf,
    defaultQuota: amount,
    defaultQuotaDeals: amount,
    quotaRamp: (value: number[]) => rampText(value) || t('none'),
    ...Object.fromEntries(
      ['showCustomers', 'repsSplit', 'repsUndo', 'repsPhotos', 'repsWords'].map((key) => [key, isOn]),
    ),
    paymentTermsDays: days,
    repsBackDays: (value: number | null) => (value === null ? reps('any') : value === 0 ? reps('today') : days(value)),
  };
  return {
    nameOf: (key) => names[key],
    valueOf(key, value, other) {
      const say = said[key];
      if (say) return say(value as never);
      return typeof value === 'object' && value !== null ? listWords(value, other) : String(value);
    },
  };

  /** A long list by how much there is in it, and what is in it alone. */
  function listWords(value: object, other: unknown): string {
    const [here, there] = [entriesOf(value), new Set(entriesOf(other ?? {}))];
    const items = here.filter((one) => !there.has(one));
    const shown = items.length > MOST_ITEMS ? [...items.slice(0, MOST_ITEMS), '…'] : items;
    if (here.length === 0) return t('none');
    return t(items.length === 0 ? 'items' : 'only', { count: here.length, items: shown.join(', ') });
  }
}

const MOST_ITEMS = 6;

function entriesOf(value: object): string[] {
  return Array.isArray(value) ? value.map(String) : Object.entries(value).map(([key, one]) => `${key} ${String(one)}`);
}

interface Texts {
  t: ReturnType<typeof settingText>;
  office: ReturnType<typeof settingsText>;
  calendar: ReturnType<typeof calendarText>;
  money: ReturnType<typeof moneySettingsText>;
  reps: ReturnType<typeof repsText>;
}

function namesBy({ t, office, calendar, money, reps }: Texts): Readonly<Record<SettingKey, string>> {
  return {
    name: office('name'),
    locale: office('locale'),
    timeZone: office('timeZone'),
    showCustomers: office('showCustomers'),
    products: office('products'),
    ties: office('ties'),
    workingDays: office('workingDays'),
    dayStartsMinute: office('dayStarts'),
    dayEndsMinute: office('dayEnds'),
    holidays: office('holidays'),
    holidayNames: t('holidayNames'),
    periodUnit: calendar('periodUnit'),
    weekStart: calendar('weekStart'),
    fiscalStartMonth: calendar('fiscalStartMonth'),
    yearPattern: calendar('yearPattern'),
    yearEnd: calendar('yearEnd'),
    longQuarter: calendar('longQuarter'),
    currency: money('currency'),
    paymentTermsDays: money('paymentTerms'),
    defaultQuota: t('defaultQuota'),
    defaultQuotaDeals: t('defaultQuotaDeals'),
    defaultQuotaCounts: t('defaultQuotaCounts'),
    quotaRamp: t('quotaRamp'),
    repsSplit: reps('repsSplit'),
    repsBackDays: reps('repsBack'),
    repsUndo: reps('repsUndo'),
    repsPhotos: reps('repsPhotos'),
    repsWords: reps('repsWords'),
  };
}
