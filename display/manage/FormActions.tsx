// The end of a dialog's form: leave it as it is, or send it.
import { Button, type ButtonProps } from '../kit/ui/Button.tsx';
import { useText } from '../kit/ui/locale.ts';
import { deskText } from './texts.ts';

interface FormActionsProps extends Pick<ButtonProps, 'look' | 'isBusy' | 'isDisabled'> {
  /** What sending it does, in words. */
  action: string;
  /** What leaving it means, where that is more than to cancel. */
  keep?: string;
  onClose: () => void;
}

export function FormActions({ action, keep, onClose, look = 'main', ...button }: FormActionsProps) {
  const desk = useText(deskText);
  return (
    <div class="dialog-actions">
      <Button onClick={onClose}>{keep ?? desk('cancel')}</Button>
      <Button type="submit" look={look} {...button}>
        {action}
      </Button>
    </div>
  );
}
