// The one office of this database and its settings; and the column mappings that imports saved by name.
import type { OfficeSettings } from '../../shared/schemas/office.ts';
import type { Mapping } from '../../shared/schemas/imports.ts';
import { exponentOf } from '../../shared/currencies.ts';
import type { Db } from './db.ts';

/** What is kept as JSON, and what as 0 or 1. */
const LISTS = ['workingDays', 'holidays', 'holidayNames', 'defaultQuotaCounts', 'quotaRamp', 'products'] as const;
const SWITCHES = ['showCustomers', 'repsSplit', 'repsUndo', 'repsPhotos', 'repsWords'] as const;

type Stored = Omit<OfficeSettings, 'exponent' | 'currencies'>;
type List = (typeof LISTS)[number];
type Switch = (typeof SWITCHES)[number];
type OfficeRow = Omit<Stored, List | Switch> & Record<List, string> & Record<Switch, number>;

const COLUMNS = `name, time_zone AS timeZone, currency, locale, week_start AS weekStart,
  fiscal_start_month AS fiscalStartMonth, period_unit AS periodUnit, ties, working_days AS workingDays, holidays,
  day_starts_minute AS dayStartsMinute, day_ends_minute AS dayEndsMinute, default_quota_minor AS defaultQuotaMinor,
  default_quota_deals AS defaultQuotaDeals, products, show_customers AS showCustomers,
  year_pattern AS yearPattern, year_end AS yearEnd, long_quarter AS longQuarter, quota_ramp AS quotaRamp,
  default_quota_counts AS defaultQuotaCounts, holiday_names AS holidayNames, payment_terms_days AS paymentTermsDays,
  reps_split AS repsSplit, reps_back_days AS repsBackDays, reps_undo AS repsUndo, reps_photos AS repsPhotos,
  reps_words AS repsWords`;

export function officeTable(db: Db) {
  const read = db.prepare<[], OfficeRow>(`SELECT ${COLUMNS} FROM office`);
  const write = db.prepare(
    `INSERT OR REPLACE INTO office (one, name, time_zone, currency, locale, week_start, fiscal_start_month, period_unit,
       ties, working_days, holidays, day_starts_minute, day_ends_minute, default_quota_minor, default_quota_deals,
       products, show_customers, year_pattern, year_end, long_quarter, quota_ramp, default_quota_counts, holiday_names,
       payment_terms_days, reps_split, reps_back_days, reps_undo, reps_photos, reps_words, created_at)
     VALUES (1, @name, @timeZone, @currency, @locale, @weekStart, @fiscalStartMonth, @periodUnit, @ties, @workingDays,
       @holidays, @dayStartsMinute, @dayEndsMinute, @defaultQuotaMinor, @defaultQuotaDeals, @products, @showCustomers,
       @yearPattern, @yearEnd, @longQuarter, @quotaRamp, @defaultQuotaCounts, @holidayNames, @paymentTermsDays,
       @repsSplit, @repsBackDays, @repsUndo, @repsPhotos, @repsWords,
       coalesce((SELECT created_at FROM office), @now))`,
  );
  return {
    /** The office's settings, or null before setup. */
    read(): OfficeSettings | null {
      const row = read.get();
      // Which rates hold is a matter of the day: `toldOffice` says it.
      return row ? { ...fromRow(row), currencies: [] } : null;
    },
    write(office: OfficeSettings, now: number): void {
      const { exponent: _, currencies: __, ...plain } = office;
      write.run({
        ...plain,
        ...each(LISTS, (key) => JSON.stringify(office[key])),
        ...each(SWITCHES, (key) => Number(office[key])),
        now,
      });
    },
  };
}

function each<K extends string, T>(keys: readonly K[], value: (key: K) => T): Record<K, T> {
  return Object.fromEntries(keys.map((key) => [key, value(key)])) as Record<K, T>;
}

function fromRow(row: OfficeRow): Omit<OfficeSettings, 'currencies'> {
  const lists = each(LISTS, (key) => JSON.parse(row[key]) as unknown) as Pick<Stored, List>;
  const switches = each(SWITCHES, (key) => row[key] === 1);
  return { ...row, exponent: exponentOf(row.currency) ?? 0, ...lists, ...switches };
}

export function mappingTable(db: Db) {
  const list = db.prepare<[], { name: string; mapping: string }>('SELECT name, mapping FROM mappings ORDER BY name');
  const read = db.prepare<[string], { mapping: string }>('SELECT mapping FROM mappings WHERE name = ?');
  const write = db.prepare('INSERT OR REPLACE INTO mappings (name, mapping) VALUES (?, ?)');
  const parse = (text: string): Mapping => JSON.parse(text) as Mapping;
  return {
    list: () => list.all().map(({ name, mapping }) => ({ name, mapping: parse(mapping) })),
    read(name: string): Mapping | null {
      const row = read.get(name);
      return row ? parse(row.mapping) : null;
    },
    write: (name: string, mapping: Mapping): void => void write.run(name, JSON.stringify(mapping)),
  };
}
