// CSV in: deals, rosters and forecasts. The file's bytes are the body; a dry run says every row's fate and stores nothing.
import type { FastifyRequest } from 'fastify';
import { Type } from 'typebox';
import { Refusal } from '../../shared/problem.ts';
import { ImportAnswer, Mapping, PeopleImportAnswer, SavedMapping } from '../../shared/schemas/imports.ts';
import { ForecastImportAnswer } from '../../shared/schemas/quotas.ts';
import { actorOf } from '../http.ts';
import { importForecasts } from '../import/forecasts.ts';
import { MAX_BYTES, readTable } from '../import/table.ts';
import { importDeals, importPeople, type Intake } from '../intake.ts';
import { officeOf, type Api, type Parts } from '../parts.ts';
import { DryRunQuery, isDryRun } from './periods.ts';

const FILE_TYPES = ['text/csv', 'text/plain', 'text/tab-separated-values', 'application/octet-stream'];
/** Bytes: nothing of them can be validated here. */
const FileBody = Type.Unsafe<Buffer>({ description: 'The file itself.' });
const ByName = Type.Object({ name: Type.String({ minLength: 1, maxLength: 120 }) });

export function importRoutes(app: Api, parts: Parts): void {
  mappingRoutes(app, parts);
  void app.register((files: Api, _, done) => {
    files.addContentTypeParser(FILE_TYPES, { parseAs: 'buffer', bodyLimit: MAX_BYTES }, (__, body, parsed) => {
      parsed(null, body);
    });
    fileRoutes(files, parts);
    forecastFileRoute(files, parts);
    done();
  });
}

function mappingRoutes(app: Api, parts: Parts): void {
  const { ledger, tables } = parts;

  app.get(
    '/api/import/mappings',
    {
      config: { access: ['import:write'] },
      schema: {
        tags: ['import'],
        summary: 'Saved column mappings',
        response: { 200: Type.Object({ items: Type.Array(SavedMapping) }) },
      },
    },
    () => ({ items: tables.mappings.list() }),
  );

  app.put(
    '/api/import/mappings/:name',
    {
      config: { access: ['import:write'] },
      schema: {
        tags: ['import'],
        summary: 'Save a column mapping',
        params: ByName,
        body: Mapping,
        response: { 200: SavedMapping },
      },
    },
    async (request) => {
      const saved = { name: request.params.name, mapping: request.body };
      await ledger.run('mapping:save', actorOf(request), saved);
      return saved;
    },
  );
}

function fileRoutes(app: Api, parts: Parts): void {
  app.post(
    '/api/import/deals',
    {
      config: { access: ['import:write'] },
      bodyLimit: MAX_BYTES,
      schema: {
        tags: ['import'],
        summary: 'Import deals from CSV; dryRun=1 lists every row’s fate and stores nothing',
        consumes: FILE_TYPES,
        body: FileBody,
        querystring: Type.Object(
          { ...DryRunQuery.properties, mapping: Type.Optional(Type.String({ maxLength: 120 })) },
          { additionalProperties: false },
        ),
        response: { 200: ImportAnswer },
      },
    },
    async (request) => {
      const mapping = request.query.mapping === undefined ? null : savedMapping(parts, request.query.mapping);
      return await importDeals(intakeOf(parts, request), readTable(bytesOf(request.body)), mapping);
    },
  );

  app.post(
    '/api/import/people',
    {
      config: { access: ['people:import'] },
      bodyLimit: MAX_BYTES,
      schema: {
        tags: ['import'],
        summary: 'Import reps and teams from CSV',
        consumes: FILE_TYPES,
        body: FileBody,
        querystring: DryRunQuery,
        response: { 200: PeopleImportAnswer },
      },
    },
    async (request) => {
      return await importPeople(intakeOf(parts, request), readTable(bytesOf(request.body)));
    },
  );
}

function forecastFileRoute(app: Api, parts: Parts): void {
  app.post(
    '/api/import/forecasts',
    {
      config: { access: ['import:write'] },
      bodyLimit: MAX_BYTES,
      schema: {
        tags: ['import'],
        summary: 'Import forecasts from CSV (rep, period, revenue, deals), all rows or none; dryRun=1 stores nothing',
        consumes: FILE_TYPES,
        body: FileBody,
        querystring: DryRunQuery,
        response: { 200: ForecastImportAnswer },
      },
    },
    async (request) => {
      const intake = { ...intakeOf(parts, request), directory: parts.directory };
      return await importForecasts(intake, readTable(bytesOf(request.body)));
    },
  );
}

function bytesOf(body: unknown): Uint8Array {
  if (Buffer.isBuffer(body)) return body;
  throw new Refusal('request/media-type', [], 'Send the file itself, as text/csv.');
}

function savedMapping(parts: Parts, name: string): Mapping {
  const mapping = parts.tables.mappings.read(name);
  if (!mapping) throw new Refusal('mapping/not-found');
  return mapping;
}

function intakeOf(parts: Parts, request: FastifyRequest & { query: { dryRun?: string } }): Intake {
  return {
    ledger: parts.ledger,
    office: officeOf(parts),
    now: parts.clock.now(),
    actor: actorOf(request),
    dryRun: isDryRun(request.query),
  };
}
