// The edge: strict validation, errors as RFC 9457 problems, security headers, who may call what.
import { isUtf8 } from 'node:buffer';
import type { Socket } from 'node:net';
import cookie from '@fastify/cookie';
import { Ajv, type ErrorObject } from 'ajv';
import type { FastifyError, FastifyInstance, FastifyRequest, FastifySchemaCompiler } from 'fastify';
import { Refusal, type ErrorCode, type FieldError } from '../shared/problem.ts';
import { accountOf, ACTIONS, type Actor } from '../shared/roles.ts';
import { bearerOf, COOKIE, demand, identify } from './auth.ts';
import type { Clock } from './clock.ts';
import type { Directory } from './directory.ts';
import { isSameOrigin } from './gateway/origin.ts';
import { SECURITY_HEADERS } from './security-headers.ts';

declare module 'fastify' {
  interface FastifyRequest {
    actor: Actor | null;
  }
}

export const MAX_BODY_BYTES = 65_536;
/** How long requests that are under way when the server stops may take. */
const STOP_MS = 2_000;

const PARSE_ERRORS: Readonly<Record<string, ErrorCode>> = {
  FST_ERR_CTP_BODY_TOO_LARGE: 'request/too-large',
  FST_ERR_CTP_INVALID_MEDIA_TYPE: 'request/media-type',
  FST_ERR_CTP_EMPTY_JSON_BODY: 'request/not-json',
  FST_ERR_CTP_INVALID_JSON_BODY: 'request/not-json',
  FST_ERR_CTP_INVALID_CONTENT_LENGTH: 'request/not-json',
};

export async function setUpHttp(app: FastifyInstance, directory: Directory, clock: Clock): Promise<void> {
  await app.register(cookie);
  app.setValidatorCompiler(compileSchema);
  app.setErrorHandler((error: FastifyError, request, reply) => {
    const refusal = toRefusal(error);
    if (refusal.code === 'server/failed' || refusal.code.startsWith('store/')) request.log.error(error);
    const problem = refusal.toProblem(request.id);
    if (refusal.retryAfter !== null) void reply.header('retry-after', refusal.retryAfter);
    return reply.code(problem.status).type('application/problem+json').send(problem);
  });
  app.setNotFoundHandler((request, reply) => {
    const problem = new Refusal('request/not-found').toProblem(request.id);
    return reply.code(404).type('application/problem+json').send(problem);
  });
  readJsonStrictly(app);
  app.decorateRequest('actor', null);
  // Hooks that call back instead of promising: every request passes here.
  app.addHook('onRequest', (request, reply, next) => {
    reply.headers(SECURITY_HEADERS);
    guard(request, directory, clock);
    next();
  });
  // A call whose fields are all optional may come without a body.
  app.addHook('preValidation', (request, _, next) => {
    request.body ??= Number(request.headers['content-length'] ?? 0) === 0 ? {} : request.body;
    next();
  });
}

/**
 * Lets the server stop soon: answers that are still under way close their connections, and what is left then (browsers
 * open connections that they never use) is cut after a moment. Else a stop would wait for keep-alive to run out.
 */
export function stopSoon(app: FastifyInstance): void {
  let isStopping = false;
  const connections = new Set<Socket>();
  app.server.on('connection', (connection: Socket) => {
    connections.add(connection);
    connection.once('close', () => connections.delete(connection));
  });
  app.addHook('preClose', async () => {
    isStopping = true;
    // Websockets, too: a screen that is cut off never answers a farewell.
    setTimeout(() => {
      for (const connection of connections) connection.destroy();
    }, STOP_MS).unref();
  });
  app.addHook('onSend', (_, reply, payload, next) => {
    if (isStopping) void reply.header('connection', 'close');
    next(null, payload);
  });
}

/** Bodies are taken as they are, never bent to fit; query strings are text and have to be. */
const bodies = new Ajv({ allErrors: true, allowUnionTypes: true });
const queries = new Ajv({ allErrors: true, allowUnionTypes: true, coerceTypes: true, useDefaults: true });

const compileSchema: FastifySchemaCompiler<Record<string, unknown>> = ({ schema, httpPart }) => {
  const validate = (httpPart === 'body' ? bodies : queries).compile(schema);
  const check = (data: unknown) => {
    if (!validate(data)) return { error: invalid(validate.errors ?? []) };
    const endless = httpPart === 'body' ? undefined : endlessIn(data as object);
    return endless === undefined || { error: Refusal.field(endless, 'field/type', 'must be finite') };
  };
  return Object.assign(check, { schema });
};

