// Forecasts from a CSV file: seen first, then stored, as a whole (rule FC3).
import { useState } from 'preact/hooks';
import type { ForecastImportAnswer } from '../../../shared/schemas/quotas.ts';
import { Button } from '../../kit/ui/Button.tsx';
import { Dialog } from '../../kit/ui/Dialog.tsx';
import { useText } from '../../kit/ui/locale.ts';
import { ProblemNote } from '../../kit/ui/Problem.tsx';
import { useSubmit } from '../../kit/ui/submit.ts';
import { FateTable } from '../imports/FateTable.tsx';
import { FilePick } from '../imports/FilePick.tsx';
import { importText } from '../imports/texts.ts';
import { deskText } from '../texts.ts';
import { importForecasts } from './calls.ts';
import { quotaText } from './texts.ts';

export function ForecastImport({ onClose, onStored }: { onClose: () => void; onStored: () => Promise<void> }) {
  const t = useText(quotaText);
  const im = useText(importText);
  const desk = useText(deskText);
  const submit = useSubmit();
  const [file, setFile] = useState<File | null>(null);
  const [answer, setAnswer] = useState<ForecastImportAnswer | null>(null);
  const run = (chosen: File, dryRun: boolean) =>
    submit.run(async () => {
      setAnswer(await importForecasts(chosen, dryRun));
      if (!dryRun) await onStored();
    });
  const pick = (chosen: File) => {
    setFile(chosen);
    setAnswer(null);
    void run(chosen, true);
  };
  const isRefused = answer?.rows.some(({ fate }) => fate === 'refused') === true;
  return (
    <Dialog title={t('importTitle')} isWide onClose={onClose}>
      <p class="quiet">{t('importLead')}</p>
      <FilePick onFile={pick} />
      {submit.isBusy && <p role="status">{im(answer ? 'storing' : 'checking')}</p>}
      <ProblemNote error={submit.error} />
      {answer && (
        <>
          <p class={`note ${answer.dryRun || isRefused ? '' : 'note-good'}`} role="status">
            {isRefused
              ? t('importRefused')
              : t(answer.dryRun ? 'importReady' : 'importDone', { count: answer.changed })}
          </p>
          <FateTable rows={answer.rows.map((row) => ({ ...row, dealId: null }))} />
        </>
      )}
      <div class="dialog-actions">
        <Button onClick={onClose}>{desk('close')}</Button>
        {file && answer?.dryRun && !isRefused && answer.changed > 0 && (
          <Button look="main" isBusy={submit.isBusy} onClick={() => void run(file, false)}>
            {t('importStore')}
          </Button>
        )}
      </div>
    </Dialog>
  );
}
