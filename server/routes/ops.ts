// For the person who runs it: is it alive, is it ready, what are its figures.
import { Type } from 'typebox';
import type { Metrics } from '../metrics.ts';
import type { Api, Parts } from '../parts.ts';

const Ready = Type.Object({ ok: Type.Boolean(), rev: Type.Integer(), setUp: Type.Boolean() });

export function opsRoutes(app: Api, parts: Parts, metrics: Metrics): void {
  app.get(
    '/healthz',
    {
      config: { access: 'public' },
      schema: { tags: ['ops'], summary: 'The process answers', response: { 200: Type.Object({ ok: Type.Boolean() }) } },
    },
    () => ({ ok: true }),
  );

  app.get(
    '/readyz',
    {
      config: { access: 'public' },
      schema: {
        tags: ['ops'],
        summary: 'The store can be read and written',
        response: { 200: Ready, 503: Ready },
      },
    },
    async (_, reply) => {
      const ok = parts.ledger.isOpen;
      const rev = parts.tables.revision.read()?.rev ?? 0;
      return reply.code(ok ? 200 : 503).send({ ok, rev, setUp: parts.directory.office !== null });
    },
  );

  app.get('/metrics', { config: { access: 'public' }, schema: { tags: ['ops'], hide: true } }, async (_, reply) => {
    void reply.type(metrics.registry.contentType);
    return await metrics.registry.metrics();
  });
}
