// All that the server knows of its screens beyond the books: who waits to be claimed, who is there, who has shown what.
import type { Clock } from '../clock.ts';
import type { Ledger } from '../ledger/ledger.ts';
import { Deliveries } from './deliveries.ts';
import { Pairings } from './pairings.ts';
import { Presence } from './presence.ts';

export interface Screens {
  presence: Presence;
  deliveries: Deliveries;
  pairings: Pairings;
  /** Puts what is only in memory into the books, before the ledger closes. */
  write: () => void;
  stop: () => void;
}

export function openScreens(clock: Clock, ledger: Ledger, onFailure: (failure: unknown) => void): Screens {
  const system = { type: 'system' } as const;
  const presence = new Presence(clock, (seen) => {
    ledger.run('screens:seen', system, { seen }).catch(onFailure);
  });
  const deliveries = new Deliveries({
    clock,
    screens: () => presence.connectedIds(),
    write: (settled) => {
      ledger.run('deals:delivered', system, { deliveries: settled }).catch(onFailure);
    },
  });
  return {
    presence,
    deliveries,
    pairings: new Pairings(clock),
    write() {
      presence.write();
      deliveries.write(true);
    },
    stop() {
      presence.stop();
      deliveries.stop();
    },
  };
}
