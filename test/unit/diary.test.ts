// What the phone shows of a rep's day: what the server said, with what still waits laid over it.
import { describe, expect, it } from 'vitest';
import { diaryOf, learn, NOTHING_KNOWN, weekBegin, type Done, type Known } from '../../display/win/activities/diary.ts';
import { datePlus, instantAt, localDate, localTime, weekdayOf } from '../../display/kit/local-date.ts';
import type { ErrandEntry } from '../../display/win/outbox/entry.ts';
import type { Errand } from '../../display/win/outbox/errand.ts';
import type { Problem } from '../../shared/problem.ts';
import type { ActivityView, PlanView } from '../../shared/schemas/activities.ts';
import { TUESDAY } from '../kit/app.ts';
import { DAY_MS, HOUR_MS, ZONE } from '../kit/make.ts';

const RULES = { now: TUESDAY, timeZone: ZONE, weekStart: 1 };
const done = (id: string, at = TUESDAY, more: Partial<Done> = {}): Done => ({
  id,
  kind: 'call',
  customer: '',
  note: '',
  at,
  planId: null,
  undoUntil: at,
  ...more,
});
const planned = (id: string, at: number) => ({ id, kind: 'visit' as const, customer: 'An Phát', note: '', at });
const waiting = (errand: Errand, refusal: Problem | null = null): ErrandEntry => ({
  id: `e-${JSON.stringify(errand)}`,
  userId: 'u',
  errand,
  createdAt: TUESDAY,
  attempts: 0,
  nextAt: 0,
  lease: null,
  refusal,
});
const known = (part: Partial<Known>): Known => ({ ...NOTHING_KNOWN, ...part });
const log = (id: string, planId?: string): Errand => ({
  type: 'log',
  body: { id, rep: 'an', kind: 'visit', at: TUESDAY, ...(planId !== undefined && { planId }) },
});

