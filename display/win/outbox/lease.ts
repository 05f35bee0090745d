// Which tab sends an entry right now: it holds a lease, renews it while it sends, and leaves it to the others when it dies.
import type { EntryStore, Kept } from './entry.ts';

/** How long a tab that has died keeps the others from an entry. */
export const LEASE_MS = 6_000;
export const RENEW_MS = 2_000;

/** A tab as it takes leases. */
export interface Holder {
  owner: string;
  now: () => number;
  schedule: (delayMs: number, run: () => void) => () => void;
}

/** When an entry is due for a tab: at its time, and not before another tab's lease has run out. */
export function dueAt({ nextAt, lease }: Kept, owner: string): number {
  return lease && lease.owner !== owner ? Math.max(nextAt, lease.until) : nextAt;
}

/** Takes the lease of an entry that may be sent; null where another tab has it, or the server has refused it. */
export async function claim(store: EntryStore, id: string, { owner, now }: Holder): Promise<Kept | null> {
  return await store.change(id, (entry) => {
    const isTaken = entry.lease !== null && entry.lease.owner !== owner && entry.lease.until > now();
    if (isTaken || entry.refusal !== null) return null;
    return { ...entry, lease: { owner, until: now() + LEASE_MS } };
  });
}

/** Keeps the lease of an entry that is on its way; gives what ends that. */
export function hold(store: EntryStore, id: string, { owner, now, schedule }: Holder): () => void {
  let cancel: () => void = () => undefined;
  const renewLater = () => {
    cancel = schedule(RENEW_MS, () => {
      const lease = { owner, until: now() + LEASE_MS };
      void store.change(id, (kept) => (kept.lease?.owner === owner ? { ...kept, lease } : null));
      renewLater();
    });
  };
  renewLater();
  return () => cancel();
}
