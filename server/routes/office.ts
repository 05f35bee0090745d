// The office's settings and the tokens of machines and screens.
import { Type } from 'typebox';
import { OfficePreview } from '../../shared/schemas/calendar.ts';
import { NewToken, OfficePatch, OfficeSettings, TokenBody, TokenView } from '../../shared/schemas/office.ts';
import { makeSecret } from '../auth.ts';
import { actorOf } from '../http.ts';
import { toldOffice, type Api, type Parts } from '../parts.ts';

/** All products and named holidays that there may be, and what they were, with room. */
const OFFICE_BYTES = 1_000_000;
const TOKEN_PREFIX = 'wb_';
const ById = Type.Object({ id: Type.String() });

export function officeRoutes(app: Api, parts: Parts): void {
  settingsRoutes(app, parts);
  tokenRoutes(app, parts);
}

function settingsRoutes(app: Api, parts: Parts): void {
  const { ledger } = parts;

  app.get(
    '/api/office',
    {
      config: { access: ['board:read'] },
      schema: { tags: ['office'], summary: 'The office’s settings', response: { 200: OfficeSettings } },
    },
    () => toldOffice(parts),
  );

  app.patch(
    '/api/office',
    {
      config: { access: ['office:write'] },
      bodyLimit: OFFICE_BYTES,
      schema: {
        tags: ['office'],
        summary: 'Change settings',
        description:
          'With `expected`, a setting that is another by now is a 409 whose errors hold what it is, who changed it and when.',
        body: OfficePatch,
        response: { 200: OfficeSettings },
      },
    },
    async (request) => {
      await ledger.run('office:patch', actorOf(request), request.body);
      return toldOffice(parts);
    },
  );

  app.post(
    '/api/office/preview',
    {
      config: { access: ['office:write'] },
      bodyLimit: OFFICE_BYTES,
      schema: {
        tags: ['office'],
        summary: 'What changing these settings would do; nothing is changed',
        body: OfficePatch,
        response: { 200: OfficePreview },
      },
    },
    async (request) => await ledger.run('office:preview', actorOf(request), request.body),
  );
}

function tokenRoutes(app: Api, parts: Parts): void {
  const { ledger, directory } = parts;

  app.get(
    '/api/tokens',
    {
      config: { access: ['token:write'] },
      schema: {
        tags: ['tokens'],
        summary: 'Tokens that are still good',
        response: { 200: Type.Object({ items: Type.Array(TokenView) }) },
      },
    },
    () => ({ items: [...directory.tokens] }),
  );

  app.post(
    '/api/tokens',
    {
      config: { access: ['token:write'] },
      schema: {
        tags: ['tokens'],
        summary: 'Make a token; it is shown once',
        body: TokenBody,
        response: { 201: NewToken },
      },
    },
    async (request, reply) => {
      const { name, scopes } = request.body;
      const { secret, hash } = makeSecret(TOKEN_PREFIX);
      const { id } = await ledger.run('token:create', actorOf(request), { name, scopes, hash });
      return reply.code(201).send({ id, name, scopes, token: secret });
    },
  );

  app.delete(
    '/api/tokens/:id',
    { config: { access: ['token:write'] }, schema: { tags: ['tokens'], summary: 'Revoke a token', params: ById } },
    async (request, reply) => {
      await ledger.run('token:revoke', actorOf(request), { id: request.params.id });
      return reply.code(204).send();
    },
  );
}
