// Taking the last reset back.
import type { PeriodView } from '../../../shared/schemas/boards.ts';
import { useText } from '../../kit/ui/locale.ts';
import { undoReset } from '../calls.ts';
import { ConfirmDialog } from '../ConfirmDialog.tsx';
import { periodText } from './texts.ts';

interface UndoDialogProps {
  /** The period that the reset opened. */
  opened: PeriodView;
  onClose: () => void;
  onDone: () => Promise<void>;
}

export function UndoDialog({ opened, onClose, onDone }: UndoDialogProps) {
  const t = useText(periodText);
  return (
    <ConfirmDialog
      title={t('undoTitle')}
      text={t('undoText', { opened: opened.name })}
      action={t('undoDo')}
      onDo={async () => {
        await undoReset(opened.id);
        await onDone();
      }}
      onClose={onClose}
    />
  );
}
