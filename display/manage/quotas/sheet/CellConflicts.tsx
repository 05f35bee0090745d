// Cells that somebody else has changed, by name and as the sheet writes amounts (rule QT10).
import { useText } from '../../../kit/ui/locale.ts';
import { ConflictDialog, type ShownConflict } from '../../ConflictDialog.tsx';
import { quotaText } from '../texts.ts';
import type { Conflict } from './conflicts.ts';
import type { SheetModel } from './model.ts';

interface CellConflictsProps {
  model: SheetModel;
  conflicts: readonly Conflict[];
  /** What one has entered, by cell. */
  mine: (key: string) => string | null;
  onDecide: (conflicts: readonly Conflict[], isMine: boolean) => void;
  onClose: () => void;
}

export function CellConflicts({ model, conflicts, mine, onDecide, onClose }: CellConflictsProps) {
  const t = useText(quotaText);
  const amount = (plain: string | null) => (plain === null ? t('empty') : model.write(plain));
  const shown = conflicts.map(({ key, by, at, current }): ShownConflict => ({
    key,
    name: model.nameOf(key, t),
    by,
    at,
    current: amount(current),
    mine: amount(mine(key)),
  }));
  const decide = (keys: readonly string[], isMine: boolean) =>
    onDecide(
      conflicts.filter(({ key }) => keys.includes(key)),
      isMine,
    );
  return <ConflictDialog lead={t('conflictLead')} conflicts={shown} onDecide={decide} onClose={onClose} />;
}
