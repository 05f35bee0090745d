// Lists that the form is completed from: asked for once a page, kept on the phone for whoever is signed in, so that they
// are there without network, too. Rule PO7.
import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import type { DealBody } from '../../../shared/schemas/deals.ts';
import type { ColleagueView, CustomersView } from '../../../shared/schemas/posting.ts';
import { call } from '../../kit/api.ts';
import { readKept, SEEN, writeKept } from '../../kit/kept.ts';
import { withSale } from './guess.ts';

const NO_CUSTOMERS: CustomersView = { items: [], sources: [], locations: [] };
const NO_COLLEAGUES: readonly ColleagueView[] = [];
/** As many as make a list that is kept whole. */
export const MOST_CUSTOMERS = 200;

const readCustomers = () => call<CustomersView>('GET', '/api/customers', { query: { limit: MOST_CUSTOMERS } });
const readColleagues = async () => (await call<{ items: ColleagueView[] }>('GET', '/api/colleagues')).items;

const customersKey = (userId: string) => `${SEEN}customers.${userId}`;
const colleaguesKey = (userId: string) => `${SEEN}colleagues.${userId}`;

interface KeptList<T> {
  list: T;
  setList: (list: T) => void;
  /** Asks for it, unless this page has it from the server already. */
  fetch: () => void;
}

function useKeptList<T>(key: string, load: () => Promise<T>, empty: T): KeptList<T> {
  const [list, setList] = useState<T>(() => (readKept(key) as T | null) ?? empty);
  const isAsked = useRef(false);
  const keep = useCallback(
    (next: T) => {
      writeKept(key, next);
      setList(next);
    },
    [key],
  );
  const isGone = useRef(false);
  const fetch = useCallback(() => {
    if (isAsked.current) return;
    isAsked.current = true;
    // Without an answer the one that is kept will do, until the server can be reached again.
    load().then(
      // An answer that comes after its reader has left is nobody's.
      (answer) => isGone.current || keep(answer),
      () => {
        isAsked.current = false;
      },
    );
  }, [load, keep]);
  useEffect(() => {
    fetch();
    return () => {
      isGone.current = true;
    };
  }, [fetch]);
  return { list, setList: keep, fetch };
}

export interface Lists {
  customers: CustomersView;
  colleagues: readonly ColleagueView[];
  /** Takes in a win that has just been posted: its customer is the latest by now. */
  remember: (body: DealBody, at: number) => void;
  /** The server can be reached: asks for what is not here yet. */
  fetch: () => void;
}

export function useLists(userId: string): Lists {
  const customers = useKeptList(customersKey(userId), readCustomers, NO_CUSTOMERS);
  const colleagues = useKeptList(colleaguesKey(userId), readColleagues, NO_COLLEAGUES);
  return {
    customers: customers.list,
    colleagues: colleagues.list,
    remember: (body, at) => customers.setList(withSale(customers.list, body, at)),
    fetch: () => {
      customers.fetch();
      colleagues.fetch();
    },
  };
}

/** A colleague's name as it was last known. */
export function colleagueName(userId: string, repId: string): string {
  const kept = (readKept(colleaguesKey(userId)) as ColleagueView[] | null) ?? [];
  return kept.find(({ id }) => id === repId)?.name ?? '';
}
