// What became of a win that has just been posted: told by the outbox.
import { useEffect, useRef, useState } from 'preact/hooks';
import type { DealAnswer } from '../../../shared/schemas/deals.ts';
import type { Entry } from '../outbox/entry.ts';
import type { Outbox } from '../outbox/outbox.ts';
import { sentEntry } from '../outbox/sent-wins.ts';
import { useEntries } from './use-entries.ts';

export type Fate =
  | { type: 'sending'; entry: Entry | null }
  | { type: 'kept'; entry: Entry | null }
  | { type: 'refused'; entry: Entry }
  /** The answer is null where another tab has sent the win; the entry is what was sent. */
  | { type: 'sent'; answer: DealAnswer | null; entry: Entry }
  | { type: 'undoing'; entry: Entry }
  | { type: 'undone' };

/** How long "sending" is said before the page says that the win is kept. */
const PATIENCE_MS = 2_500;

export function useFate(outbox: Outbox, id: string): Fate {
  const entry = useEntries(outbox).find((one) => one.id === id) ?? null;
  const [answer, setAnswer] = useState<DealAnswer | null>(null);
  const [isUndone, setUndone] = useState(false);
  const [isLate, setLate] = useState(false);
  const [sentBefore] = useState(() => sentEntry(id));
  const last = useRef<Entry | null>(sentBefore);
  useEffect(
    () => outbox.onDelivery((delivery) => delivery.entry.id === id && setAnswer(delivery.answer)),
    [outbox, id],
  );
  useEffect(() => outbox.onUndone((undone) => undone === id && setUndone(true)), [outbox, id]);
  useEffect(() => {
    const timer = setTimeout(() => setLate(true), PATIENCE_MS);
    return () => clearTimeout(timer);
  }, []);
  if (entry) last.current = entry;
  if (entry?.refusal) return { type: 'refused', entry };
  if (entry?.isUndone) return { type: 'undoing', entry };
  if (isUndone) return { type: 'undone' };
  if (last.current && (answer || !entry)) return { type: 'sent', answer, entry: last.current };
  return { type: isLate || (entry?.attempts ?? 0) > 0 ? 'kept' : 'sending', entry };
}
