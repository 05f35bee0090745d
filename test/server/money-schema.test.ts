// What a database of before there were receipts becomes.
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { openWritable } from '../../server/store/db.ts';
import { migrate } from '../../server/store/migrate.ts';
import { STEPS } from '../../server/store/migrations.ts';
import { receiptTable } from '../../server/store/receipts.ts';
import { STEP_13 } from '../../server/store/steps/13-money.ts';
import { makeDataDir } from '../kit/app.ts';

it('RC3 deals that were corrected before there were receipts are one sale with their corrections', () => {
  const dataDir = makeDataDir();
  const file = join(dataDir, 'winboard.db');
  const db = openWritable(file);
  migrate(db, file, STEPS.slice(0, STEPS.indexOf(STEP_13)));
  db.exec(`INSERT INTO reps (id, name, work_share_bp, absences, created_at) VALUES ('r', 'An', 10000, '[]', 0)`);
  const deal = db.prepare(
    `INSERT INTO deals (id, rep_id, amount_minor, currency, customer, product, kind, source, location, note, closed_at,
       recorded_at, rev, corrects, imported, fingerprint) VALUES (?, 'r', 5, 'VND', '', '', 'new', '', '', '', 0, 0, 1, ?, 0, '')`,
  );
  const gone = db.prepare(`INSERT INTO voids (deal_seq, reason, at, rev, replaced_by) VALUES (?, '', 0, 1, ?)`);
  for (const [id, corrects] of [
    ['a', null],
    ['b', 'a'],
    ['c', null],
    ['d', 'b'],
  ] as const)
    deal.run(id, corrects);
  gone.run(1, 'b');
  gone.run(2, 'd');
  gone.run(3, null);
  migrate(db, file);
  const sales = receiptTable(db);
  expect([1, 2, 3, 4].map((seq) => sales.saleOf(seq))).toEqual([1, 1, 3, 1]);
  expect([sales.lastOf(1), sales.lastOf(3)]).toEqual([4, 3]);
  expect([1, 2, 3, 4].map((seq) => sales.sale(seq)?.isVoid)).toEqual([undefined, undefined, true, false]);
  db.close();
  rmSync(dataDir, { recursive: true });
});
