// Gives the sample office a past: two closed months and the running one, each deal recorded when it was closed, and what
// was done in the last weeks.
import { OFFICE_ID } from '../../shared/deal.ts';
import type { Actor } from '../../shared/roles.ts';
import { instantOf, windowAt, type Range } from '../../shared/time.ts';
import { workDays } from '../../shared/workdays.ts';
import { hashPassword, makeSecret } from '../auth.ts';
import { Ledger } from '../ledger/ledger.ts';
import { openReader } from '../store/store.ts';
import { pastActivities, plansOf } from './activities.ts';
import { pick, randomFrom, SAMPLE, winOf, type Sample, type SampleRep } from './sample.ts';

const SYSTEM: Actor = { type: 'system' };
const DAY_MS = 86_400_000;
const HOUR_MS = 3_600_000;
const HISTORY_DAYS = 65;
const ACTIVITY_DAYS = 32;
const SEED = 2_026;
const CALENDAR = {
  weekStart: 1,
  fiscalStartMonth: 1,
  workingDays: [1, 2, 3, 4, 5],
  holidays: [],
  dayStartsMinute: 480,
  dayEndsMinute: 1_080,
};

type Calendar = typeof CALENDAR & { timeZone: string };

export interface DemoKeys {
  email: string;
  password: string;
  repEmail: string;
}

interface PastWin {
  at: number;
  rep: SampleRep;
  amount: number;
}

/** Fills an empty database up to `now`. */
export async function fillHistory(file: string, now: number, sample: Sample = SAMPLE): Promise<DemoKeys> {
  const calendar = { ...CALENDAR, timeZone: sample.office.timeZone };
  let at = windowAt('month', now - HISTORY_DAYS * DAY_MS, calendar).startsAt;
  const random = randomFrom(SEED);
  const wins = pastWins({ startsAt: at, endsAt: now }, sample, calendar, random);
  const ledger = await Ledger.open({
    file,
    now: () => at,
    onFailure: (cause) => {
      throw new Error(cause);
    },
  });
  const keys = await openOffice(ledger, file, sample);
  // A stream of its own: the deals of a sample stay the same whatever else it does.
  const chance = randomFrom(SEED + 1);
  const activities = pastActivities({ startsAt: now - ACTIVITY_DAYS * DAY_MS, endsAt: now }, sample, calendar, chance);
  const logged: Promise<unknown>[] = [];
  const logUntil = (end: number): void => {
    for (let next = activities[0]; next && next.at < end; next = activities[0]) {
      at = next.at;
      logged.push(ledger.run('activity:record', SYSTEM, { ...next.body, at }));
      activities.shift();
    }
  };
  for (const { at: closedAt, rep, amount } of wins) {
    logUntil(closedAt);
    at = closedAt;
    await ledger.run('period:roll', SYSTEM, {});
    await ledger.run('deal:record', SYSTEM, winOf(rep, amount, sample.products, random));
  }
  logUntil(now);
  await Promise.all(logged);
  at = now;
  await ledger.run('period:roll', SYSTEM, {});
  for (const plan of plansOf(sample, now, chance)) await ledger.run('plan:record', SYSTEM, plan);
  await ledger.close();
  return keys;
}

async function openOffice(ledger: Ledger, file: string, sample: Sample): Promise<DemoKeys> {
  const password = makeSecret().secret.slice(0, 8);
  const passwordHash = await hashPassword(password);
  const email = 'demo@saoviet.example';
  await ledger.run('setup', SYSTEM, {
    office: sample.office,
    manager: { name: 'Chị Hà', email, passwordHash },
    session: { hash: makeSecret().hash, expiresAt: 0, device: '', replaces: null },
  });
  await ledger.run('office:patch', SYSTEM, { products: [...sample.products] });
  await hire(ledger, file, sample, passwordHash);
  return { email, password, repEmail: sample.reps[0]?.email ?? '' };
}

async function hire(ledger: Ledger, file: string, sample: Sample, passwordHash: string): Promise<void> {
  const reader = openReader(file);
  const periodId = reader.periods.list().at(-1)?.id ?? '';
  reader.db.close();
  const teams = new Map<string, string>();
  for (const name of sample.teams) teams.set(name, (await ledger.run('team:create', SYSTEM, { name })).id);
  for (const { name, email, team, quota } of sample.reps) {
    const teamId = teams.get(team ?? '') ?? null;
    const { id } = await ledger.run('rep:create', SYSTEM, { name, email, teamId, passwordHash });
    if (quota === null) continue;
    const subject = { type: 'rep' as const, id };
    await ledger.run('quota:set', SYSTEM, { periodId, subject, metric: 'revenue', amount: quota * sample.unit });
  }
  if (sample.officeQuota === null) return;
  const office = { type: 'office' as const, id: OFFICE_ID };
  await ledger.run('quota:set', SYSTEM, { periodId, subject: office, metric: 'revenue', amount: sample.officeQuota });
}

/** Everybody's wins over a range, in the order they came in: each rep follows the pace by its own form. */
function pastWins(range: Range, sample: Sample, calendar: Calendar, random: () => number): PastWin[] {
  const wins: PastWin[] = [];
  let monthAt = range.startsAt;
  while (monthAt < range.endsAt) {
    const month = windowAt('month', monthAt, calendar);
    const days = workDays(month, calendar, range.endsAt);
    const worked = days.filter(({ done }) => done > 0);
    const pace = worked.reduce((sum, { done }) => sum + done, 0) / days.length;
    for (const rep of worked.length === 0 ? [] : sample.reps) {
      let missing = (rep.quota ?? sample.usual) * sample.unit * rep.form * pace;
      while (missing > 0) {
        const amount = sample.amount(random);
        const at = instantOf(pick(worked, random).date, 490 + Math.floor(random() * 580), calendar.timeZone);
        // What would fall later today came in within the last hour instead.
        wins.push({ at: Math.min(at, range.endsAt - Math.ceil(random() * HOUR_MS)), rep, amount });
        missing -= amount;
      }
    }
    monthAt = month.endsAt;
  }
  return wins.sort((a, b) => a.at - b.at);
}
