// `npm run demo`: a throw-away office with a past, where wins and calls keep coming in. Gone when it stops.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DATABASE } from '../app.ts';
import { systemClock } from '../clock.ts';
import { readConfig } from '../config.ts';
import { say, serve, type Running } from '../serve.ts';
import { activityOf } from './activities.ts';
import { fillHistory, type DemoKeys } from './history.ts';
import { pick, SAMPLE, winOf } from './sample.ts';

const FIRST_WIN_MS = 4_000;
const BETWEEN_ACTIVITIES_MS = 7_000;
/** Time enough to see the board between two scenes. */
const BETWEEN_WINS_MS = 22_000;

function greet({ urls }: Running, keys: DemoKeys): void {
  const [first = ''] = urls;
  say('A Winboard demo is running; wins keep coming in. Everything is gone when you stop it.');
  say(`  TV        ${urls.join('\n            ')}`);
  say(`  Phone     ${first}/win      ${keys.repEmail}  ${keys.password}`);
  say(`  Manager   ${first}/manage   ${keys.email}  ${keys.password}`);
  say(`  API       ${first}/docs`);
}

/** Posts a win of some rep every few seconds, as a phone would: through the ledger, at the real time. */
function keepSelling({ winboard }: Running): void {
  const { ledger } = winboard.parts;
  const sell = (): void => {
    const win = winOf(pick(SAMPLE.reps, Math.random), SAMPLE.amount(Math.random), SAMPLE.products, Math.random);
    ledger.run('deal:record', { type: 'system' }, win).then(
      () => setTimeout(sell, BETWEEN_WINS_MS * (0.5 + Math.random())).unref(),
      () => say('The demo has stopped selling.'),
    );
  };
  setTimeout(sell, FIRST_WIN_MS).unref();
}

/** Somebody calls, visits, quotes in between: boards of activities move, nobody celebrates. */
function keepBusy({ winboard }: Running): void {
  const { ledger } = winboard.parts;
  const log = (): void => {
    ledger.run('activity:record', { type: 'system' }, activityOf(pick(SAMPLE.reps, Math.random), Math.random)).then(
      () => setTimeout(log, BETWEEN_ACTIVITIES_MS * (0.5 + Math.random())).unref(),
      () => say('The demo has stopped working.'),
    );
  };
  setTimeout(log, BETWEEN_ACTIVITIES_MS).unref();
}

/** Every TV that comes is the demo's at once: nobody need sign in to see a wall. */
function claimScreens({ winboard }: Running): void {
  const { ledger, pairings } = winboard.parts;
  let count = 0;
  pairings.listen(({ code }) => {
    count += 1;
    const body = { name: `Demo TV ${count}` };
    pairings
      .claim(code, 'demo', ({ hash }) => ledger.run('screen:create', { type: 'system' }, { body, hash }))
      .catch(() => say('The demo could not take a TV.'));
  });
}

await serve(async () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'winboard-demo-'));
  process.once('exit', () => rmSync(dataDir, { recursive: true, force: true }));
  const keys = await fillHistory(join(dataDir, DATABASE), systemClock.now());
  return {
    config: { ...readConfig(), dataDir },
    greet: (running) => {
      greet(running, keys);
      claimScreens(running);
      keepSelling(running);
      keepBusy(running);
    },
  };
});
