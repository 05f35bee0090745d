// Reference: the plain tutorial stack. Express stores a deal, asks SQLite for the whole board anew and emits all of it
// to every page, which renders it as a list. Arguments: the folder of the database, how many deals it begins with.
import { createServer } from 'node:http';
import { readFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import express from 'express';
import { Server } from 'socket.io';

const [folder = '', seeds = '0'] = process.argv.slice(2);
const REPS = 50;

const db = new Database(join(folder, 'deals.db'));
db.pragma('journal_mode = WAL');
db.pragma('synchronous = NORMAL');
db.exec(`CREATE TABLE reps (id INTEGER PRIMARY KEY, name TEXT);
  CREATE TABLE deals (id INTEGER PRIMARY KEY, rep_id INTEGER REFERENCES reps (id), amount INTEGER, customer TEXT,
    product TEXT, at INTEGER)`);
const insertRep = db.prepare('INSERT INTO reps (name) VALUES (?)');
const insertDeal = db.prepare('INSERT INTO deals (rep_id, amount, customer, product, at) VALUES (?, ?, ?, ?, ?)');
const board = db.prepare(
  `SELECT r.id, r.name, COALESCE(SUM(d.amount), 0) AS total, COUNT(d.id) AS deals
   FROM reps r LEFT JOIN deals d ON d.rep_id = r.id GROUP BY r.id ORDER BY total DESC`,
);
db.transaction(() => {
  for (let count = 0; count < REPS; count += 1) insertRep.run(`Nguyễn Văn ${count}`);
  for (let count = 0; count < Number(seeds); count += 1) {
    insertDeal.run(1 + (count % REPS), 1_000 + ((count * 7_919) % 90_000), 'An Phát', 'Gói 1', Date.now());
  }
})();

const app = express();
const server = createServer(app);
const io = new Server(server);
const page = readFileSync(new URL('./tutorial.html', import.meta.url), 'utf8');

app.use(express.json());
app.get('/', (_, response) => {
  response.type('html').send(page);
});
app.post('/deals', (request, response) => {
  const { rep, amount, customer, product } = request.body as Record<string, string>;
  const { lastInsertRowid } = insertDeal.run(Number(rep), Number(amount), customer, product, Date.now());
  io.emit('board', board.all());
  response.status(201).json({ rev: Number(lastInsertRowid) });
});
io.on('connection', (socket) => {
  socket.emit('welcome', board.all());
});

server.listen(0, '127.0.0.1', () => {
  process.stdout.write(`http://127.0.0.1:${(server.address() as AddressInfo).port}\n`);
});
process.once('SIGTERM', () => process.exit(0));
