// Default quotas and the ramp of joiners, as the desk's form has them.
import { describe, expect, it } from 'vitest';
import { readRamp } from '../../display/manage/ramp-text.ts';
import { readRules, rulesForm } from '../../display/manage/quotas/rules/rules-form.ts';
import type { OfficeSettings } from '../../shared/schemas/office.ts';

describe('defaults and the ramp as text', () => {
  const office = {
    defaultQuotaMinor: 150_050,
    defaultQuotaDeals: null,
    defaultQuotaCounts: { calls: 1_200 },
    quotaRamp: [2_500, 3_350],
    exponent: 2,
  } as unknown as OfficeSettings;

  it('QT6 QT7 come back as they were', () => {
    const form = rulesForm(office, 'vi');
    expect([form.revenue, form.calls, form.ramp]).toEqual(['1.500,50', '1.200', '25 33.5']);
    expect(readRules(form, 'vi', 2)).toEqual({
      wrong: new Set(),
      settings: {
        defaultQuota: '1500.5',
        defaultQuotaDeals: null,
        defaultQuotaCounts: { calls: 1_200 },
        quotaRamp: [2_500, 3_350],
      },
    });
  });

  it('QT8 name each field that cannot be read', () => {
    const form = { ...rulesForm(office, 'en'), revenue: 'x', deals: '1.5', calls: '1000001', visits: '0', ramp: '120' };
    expect(readRules(form, 'en', 2)).toEqual({
      settings: null,
      wrong: new Set(['revenue', 'deals', 'calls', 'visits', 'ramp']),
    });
  });

  it.each([
    ['25 50 75', [2_500, 5_000, 7_500]],
    ['25%; 50 %', [2_500, 5_000]],
    ['12,5 0', [1_250, 0]],
    ['', []],
    ['25 x', null],
    ['-1', null],
    [Array.from({ length: 25 }, () => '5').join(' '), null],
  ])('QT7 a ramp %j is read', (text, ramp) => {
    expect(readRamp(text)).toEqual(ramp);
  });
});
