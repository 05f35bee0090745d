// A real Winboard for tests: a data folder of its own, real HTTP on a free port, a clock moved by hand.
import { mkdtempSync, rmSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildApp, type Winboard } from '../../server/app.ts';
import type { Config } from '../../server/config.ts';
import type { PushSender } from '../../server/push/sender.ts';
import type { Problem } from '../../shared/problem.ts';
import type { Scope } from '../../shared/roles.ts';
import type { DealAnswer, DealBody, DealView } from '../../shared/schemas/deals.ts';
import type { NewToken } from '../../shared/schemas/office.ts';
import type { RepBody, RepView, TeamView } from '../../shared/schemas/people.ts';
import { manualClock, type ManualClock } from './clock.ts';

/** A Tuesday morning in Hà Nội: 2026-11-24 09:00. */
export const TUESDAY = Date.UTC(2026, 10, 24, 2);
export const SETUP_TOKEN = 'setup-token-of-tests';
export const OWNER = { name: 'Chị Hà', email: 'ha@saoviet.vn', password: 'mat-khau-manh' };

export interface Answer<T = unknown> {
  status: number;
  body: T;
  headers: Headers;
}

export interface TestApp extends Winboard {
  clock: ManualClock;
  url: string;
  dataDir: string;
  /** The owner's session, once `setUp` has run. */
  cookie: string;
  /** Calls the API as the owner, or as `options.as` (a cookie, or a token that starts with "Bearer"). */
  call: <T = unknown>(method: string, path: string, body?: unknown, options?: CallOptions) => Promise<Answer<T>>;
  setUp: (office?: Partial<OfficeInput>) => Promise<void>;
  token: (...scopes: Scope[]) => Promise<string>;
  /** Stops the server; the data folder stays for a restart with `startApp({ dataDir })`. */
  stop: () => Promise<void>;
  close: () => Promise<void>;
}

export interface CallOptions {
  as?: string;
  headers?: Record<string, string>;
  /** Sends this body as it is. */
  raw?: BodyInit;
}

export interface OfficeInput {
  name: string;
  timeZone: string;
  currency: string;
  locale: 'vi' | 'en';
}

export interface StartOptions {
  dataDir?: string;
  now?: number;
  displayDir?: string;
  config?: Partial<Config>;
  pushSender?: PushSender;
}

/** A data folder for one test. */
export function makeDataDir(): string {
  return mkdtempSync(join(tmpdir(), 'winboard-'));
}

export function testConfig(dataDir: string, config: Partial<Config> = {}): Config {
  return {
    port: 0,
    host: '127.0.0.1',
    dataDir,
    setupToken: SETUP_TOKEN,
    tls: null,
    trustProxy: false,
    logLevel: 'silent',
    mail: null,
    ...config,
  };
}

