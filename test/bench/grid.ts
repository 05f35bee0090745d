// The grid of quotas: attainment, pace and projection of 1,000 reps × 52 weeks, beside the bare SQL that reads the same
// rows; in this process, without a server.
import { join } from 'node:path';
import { gridColumn, gridRows } from '../../server/boards/quota-grid.ts';
import { Directory } from '../../server/directory.ts';
import { openReader, openStore, type Store } from '../../server/store/store.ts';
import { FREE } from '../../shared/rep-rules.ts';
import type { OfficeSettings } from '../../shared/schemas/office.ts';
import { withFolder } from './child.ts';
import type { Part } from './figure.ts';
import { interleave, median } from './statistics.ts';
import { count, ms } from './table.ts';

const REPS = 1_000;
const WEEKS = 52;
const DEALS = 200_000;
const ROUNDS = 7;
const WEEK_MS = 7 * 86_400_000;
/** A Monday's midnight in Hà Nội. */
const FIRST = Date.UTC(2025, 11, 28, 17);
/** In the middle of the last week: it runs, the others are closed. */
const NOW = FIRST + (WEEKS - 0.5) * WEEK_MS;

const OFFICE: OfficeSettings = {
  name: 'Sao Việt',
  timeZone: 'Asia/Ho_Chi_Minh',
  currency: 'VND',
  exponent: 0,
  locale: 'vi',
  weekStart: 1,
  fiscalStartMonth: 1,
  periodUnit: 'week',
  yearPattern: 'months',
  yearEnd: 'last',
  longQuarter: 4,
  ties: 'competition',
  workingDays: [1, 2, 3, 4, 5],
  holidays: [],
  dayStartsMinute: 480,
  dayEndsMinute: 1_080,
  defaultQuotaMinor: 50_000_000,
  defaultQuotaDeals: null,
  defaultQuotaCounts: {},
  quotaRamp: [2_500, 5_000, 7_500],
  holidayNames: {},
  products: [],
  showCustomers: true,
  paymentTermsDays: null,
  ...FREE,
  currencies: [],
};

export const grid: Part = {
  name: 'grid',
  title: `The grid of quotas, ${count(REPS)} reps × ${WEEKS} weeks with ${count(DEALS)} deals`,
  run: () =>
    withFolder(async (folder) => {
      const file = join(folder, 'winboard.db');
      const written = openStore(file);
      fill(written);
      const store = openReader(file);
      const rounds = await interleave(ROUNDS, {
        ours: () => timed(() => draw(store)),
        bare: () => timed(() => read(store)),
      });
      store.db.close();
      written.db.close();
      const ours = median(rounds.ours);
      const bare = median(rounds.bare);
      return {
        figures: [
          {
            name: 'every cell, beside reading the rows',
            ours: ms(ours),
            reference: ms(bare),
            ratio: ours / bare,
            goal: { atMost: 3 },
          },
        ],
        notes: ['the reference reads the credits of each week and its quotas into arrays, and does nothing with them'],
      };
    }),
};

async function timed(work: () => number): Promise<number> {
  const startedAt = performance.now();
  if (work() === 0) throw new Error('there was nothing to read');
  return performance.now() - startedAt;
}

/** The whole grid from a cold start: nothing of an earlier round is kept. */
function draw(store: Store): number {
  const directory = new Directory(store);
  const sources = { directory, tables: store, now: NOW, metric: 'revenue' as const, forecastsOf: null };
  const columns = directory.periods.map((period) => gridColumn(sources, period));
  const rows = gridRows(sources, directory.periods, columns);
  const cells = rows.reduce((sum, row) => sum + row.cells.length, 0);
  if (cells < REPS * WEEKS) throw new Error('the grid is not whole');
  return cells;
}

