// Every route says who may call it: everybody, or those who may do one of these actions. Rule RO1.
import type { FastifyInstance } from 'fastify';
import type { Action } from '../shared/roles.ts';

export type Access = 'public' | readonly Action[];

declare module 'fastify' {
  interface FastifyContextConfig {
    access?: Access;
  }
}

/** A call as it is declared. */
export interface Call {
  method: string;
  /** With its parameters as `:id`. */
  url: string;
  access: Access;
}

/** Pages' assets and the API's own page come from libraries, and are for everybody. */
const LIBRARIES = /^\/(docs|tv|desk)(\/|$)/;

/** Has every route of ours say who may call it, or else stops the start. Gives the list that they are written into. */
export function listCalls(app: FastifyInstance): readonly Call[] {
  const calls: Call[] = [];
  app.addHook('onRoute', (route) => {
    const isOurs = !LIBRARIES.test(route.url);
    if (isOurs && route.config?.access === undefined) throw new Error(`${route.url} does not say who may call it`);
    const access: Access = route.config?.access ?? 'public';
    route.config = { ...route.config, access };
    // What changes something and gives nothing answers 204.
    const isMute = route.url.startsWith('/api/') && route.method !== 'GET' && route.schema && !route.schema.response;
    if (isMute) route.schema = { ...route.schema, response: { 204: { type: 'null', description: 'Done.' } } };
    if (access === 'public' && route.schema) route.schema = { security: [], ...route.schema };
    for (const method of [route.method].flat()) calls.push({ method, url: route.url, access });
  });
  return calls;
}
