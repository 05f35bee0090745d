// Asks before something that cannot be taken back.
import { Button } from '../kit/ui/Button.tsx';
import { Dialog } from '../kit/ui/Dialog.tsx';
import { useText } from '../kit/ui/locale.ts';
import { ProblemNote } from '../kit/ui/Problem.tsx';
import { useSubmit } from '../kit/ui/submit.ts';
import { deskText } from './texts.ts';

interface ConfirmDialogProps {
  title: string;
  /** What it does. */
  text: string;
  /** The button's words. */
  action: string;
  onDo: () => Promise<void>;
  onClose: () => void;
}

export function ConfirmDialog({ title, text, action, onDo, onClose }: ConfirmDialogProps) {
  const desk = useText(deskText);
  const submit = useSubmit();
  const go = async () => {
    if (await submit.run(onDo)) onClose();
  };
  return (
    <Dialog title={title} onClose={onClose}>
      <p>{text}</p>
      <ProblemNote error={submit.error} />
      <div class="dialog-actions">
        <Button onClick={onClose}>{desk('cancel')}</Button>
        <Button look="danger" isBusy={submit.isBusy} onClick={() => void go()}>
          {action}
        </Button>
      </div>
    </Dialog>
  );
}
