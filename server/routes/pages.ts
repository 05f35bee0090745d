// The pages and their assets. Pages are asked for afresh every time, assets are named by their content.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance } from 'fastify';

const PAGES: readonly (readonly [url: string, file: string])[] = [
  ['/', 'tv/index.html'],
  ['/win', 'desk/win/index.html'],
  ['/manage', 'desk/manage/index.html'],
  ['/join', 'desk/join/index.html'],
];

/** The service worker of `/win`: beside the page, and allowed to answer for the page itself. Rule PW1. */
const WORKER = { url: '/win/sw.js', file: 'desk/win/sw.js', scope: '/win' } as const;

export async function pageRoutes(app: FastifyInstance, displayDir: string): Promise<void> {
  // `npm start` has checked that both are built; a developer may have built one only.
  const built = ['tv', 'desk'].filter((build) => existsSync(join(displayDir, build)));
  for (const build of built) {
    await app.register(fastifyStatic, {
      root: join(displayDir, build),
      prefix: `/${build}/`,
      decorateReply: false,
      index: false,
      cacheControl: false,
      preCompressed: true,
      setHeaders: (reply) => void reply.header('cache-control', 'public, max-age=31536000, immutable'),
    });
  }
  for (const [url, file] of PAGES.filter((page) => existsSync(join(displayDir, page[1])))) {
    const html = readFileSync(join(displayDir, file));
    app.get(url, { config: { access: 'public' }, schema: { hide: true } }, (_, reply) =>
      reply.type('text/html; charset=utf-8').header('cache-control', 'no-cache').send(html),
    );
  }
  workerRoute(app, displayDir);
}

function workerRoute(app: FastifyInstance, displayDir: string): void {
  const file = join(displayDir, WORKER.file);
  if (!existsSync(file)) return;
  const script = readFileSync(file);
  app.get(WORKER.url, { config: { access: 'public' }, schema: { hide: true } }, (_, reply) =>
    reply
      .type('text/javascript; charset=utf-8')
      .header('cache-control', 'no-cache')
      .header('service-worker-allowed', WORKER.scope)
      .send(script),
  );
}

/** The build that this server serves; a screen with another one reloads (rule SC4). */
export function readBuildId(displayDir: string): string {
  const file = join(displayDir, 'tv/index.html');
  if (!existsSync(file)) return 'none';
  return /<meta name="build-id" content="([^"]+)"/.exec(readFileSync(file, 'utf8'))?.[1] ?? 'none';
}