/** The same rows, by the statements that a hand would write. */
function read({ db }: Store): number {
  const credits = db
    .prepare(
      `SELECT d.seq, d.closed_at, d.recorded_at, c.rep_id, c.amount_minor FROM deals d
       JOIN credits c ON c.deal_seq = d.seq WHERE d.closed_at >= ? AND d.closed_at < ? AND d.recorded_at <= ?
       AND NOT EXISTS (SELECT 1 FROM voids v WHERE v.deal_seq = d.seq AND v.at <= ?)`,
    )
    .raw();
  const quotas = db.prepare('SELECT subject_type, subject_id, metric, amount FROM quotas WHERE period_id = ?').raw();
  let rows = db.prepare('SELECT * FROM reps').all().length;
  for (let week = 0; week < WEEKS; week += 1) {
    const startsAt = FIRST + week * WEEK_MS;
    rows += credits.all(startsAt, startsAt + WEEK_MS, NOW, NOW).length + quotas.all(`week${week}`).length;
  }
  return rows;
}

function fill(store: Store): void {
  store.db
    .transaction(() => {
      store.revision.create('bench');
      store.office.write(OFFICE, FIRST);
      for (let team = 0; team < 20; team += 1) {
        store.teams.insert(
          { id: `team${team}`, name: `Nhóm ${team}`, parentId: team < 4 ? null : `team${team % 4}` },
          FIRST,
        );
      }
      for (let rep = 0; rep < REPS; rep += 1) addRep(store, rep);
      for (let week = 0; week < WEEKS; week += 1) addWeek(store, week);
      addDeals(store);
    })
    .immediate();
}

function addRep(store: Store, rep: number): void {
  store.reps.insert(
    {
      id: `rep${rep}`,
      name: `Nguyễn Văn ${rep}`,
      email: null,
      phone: null,
      // Some join in the year, some are part-time, some are away.
      joinedOn: rep % 10 === 0 ? '2026-03-16' : null,
      leftOn: null,
      workShareBp: rep % 7 === 0 ? 5_000 : 10_000,
      absences: rep % 5 === 0 ? [{ from: '2026-07-06', to: '2026-07-17' }] : [],
      photoId: null,
      soundId: null,
      ramp: null,
    },
    FIRST,
  );
  store.memberships.move(`rep${rep}`, `team${rep % 20}`, 0);
}

function addWeek(store: Store, week: number): void {
  const startsAt = FIRST + week * WEEK_MS;
  const endsAt = startsAt + WEEK_MS;
  const closedAt = endsAt <= NOW ? endsAt : null;
  store.periods.insert(
    {
      id: `week${week}`,
      name: `Tuần ${week}`,
      startsAt,
      endsAt,
      plannedEndsAt: endsAt,
      closedAt,
      resetOf: null,
      isOpenEnded: false,
    },
    FIRST,
  );
  for (let rep = 0; rep < REPS; rep += 1) {
    const key = { periodId: `week${week}`, subjectType: 'rep' as const, subjectId: `rep${rep}` };
    store.quotas.write({ ...key, metric: 'revenue', amount: 40_000_000 + rep * 1_000 });
  }
}

function addDeals({ db }: Store): void {
  const deal = db.prepare(
    `INSERT INTO deals (seq, id, rep_id, amount_minor, currency, customer, product, kind, source, location, note, closed_at,
       recorded_at, rev, imported, fingerprint)
     VALUES (@seq, @id, @repId, @amount, 'VND', 'An Phát', '', 'new', '', '', '', @at, @at, @seq, 0, '')`,
  );
  const credit = db.prepare(
    'INSERT INTO credits (deal_seq, rep_id, share_bp, amount_minor) VALUES (@seq, @repId, 10000, @amount)',
  );
  const step = (NOW - FIRST) / DEALS;
  for (let seq = 1; seq <= DEALS; seq += 1) {
    const row = {
      seq,
      id: `deal${seq}`,
      repId: `rep${(seq * 7_919) % REPS}`,
      amount: 1_000_000 + ((seq * 104_729) % 9_000_001),
      at: Math.floor(FIRST + (seq - 0.5) * step),
    };
    deal.run(row);
    credit.run(row);
  }
}
