// Reference: the same, with one durable insert and commit per request. Argument: the folder of the database.
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { serveDeals } from './serve.ts';

const db = new Database(join(process.argv[2] ?? '', 'deals.db'));
db.pragma('journal_mode = WAL');
db.pragma('synchronous = FULL');
db.exec(`CREATE TABLE deals (id TEXT NOT NULL UNIQUE, rep TEXT NOT NULL, amount INTEGER NOT NULL,
  customer TEXT NOT NULL, product TEXT NOT NULL, kind TEXT NOT NULL, at INTEGER NOT NULL) STRICT`);
const insert = db.prepare('INSERT INTO deals VALUES (?, ?, ?, ?, ?, ?, ?)');

await serveDeals(({ id, rep, amount, customer, product, kind }) => {
  const { lastInsertRowid } = insert.run(id, rep, Number(amount), customer, product, kind, Date.now());
  return Number(lastInsertRowid);
});
