// What of the office's settings held when a period closed: later changes reach no closed period (rules QT13, LA3).
import type { OfficeSettings } from '../../shared/schemas/office.ts';
import type { Db } from './db.ts';

const KEPT = [
  'timeZone',
  'workingDays',
  'holidays',
  'dayStartsMinute',
  'dayEndsMinute',
  'defaultQuotaMinor',
  'defaultQuotaDeals',
  'defaultQuotaCounts',
  'quotaRamp',
  'ties',
] as const satisfies readonly (keyof OfficeSettings)[];

export type ClosingRules = Pick<OfficeSettings, (typeof KEPT)[number]>;

export function closingRuleTable(db: Db) {
  const read = db.prepare<[string], { rules: string }>('SELECT rules FROM closing_rules WHERE period_id = ?');
  const write = db.prepare('INSERT OR REPLACE INTO closing_rules (period_id, rules) VALUES (?, ?)');
  const removeRevenue = db.prepare("UPDATE closing_rules SET rules = json_set(rules, '$.defaultQuotaMinor', NULL)");
  return {
    /** Null for a period that was closed before this was kept. */
    read(periodId: string): ClosingRules | null {
      const row = read.get(periodId);
      return row ? (JSON.parse(row.rules) as ClosingRules) : null;
    },
    write(periodId: string, office: OfficeSettings): void {
      write.run(periodId, JSON.stringify(Object.fromEntries(KEPT.map((name) => [name, office[name]]))));
    },
    /** It meant another currency. */
    removeRevenue: (): void => void removeRevenue.run(),
  };
}
