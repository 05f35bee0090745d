// What the diary asks of the server. What it tells the server goes through the outbox.
import type { ActivityView, PlanView } from '../../../shared/schemas/activities.ts';
import { call } from '../../kit/api.ts';
import { doneOf, plannedOf, type Known } from './diary.ts';

/** As many as one page may have. */
const LIMIT = 200;

interface Page<T> {
  items: T[];
  nextCursor: string | null;
}

async function readAll<T>(path: string, query: Record<string, string | number>): Promise<T[]> {
  const all: T[] = [];
  for (let cursor: string | undefined; ;) {
    const page: Page<T> = await call<Page<T>>('GET', path, { query: { ...query, limit: LIMIT, cursor } });
    all.push(...page.items);
    if (page.nextCursor === null) return all;
    cursor = page.nextCursor;
  }
}

/** A rep's activities since a date, and what is planned. */
export async function readDiary(rep: string, from: string): Promise<Known> {
  const [activities, plans] = await Promise.all([
    readAll<ActivityView>('/api/activities', { rep, from }),
    readAll<PlanView>('/api/plans', { rep, state: 'open' }),
  ]);
  return { activities: activities.filter((one) => one.void === null).map(doneOf), plans: plans.map(plannedOf) };
}

/** The names of customers that somebody may mean. */
export async function readCustomers(): Promise<string[]> {
  const { items } = await call<{ items: { name: string }[] }>('GET', '/api/customers', { query: { limit: 500 } });
  return items.map(({ name }) => name);
}
