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
}

/** The build that this server serves; a screen with another one reloads (rule SC4). */
export function readBuildId(displayDir: string): string {
  const file = join(displayDir, 'tv/index.html');
  if (!existsSync(file)) return 'none';
  return /<meta name="build-id" content="([^"]+)"/.exec(readFileSync(file, 'utf8'))?.[1] ?? 'none';
}
