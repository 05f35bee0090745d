// The database file: durable, migrated with a backup, whole when the disk is full.
import { existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { batchRunner } from '../../server/ledger/batch.ts';
import type { Commit, Request } from '../../server/ledger/commands.ts';
import { openReadable, openWritable, type Db } from '../../server/store/db.ts';
import { migrate, SCHEMA_VERSION } from '../../server/store/migrate.ts';
import { openStore, type Store } from '../../server/store/store.ts';
import { UNDO_MS } from '../../shared/deal.ts';
import { Refusal } from '../../shared/problem.ts';
import type { Actor } from '../../shared/roles.ts';
import { makeDataDir, TUESDAY } from '../kit/app.ts';

let dataDir: string;
let file: string;
const open: Db[] = [];
beforeEach(() => {
  dataDir = makeDataDir();
  file = join(dataDir, 'winboard.db');
});
afterEach(() => {
  for (const db of open.splice(0)) db.close();
  rmSync(dataDir, { recursive: true });
});

function kept<T extends Db | Store>(opened: T): T {
  open.push('db' in opened ? opened.db : opened);
  return opened;
}

const version = (db: Db) => db.pragma('user_version', { simple: true });

test('LG2 every commit is flushed to the disk: WAL with synchronous FULL, asked behind a transaction', () => {
  const { db } = kept(openStore(file));
  db.exec('BEGIN IMMEDIATE; COMMIT');
  expect(db.pragma('journal_mode', { simple: true })).toBe('wal');
  expect(db.pragma('synchronous', { simple: true })).toBe(2);
  expect(db.pragma('foreign_keys', { simple: true })).toBe(1);
  const reader = kept(openReadable(file));
  expect(() => reader.exec('DELETE FROM deals')).toThrow('readonly');
});

test('a fresh file gets the schema, strict in every table, without a backup; a second start changes nothing', () => {
  const { db } = kept(openStore(file));
  expect(version(db)).toBe(SCHEMA_VERSION);
  const tables = db.pragma('table_list') as { schema: string; name: string; type: string; strict: number }[];
  const lax = tables.filter(({ schema, name, type, strict }) => {
    return schema === 'main' && type === 'table' && !name.startsWith('sqlite_') && strict === 0;
  });
  expect(lax).toEqual([]);
  expect(db.pragma('integrity_check', { simple: true })).toBe('ok');
  expect(version(kept(openStore(file)).db)).toBe(SCHEMA_VERSION);
  expect(existsSync(`${file}.v0.backup`)).toBe(false);
});

test('a file of a newer Winboard is refused and left alone', () => {
  const db = kept(openWritable(file));
  db.pragma(`user_version = ${SCHEMA_VERSION + 1}`);
  expect(() => openStore(file)).toThrow('newer Winboard');
  expect(version(db)).toBe(SCHEMA_VERSION + 1);
});

const STEPS = ['CREATE TABLE deals (seq INTEGER PRIMARY KEY) STRICT;', 'ALTER TABLE deals ADD COLUMN note TEXT;'];

test('a step is taken after a backup of what was there, the latest one', () => {
  const db = kept(openWritable(file));
  migrate(db, file, STEPS.slice(0, 1));
  db.exec('INSERT INTO deals VALUES (1)');
  migrate(db, file, STEPS);
  expect(version(db)).toBe(2);
  // Rolled back to the old program by hand, used for a while, upgraded again: the backup is of the second time.
  db.exec('ALTER TABLE deals DROP COLUMN note; INSERT INTO deals VALUES (2); PRAGMA user_version = 1');
  migrate(db, file, STEPS);
  const backup = kept(openReadable(`${file}.v1.backup`));
  expect(version(backup)).toBe(1);
  expect(backup.prepare('SELECT seq FROM deals').pluck().all()).toEqual([1, 2]);
});

test('a step that fails is undone as a whole', () => {
  const db = kept(openWritable(file));
  migrate(db, file, STEPS.slice(0, 1));
  const broken = [...STEPS.slice(0, 1), 'CREATE TABLE more (x) ; CREATE TABLE deals (y);'];
  expect(() => migrate(db, file, broken)).toThrow('deals already exists');
  expect(version(db)).toBe(1);
  expect(db.prepare("SELECT name FROM sqlite_master WHERE name = 'more'").all()).toEqual([]);
});

/** An office with one rep, and its writing end. */
function office(): { store: Store; rep: string; run: (requests: readonly Request[]) => Commit } {
  const store = kept(openStore(file));
  const run = batchRunner(store);
  const owner = { name: 'Hà', email: 'ha@saoviet.vn', passwordHash: 'x' };
  const input = {
    office: { name: 'Sao Việt', timeZone: 'Asia/Ho_Chi_Minh', currency: 'VND', locale: 'vi' },
    manager: owner,
    session: { hash: 'x', expiresAt: TUESDAY, device: '' },
  };
  run([command(1, 'setup', input)]);
  const { replies } = run([command(2, 'rep:create', { name: 'An' })]);
  const [reply] = replies;
  if (!reply || !('value' in reply)) throw new Error('no rep');
  return { store, run, rep: (reply.value as { id: string }).id };
}

function command(ticket: number, name: Request['name'], input: unknown): Request {
  return { ticket, name, input, actor: { type: 'system' }, now: TUESDAY };
}

test('a full disk is said as such, stores nothing by halves, and passes when there is room again', () => {
  const { store, rep, run } = office();
  const pages = Number(store.db.pragma('page_count', { simple: true }));
  store.db.pragma(`max_page_count = ${pages + 4}`);
  const note = 'x'.repeat(900);
  let stored = 0;
  let full: Commit | null = null;
  for (let batch = 0; batch < 100 && !full; batch += 1) {
    const deals = Array.from({ length: 5 }, (_, i) => ({
      id: `deal-${batch}-${i}`,
      rep,
      amount: '5',
      customer: 'x',
      note,
    }));
    const commit = run(deals.map((deal, i) => command(batch * 5 + i, 'deal:record', deal)));
    stored += commit.changes.length;
    if (commit.replies.some((reply) => 'refusal' in reply)) full = commit;
  }
  const refused = full?.replies.flatMap((reply) => ('refusal' in reply ? [reply] : [])) ?? [];
  expect(refused.length).toBeGreaterThan(0);
  for (const { refusal, cause } of refused) {
    expect(refusal.code).toBe('store/full');
    expect(cause).toContain('full');
    expect(new Refusal(refusal.code).toProblem().status).toBe(507);
  }
  expect(store.db.inTransaction).toBe(false);
  const count = (table: string) => store.db.prepare(`SELECT count(*) FROM ${table}`).pluck().get();
  expect([count('deals'), count('credits')]).toEqual([stored, stored]);
  expect(store.revision.read()?.totalMinor).toBe(stored * 5);
  expect(store.db.pragma('integrity_check', { simple: true })).toBe('ok');
  store.db.pragma('max_page_count = 100000');
  const after = run([command(9999, 'deal:record', { rep, amount: '5', customer: 'x', note })]);
  expect(after.replies[0]).toHaveProperty('value');
});

test('LG1 a command that fails in the middle of a batch leaves no trace, and the others one revision', () => {
  const { store, rep, run } = office();
  store.db.exec(`CREATE TRIGGER bad AFTER INSERT ON credits WHEN new.amount_minor = 13
    BEGIN SELECT RAISE(ABORT, 'not thirteen'); END`);
  const deal = (ticket: number, amount: string) => command(ticket, 'deal:record', { rep, amount, customer: 'x' });
  const rev = store.revision.read()?.rev ?? 0;
  const commit = run([deal(1, '5'), deal(2, '13'), deal(3, '0'), deal(4, '7')]);
  expect(commit.rev).toBe(rev + 1);
  expect(commit.replies.map((reply) => ('value' in reply ? 'stored' : reply.refusal.code))).toEqual([
    'stored',
    'store/failed',
    'request/invalid',
    'stored',
  ]);
  expect(
    store.search.find({ range: null, repId: null, repIds: null, text: null, before: null, limit: 9 }),
  ).toHaveLength(2);
  expect(store.revision.read()).toMatchObject({ rev: rev + 1, totalMinor: 12 });
  expect(store.audit.list(1e9, 2).map(({ action, rev: at }) => [action, at])).toEqual([
    ['deal:record', rev + 1],
    ['deal:record', rev + 1],
  ]);
});

test('LG1 a failure that rolls everything back refuses the whole batch; the next one goes through', () => {
  const { store, rep, run } = office();
  store.db.exec(`CREATE TRIGGER worse AFTER INSERT ON deals WHEN new.amount_minor = 13
    BEGIN SELECT RAISE(ROLLBACK, 'not thirteen'); END`);
  const deal = (ticket: number, amount: string) => command(ticket, 'deal:record', { rep, amount, customer: 'x' });
  const before = store.revision.read();
  const commit = run([deal(1, '5'), deal(2, '13'), deal(3, '7')]);
  expect(commit.changes).toEqual([]);
  expect(commit.replies.map((reply) => 'refusal' in reply && reply.refusal.code)).toEqual(
    Array(3).fill('store/failed'),
  );
  expect(store.revision.read()).toEqual(before);
  expect(run([deal(4, '5')]).rev).toBe((before?.rev ?? 0) + 1);
});

test('LG1 what changes nothing has no revision: retries, refusals, dry runs', () => {
  const { store, rep, run } = office();
  const body = { id: 'deal-no-1', rep, amount: '5', customer: 'x' };
  const { rev } = run([command(1, 'deal:record', body)]);
  const nothing = run([
    command(2, 'deal:record', body),
    command(3, 'deal:record', { ...body, amount: '6' }),
    command(4, 'deal:void', { id: 'ghost', reason: 'x', repsWithin: null }),
    command(5, 'period:reset', { dryRun: true }),
    command(6, 'period:roll', {}),
  ]);
  expect([nothing.rev, nothing.changes]).toEqual([rev, []]);
  expect(store.revision.read()?.rev).toBe(rev);
  expect(store.periods.list()).toHaveLength(1);
});

const SELLER: Actor = { type: 'user', id: 'an', role: 'owner', repId: null, teamIds: null };

test('PO5 an undo is judged after all that was asked before it, and one that comes first awaits its own win', () => {
  const { store, rep, run } = office();
  const post = (id: string, actor: Actor = SELLER, now = TUESDAY): Request => ({
    ...command(1, 'deal:record', { id, rep, amount: '5', customer: 'x' }),
    actor,
    now,
  });
  const undo = (id: string, actor: Actor = SELLER): Request => ({
    ...command(2, 'deal:void', { id, reason: 'undone', repsWithin: null }),
    actor,
  });
  const stands = (id: string) => store.deals.byId(id)?.deal.void === null;
  const at = run([post('in-order'), undo('in-order')]);
  expect(at.changes.map(({ type }) => type)).toEqual(['deal', 'void']);
  expect(at.replies.every((reply) => 'value' in reply)).toBe(true);
  expect(stands('in-order')).toBe(false);
  const early = run([undo('overtaken')]);
  expect(early.replies.map((reply) => 'refusal' in reply && reply.refusal.code)).toEqual(['deal/not-found']);
  expect(run([post('overtaken')]).changes.map(({ type }) => type)).toEqual(['deal', 'void']);
  expect(store.audit.list(1e9, 1)[0]).toMatchObject({ action: 'deal:void', actor: 'user:an', subject: 'overtaken' });
  // Nobody undoes what somebody else is to post, a machine nothing ahead; and it ends with the ten minutes.
  const machine: Actor = { type: 'token', id: 'crm', scopes: ['deals:write'] };
  run([undo('of-another'), undo('of-a-machine', machine), undo('of-today'), undo('of-now')]);
  run([
    post('of-another', { ...SELLER, id: 'binh' }),
    post('of-a-machine', machine),
    post('of-today', SELLER, TUESDAY + UNDO_MS + 1),
    post('of-now', SELLER, TUESDAY + UNDO_MS),
  ]);
  expect(['of-another', 'of-a-machine', 'of-today', 'of-now'].map(stands)).toEqual([true, true, true, false]);
  // Bounded: the oldest is forgotten.
  run([undo('the-oldest'), ...Array.from({ length: 1_000 }, (_, place) => undo(`another-${place}`))]);
  run([post('the-oldest'), post('another-0')]);
  expect(['the-oldest', 'another-0'].map(stands)).toEqual([true, false]);
});
