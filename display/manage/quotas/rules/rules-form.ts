// Defaults and the ramp as text in a form, and as the API takes them (rules QT4, QT6, QT7).
import { QUOTA_METRICS, type QuotaMetric } from '../../../../shared/metric.ts';
import { formatMinor } from '../../../../shared/money.ts';
import type { KnownSettings, OfficeSettings } from '../../../../shared/schemas/office.ts';
import { readAmount, showAmount } from '../../../kit/amount-text.ts';
import { rampText, readRamp } from '../../ramp-text.ts';

export type RulesForm = Record<QuotaMetric, string> & { ramp: string };

const MOST = 1_000_000;

export function rulesForm(office: OfficeSettings, locale: string): RulesForm {
  const { defaultQuotaMinor, defaultQuotaDeals, defaultQuotaCounts, exponent } = office;
  const count = (value: number | null | undefined) => (value ? showAmount(String(value), locale) : '');
  const money =
    defaultQuotaMinor === null ? '' : showAmount(formatMinor(defaultQuotaMinor, exponent).replace(/\.0+$/, ''), locale);
  const { leads, calls, meetings, visits, quotes } = defaultQuotaCounts;
  return {
    revenue: money,
    deals: count(defaultQuotaDeals),
    leads: count(leads),
    calls: count(calls),
    meetings: count(meetings),
    visits: count(visits),
    quotes: count(quotes),
    ramp: rampText(office.quotaRamp),
  };
}

/** What a form says, or what of it cannot be read. */
export function readRules(
  form: RulesForm,
  locale: string,
  exponent: number,
): { settings: KnownSettings | null; wrong: ReadonlySet<keyof RulesForm> } {
  const wrong = new Set<keyof RulesForm>();
  const counts: Partial<Record<QuotaMetric, number>> = {};
  let defaultQuota: string | null = null;
  for (const metric of QUOTA_METRICS) {
    if (form[metric].trim() === '') continue;
    const amount = readAmount(form[metric], locale, metric === 'revenue' ? exponent : 0);
    if (metric === 'revenue') defaultQuota = amount;
    const isFit = amount !== null && Number(amount) > 0 && (metric === 'revenue' || Number(amount) <= MOST);
    if (!isFit) wrong.add(metric);
    else if (metric !== 'revenue') counts[metric] = Number(amount);
  }
  const quotaRamp = readRamp(form.ramp);
  if (quotaRamp === null) wrong.add('ramp');
  if (wrong.size > 0 || quotaRamp === null) return { settings: null, wrong };
  const { deals, revenue: _, ...defaultQuotaCounts } = counts;
  const settings = { defaultQuota, defaultQuotaDeals: deals ?? null, defaultQuotaCounts, quotaRamp };
  return { settings, wrong };
}
