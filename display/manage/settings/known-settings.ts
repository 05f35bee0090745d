// The office's settings in the shape of a patch, and back: what a form has before its eyes, and what somebody else made
// of it meanwhile. Rule OS6.
import { formatMinor, parseAmount } from '../../../shared/money.ts';
import type { KnownSettings, OfficePatch, OfficeSettings } from '../../../shared/schemas/office.ts';
import { ApiFailure } from '../../kit/api.ts';
import { pick } from '../changes.ts';

export type SettingKey = keyof KnownSettings;

/** A setting that somebody else has changed: what it is now, who did it, when. */
export interface SettingConflict {
  key: SettingKey;
  value: unknown;
  by: string | null;
  at: number | null;
}

export function knownOf({ exponent, currencies: _, defaultQuotaMinor, ...same }: OfficeSettings): KnownSettings {
  return { ...same, defaultQuota: defaultQuotaMinor === null ? null : formatMinor(defaultQuotaMinor, exponent) };
}

/** Only what of `whole` is not as the office has it. */
export function patchOf(office: OfficeSettings, whole: KnownSettings): KnownSettings {
  const known = knownOf(office);
  const changed = (Object.keys(whole) as SettingKey[]).filter(
    (key) => plainly(key, whole[key], office) !== plainly(key, known[key], office),
  );
  return pick(whole, changed);
}

/** A value so that the same is written the same: days go in no order, amounts in more than one way. */
function plainly(key: SettingKey, value: unknown, { exponent }: OfficeSettings): string {
  if (key === 'defaultQuota') return String(minorOf(value as string | number | null, exponent));
  if (key === 'holidays' || key === 'workingDays') return JSON.stringify(inOrder((value as unknown[]).map(String)));
  const isRecord = typeof value === 'object' && value !== null && !Array.isArray(value);
  return JSON.stringify(isRecord ? inOrder(Object.entries(value).map((entry) => JSON.stringify(entry))) : value);
}

function inOrder(texts: readonly string[]): string[] {
  return [...texts].sort((a, b) => (a < b ? -1 : 1));
}

/** The patch, with what it changes as it was. */
export function expecting(office: OfficeSettings, patch: KnownSettings): OfficePatch {
  return { ...patch, expected: pick(knownOf(office), Object.keys(patch) as SettingKey[]) };
}

/** The office with some of its settings as a patch has them. */
export function withSettings(office: OfficeSettings, { defaultQuota, ...settings }: KnownSettings): OfficeSettings {
  const { exponent } = office;
  return {
    ...office,
    ...settings,
    ...(defaultQuota !== undefined && { defaultQuotaMinor: minorOf(defaultQuota, exponent) }),
  };
}

function minorOf(amount: string | number | null, exponent: number): number | null {
  const parsed = amount === null ? null : parseAmount(amount, exponent);
  return parsed && 'minor' in parsed ? parsed.minor : null;
}

/** What of a refused patch somebody else has changed. */
export function conflictsIn(error: unknown, patch: KnownSettings): SettingConflict[] {
  const errors = error instanceof ApiFailure ? (error.problem.errors ?? []) : [];
  return errors.flatMap(({ field, setting }) => {
    const key = (Object.keys(patch) as SettingKey[]).find((one) => one === field);
    return setting && key ? [{ key, ...setting }] : [];
  });
}

/** Whose settings count: those that stay as the other one made them are taken over, the rest is asked for again. */
export function decided(
  { base, patch }: { base: OfficeSettings; patch: KnownSettings },
  conflicts: readonly SettingConflict[],
  isMine: boolean,
): { base: OfficeSettings; shown: OfficeSettings } {
  const theirs: KnownSettings = Object.fromEntries(conflicts.map(({ key, value }) => [key, value]));
  const seen = withSettings(base, theirs);
  const left = Object.fromEntries(Object.entries(patch).filter(([key]) => isMine || !(key in theirs)));
  return { base: seen, shown: withSettings(seen, left) };
}
