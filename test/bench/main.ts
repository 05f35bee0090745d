// `npm run bench [part …]`: measures the built product beside its references and prints one table. A missed goal is
// said, and is no failure of the run.
import { burst } from './burst.ts';
import { confirmed } from './confirmed.ts';
import type { Outcome, Part } from './figure.ts';
import { grid } from './grid.ts';
import { ingest } from './ingest.ts';
import { firstLoad } from './first-load.ts';
import { firstPaint } from './first-paint.ts';
import { paint } from './paint.ts';
import { patchBytes } from './patch-bytes.ts';
import { isBuilt } from './product.ts';
import { phonesAtOnce } from './phones-at-once.ts';
import { push } from './push.ts';
import { reconnect } from './reconnect.ts';
import { reorder } from './reorder.ts';
import { reset } from './reset.ts';
import { slowDisk } from './slow-disk.ts';
import { standings } from './standings.ts';
import { start } from './start.ts';
import { drawTable, machineFacts } from './table.ts';
import { week } from './week.ts';

const PARTS: readonly Part[] = [
  ingest,
  slowDisk,
  push,
  standings,
  grid,
  reset,
  paint,
  start,
  firstLoad,
  firstPaint,
  confirmed,
  phonesAtOnce,
  reorder,
  burst,
  patchBytes,
  reconnect,
  week,
];

const wanted = process.argv.slice(2);
const unknown = wanted.filter((name) => PARTS.every((part) => part.name !== name));
if (unknown.length > 0)
  end(`There is no part ${unknown.join(', ')}; there are ${PARTS.map(({ name }) => name).join(', ')}.`);
if (!isBuilt()) end('The product is not built: npm run build');

const facts = machineFacts();
const results: { part: Part; outcome: Outcome }[] = [];
for (const part of PARTS.filter(({ name }) => wanted.length === 0 || wanted.includes(name))) {
  process.stderr.write(`measuring ${part.name} …\n`);
  results.push({ part, outcome: await part.run(wanted.includes(part.name)) });
}
process.stdout.write(`\n${drawTable(results)}\n${facts}\n`);
process.exit(0);

function end(text: string): never {
  process.stderr.write(`${text}\n`);
  process.exit(1);
}
