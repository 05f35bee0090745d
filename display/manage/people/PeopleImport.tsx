// A roster from a CSV file: seen first, then stored.
import { useState } from 'preact/hooks';
import type { PeopleImportAnswer } from '../../../shared/schemas/imports.ts';
import { Button } from '../../kit/ui/Button.tsx';
import { Dialog } from '../../kit/ui/Dialog.tsx';
import { useText } from '../../kit/ui/locale.ts';
import { ProblemNote } from '../../kit/ui/Problem.tsx';
import { useSubmit } from '../../kit/ui/submit.ts';
import { importPeople } from '../calls.ts';
import { FateTable } from '../imports/FateTable.tsx';
import { FilePick } from '../imports/FilePick.tsx';
import { importText } from '../imports/texts.ts';
import { deskText } from '../texts.ts';
import { peopleText } from './texts.ts';

export function PeopleImport({ onClose, onStored }: { onClose: () => void; onStored: () => Promise<void> }) {
  const t = useText(peopleText);
  const im = useText(importText);
  const desk = useText(deskText);
  const submit = useSubmit();
  const [file, setFile] = useState<File | null>(null);
  const [answer, setAnswer] = useState<PeopleImportAnswer | null>(null);
  const run = (chosen: File, dryRun: boolean) =>
    submit.run(async () => {
      setAnswer(await importPeople(chosen, dryRun));
      if (!dryRun) await onStored();
    });
  const pick = (chosen: File) => {
    setFile(chosen);
    setAnswer(null);
    void run(chosen, true);
  };
  return (
    <Dialog title={t('importTitle')} isWide onClose={onClose}>
      <p class="quiet">{t('importLead')}</p>
      <FilePick onFile={pick} />
      {submit.isBusy && <p role="status">{im(answer ? 'storing' : 'checking')}</p>}
      <ProblemNote error={submit.error} />
      {answer && (
        <>
          <p class={`note ${answer.dryRun ? '' : 'note-good'}`} role="status">
            <strong>{answer.dryRun ? im('dryRun') : t('importDone')}</strong>
            <br />
            {t('importTeams', { created: answer.teams.new, known: answer.teams.known })}
            <br />
            {t('importReps', { created: answer.reps.new, known: answer.reps.known, moved: answer.reps.moved })}
          </p>
          <FateTable rows={answer.rows} />
        </>
      )}
      <div class="dialog-actions">
        <Button onClick={onClose}>{desk('close')}</Button>
        {file && answer?.dryRun && (
          <Button look="main" isBusy={submit.isBusy} onClick={() => void run(file, false)}>
            {im('storePeople')}
          </Button>
        )}
      </div>
    </Dialog>
  );
}
