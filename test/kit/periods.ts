// Calls around periods that several tests make.
import type { Static } from 'typebox';
import { expect } from 'vitest';
import type { Problem } from '../../shared/problem.ts';
import type { PeriodsView, PeriodView, ResetAnswer } from '../../shared/schemas/boards.ts';
import type { Answer, TestApp } from './app.ts';

export type ResetReply = Answer<Static<typeof ResetAnswer> & Problem>;

export function resetPeriod(app: TestApp, body: object = {}, query = ''): Promise<ResetReply> {
  return app.call('POST', `/api/periods/reset${query}`, body);
}

export function undoReset(app: TestApp): Promise<Answer<PeriodsView & Problem>> {
  return app.call('POST', '/api/periods/reset/undo');
}

export function planPeriod(
  app: TestApp,
  name: string,
  startsAt: string | number,
  endsAt: string | number,
): Promise<Answer<Static<typeof PeriodView> & Problem>> {
  return app.call('POST', '/api/periods', { name, startsAt, endsAt });
}

export async function periodsOf(app: TestApp): Promise<PeriodsView> {
  return (await app.call<PeriodsView>('GET', '/api/periods')).body;
}

/** The id of the period that runs. */
export async function runningIdOf(app: TestApp): Promise<string> {
  return (await periodsOf(app)).runningId ?? '';
}

/** Periods of one calendar lie side by side: no gap, no overlap. Rule PD1. */
export async function expectSeamless(app: TestApp): Promise<void> {
  const { items } = await periodsOf(app);
  for (const { name, startsAt, endsAt } of items) expect(endsAt, name).toBeGreaterThan(startsAt);
  expect(items.slice(0, -1).map(({ endsAt }) => endsAt)).toEqual(items.slice(1).map(({ startsAt }) => startsAt));
}
