// The customers that a phone completes names from: each once, however it was typed, with what was said of it last. Those
// who have bought come before those who were only called on.
import type { CustomersView, CustomerView } from '../shared/schemas/posting.ts';
import { fold } from '../shared/fold.ts';
import type { Contact, Sale } from './store/customers.ts';

/** Sources and locations are chosen from a short list. */
const WORDS = 30;

/** What is said of somebody who has not bought yet. */
const PROSPECT = { deals: 0, product: '', kind: 'new', source: '', location: '' } as const;

/** What is known from these deals and calls, the latest first; `query` is a part of the customer's name. */
export function customersOf(
  { sales, contacts }: { sales: readonly Sale[]; contacts: readonly Contact[] },
  query: string,
  limit: number,
): CustomersView {
  const wanted = fold(query.trim());
  const customers = new Map<string, CustomerView>();
  for (const { customer, closedAt, ...last } of sales) {
    const key = fold(customer);
    const known = customers.get(key);
    if (known) known.deals += 1;
    else if (key.includes(wanted)) customers.set(key, { name: customer, deals: 1, lastAt: closedAt, ...last });
  }
  for (const { customer, at } of contacts) {
    const key = fold(customer);
    const isWanted = key.includes(wanted) && !customers.has(key);
    if (isWanted) customers.set(key, { ...PROSPECT, name: customer, lastAt: at });
  }
  return {
    items: [...customers.values()].slice(0, limit),
    sources: wordsOf(sales.map(({ source }) => source)),
    locations: wordsOf(sales.map(({ location }) => location)),
  };
}

function wordsOf(texts: readonly string[]): string[] {
  return [...new Set(texts)].filter((text) => text !== '').slice(0, WORDS);
}
