// The only wiring: store, ledger, boards, gateway and routes become one application. `main.ts` only listens.
import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fastify, { LogController, type FastifyInstance, type FastifyReply } from 'fastify';
import { Refusal } from '../shared/problem.ts';
import type { Call } from './access.ts';
import { registerAll } from './api.ts';
import { Boards } from './boards/boards.ts';
import { systemClock, type Clock } from './clock.ts';
import type { Config } from './config.ts';
import { changesDecisions, decidersOf } from './decisions.ts';
import { Directory } from './directory.ts';
import { Doors } from './doors.ts';
import type { PersonLine } from './gateway/person-line.ts';
import { Gateway } from './gateway/gateway.ts';
import { MAX_BODY_BYTES } from './http.ts';
import { Ledger, type Committed } from './ledger/ledger.ts';
import { makeMetrics, type Metrics } from './metrics.ts';
import { OutsideCommits } from './outside-commits.ts';
import type { Parts } from './parts.ts';
import { PeriodClock } from './period-clock.ts';
import { Push } from './push/push.ts';
import { webPushSender, type PushSender } from './push/sender.ts';
import { Reactions } from './reactions.ts';
import { readBuildId } from './routes/pages.ts';
import type { Deliveries } from './screens/deliveries.ts';
import { openScreens, type Screens } from './screens/screens.ts';
import { lockFolder } from './store/lock.ts';
import { openReader, type Store } from './store/store.ts';
import { openWaysIn } from './ways-in.ts';

export const DATABASE = 'winboard.db';
const LOCK = 'winboard.lock';

/** After these somebody may have to leave. */
const DOORS = ['accounts', 'people', 'walls'] as const;

export interface AppOptions {
  config: Config;
  /** The folder of the built screens; null serves the API alone. */
  displayDir: string | null;
  clock?: Clock;
  /** The way to browsers' push services. */
  pushSender?: PushSender;
  /** Told once where nothing can be written any more. */
  onDeath?: () => void;
}

export interface Winboard {
  app: FastifyInstance;
  parts: Parts;
  /** Every call that it answers, with who may make it. */
  calls: readonly Call[];
}

/** Builds the whole application on the data folder of `config`; it listens nowhere yet. */
export async function buildApp(options: AppOptions): Promise<Winboard> {
  const { config, displayDir, clock = systemClock, pushSender = webPushSender(), onDeath = () => undefined } = options;
  const app = makeServer(config);
  // Password hashes and customers lie here: for nobody else on the machine.
  mkdirSync(config.dataDir, { recursive: true, mode: 0o700 });
  const unlock = lockFolder(join(config.dataDir, LOCK));
  const file = join(config.dataDir, DATABASE);
  const onFailure = (failure: unknown): void => app.log.error({ failure }, 'failed behind the scenes');
  const ledger = await Ledger.open({ file, now: () => clock.now(), onFailure, onDeath });
  const tables = openReader(file);
  const directory = new Directory(tables);
  const boards = new Boards(directory, tables, clock);
  const periods = new PeriodClock(ledger, directory, clock, onFailure);
  const screens = openScreens(clock, ledger, onFailure);
  const waysIn = openWaysIn({ config, directory, ledger, clock, onFailure });
  const buildId = displayDir === null ? 'none' : readBuildId(displayDir);
  const metrics = makeMetrics({
    rev: () => tables.revision.read()?.rev ?? 0,
    sockets: () => gateway.connected,
  });
  const gateway = new Gateway({
    http: app.server,
    trustsProxy: config.trustProxy !== false,
    directory,
    boards,
    ...screens,
    clock,
    newestRev: () => boards.rev,
    buildId,
    epoch: () => tables.revision.read()?.epoch ?? '',
    onShown: (ms) => metrics.shownMs.observe(ms),
    onFailure,
  });
  const parts: Parts = {
    ledger,
    directory,
    boards,
    tables,
    clock,
    ...screens,
    ...gateway.lines,
    ...waysIn,
    reactions: new Reactions(directory, tables, clock),
    push: new Push({ directory, boards, tables, ledger, clock, sender: pushSender, onFailure }),
    setupToken: config.setupToken,
    buildId,
  };
  const doors = new Doors({ clock, directory, ledger, onDay: () => gateway.recheck(), onFailure });
  boards.listen({ patch: () => metrics.patches.inc() });
  const listeners = { ...parts, gateway, metrics, periods, doors };
  ledger.onCommit((commit) => publish(commit, listeners));
  const outside = new OutsideCommits(tables, clock, () => publishAll(listeners));
  ledger.onCommit(({ rev }) => outside.own(rev));

  const calls = await registerAll(app, parts, metrics, displayDir);
  await periods.start();
  parts.push.schedule();
  const { push } = parts;
  closeWith(app, { gateway, screens, waysIn, outside, periods, push, doors, boards, ledger, tables, unlock });
  return { app, parts, calls };
}

