// The customers of earlier deals, for whoever posts the next one.
import { CustomerQuery, CustomersView } from '../../shared/schemas/posting.ts';
import { customersOf } from '../customers.ts';
import { actorOf } from '../http.ts';
import type { Api, Parts } from '../parts.ts';
import { repsWithin } from '../reach.ts';

const LIMIT = 200;

export function customerRoutes(app: Api, { directory, tables, clock }: Parts): void {
  app.get(
    '/api/customers',
    {
      config: { access: ['deal:read'] },
      schema: {
        tags: ['deals'],
        summary: 'Customers of the latest deals and activities, sources and locations, the latest first',
        querystring: CustomerQuery,
        response: { 200: CustomersView },
      },
    },
    (request) => {
      const within = repsWithin(directory, actorOf(request), 'deal:read', clock.now());
      const { q = '', limit = LIMIT } = request.query;
      const repIds = within && [...within];
      const known = { sales: tables.customers.sales(repIds), contacts: tables.customers.contacts(repIds) };
      return customersOf(known, q, limit);
    },
  );
}
