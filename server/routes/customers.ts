// The customers of earlier deals, for whoever posts the next one.
import { CustomerQuery, CustomersView } from '../../shared/schemas/posting.ts';
import { customersOf } from '../customers.ts';
import { actorOf } from '../http.ts';
import type { Api, Parts } from '../parts.ts';
import { repsWithin } from '../reach.ts';

const LIMIT = 200;

export function customerRoutes(app: Api, parts: Parts): void {
  const { tables } = parts;

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
      const within = repsWithin(parts, actorOf(request), 'deal:read');
      const { q = '', limit = LIMIT } = request.query;
      const repIds = within && [...within];
      const known = { sales: tables.customers.sales(repIds), contacts: tables.customers.contacts(repIds) };
      return customersOf(known, q, limit);
    },
  );
}
