// What a customer's earlier deals let one guess of the next: known ones come back for the same, in the same place.
import { fold } from '../../../shared/fold.ts';
import type { DealBody } from '../../../shared/schemas/deals.ts';
import type { CustomersView, CustomerView } from '../../../shared/schemas/posting.ts';
import { matches } from '../../kit/search.ts';
import type { Draft } from './draft.ts';

/** The earlier customer of this name, however it is typed. */
export function knownCustomer(customers: readonly CustomerView[], name: string): CustomerView | undefined {
  const wanted = fold(name.trim());
  return wanted === '' ? undefined : customers.find((customer) => fold(customer.name) === wanted);
}

/** Customers to offer for what has been typed so far. */
export function suggestions(customers: readonly CustomerView[], typed: string, most: number): CustomerView[] {
  const found = customers.filter(({ name }) => name !== typed.trim() && matches(name, typed));
  return found.slice(0, most);
}

/** The draft with this customer; what was guessed of another is guessed anew, what the rep has chosen stays. */
export function withCustomer(draft: Draft, name: string, customers: readonly CustomerView[]): Draft {
  const known = knownCustomer(customers, name);
  const guessed = { product: known?.product ?? '', location: known?.location ?? '' };
  const isFree = (field: 'product' | 'location') => draft[field] === '' || draft[field] === draft.guessed[field];
  return {
    ...draft,
    customer: name,
    guessed,
    product: isFree('product') ? guessed.product : draft.product,
    location: isFree('location') ? guessed.location : draft.location,
    kind: draft.isKindChosen ? draft.kind : known ? 'recurring' : 'new',
  };
}

/** The lists with a win that has just been posted: its customer, source and place come first. */
export function withSale(known: CustomersView, body: DealBody, at: number): CustomersView {
  const earlier = knownCustomer(known.items, body.customer);
  const { customer: name, product = '', kind = 'new', source = '', location = '' } = body;
  const latest = { name, deals: (earlier?.deals ?? 0) + 1, lastAt: at, product, kind, source, location };
  const first = (text: string, texts: readonly string[]) =>
    text === '' ? [...texts] : [text, ...texts.filter((other) => other !== text)];
  return {
    items: [latest, ...known.items.filter((other) => other !== earlier)],
    sources: first(source, known.sources),
    locations: first(location, known.locations),
  };
}
