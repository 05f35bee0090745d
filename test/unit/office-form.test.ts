// The office's settings as the desk's form has them: what it sends, what it finds wrong, and deciding where somebody else
// was faster.
import { describe, expect, it } from 'vitest';
import { conflictsIn, decided, expecting, patchOf } from '../../display/manage/settings/known-settings.ts';
import { linesOf, readHoliday } from '../../display/manage/settings/lines.ts';
import { faultsOf, refusedFault } from '../../display/manage/settings/office-faults.ts';
import { officeForm, officePatch, type OfficeForm } from '../../display/manage/settings/office-form.ts';
import { ApiFailure } from '../../display/kit/api.ts';
import { faultText } from '../../display/kit/ui/problem-texts.ts';
import { Refusal } from '../../shared/problem.ts';
import { FREE } from '../../shared/rep-rules.ts';
import type { OfficeSettings } from '../../shared/schemas/office.ts';

const office: OfficeSettings = {
  name: 'Sao Việt',
  timeZone: 'Asia/Ho_Chi_Minh',
  currency: 'VND',
  exponent: 0,
  locale: 'vi',
  weekStart: 1,
  fiscalStartMonth: 1,
  periodUnit: 'month',
  yearPattern: 'months',
  yearEnd: 'last',
  longQuarter: 4,
  ties: 'competition',
  workingDays: [1, 2, 3, 4, 5],
  holidays: ['2026-04-30'],
  dayStartsMinute: 480,
  dayEndsMinute: 1050,
  defaultQuotaMinor: null,
  defaultQuotaDeals: null,
  defaultQuotaCounts: {},
  quotaRamp: [],
  holidayNames: {},
  products: ['Gói A'],
  showCustomers: true,
  paymentTermsDays: null,
  ...FREE,
  currencies: [],
};

const filled = (change: Partial<OfficeForm>): OfficeForm => ({ ...officeForm(office), ...change });

describe('the form', () => {
  it('sends nothing that was not changed', () => {
    expect(officePatch(officeForm(office), office)).toEqual({});
    const unsorted = { ...office, holidays: ['2026-09-02', '2026-04-30'], defaultQuotaMinor: 5000 };
    expect(patchOf(unsorted, { holidays: ['2026-04-30', '2026-09-02'], defaultQuota: '5000.00' })).toEqual({});
  });

  it('sends what was changed, as the API takes it', () => {
    const form = filled({ dayStarts: '08:30', workingDays: [6, 1], products: ' Gói A \n\nGói B\nGói A' });
    expect(officePatch(form, office)).toEqual({
      dayStartsMinute: 510,
      workingDays: [1, 6],
      products: ['Gói A', 'Gói B'],
    });
    expect(linesOf('\n  \n')).toEqual([]);
    expect(officePatch(filled({ repsBack: 'days', repsBackDays: '3' }), office)).toEqual({ repsBackDays: 3 });
    expect(officePatch(filled({ repsBack: 'today' }), office)).toEqual({ repsBackDays: 0 });
  });

  it('HO1 takes a day off by its line, with its name, as Vietnam and ISO write dates', () => {
    const text = '30/4/2026 Giải phóng miền Nam\n2026-09-02, Quốc khánh\n';
    expect(officePatch(filled({ holidays: text }), office)).toEqual({
      holidays: ['2026-04-30', '2026-09-02'],
      holidayNames: { '2026-04-30': 'Giải phóng miền Nam', '2026-09-02': 'Quốc khánh' },
    });
    for (const line of ['2026-02-30', '31/4/2026', '30-04', 'Tết', '2026-4-30x', '30/4/26']) {
      expect(readHoliday(line), line).toBeNull();
    }
    const named = { ...office, holidayNames: { '2026-04-30': 'Lễ' } };
    expect(officeForm(named).holidays).toBe('2026-04-30 Lễ');
    expect(officePatch(officeForm(named), named)).toEqual({});
  });
});

