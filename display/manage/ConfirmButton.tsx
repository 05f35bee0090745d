// A button for something that cannot be taken back: it asks first.
import { useState } from 'preact/hooks';
import { Button, type ButtonProps } from '../kit/ui/Button.tsx';
import { ConfirmDialog } from './ConfirmDialog.tsx';

interface ConfirmButtonProps extends Omit<ButtonProps, 'onClick' | 'children'> {
  /** What the button says, here and in the question. */
  action: string;
  title: string;
  /** What it does. */
  text: string;
  onDo: () => Promise<void>;
}

export function ConfirmButton({ action, title, text, onDo, ...button }: ConfirmButtonProps) {
  const [isAsking, setAsking] = useState(false);
  return (
    <>
      <Button {...button} onClick={() => setAsking(true)}>
        {action}
      </Button>
      {isAsking && (
        <ConfirmDialog title={title} text={text} action={action} onDo={onDo} onClose={() => setAsking(false)} />
      )}
    </>
  );
}
