// The outbox as a component sees it: what is on this phone, as it changes.
import { useEffect, useState } from 'preact/hooks';
import type { Entry, ErrandEntry } from '../outbox/entry.ts';
import type { Outbox } from '../outbox/outbox.ts';

export function useEntries(outbox: Outbox): readonly Entry[] {
  return useOutbox(outbox, () => outbox.entries);
}

export function useErrands(outbox: Outbox): readonly ErrandEntry[] {
  return useOutbox(outbox, () => outbox.errands);
}

function useOutbox<T>(outbox: Outbox, read: () => T): T {
  const [value, setValue] = useState(read);
  useEffect(() => {
    const follow = () => setValue(read);
    follow();
    return outbox.onChange(follow);
  }, [outbox]);
  return value;
}
