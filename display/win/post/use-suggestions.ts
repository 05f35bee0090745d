// Customers for what has been typed: from the list on the phone; where that is not all of them, from the server, too.
import { useEffect, useState } from 'preact/hooks';
import type { CustomersView, CustomerView } from '../../../shared/schemas/posting.ts';
import { call } from '../../kit/api.ts';
import { suggestions } from './guess.ts';
import { MOST_CUSTOMERS } from './kept-list.ts';

/** What fits into a row that a thumb can push along. */
const MOST = 8;
const PAUSE_MS = 250;

export function useSuggestions(
  customers: readonly CustomerView[],
  typed: string,
  isWanted: boolean,
): readonly CustomerView[] {
  const [more, setMore] = useState<readonly CustomerView[]>([]);
  const query = typed.trim();
  const here = isWanted ? suggestions(customers, typed, MOST) : [];
  const asks = isWanted && here.length === 0 && query.length > 1 && customers.length >= MOST_CUSTOMERS;
  useEffect(() => {
    setMore([]);
    if (!asks) return undefined;
    let isOff = false;
    const timer = setTimeout(() => {
      call<CustomersView>('GET', '/api/customers', { query: { q: query, limit: MOST } }).then(
        ({ items }) => isOff || setMore(items),
        () => undefined,
      );
    }, PAUSE_MS);
    return () => {
      isOff = true;
      clearTimeout(timer);
    };
  }, [asks, query]);
  return here.length > 0 ? here : suggestions(more, typed, MOST);
}
