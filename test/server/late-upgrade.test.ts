// Books from before late deals were decided on: what was announced is known, and what came too late for it waits.
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { openWritable } from '../../server/store/db.ts';
import { migrate } from '../../server/store/migrate.ts';
import { STEPS } from '../../server/store/migrations.ts';
import { STEP_11 } from '../../server/store/steps/11-late.ts';
import { openStore } from '../../server/store/store.ts';
import { makeDataDir } from '../kit/app.ts';

const dataDir = makeDataDir();
afterAll(() => rmSync(dataDir, { recursive: true }));

test('LA1 an upgrade finds the deals that came after the close of their period, and no others', () => {
  const file = join(dataDir, 'winboard.db');
  const old = openWritable(file);
  migrate(old, file, STEPS.slice(0, STEPS.indexOf(STEP_11)));
  old.exec(`
    INSERT INTO reps (id, name, work_share_bp, absences, created_at) VALUES ('an', 'An', 10000, '[]', 0);
    INSERT INTO periods (id, name, starts_at, ends_at, planned_ends_at, closed_at, created_at) VALUES ('p', 'P', 0, 100, 100, 100, 0);
    INSERT INTO finals (period_id, frozen_at, hash, standings) VALUES ('p', 100, 'x', '{"rev":5,"rows":[],"total":{}}');`);
  const deal = old.prepare(
    `INSERT INTO deals (id, rep_id, amount_minor, currency, customer, product, kind, source, location, note, closed_at,
       recorded_at, rev, imported, fingerprint) VALUES (?, 'an', 1, 'VND', '', '', 'new', '', '', '', ?, ?, ?, 0, '')`,
  );
  deal.run('in-time', 50, 50, 4);
  deal.run('same-commit', 60, 99, 5);
  deal.run('late', 70, 110, 6);
  deal.run('next-period', 110, 120, 7);
  old.close();
  const store = openStore(file);
  expect(store.late.list(Number.MAX_SAFE_INTEGER, 10).map(({ id }) => id)).toEqual(['late']);
  expect(store.finals.latest()).toEqual([{ periodId: 'p', frozenAt: 100, rev: 5, lastSeq: 2 }]);
  store.db.close();
});
