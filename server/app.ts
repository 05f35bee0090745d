// The only wiring: store, ledger, boards, gateway and routes become one application. `main.ts` only listens.
import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import rateLimit from '@fastify/rate-limit';
import swagger from '@fastify/swagger';
import swaggerUi from '@fastify/swagger-ui';
import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox';
import fastify, { LogController, type FastifyInstance, type FastifyReply } from 'fastify';
import { Refusal } from '../shared/problem.ts';
import { Boards } from './boards/boards.ts';
import { systemClock, type Clock } from './clock.ts';
import type { Config } from './config.ts';
import { Directory } from './directory.ts';
import { Gateway } from './gateway/gateway.ts';
import { MAX_BODY_BYTES, setUpHttp, stopSoon } from './http.ts';
import { Ledger, type Committed } from './ledger/ledger.ts';
import { makeMetrics, type Metrics } from './metrics.ts';
import { OutsideCommits } from './outside-commits.ts';
import type { Api, Parts } from './parts.ts';
import { PeriodClock } from './period-clock.ts';
import { activityRoutes } from './routes/activities.ts';
import { auditRoutes } from './routes/audit.ts';
import { boardRoutes } from './routes/boards.ts';
import { colleagueRoutes } from './routes/colleagues.ts';
import { customerRoutes } from './routes/customers.ts';
import { dealRoutes } from './routes/deals.ts';
import { importRoutes } from './routes/imports.ts';
import { exportRoutes } from './routes/exports.ts';
import { mediaRoutes } from './routes/media.ts';
import { officeRoutes } from './routes/office.ts';
import { opsRoutes } from './routes/ops.ts';
import { pageRoutes, readBuildId } from './routes/pages.ts';
import { pairingRoutes } from './routes/pairing.ts';
import { peopleRoutes } from './routes/people.ts';
import { periodRoutes } from './routes/periods.ts';
import { planRoutes } from './routes/plans.ts';
import { screenRoutes } from './routes/screens.ts';
import { sessionRoutes } from './routes/session.ts';
import { wallRoutes } from './routes/walls.ts';
import type { Deliveries } from './screens/deliveries.ts';
import { openScreens, type Screens } from './screens/screens.ts';
import { lockFolder } from './store/lock.ts';
import { openReader, type Store } from './store/store.ts';

export const DATABASE = 'winboard.db';
const LOCK = 'winboard.lock';

/** After these somebody may have to leave. */
const DOORS = ['accounts', 'people', 'walls'] as const;

export interface AppOptions {
  config: Config;
  /** The folder of the built screens; null serves the API alone. */
  displayDir: string | null;
  clock?: Clock;
  /** Told once where nothing can be written any more. */
  onDeath?: () => void;
}

export interface Winboard {
  app: FastifyInstance;
  parts: Parts;
}

/** Builds the whole application on the data folder of `config`; it listens nowhere yet. */
export async function buildApp(options: AppOptions): Promise<Winboard> {
  const { config, displayDir, clock = systemClock, onDeath = () => undefined } = options;
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
    setupToken: config.setupToken,
    buildId,
  };
  boards.listen({ patch: () => metrics.patches.inc(), retracted: () => undefined });
  ledger.onCommit((commit) =>
    publish(commit, { directory, boards, deliveries: screens.deliveries, gateway, metrics, periods }),
  );

  const outside = new OutsideCommits(tables, clock, () => {
    directory.reloadAll();
    boards.refold();
    boards.publish();
    gateway.recheck();
    gateway.configure();
    periods.schedule();
  });
  ledger.onCommit(({ rev }) => outside.own(rev));

  await registerAll(app, parts, metrics, displayDir);
  await periods.start();
  closeWith(app, { gateway, screens, outside, periods, boards, ledger, tables, unlock });
  return { app, parts };
}

interface Closing {
  gateway: Gateway;
  screens: Screens;
  outside: OutsideCommits;
  periods: PeriodClock;
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
    for (const part of [parts.outside, parts.periods, parts.boards, parts.screens]) part.stop();
    await parts.ledger.close();
    parts.tables.db.close();
    parts.unlock();
  });
}

interface Listeners {
  directory: Directory;
  boards: Boards;
  deliveries: Deliveries;
  gateway: Gateway;
  metrics: Metrics;
  periods: PeriodClock;
}

/** Commit, then fold, then publish: nobody hears of a deal before it is durable, and everybody of the same. */
function publish({ rev, changes }: Committed, listeners: Listeners): void {
  const { directory, boards, deliveries, gateway, metrics, periods } = listeners;
  const kinds = new Set(changes.map(({ type }) => type));
  directory.reload([...kinds]);
  // An import says `ledger` of all its deals.
  const dealSeqs = changes.flatMap((change) => (change.type === 'deal' ? [change.deal.seq] : []));
  deliveries.sent(dealSeqs, rev);
  boards.fold({ rev, changes });
  metrics.commits.inc();
  metrics.deals.inc(dealSeqs.length);
  if (DOORS.some((kind) => kinds.has(kind))) gateway.recheck();
  if (kinds.has('walls')) gateway.configure();
  periods.schedule();
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

async function registerAll(
  app: FastifyInstance,
  parts: Parts,
  metrics: Metrics,
  displayDir: string | null,
): Promise<void> {
  app.addHook('onRoute', (route) => {
    const isOurs = route.url.startsWith('/api/');
    if (isOurs && route.config?.access === undefined) throw new Error(`${route.url} does not say who may call it`);
    route.config = { access: 'public', ...route.config };
    // What changes something and gives nothing answers 204.
    const isMute = isOurs && route.method !== 'GET' && route.schema && !route.schema.response;
    if (isMute) route.schema = { ...route.schema, response: { 204: { type: 'null', description: 'Done.' } } };
    if (route.config.access === 'public' && route.schema) route.schema = { security: [], ...route.schema };
  });
  await setUpHttp(app, parts.directory, parts.clock);
  stopSoon(app);
  await app.register(rateLimit, { global: false });
  await app.register(swagger, {
    openapi: {
      openapi: '3.1.0',
      info: {
        title: 'Winboard',
        version: '1',
        description: 'Deals in, ranks out. Money is minor units unless it is a string.',
      },
      components: {
        securitySchemes: {
          token: { type: 'http', scheme: 'bearer' },
          session: { type: 'apiKey', in: 'cookie', name: 'winboard' },
        },
      },
      security: [{ token: [] }, { session: [] }],
    },
  });
  await app.register(swaggerUi, { routePrefix: '/docs' });
  const api: Api = app.withTypeProvider<TypeBoxTypeProvider>();
  sessionRoutes(api, parts);
  officeRoutes(api, parts);
  peopleRoutes(api, parts);
  dealRoutes(api, parts);
  activityRoutes(api, parts);
  planRoutes(api, parts);
  customerRoutes(api, parts);
  colleagueRoutes(api, parts);
  boardRoutes(api, parts);
  periodRoutes(api, parts);
  importRoutes(api, parts);
  exportRoutes(api, parts);
  mediaRoutes(api, parts);
  wallRoutes(api, parts);
  pairingRoutes(api, parts);
  screenRoutes(api, parts);
  auditRoutes(api, parts);
  opsRoutes(api, parts, metrics);
  if (displayDir !== null) await pageRoutes(app, displayDir);
}
