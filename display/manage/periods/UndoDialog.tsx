// Taking the last reset back.
import { Button } from '../../kit/ui/Button.tsx';
import { Dialog } from '../../kit/ui/Dialog.tsx';
import { useText } from '../../kit/ui/locale.ts';
import { ProblemNote } from '../../kit/ui/Problem.tsx';
import { useSubmit } from '../../kit/ui/submit.ts';
import { undoReset } from '../calls.ts';
import { deskText } from '../texts.ts';
import { periodText } from './texts.ts';

export function UndoDialog({ onClose, onDone }: { onClose: () => void; onDone: () => Promise<void> }) {
  const t = useText(periodText);
  const desk = useText(deskText);
  const submit = useSubmit();
  const send = async () => {
    if (await submit.run(async () => void (await undoReset()))) await onDone();
  };
  return (
    <Dialog title={t('undoTitle')} onClose={onClose}>
      <p>{t('undoText')}</p>
      <ProblemNote error={submit.error} />
      <div class="dialog-actions">
        <Button onClick={onClose}>{desk('cancel')}</Button>
        <Button look="danger" isBusy={submit.isBusy} onClick={() => void send()}>
          {t('undoDo')}
        </Button>
      </div>
    </Dialog>
  );
}
