// The offices of the picture matrix: each stresses the wall in another way.
import { SAMPLE, type Sample, type SampleRep } from '../../server/demo/sample.ts';
import { DEFAULT_SCREEN, type ScreenSettings } from '../../shared/screen.ts';

export interface ShotOffice {
  sample: Sample;
  /** What the clock says, office time. */
  at: string;
  /** What its screen is set to. */
  settings: Partial<ScreenSettings>;
}

/** A Tuesday afternoon with four working days left. */
const AFTERNOON = '2026-11-24T15:42:00+07:00';
/** Twenty minutes before the month is over. */
const LAST_HOUR = '2026-11-30T23:40:00+07:00';

const FAMILY = ['Nguyễn', 'Trần', 'Lê', 'Phạm', 'Hoàng', 'Huỳnh', 'Võ', 'Đặng'];
const GIVEN = [
  'Minh Châu',
  'Quốc Bảo',
  'Phương Anh',
  'Gia Huy',
  'Khánh Linh',
  'Tuấn Kiệt',
  'Thanh Hà',
  'Đức Dũng',
  'Mỹ Duyên',
  'Bảo Trâm',
];

export const OFFICES: Readonly<Record<string, ShotOffice>> = {
  demo: shot(SAMPLE),
  empty: shot({ ...SAMPLE, reps: SAMPLE.reps.map((rep) => ({ ...rep, form: 0 })) }),
  one: shot({ ...SAMPLE, teams: [], reps: SAMPLE.reps.slice(0, 1).map((rep) => ({ ...rep, team: null })) }),
  few: shot({ ...SAMPLE, reps: SAMPLE.reps.slice(0, 4) }),
  many: shot({ ...SAMPLE, officeQuota: 80_000_000_000, ...crowd(80, 10) }),
  long: shot({
    ...SAMPLE,
    office: { ...SAMPLE.office, name: 'Tổng công ty Cổ phần Thương mại Dịch vụ Xuất nhập khẩu Sao Việt Toàn Cầu' },
    teams: ['Khối khách hàng doanh nghiệp miền Bắc và Bắc Trung Bộ', 'Kênh đối tác chiến lược phía Nam'],
    reps: SAMPLE.reps.map((rep, index) => ({
      ...rep,
      name: `Công Tằng Tôn Nữ Ngưỡng ${rep.name}`,
      team:
        index % 2 === 0 ? 'Khối khách hàng doanh nghiệp miền Bắc và Bắc Trung Bộ' : 'Kênh đối tác chiến lược phía Nam',
    })),
  }),
  billions: shot({
    ...SAMPLE,
    officeQuota: 8_000_000_000_000,
    unit: 400_000_000,
    amount: (random) => SAMPLE.amount(random) * 400,
  }),
  ties: shot({
    ...SAMPLE,
    reps: SAMPLE.reps.map((rep) => ({ ...rep, quota: 1000, form: 1 })),
    amount: () => 250_000_000,
  }),
  over: shot({
    ...SAMPLE,
    officeQuota: 15_000_000_000,
    reps: SAMPLE.reps.map((rep) => ({ ...rep, form: rep.form + 1.1 })),
  }),
  'no-quota': shot({ ...SAMPLE, officeQuota: null, reps: SAMPLE.reps.map((rep) => ({ ...rep, quota: null })) }),
  usd: shot({
    ...SAMPLE,
    office: { name: 'Lotus & Partners', timeZone: 'Asia/Ho_Chi_Minh', currency: 'USD', locale: 'en' },
    officeQuota: 800_000,
    unit: 40,
    amount: (random) => Math.round(SAMPLE.amount(random) / 250) / 100,
  }),
  'last-hour': { ...shot(SAMPLE), at: LAST_HOUR },
  lobby: {
    ...shot(SAMPLE),
    settings: { ...DEFAULT_SCREEN, privacy: { initials: true, hideAmounts: true, hideCustomers: true } },
  },
};

function shot(sample: Sample): ShotOffice {
  return { sample, at: AFTERNOON, settings: {} };
}

/** Reps of several teams, no two of one name and none of one form. */
function crowd(size: number, teamCount: number): Pick<Sample, 'reps' | 'teams'> {
  const teams = Array.from({ length: teamCount }, (_, index) => `Đội ${index + 1}`);
  const reps = Array.from({ length: size }, (_, index): SampleRep => {
    const name = `${FAMILY[index % FAMILY.length] ?? ''} ${GIVEN[Math.floor(index / FAMILY.length) % GIVEN.length] ?? ''}`;
    const team = teams[index % teamCount] ?? null;
    return { name, email: `rep${index}@saoviet.example`, team, quota: 1000, form: 1.5 - index / size };
  });
  return { teams, reps };
}
