// The way to the server: one exchange over HTTP, its failures as types, and the calls that more than one page makes.
import type { OwnPatch } from '../../shared/schemas/accounts.ts';
import type { Session } from '../../shared/schemas/office.ts';
import type { RepView } from '../../shared/schemas/people.ts';
import type { FieldError, Problem } from '../../shared/problem.ts';

/** The server said no, and why. */
export class ApiFailure extends Error {
  readonly problem: Problem;

  constructor(problem: Problem) {
    super(problem.detail ?? problem.title);
    this.name = 'ApiFailure';
    this.problem = problem;
  }

  /** What is wrong with one field, if anything is. */
  field(name: string): FieldError | undefined {
    return this.problem.errors?.find((error) => error.field === name);
  }
}

/** No answer of Winboard's came back: no network, a timeout, or somebody else's page (a captive portal, a proxy). */
export class Unreachable extends Error {}

export interface Answer {
  status: number;
  /** The parsed JSON; undefined where the answer was something else. */
  body: unknown;
  /** What `Retry-After` asks for, where it gives seconds. */
  retryAfterMs: number | null;
}

export interface Request {
  query?: Record<string, string | number | undefined>;
  /** Sent as JSON. */
  body?: unknown;
  /** Sent as it is, instead of `body`. */
  file?: { bytes: Blob; type: string };
  timeoutMs?: number;
  /** Speaks in place of the page's cookie. */
  token?: string;
  /** For whom the page speaks: nothing is done where the cookie is somebody else's by now (rule PO2). */
  userId?: string;
}

const TIMEOUT_MS = 15_000;

/** One request and its answer, whatever its status. Throws `Unreachable` where none comes. */
export async function exchange(method: string, path: string, request: Request = {}): Promise<Answer> {
  // Below Chromium 66 nothing cuts a request off: it is only waited for no longer.
  const abort = typeof AbortController === 'undefined' ? null : new AbortController();
  let timer: ReturnType<typeof setTimeout> | undefined;
  const tooLate = new Promise<never>((_, reject) => {
    timer = setTimeout(() => {
      reject(new Error('too late'));
      abort?.abort();
    }, request.timeoutMs ?? TIMEOUT_MS);
  });
  try {
    return await Promise.race([ask(method, path, request, abort), tooLate]);
  } catch (error) {
    throw new Unreachable('no answer', { cause: error });
  } finally {
    clearTimeout(timer);
  }
}

async function ask(method: string, path: string, request: Request, abort: AbortController | null): Promise<Answer> {
  const response = await fetch(path + queryText(request.query), {
    method,
    credentials: 'same-origin',
    cache: 'no-store',
    ...(abort && { signal: abort.signal }),
    ...content(request),
  });
  const isJson = /[/+]json\b/.test(response.headers.get('content-type') ?? '');
  const body: unknown = isJson ? await response.json() : undefined;
  return { status: response.status, body, retryAfterMs: retryAfter(response) };
}

function queryText(query: Request['query']): string {
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(query ?? {})) {
    if (value !== undefined && value !== '') search.set(name, String(value));
  }
  const text = search.toString();
  return text === '' ? '' : `?${text}`;
}

function content({ body, file, token, userId }: Request): RequestInit {
  const who: Record<string, string> = {
    ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
    ...(userId === undefined ? {} : { 'x-winboard-user': userId }),
  };
  if (file) return { body: file.bytes, headers: { ...who, 'content-type': file.type } };
  if (body === undefined) return { headers: who };
  return { body: JSON.stringify(body), headers: { ...who, 'content-type': 'application/json' } };
}

function retryAfter(response: Response): number | null {
  const seconds = Number(response.headers.get('retry-after') ?? Number.NaN);
  return Number.isFinite(seconds) && seconds >= 0 ? seconds * 1000 : null;
}

/** The problem that an answer carries, or null where it is none of Winboard's. */
export function problemOf(answer: Answer): Problem | null {
  const { body } = answer;
  if (typeof body !== 'object' || body === null || !('code' in body) || typeof body.code !== 'string') return null;
  return body as Problem;
}

/** A request whose answer is `T`. Throws `ApiFailure` or `Unreachable`. */
export async function call<T>(method: string, path: string, request: Request = {}): Promise<T> {
  const answer = await exchange(method, path, request);
  if (answer.status >= 200 && answer.status < 300) {
    if (answer.body === undefined && answer.status !== 204) throw new Unreachable('not an answer of Winboard');
    return answer.body as T;
  }
  const problem = problemOf(answer);
  if (!problem) throw new Unreachable(`status ${answer.status}`);
  throw new ApiFailure(problem);
}

export const readSetup = () => call<{ done: boolean }>('GET', '/api/setup');
export const readSession = () => call<Session>('GET', '/api/session');
export const signIn = (email: string, password: string) =>
  call<Session>('POST', '/api/session', { body: { email, password } });
/** Changes one's own account; gives the session as it is then. */
export const patchOwn = (patch: OwnPatch) => call<Session>('PATCH', '/api/me', { body: patch });
export const signOut = () => call<unknown>('DELETE', '/api/session');
export const readReps = () => call<{ items: RepView[] }>('GET', '/api/reps');
