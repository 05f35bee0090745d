// `npm run demo`: a throw-away office with a past, where wins and calls keep coming in. Gone when it stops.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { REACTION_KINDS } from '../../shared/reactions.ts';
import { actorOfUser } from '../account.ts';
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
const MOST_CHEERS = 5;
/** Most just tap a sign. */
const CHEERS = ['', '', '', 'Đỉnh quá!', 'Chúc mừng nhé!', 'Khao cả nhà đi!'];

function greet({ urls }: Running, keys: DemoKeys): void {
  const [first = ''] = urls;
  say('A Winboard demo is running; wins keep coming in. Everything is gone when you stop it.');
  say(`  TV        ${urls.join('\n            ')}`);
  say(`  Phone     ${first}/win      ${keys.repEmail}  ${keys.password}`);
  say(`  Manager   ${first}/manage   ${keys.email}  ${keys.password}`);
  say(`  API       ${first}/docs`);
}

/** Posts a win of some rep every few seconds, as a phone would: through the ledger, at the real time. */
function keepSelling(running: Running): void {
  const { ledger } = running.winboard.parts;
  const sell = async (): Promise<void> => {
    const win = winOf(pick(SAMPLE.reps, Math.random), SAMPLE.amount(Math.random), SAMPLE.products, Math.random);
    const { deal } = await ledger.run('deal:record', { type: 'system' }, win);
    cheerLater(running, deal.id);
    sellIn(BETWEEN_WINS_MS * (0.5 + Math.random()));
  };
  const sellIn = (ms: number): void => {
    setTimeout(() => void sell().catch(() => say('The demo has stopped selling.')), ms).unref();
  };
  sellIn(FIRST_WIN_MS);
}

/** Colleagues congratulate, while the wall still celebrates or a little later. */
function cheerLater({ winboard }: Running, dealId: string): void {
  const { directory, ledger } = winboard.parts;
  const cheer = (): void => {
    const reaction = { dealId, kind: pick(REACTION_KINDS, Math.random), text: pick(CHEERS, Math.random) };
    // Nobody congratulates themselves: the seller, if it was picked, is refused.
    ledger.run('reaction:put', actorOfUser(pick(directory.users, Math.random)), reaction).catch(() => undefined);
  };
  for (let left = Math.floor(Math.random() * MOST_CHEERS); left > 0; left -= 1) {
    setTimeout(cheer, 2_000 + Math.random() * 12_000).unref();
  }
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
