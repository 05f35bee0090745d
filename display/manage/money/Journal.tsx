// The journal of sales and cash receipts, by entry or by day, of one period.
import { useState } from 'preact/hooks';
import { useLoad } from '../../kit/ui/load.ts';
import { useText } from '../../kit/ui/locale.ts';
import { useUnits } from '../../kit/ui/formats.ts';
import { readPeriods } from '../calls.ts';
import { useMay } from '../may.ts';
import type { JournalRange } from './calls.ts';
import { JournalDaysTable } from './JournalDaysTable.tsx';
import { JournalEntries } from './JournalEntries.tsx';
import { moneyText } from './texts.ts';

const WAYS = ['byEntry', 'byDay'] as const;

export function Journal() {
  const t = useText(moneyText);
  const may = useMay();
  const { currency } = useUnits();
  const periods = useLoad(readPeriods, []);
  const [periodId, setPeriodId] = useState('');
  const [way, setWay] = useState<(typeof WAYS)[number]>('byEntry');
  const items = periods.data?.items ?? [];
  const period = items.find(({ id }) => id === periodId);
  const range: JournalRange = period ? { from: period.startsAt, to: period.endsAt } : {};
  const csv = new URLSearchParams(Object.entries(range).map(([name, at]) => [name, String(at)])).toString();
  return (
    <>
      <p class="quiet">{t('journalLead', { currency })}</p>
      <div class="filters">
        <select
          class="input"
          aria-label={t('running')}
          value={periodId}
          onChange={(event) => setPeriodId(event.currentTarget.value)}
        >
          <option value="">{t('running')}</option>
          {items
            .filter(({ id }) => id !== periods.data?.runningId)
            .map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
        </select>
        <div class="tabs" role="group" aria-label={t('journal')}>
          {WAYS.map((one) => (
            <button key={one} type="button" class="tab" aria-pressed={way === one} onClick={() => setWay(one)}>
              {t(one)}
            </button>
          ))}
        </div>
        {may('export:read') && (
          <a class="button button-quiet" href={`/api/export/journal.csv${csv === '' ? '' : `?${csv}`}`} download>
            {t('exportCsv')}
          </a>
        )}
      </div>
      {way === 'byEntry' ? <JournalEntries key={csv} range={range} /> : <JournalDaysTable key={csv} range={range} />}
    </>
  );
}