export async function startApp(options: StartOptions = {}): Promise<TestApp> {
  const dataDir = options.dataDir ?? makeDataDir();
  const clock = manualClock(options.now ?? TUESDAY);
  const config = testConfig(dataDir, options.config);
  const winboard = await buildApp({
    config,
    displayDir: options.displayDir ?? null,
    clock,
    ...(options.pushSender && { pushSender: options.pushSender }),
  });
  await winboard.app.listen({ port: config.port, host: config.host });
  const { port } = winboard.app.server.address() as AddressInfo;
  const test: TestApp = {
    ...winboard,
    clock,
    dataDir,
    url: `http://127.0.0.1:${port}`,
    cookie: '',
    call: (method, path, body, callOptions) => call(test, method, path, body, callOptions),
    async setUp(office) {
      const input = { name: 'Sao Việt', timeZone: 'Asia/Ho_Chi_Minh', currency: 'VND', locale: 'vi', ...office };
      const answer = await call(test, 'POST', '/api/setup', { token: SETUP_TOKEN, office: input, manager: OWNER });
      if (answer.status !== 201) throw new Error(`setup failed: ${JSON.stringify(answer.body)}`);
      test.cookie = cookieOf(answer);
    },
    async token(...scopes) {
      const answer = await call<NewToken>(test, 'POST', '/api/tokens', { name: scopes.join('+'), scopes });
      return `Bearer ${answer.body.token}`;
    },
    stop: () => winboard.app.close(),
    async close() {
      await winboard.app.close();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
  return test;
}

/** Adds a rep to the office; gives the id. */
export async function addRep(app: TestApp, name: string, rep: Partial<RepBody> = {}): Promise<string> {
  const answer = await app.call<RepView>('POST', '/api/reps', { name, ...rep });
  if (answer.status !== 201) throw new Error(`no rep: ${JSON.stringify(answer.body)}`);
  return answer.body.id;
}

export async function addTeam(app: TestApp, name: string, parentId: string | null = null): Promise<string> {
  const answer = await app.call<TeamView>('POST', '/api/teams', { name, parentId });
  if (answer.status !== 201) throw new Error(`no team: ${JSON.stringify(answer.body)}`);
  return answer.body.id;
}

/** Posts a deal that must be taken. */
export async function postDeal(app: TestApp, deal: Partial<DealBody> & { rep: string }): Promise<DealAnswer> {
  const answer = await app.call<DealAnswer>('POST', '/api/deals', { amount: '100000', customer: 'An Phát', ...deal });
  if (answer.status !== 201) throw new Error(`no deal: ${JSON.stringify(answer.body)}`);
  return answer.body;
}

/** Every deal of the office, page by page. */
export async function allDeals(app: TestApp): Promise<DealView[]> {
  const all: DealView[] = [];
  for (let cursor: string | null = ''; cursor !== null;) {
    const path: string = `/api/deals?limit=200${cursor === '' ? '' : `&cursor=${cursor}`}`;
    const { body } = await app.call<{ items: DealView[]; nextCursor: string | null }>('GET', path);
    all.push(...body.items);
    cursor = body.nextCursor;
  }
  return all;
}

/**
 * Resolves once the ledger has done all that was asked of it, by timers, too: it answers in the order of asking, and
 * this asks for something that cannot be.
 */
export async function settled(app: TestApp): Promise<void> {
  const nothing = app.parts.ledger.run(
    'deal:void',
    { type: 'system' },
    {
      id: 'nothing',
      reason: 'x',
      repsWithin: null,
    },
  );
  await nothing.catch(() => undefined);
}

/** The store's rev, to see that nothing was stored. */
export async function revOf(app: TestApp): Promise<number> {
  return (await app.call<{ rev: number }>('GET', '/readyz')).body.rev;
}

/** The fields that a refusal names, each with its code. */
export function faultsOf(answer: Answer): Record<string, string> {
  const { errors = [] } = answer.body as Problem;
  return Object.fromEntries(errors.map(({ field, code }) => [field, code]));
}

/** The session cookie that an answer sets. */
export function cookieOf(answer: Answer): string {
  return answer.headers.get('set-cookie')?.split(';')[0] ?? '';
}

async function call<T>(
  test: TestApp,
  method: string,
  path: string,
  body?: unknown,
  options: CallOptions = {},
): Promise<Answer<T>> {
  const as = options.as ?? test.cookie;
  const headers: Record<string, string> = as.startsWith('Bearer')
    ? { authorization: as }
    : as === ''
      ? {}
      : { cookie: as };
  if (body !== undefined) headers['content-type'] = 'application/json';
  const content = options.raw ?? (body === undefined ? null : JSON.stringify(body));
  const response = await fetch(test.url + path, { method, headers: { ...headers, ...options.headers }, body: content });
  const text = await response.text();
  const isJson = text !== '' && /json/.test(response.headers.get('content-type') ?? '');
  return { status: response.status, headers: response.headers, body: (isJson ? JSON.parse(text) : text) as T };
}