describe('what is wrong is said at its field before anybody is asked', () => {
  const said = (change: Partial<OfficeForm>) =>
    [...faultsOf(filled(change)).values()].map((fault) => `${fault.field}: ${faultText('en', fault)}`);

  it.each<[Partial<OfficeForm>, string]>([
    [{ name: ' ' }, 'name: This is needed.'],
    [{ dayStarts: '18:00', dayEnds: '08:00' }, 'dayEndsMinute: The day must end after it starts.'],
    [{ dayStarts: '08:00', dayEnds: '08:00' }, 'dayEndsMinute: The day must end after it starts.'],
    [{ dayEnds: '' }, 'dayEndsMinute: This is needed.'],
    [{ paymentTermsDays: '3651' }, 'paymentTermsDays: A whole number from 0 to 3,650.'],
    [{ paymentTermsDays: 'abc' }, 'paymentTermsDays: A whole number from 0 to 3,650.'],
    [{ repsBack: 'days', repsBackDays: '0' }, 'repsBackDays: A whole number from 1 to 366.'],
    [
      { holidays: '2026-04-30\n\n2026-13-01 Lạ' },
      'holidays: Line 3, “2026-13-01 Lạ”: this is not a date. Write it like 2026-04-30 or 30/4/2026.',
    ],
    [{ holidays: '2026-04-30\n30/4/2026' }, 'holidays: Line 2, “30/4/2026”: this date is there already.'],
    [{ products: `A\n${'x'.repeat(121)}` }, 'products: Line 2 is longer than 120 letters.'],
    [{ products: 'x'.repeat(10_000_000) }, 'products: Line 1 is longer than 120 letters.'],
    [
      { products: Array.from({ length: 201 }, (_, place) => `P${place}`).join('\n') },
      'products: There are 201 lines, at most 200.',
    ],
  ])('%#', (change, words) => {
    expect(said(change)).toEqual([words]);
  });

  it('a line that only the server can judge is quoted', () => {
    const refused = [{ field: 'products.1', code: 'text/invisible', message: '' }];
    const fault = refusedFault(refused, 'products', filled({ products: 'Gói A\n---' }));
    expect(fault && faultText('en', fault)).toContain('“---”');
    expect(refusedFault(refused, 'name', filled({}))).toBeUndefined();
    const own = { field: 'currency', code: 'office/currency-in-use', message: '' };
    expect(refusedFault([...refused, own], 'currency', filled({}))).toBe(own);
  });
});

describe('OS6 where somebody else was faster', () => {
  const patch = { name: 'Sao Nam', ties: 'dense', defaultQuota: '7000' } as const;
  const who = { by: 'Mai', at: 5 };
  const failure = new ApiFailure(
    new Refusal('office/changed', [
      { field: 'name', code: 'office/changed', message: '', setting: { value: 'Sao Bắc', ...who } },
      { field: 'defaultQuota', code: 'office/changed', message: '', setting: { value: '5000', ...who } },
    ]).toProblem(),
  );
  const conflicts = conflictsIn(failure, patch);

  it('what is asked goes with what was read', () => {
    expect(expecting(office, patch).expected).toEqual({ name: 'Sao Việt', ties: 'competition', defaultQuota: null });
    expect(conflicts).toEqual([
      { key: 'name', value: 'Sao Bắc', ...who },
      { key: 'defaultQuota', value: '5000', ...who },
    ]);
  });

  it('theirs is taken over, one’s own is asked for again knowing theirs; the rest stays in the form', () => {
    const kept = decided({ base: office, patch }, conflicts, false);
    expect([kept.shown.name, kept.shown.defaultQuotaMinor, kept.shown.ties]).toEqual(['Sao Bắc', 5000, 'dense']);
    expect(officePatch(officeForm(kept.shown), kept.base)).toEqual({ ties: 'dense' });
    const mine = decided({ base: office, patch }, conflicts, true);
    expect([mine.base.name, mine.shown.name, mine.shown.defaultQuotaMinor]).toEqual(['Sao Bắc', 'Sao Nam', 7000]);
    const one = decided({ base: office, patch }, conflicts.slice(0, 1), false);
    expect([one.shown.name, one.shown.defaultQuotaMinor]).toEqual(['Sao Bắc', 7000]);
    expect(one.base.defaultQuotaMinor).toBeNull();
  });
});
