// The parts of the settings, in the order of the page; each has an address.
import type { SettingKey } from './known-settings.ts';

export const PARTS = ['office', 'money', 'periods', 'work', 'race', 'reps', 'approvals', 'tokens'] as const;
export type PartId = (typeof PARTS)[number];

/** Which settings a part has. */
export const KEYS_OF: Readonly<Partial<Record<PartId, readonly SettingKey[]>>> = {
  office: ['name', 'locale', 'timeZone', 'showCustomers', 'products'],
  money: ['currency', 'paymentTermsDays'],
  periods: ['periodUnit', 'weekStart', 'fiscalStartMonth', 'yearPattern', 'yearEnd', 'longQuarter'],
  work: ['workingDays', 'dayStartsMinute', 'dayEndsMinute', 'holidays', 'holidayNames'],
  race: ['ties'],
  reps: ['repsSplit', 'repsBackDays', 'repsUndo', 'repsPhotos', 'repsWords'],
};

export function isPart(id: string | null): id is PartId {
  return PARTS.some((one) => one === id);
}

/** The id of its element in the page. */
export function elementOf(part: PartId): string {
  return `settings-${part}`;
}
