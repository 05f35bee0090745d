// Group commit: everything that has arrived shares one transaction and one fsync. Each command runs behind a
// savepoint of its own, so that a bad one hurts no other; nobody is answered before the commit.
import { Refusal, type ErrorCode } from '../../shared/problem.ts';
import type { Store } from '../store/store.ts';
import type { Commit, Reply, Request } from './commands.ts';
import { EarlyUndos } from './early-undos.ts';
import { handlers, type Handler } from './handlers.ts';
import { DryRun, Transaction } from './transaction.ts';

export function batchRunner(store: Store): (requests: readonly Request[]) => Commit {
  const earlyUndos = new EarlyUndos();
  const statement = (sql: string) => store.db.prepare(sql);
  const begin = statement('BEGIN IMMEDIATE');
  const commit = statement('COMMIT');
  const rollback = statement('ROLLBACK');
  const save = statement('SAVEPOINT command');
  const release = statement('RELEASE command');
  const undo = statement('ROLLBACK TO command');

  function runOne(transaction: Transaction, request: Request): Reply {
    const { ticket, name, actor, now, input } = request;
    const changes = transaction.changes.length;
    const total = transaction.totalMinor;
    transaction.now = now;
    transaction.actor = actor;
    save.run();
    try {
      const value = (handlers[name] as Handler)(transaction, input);
      release.run();
      return { ticket, value };
    } catch (error) {
      if (store.db.inTransaction) {
        undo.run();
        release.run();
      }
      transaction.changes.length = changes;
      transaction.totalMinor = total;
      transaction.forgetOffice();
      if (!store.db.inTransaction) throw error;
      return error instanceof DryRun ? { ticket, value: error.value } : refuse(ticket, error);
    }
  }

  function runAll(requests: readonly Request[]): Commit {
    begin.run();
    const revision = store.revision.read();
    const transaction = new Transaction(store, earlyUndos, (revision?.rev ?? 0) + 1, revision?.totalMinor ?? 0);
    const replies = requests.map((request) => runOne(transaction, request));
    const wrote = transaction.changes.length > 0;
    if (wrote) store.revision.write(transaction.rev, transaction.totalMinor);
    commit.run();
    return { rev: wrote ? transaction.rev : transaction.rev - 1, changes: transaction.changes, replies };
  }

  return (requests) => {
    try {
      return runAll(requests);
    } catch (error) {
      if (store.db.inTransaction) rollback.run();
      return { rev: 0, changes: [], replies: requests.map(({ ticket }) => refuse(ticket, error)) };
    }
  };
}

function refuse(ticket: number, error: unknown): Reply {
  if (error instanceof Refusal) {
    return { ticket, refusal: { code: error.code, errors: error.errors, detail: error.message } };
  }
  const failure = error instanceof Error ? error : new Error(String(error));
  const code = storeCode(failure);
  return {
    ticket,
    refusal: { code, errors: [], detail: new Refusal(code).message },
    cause: failure.stack ?? failure.message,
  };
}

function storeCode(error: Error): ErrorCode {
  const code = 'code' in error ? String(error.code) : '';
  if (code === 'SQLITE_FULL') return 'store/full';
  return code.startsWith('SQLITE_') ? 'store/failed' : 'server/failed';
}
