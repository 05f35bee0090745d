// Taking a slip back: says what will happen, then voids the win.
import { voidDeal } from '../../kit/api.ts';
import { Button } from '../../kit/ui/Button.tsx';
import { Dialog } from '../../kit/ui/Dialog.tsx';
import { useText } from '../../kit/ui/locale.ts';
import { ProblemNote } from '../../kit/ui/Problem.tsx';
import { useSubmit } from '../../kit/ui/submit.ts';
import { winText } from '../texts.ts';

interface UndoSheetProps {
  dealId: string;
  amount: string;
  customer: string;
  onClose: () => void;
  onUndone: () => void;
}

export function UndoSheet({ dealId, amount, customer, onClose, onUndone }: UndoSheetProps) {
  const t = useText(winText);
  const submit = useSubmit();
  const undo = async () => {
    const isDone = await submit.run(async () => void (await voidDeal(dealId, t('undoReason'))));
    if (isDone) onUndone();
  };
  return (
    <Dialog title={t('undoHead')} isSheet onClose={onClose}>
      <p>{t('undoTextAsk', { amount, customer })}</p>
      <ProblemNote error={submit.error} />
      <div class="dialog-actions">
        <Button onClick={onClose}>{t('undoKeep')}</Button>
        <Button look="danger" isBusy={submit.isBusy} onClick={() => void undo()}>
          {t('undoDo')}
        </Button>
      </div>
    </Dialog>
  );
}
