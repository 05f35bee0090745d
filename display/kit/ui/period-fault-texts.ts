// What is wrong with periods, where the fault names another one. Names in braces are the values of the fault.
import { translator, type Locale, type Values } from '../i18n.ts';

const faults = translator({
  vi: {
    'period/overlap': 'Trùng với kỳ “{period}”.',
    'period/changed': 'Trong lúc đó {by} đã chuyển sang kỳ “{period}”. Xem lại kỳ này rồi quyết định.',
  },
  en: {
    'period/overlap': 'It overlaps “{period}”.',
    'period/changed': 'Meanwhile {by} has changed to “{period}”. Look at that one, then decide.',
  },
});

const CODES = ['period/overlap', 'period/changed'] as const;

/** What is wrong, by the fault's code; undefined for one that is about something else, or that names no period. */
export function periodFaultText(locale: Locale, code: string, values: Values): string | undefined {
  const known = CODES.find((one) => one === code);
  return known && 'period' in values ? faults(locale)(known, { by: 'Winboard', ...values }) : undefined;
}
