// The outbox as a component sees it: the wins on this phone, as they change.
import { useEffect, useState } from 'preact/hooks';
import type { Entry } from '../outbox/entry.ts';
import type { Outbox } from '../outbox/outbox.ts';

export function useEntries(outbox: Outbox): readonly Entry[] {
  const [entries, setEntries] = useState(outbox.entries);
  useEffect(() => {
    setEntries(outbox.entries);
    return outbox.onChange(() => setEntries(outbox.entries));
  }, [outbox]);
  return entries;
}
