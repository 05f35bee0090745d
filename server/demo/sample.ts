// The sample office: made up by us, Vietnamese and English names, ₫.
import type { DealBody } from '../../shared/schemas/deals.ts';

/** An office to be filled with a past. */
export interface Sample {
  office: { name: string; timeZone: string; currency: string; locale: 'vi' | 'en' };
  products: readonly string[];
  teams: readonly string[];
  reps: readonly SampleRep[];
  /** In units of the currency; null for none. */
  officeQuota: number | null;
  /** What a quota of 1 is, in units of the currency. */
  unit: number;
  /** What a rep without a quota sells in a month at form 1, in `unit`. */
  usual: number;
  /** The next deal's amount, in units of the currency. */
  amount: (random: () => number) => number;
}

export interface SampleRep {
  name: string;
  email: string;
  team: string | null;
  /** Monthly quota in the sample's unit; null for none. */
  quota: number | null;
  /** How the month goes for them: 1 is right on pace. */
  form: number;
}

const OFFICE = {
  name: 'Công ty Sao Việt',
  timeZone: 'Asia/Ho_Chi_Minh',
  currency: 'VND',
  locale: 'vi',
} as const;

const PRODUCTS = ['Gói Khởi nghiệp', 'Gói Doanh nghiệp', 'Gói Tập đoàn', 'Bảo trì năm', 'Đào tạo'];

const TEAMS = ['Hà Nội · Alpha', 'TP.HCM · Bravo', 'Đà Nẵng · Delta', 'Remote'];

const REPS: readonly SampleRep[] = [
  { name: 'Nguyễn Thị Minh Châu', email: 'chau@saoviet.example', team: 'Hà Nội · Alpha', quota: 2_000, form: 1.5 },
  { name: 'Trần Quốc Bảo', email: 'bao@saoviet.example', team: 'TP.HCM · Bravo', quota: 2_000, form: 1.38 },
  { name: 'Lê Hoàng Phương Anh', email: 'anh@saoviet.example', team: 'Hà Nội · Alpha', quota: 2_200, form: 1.2 },
  { name: 'Phạm Gia Huy', email: 'huy@saoviet.example', team: 'Đà Nẵng · Delta', quota: 2_000, form: 1.07 },
  { name: 'Võ Ngọc Khánh Linh', email: 'linh@saoviet.example', team: 'TP.HCM · Bravo', quota: 2_000, form: 0.97 },
  { name: 'Đặng Tuấn Kiệt', email: 'kiet@saoviet.example', team: 'TP.HCM · Bravo', quota: 1_800, form: 1.02 },
  { name: 'Bùi Thanh Hà', email: 'ha@saoviet.example', team: 'Hà Nội · Alpha', quota: 2_000, form: 0.82 },
  { name: 'Hoàng Đức Anh Dũng', email: 'dung@saoviet.example', team: 'Đà Nẵng · Delta', quota: 2_000, form: 0.68 },
  { name: 'Emily Carter', email: 'emily@saoviet.example', team: 'Remote', quota: 1_500, form: 0.79 },
  { name: 'Dương Mỹ Duyên', email: 'duyen@saoviet.example', team: 'Đà Nẵng · Delta', quota: null, form: 0.5 },
  { name: 'James O’Connor', email: 'james@saoviet.example', team: 'Remote', quota: 1_200, form: 0.6 },
  { name: 'Ngô Bảo Trâm', email: 'tram@saoviet.example', team: 'TP.HCM · Bravo', quota: 1_200, form: 0.45 },
];

export const CUSTOMERS = [
  'An Phát Logistics',
  'VinaTech',
  'Lotus Café',
  'Gỗ Trường Thành',
  'Dược phẩm Hoa Sen',
  'Mekong Foods',
  'Thép Đại Dương',
  'Sunrise Hotel',
  'Trường Quốc tế Sao Mai',
  'Nội thất Mộc Việt',
  'Green Farm Đà Lạt',
  'Hải sản Biển Xanh',
  'May Phương Đông',
  'Blue Ocean Shipping',
  'Bệnh viện Tâm Đức',
  'Saigon Print',
];

/** A repeatable stream of numbers in [0, 1) (mulberry32): every demo has the same history. */
export function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

export function pick<T>(items: readonly T[], random: () => number): T {
  const item = items[Math.floor(random() * items.length)];
  if (item === undefined) throw new Error('nothing to pick from');
  return item;
}

/** A deal's amount in ₫: most are small, a few are large; whole hundreds of thousands. */
function dealAmount(random: () => number): number {
  const bell = (random() + random() + random() + random() - 2) / 0.58;
  const amount = 78_000_000 * Math.exp(0.7 * bell);
  return Math.max(500_000, Math.round(amount / 500_000) * 500_000);
}

/** A win of a rep as the phone would post it. */
export function winOf(rep: SampleRep, amount: number, products: readonly string[], random: () => number): DealBody {
  return {
    rep: rep.email,
    amount,
    customer: pick(CUSTOMERS, random),
    product: pick(products, random),
    kind: random() < 0.6 ? 'new' : 'recurring',
  };
}

export const SAMPLE: Sample = {
  office: OFFICE,
  products: PRODUCTS,
  teams: TEAMS,
  reps: REPS,
  officeQuota: 20_000_000_000,
  unit: 1_000_000,
  usual: 1_500,
  amount: dealAmount,
};