describe('the diary', () => {
  it('AC1 counts today by kind and the week by day, in the office’s zone', () => {
    const midnight = Date.parse('2026-11-24T00:00:00+07:00');
    const { counts, week, today } = diaryOf(
      known({ activities: [done('a', midnight), done('b', midnight - 1), done('c', TUESDAY, { kind: 'quote' })] }),
      [],
      RULES,
    );
    expect(counts).toEqual({ lead: 0, call: 1, meeting: 0, visit: 0, quote: 1 });
    expect(today.map(({ id }) => id)).toEqual(['c', 'a']);
    expect(week.map(({ date, count }) => [date, count]).slice(0, 3)).toEqual([
      ['2026-11-23', 1],
      ['2026-11-24', 2],
      ['2026-11-25', 0],
    ]);
    expect(week.filter(({ isToday }) => isToday).map(({ date }) => date)).toEqual(['2026-11-24']);
  });

  it('AC5 shows what waits as done, marked, and what was refused not at all', () => {
    const refusal = { code: 'rep/not-found' } as Problem;
    const { today, pending } = diaryOf(known({}), [waiting(log('a')), waiting(log('b'), refusal)], RULES);
    expect(today.map(({ id }) => id)).toEqual(['a']);
    expect([...pending]).toEqual(['a']);
  });

  it('AC5 an activity that the server has already is there once', () => {
    const { today } = diaryOf(known({ activities: [done('a')] }), [waiting(log('a'))], RULES);
    expect(today.map(({ id }) => id)).toEqual(['a']);
  });

  it('AC3 AC5 plans are moved, cancelled and done before the server has heard of it; the overdue are marked', () => {
    const plans = [
      planned('late', TUESDAY - DAY_MS),
      planned('a', TUESDAY + DAY_MS),
      planned('b', TUESDAY),
      planned('c', TUESDAY),
    ];
    const errands: Errand[] = [
      { type: 'move', id: 'b', at: TUESDAY + 2 * DAY_MS },
      { type: 'cancel', id: 'c' },
      log('x', 'a'),
      { type: 'plan', body: { id: 'd', rep: 'an', kind: 'call', customer: 'Bình Minh', at: TUESDAY - HOUR_MS } },
    ];
    const { plans: shown } = diaryOf(
      known({ plans }),
      errands.map((one) => waiting(one)),
      RULES,
    );
    expect(shown.map(({ id, isOverdue }) => [id, isOverdue])).toEqual([
      ['late', true],
      ['d', false],
      ['b', false],
    ]);
  });

  it('tells more of an activity, and takes one back', () => {
    const errands: Errand[] = [
      { type: 'describe', id: 'a', body: { customer: 'An Phát', note: 'x' } },
      { type: 'take-back', id: 'b', reason: 'x' },
    ];
    const { today } = diaryOf(
      known({ activities: [done('a'), done('b')] }),
      errands.map((one) => waiting(one)),
      RULES,
    );
    expect(today).toMatchObject([{ id: 'a', customer: 'An Phát', note: 'x' }]);
  });

  it('learns from each answer what it is about, and nothing else', () => {
    const view = {
      id: 'a',
      kind: 'visit',
      customer: '',
      note: '',
      at: 1,
      recordedAt: 1,
      planId: 'p',
      void: null,
    } as ActivityView;
    const before = known({ activities: [done('b')], plans: [planned('p', 1), planned('q', 2)] });
    const after = learn(before, { activity: view });
    expect([after.activities.map(({ id }) => id), after.plans.map(({ id }) => id)]).toEqual([['b', 'a'], ['q']]);
    expect(
      learn(after, { activity: { ...view, void: { reason: 'x', at: 2 } } }).activities.map(({ id }) => id),
    ).toEqual(['b']);
    const plan = { ...planned('q', 7), state: 'open' } as PlanView;
    expect(learn(before, { plan }).plans.map(({ id, at }) => [id, at])).toEqual([
      ['p', 1],
      ['q', 7],
    ]);
    expect(learn(before, { plan: { ...plan, state: 'cancelled' } }).plans.map(({ id }) => id)).toEqual(['p']);
  });

  it('begins the week on the office’s day', () => {
    expect(weekBegin(RULES)).toBe('2026-11-23');
    expect(weekBegin({ ...RULES, weekStart: 7 })).toBe('2026-11-22');
    expect(weekBegin({ ...RULES, weekStart: 2 })).toBe('2026-11-24');
    expect(weekBegin({ ...RULES, weekStart: 3 })).toBe('2026-11-18');
  });
});

describe('local time', () => {
  it('and instants are inverses, also around changes of the clock', () => {
    for (const zone of [ZONE, 'America/New_York', 'Asia/Kathmandu', 'Australia/Lord_Howe', 'UTC']) {
      for (let at = Date.UTC(2026, 2, 7, 20); at < Date.UTC(2026, 2, 9); at += 30 * 60_000) {
        const back = instantAt(localDate(at, zone), localTime(at, zone), zone);
        expect(localTime(back, zone), `${zone} ${at}`).toBe(localTime(at, zone));
        expect(localDate(back, zone)).toBe(localDate(at, zone));
      }
    }
    expect(instantAt('2026-11-25', '14:30', ZONE)).toBe(Date.parse('2026-11-25T14:30:00+07:00'));
    // Half past two does not exist there on that day: the clock goes from two to three.
    expect(localTime(instantAt('2026-03-08', '02:30', 'America/New_York'), 'America/New_York')).toMatch(/^0[13]:30$/);
    expect(instantAt('', '14:30', ZONE)).toBeNaN();
    expect(instantAt('2026-11-25', '', ZONE)).toBeNaN();
  });

  it('dates go on over months and years, and know their weekday', () => {
    expect(datePlus('2026-12-31', 1)).toBe('2027-01-01');
    expect(datePlus('2026-03-01', -1)).toBe('2026-02-28');
    expect([weekdayOf('2026-11-22'), weekdayOf('2026-11-23')]).toEqual([7, 1]);
  });
});
