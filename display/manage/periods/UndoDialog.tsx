// Taking the last reset back.
import { useText } from '../../kit/ui/locale.ts';
import { undoReset } from '../calls.ts';
import { ConfirmDialog } from '../ConfirmDialog.tsx';
import { periodText } from './texts.ts';

export function UndoDialog({ onClose, onDone }: { onClose: () => void; onDone: () => Promise<void> }) {
  const t = useText(periodText);
  return (
    <ConfirmDialog
      title={t('undoTitle')}
      text={t('undoText')}
      action={t('undoDo')}
      onDo={async () => {
        await undoReset();
        await onDone();
      }}
      onClose={onClose}
    />
  );
}
