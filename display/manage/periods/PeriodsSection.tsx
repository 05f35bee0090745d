// The periods: what runs, what was, the reset and its undo.
import { useState } from 'preact/hooks';
import type { PeriodsView } from '../../../shared/schemas/boards.ts';
import { Button } from '../../kit/ui/Button.tsx';
import { useFormats } from '../../kit/ui/formats.ts';
import { useLoad } from '../../kit/ui/load.ts';
import { useText } from '../../kit/ui/locale.ts';
import { readPeriods } from '../calls.ts';
import { useMay } from '../may.ts';
import type { SectionProps } from '../section-props.ts';
import { routeTo } from '../routes.ts';
import { SectionHead } from '../SectionHead.tsx';
import { Shown } from '../Shown.tsx';
import { FinalPage } from './FinalPage.tsx';
import { ResetDialog } from './ResetDialog.tsx';
import { periodText } from './texts.ts';
import { UndoDialog } from './UndoDialog.tsx';

export function PeriodsSection({ route }: SectionProps) {
  return route.id === null ? <PeriodList /> : <FinalPage key={route.id} periodId={route.id} />;
}

function PeriodList() {
  const t = useText(periodText);
  const may = useMay();
  const periods = useLoad(readPeriods, []);
  const [open, setOpen] = useState<'reset' | 'undo' | null>(null);
  const [news, setNews] = useState('');
  const done = async (words: string) => {
    setOpen(null);
    setNews(words);
    await periods.reload();
  };
  const { data } = periods;
  return (
    <>
      <SectionHead title={t('title')} lead={t('lead')}>
        {may('period:write') && (
          <>
            {data?.canUndo && <Button onClick={() => setOpen('undo')}>{t('undo')}</Button>}
            <Button look="main" isDisabled={!data?.runningId} onClick={() => setOpen('reset')}>
              {t('reset')}
            </Button>
          </>
        )}
      </SectionHead>
      {news !== '' && (
        <p class="note note-good" role="status">
          {news}
        </p>
      )}
      <Shown loaded={periods}>{(view) => <PeriodTable view={view} />}</Shown>
      {open === 'reset' && <ResetDialog onClose={() => setOpen(null)} onDone={done} />}
      {open === 'undo' && <UndoDialog onClose={() => setOpen(null)} onDone={() => done(t('undoDone'))} />}
    </>
  );
}

function PeriodTable({ view }: { view: PeriodsView }) {
  const t = useText(periodText);
  const { dateTime, date } = useFormats();
  const newestFirst = [...view.items].sort((a, b) => b.startsAt - a.startsAt);
  return (
    <section class="panel">
      <div class="scroll">
        <table class="table">
          <thead>
            <tr>
              <th>{t('title')}</th>
              <th class="wide-only">{t('from')}</th>
              <th>{t('to')}</th>
              <th>{t('state')}</th>
              <th />
            </tr>
          </thead>
          <tbody>
            {newestFirst.map((period) => {
              const state = period.id === view.runningId ? 'running' : period.closedAt === null ? 'coming' : 'closed';
              return (
                <tr key={period.id}>
                  <th scope="row">{period.name}</th>
                  <td class="wide-only">{dateTime(period.startsAt)}</td>
                  <td>{period.closedAt === null ? date(period.endsAt - 1) : dateTime(period.endsAt)}</td>
                  <td>
                    <span class={`badge ${state === 'running' ? 'badge-good' : ''}`}>{t(state)}</span>
                  </td>
                  <td class="number">
                    {state === 'closed' && <a href={routeTo('periods', period.id)}>{t('final')}</a>}
                  </td>
                </tr>
              );
            })}
          </tbody>
        </table>
      </div>
    </section>
  );
}
