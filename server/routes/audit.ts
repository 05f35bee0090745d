// Who did what when, newest first.
import { Type } from 'typebox';
import { page } from '../../shared/schemas/fields.ts';
import type { Api, Parts } from '../parts.ts';

const PAGE = 100;

const AuditEntry = Type.Object({
  id: Type.Integer(),
  at: Type.Integer(),
  rev: Type.Integer(),
  actor: Type.String(),
  action: Type.String(),
  subject: Type.String(),
  data: Type.String(),
});

export function auditRoutes(app: Api, parts: Parts): void {
  app.get(
    '/api/audit',
    {
      config: { access: ['audit:read'] },
      schema: {
        tags: ['audit'],
        summary: 'Who did what when, newest first',
        querystring: Type.Object({ cursor: Type.Optional(Type.Integer()) }, { additionalProperties: false }),
        response: { 200: page(AuditEntry) },
      },
    },
    (request) => {
      const items = parts.tables.audit.list(request.query.cursor ?? Number.MAX_SAFE_INTEGER, PAGE);
      const last = items.at(-1);
      return { items, nextCursor: items.length === PAGE && last ? String(last.id) : null };
    },
  );
}