interface Closing {
  gateway: Gateway;
  screens: Screens;
  waysIn: { stop: () => void };
  outside: OutsideCommits;
  periods: PeriodClock;
  push: Push;
  doors: Doors;
  boards: Boards;
  ledger: Ledger;
  tables: Store;
  unlock: () => void;
}

/** In this order: the sockets, what is only in memory, then the books. */
function closeWith(app: FastifyInstance, parts: Closing): void {
  app.addHook('preClose', () => parts.gateway.close());
  app.addHook('onClose', async () => {
    parts.screens.write();
    parts.doors.write();
    const { outside, periods, push, doors, boards, screens, waysIn } = parts;
    for (const part of [outside, periods, push, doors, boards, screens, waysIn]) part.stop();
    await parts.ledger.close();
    parts.tables.db.close();
    parts.unlock();
  });
}

interface Listeners {
  directory: Directory;
  boards: Boards;
  deliveries: Deliveries;
  reactions: Reactions;
  push: Push;
  people: PersonLine;
  gateway: Gateway;
  metrics: Metrics;
  periods: PeriodClock;
  doors: Doors;
}

/** Commit, then fold, then publish: nobody hears of a deal before it is durable, and everybody of the same. */
function publish({ rev, changes }: Committed, listeners: Listeners): void {
  const { directory, boards, deliveries, reactions, push, people, gateway, metrics, periods, doors } = listeners;
  const kinds = new Set(changes.map(({ type }) => type));
  directory.reload([...kinds]);
  // Before anything is told: who has been shut out by this very commit does not hear of it.
  if (DOORS.some((kind) => kinds.has(kind))) gateway.recheck();
  // An import says `ledger` of all its deals.
  const dealSeqs = changes.flatMap((change) => (change.type === 'deal' ? [change.deal.seq] : []));
  deliveries.sent(dealSeqs, rev);
  push.before(changes);
  boards.fold({ rev, changes });
  metrics.commits.inc();
  metrics.deals.inc(dealSeqs.length);
  for (const change of changes) {
    const cheer = change.type === 'reaction' && reactions.cheer(change.dealId, change.userId);
    if (cheer) gateway.cheered(cheer);
  }
  if (kinds.has('walls')) gateway.configure();
  if (changesDecisions(listeners, changes)) people.decisionsChanged(decidersOf(listeners));
  periods.schedule();
  if (kinds.has('office')) doors.schedule();
  push.after(changes);
}

/** Another process has written: anything may be otherwise now. */
function publishAll({ directory, boards, gateway, periods, push, doors }: Listeners): void {
  directory.reloadAll();
  gateway.recheck();
  boards.refold();
  boards.publish();
  gateway.configure();
  periods.schedule();
  push.reload();
  doors.schedule();
}

function makeServer(config: Config): FastifyInstance {
  return fastify({
    logger: config.logLevel === 'silent' ? false : { level: config.logLevel },
    logController: new LogController({ disableRequestLogging: true }),
    bodyLimit: MAX_BODY_BYTES,
    requestTimeout: 30_000,
    connectionTimeout: 60_000,
    routerOptions: { ignoreTrailingSlash: true },
    frameworkErrors: (_, request, reply: FastifyReply) => {
      const problem = new Refusal('request/not-found').toProblem(request.id);
      void reply.code(404).type('application/problem+json').send(problem);
    },
    trustProxy: config.trustProxy,
    ...(config.tls && {
      https: { cert: readFileSync(config.tls.certFile), key: readFileSync(config.tls.keyFile) },
    }),
  });
}
