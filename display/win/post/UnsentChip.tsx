// How much has not reached the server: always in sight, never only a colour.
import { useText } from '../../kit/ui/locale.ts';
import type { Kept } from '../outbox/entry.ts';
import { winText } from '../texts.ts';

interface UnsentChipProps {
  entries: readonly Kept[];
  userId: string;
  onOpen: () => void;
}

export function UnsentChip({ entries, userId, onOpen }: UnsentChipProps) {
  const t = useText(winText);
  const refused = entries.filter((entry) => entry.refusal !== null && entry.userId === userId).length;
  const tone = refused > 0 ? 'bad' : entries.length > 0 ? 'wait' : 'good';
  const words =
    refused > 0
      ? t('toMend', { count: refused })
      : entries.length > 0
        ? t('unsent', { count: entries.length })
        : t('allSent');
  return (
    <span aria-live="polite">
      <button type="button" class={`chip chip-${tone}`} onClick={onOpen} aria-haspopup="dialog">
        {words}
      </button>
    </span>
  );
}