/** A field that a text like 1e309 has made endless: Ajv holds no bounds against what it made itself. */
function endlessIn(data: object): string | undefined {
  return Object.entries(data).find(([, value]) => value === Infinity || value === -Infinity)?.[0];
}

function invalid(errors: readonly ErrorObject[]): Refusal {
  const byField = new Map<string, FieldError>();
  for (const fault of errors.map((error) => fieldError(error, errors))) {
    // The first fault of a field is the plainest: of a wrong type its length says nothing.
    if (!byField.has(fault.field)) byField.set(fault.field, fault);
  }
  return new Refusal('request/invalid', [...byField.values()].slice(0, 20));
}

function fieldError(error: ErrorObject, all: readonly ErrorObject[]): FieldError {
  const params = error.params as { missingProperty?: string; additionalProperty?: string; allowedValues?: unknown[] };
  const path = error.instancePath.split('/').slice(1);
  const last = params.missingProperty ?? params.additionalProperty;
  const field = [...path, ...(last === undefined ? [] : [last])].join('.') || 'body';
  if (params.missingProperty !== undefined) return { field, code: 'field/missing', message: 'is missing' };
  if (params.additionalProperty !== undefined) return { field, code: 'field/unknown', message: 'is not known here' };
  const words = params.allowedValues ?? constantsAt(error.instancePath, all);
  if (words.length > 0) return { field, code: 'field/enum', message: `must be one of ${words.join(', ')}` };
  return { field, code: `field/${error.keyword}`, message: error.message ?? 'is not right' };
}

/** The words that a field may be, where its schema is a union of them. */
function constantsAt(path: string, errors: readonly ErrorObject[]): unknown[] {
  return errors
    .filter(({ instancePath, keyword }) => instancePath === path && keyword === 'const')
    .map(({ params }) => (params as { allowedValue: unknown }).allowedValue);
}

function toRefusal(error: FastifyError | Refusal): Refusal {
  if (error instanceof Refusal) return error;
  if (error.statusCode === 429) return new Refusal('request/too-many');
  const code = PARSE_ERRORS[error.code] ?? (error.statusCode === 400 ? 'request/not-json' : undefined);
  if (code) return new Refusal(code);
  return new Refusal(error.statusCode === 413 ? 'request/too-large' : 'server/failed');
}

/** JSON must be UTF-8, and may not smuggle prototypes. */
function readJsonStrictly(app: FastifyInstance): void {
  app.removeContentTypeParser('text/plain');
  const parse = app.getDefaultJsonParser('error', 'error');
  app.addContentTypeParser('application/json', { parseAs: 'buffer' }, (request, body: Buffer, done) => {
    if (!isUtf8(body)) done(new Refusal('request/not-utf8'));
    else if (body.length === 0) done(null, {});
    else void parse(request, body.toString('utf8'), done);
  });
}

/** Who asks, and whether they may: from the route's own declaration, in one place for all of them. */
function guard(request: FastifyRequest, directory: Directory, clock: Clock): void {
  const { access } = request.routeOptions.config;
  const { authorization } = request.headers;
  request.actor = identify(directory, { cookie: request.cookies[COOKIE], authorization }, clock.now());
  const isUnsafe = request.method !== 'GET' && request.method !== 'HEAD';
  // A machine's token is sent by nobody's browser by itself; anything else may be.
  if (
    isUnsafe &&
    bearerOf(authorization) === null &&
    !isSameOrigin({ origin: request.headers.origin, host: request.host })
  )
    throw new Refusal('request/cross-origin');
  if (access === 'public' || request.routeOptions.url === undefined) return;
  if (speaksForAnother(request)) throw new Refusal('auth/required');
  demand(request.actor, access ?? ACTIONS.slice(0, 0));
}

/** The account of who calls a route for people. */
export function userIdOf(request: FastifyRequest): string {
  const id = accountOf(actorOf(request));
  if (id === null) throw new Refusal('auth/forbidden');
  return id;
}

/** A phone says whose wins it sends: somebody else may have signed in since, in another tab. Rule PO2. */
function speaksForAnother({ headers, actor }: FastifyRequest): boolean {
  const userId = headers['x-winboard-user'];
  return userId !== undefined && !(actor?.type === 'user' && actor.id === userId);
}

/** The actor of a guarded route. */
export function actorOf(request: FastifyRequest): Actor {
  return demand(request.actor, ACTIONS);
}
