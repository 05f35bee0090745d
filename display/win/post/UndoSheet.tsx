// Taking a slip back: says what will happen before it does.
import { Button } from '../../kit/ui/Button.tsx';
import { Dialog } from '../../kit/ui/Dialog.tsx';
import { useText } from '../../kit/ui/locale.ts';
import { winText } from '../texts.ts';

export interface UndoSheetProps {
  amount: string;
  customer: string;
  onClose: () => void;
  onUndo: () => void;
}

export function UndoSheet({ amount, customer, onClose, onUndo }: UndoSheetProps) {
  const t = useText(winText);
  return (
    <Dialog title={t('undoHead')} isSheet onClose={onClose}>
      <p>{t('undoTextAsk', { amount, customer })}</p>
      <div class="dialog-actions">
        <Button onClick={onClose}>{t('undoKeep')}</Button>
        <Button look="danger" onClick={onUndo}>
          {t('undoDo')}
        </Button>
      </div>
    </Dialog>
  );
}
