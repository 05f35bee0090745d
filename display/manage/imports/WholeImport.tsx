// A file that is stored as a whole: seen first, then stored as it was seen.
import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { Button } from '../../kit/ui/Button.tsx';
import { Dialog } from '../../kit/ui/Dialog.tsx';
import { useText } from '../../kit/ui/locale.ts';
import { ProblemNote } from '../../kit/ui/Problem.tsx';
import { useSubmit } from '../../kit/ui/submit.ts';
import { deskText } from '../texts.ts';
import { FilePick } from './FilePick.tsx';
import { importText } from './texts.ts';

interface WholeImportProps<T> {
  title: string;
  lead: string;
  /** What storing it is called. */
  action: string;
  ask: (file: File, dryRun: boolean) => Promise<T>;
  /** Whether what was seen can be stored. */
  isFit: (answer: T) => boolean;
  onClose: () => void;
  onStored: () => Promise<void>;
  /** What became of the file, or would. */
  children: (answer: T) => ComponentChildren;
}

export function WholeImport<T extends { dryRun: boolean }>(props: WholeImportProps<T>) {
  const { title, lead, action, ask, isFit, onClose, onStored, children } = props;
  const im = useText(importText);
  const desk = useText(deskText);
  const submit = useSubmit();
  const [file, setFile] = useState<File | null>(null);
  const [answer, setAnswer] = useState<T | null>(null);
  const run = (chosen: File, dryRun: boolean) =>
    submit.run(async () => {
      setAnswer(await ask(chosen, dryRun));
      if (!dryRun) await onStored();
    });
  const pick = (chosen: File) => {
    setFile(chosen);
    setAnswer(null);
    void run(chosen, true);
  };
  return (
    <Dialog title={title} isWide onClose={onClose}>
      <p class="quiet">{lead}</p>
      <FilePick onFile={pick} />
      {submit.isBusy && <p role="status">{im(answer ? 'storing' : 'checking')}</p>}
      <ProblemNote error={submit.error} />
      {answer && children(answer)}
      <div class="dialog-actions">
        <Button onClick={onClose}>{desk('close')}</Button>
        {file && answer?.dryRun && isFit(answer) && (
          <Button look="main" isBusy={submit.isBusy} onClick={() => void run(file, false)}>
            {action}
          </Button>
        )}
      </div>
    </Dialog>
  );
}
