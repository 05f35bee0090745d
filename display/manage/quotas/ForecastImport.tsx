// Forecasts from a CSV file: seen first, then stored, as a whole (rule FC3).
import type { ForecastImportAnswer } from '../../../shared/schemas/quotas.ts';
import { useText } from '../../kit/ui/locale.ts';
import { FateTable } from '../imports/FateTable.tsx';
import { WholeImport } from '../imports/WholeImport.tsx';
import { importForecasts } from './calls.ts';
import { quotaText } from './texts.ts';

const isRefused = ({ rows }: ForecastImportAnswer) => rows.some(({ fate }) => fate === 'refused');

export function ForecastImport({ onClose, onStored }: { onClose: () => void; onStored: () => Promise<void> }) {
  const t = useText(quotaText);
  return (
    <WholeImport
      title={t('importTitle')}
      lead={t('importLead')}
      action={t('importStore')}
      ask={importForecasts}
      isFit={(answer) => !isRefused(answer) && answer.changed > 0}
      onClose={onClose}
      onStored={onStored}
    >
      {(answer) => (
        <>
          <p class={`note ${answer.dryRun || isRefused(answer) ? '' : 'note-good'}`} role="status">
            {isRefused(answer)
              ? t('importRefused')
              : t(answer.dryRun ? 'importReady' : 'importDone', { count: answer.changed })}
          </p>
          <FateTable rows={answer.rows} />
        </>
      )}
    </WholeImport>
  );
}
