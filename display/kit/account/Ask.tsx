// A button that asks once more, in its own place: no dialog over the dialog that it is in.
import { useState } from 'preact/hooks';
import { Button } from '../ui/Button.tsx';
import { useText } from '../ui/locale.ts';
import { ProblemNote } from '../ui/Problem.tsx';
import { useSubmit } from '../ui/submit.ts';
import { accountText } from './texts.ts';

interface AskProps {
  /** What the button says. */
  action: string;
  /** The same for who does not see beside what it stands. */
  label?: string;
  question: string;
  onDo: () => Promise<void>;
}

export function Ask({ action, label, question, onDo }: AskProps) {
  const t = useText(accountText);
  const submit = useSubmit();
  const [isAsking, setAsking] = useState(false);
  if (!isAsking) {
    return (
      <Button size="small" {...(label !== undefined && { label })} onClick={() => setAsking(true)}>
        {action}
      </Button>
    );
  }
  return (
    <div class="account-ask" role="group" aria-label={question}>
      <p>{question}</p>
      <ProblemNote error={submit.error} />
      <div class="dialog-actions">
        <Button onClick={() => setAsking(false)}>{t('cancel')}</Button>
        <Button
          look="danger"
          isBusy={submit.isBusy}
          onClick={() => void submit.run(onDo).then((isDone) => isDone && setAsking(false))}
        >
          {action}
        </Button>
      </div>
    </div>
  );
}
