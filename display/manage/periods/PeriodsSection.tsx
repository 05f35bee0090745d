// The periods: what runs, what was, the reset and its undo.
import { useState } from 'preact/hooks';
import type { PeriodsView, PeriodView } from '../../../shared/schemas/boards.ts';
import type { OfficeSettings } from '../../../shared/schemas/office.ts';
import { Button } from '../../kit/ui/Button.tsx';
import { useLoad } from '../../kit/ui/load.ts';
import { useText } from '../../kit/ui/locale.ts';
import { readPeriods, removePeriod } from '../calls.ts';
import { ConfirmButton } from '../ConfirmButton.tsx';
import { useMay } from '../may.ts';
import type { SectionProps } from '../section-props.ts';
import { routeTo } from '../routes.ts';
import { SectionHead } from '../SectionHead.tsx';
import { Shown } from '../Shown.tsx';
import { useBoundaries } from './boundaries.ts';
import { comingText } from './coming-texts.ts';
import { CompareView } from './CompareView.tsx';
import { FinalPage } from './FinalPage.tsx';
import { PlanDialog } from './PlanDialog.tsx';
import { ResetDialog } from './ResetDialog.tsx';
import { periodText } from './texts.ts';
import { UndoDialog } from './UndoDialog.tsx';
import { versionText } from './version-texts.ts';

export function PeriodsSection({ route, session }: SectionProps) {
  if (route.id === 'compare') return <CompareView />;
  return route.id === null ? (
    <PeriodList office={session.office} />
  ) : (
    <FinalPage key={route.id} periodId={route.id} office={session.office} />
  );
}

function PeriodList({ office }: { office: OfficeSettings }) {
  const t = useText(periodText);
  const coming = useText(comingText);
  const versions = useText(versionText);
  const may = useMay();
  const periods = useLoad(readPeriods, []);
  const [open, setOpen] = useState<'reset' | 'undo' | 'plan' | null>(null);
  const [news, setNews] = useState('');
  const done = async (words: string) => {
    setOpen(null);
    setNews(words);
    await periods.reload();
  };
  const { data } = periods;
  const running = data?.items.find(({ id }) => id === data.runningId);
  // Somebody else may have been quicker.
  const close = () => {
    setOpen(null);
    void periods.reload();
  };
  return (
    <>
      <SectionHead title={t('title')} lead={t('lead')}>
        <a class="button button-quiet" href={routeTo('periods', 'compare')}>
          {versions('compare')}
        </a>
        {may('period:write') && (
          <>
            {data?.canUndo && <Button onClick={() => setOpen('undo')}>{t('undo')}</Button>}
            <Button onClick={() => setOpen('plan')}>{coming('plan')}</Button>
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
      <Shown loaded={periods}>{(view) => <PeriodTable view={view} onDone={done} />}</Shown>
      {open === 'reset' && <ResetDialog onClose={close} onDone={done} />}
      {open === 'plan' && (
        <PlanDialog
          office={office}
          planned={data?.items.filter(isPlanned(data)).length ?? 0}
          onClose={() => setOpen(null)}
          onDone={done}
        />
      )}
      {open === 'undo' && running && <UndoDialog opened={running} onClose={close} onDone={() => done(t('undoDone'))} />}
    </>
  );
}

/** Not closed and not running: still to begin. */
const isPlanned = (view: PeriodsView) => (period: PeriodView) =>
  period.closedAt === null && period.id !== view.runningId;

interface PeriodTableProps {
  view: PeriodsView;
  onDone: (words: string) => Promise<void>;
}

function PeriodTable({ view, onDone }: PeriodTableProps) {
  const t = useText(periodText);
  const coming = useText(comingText);
  const { start, end } = useBoundaries();
  const endOf = ({ id, endsAt }: PeriodView) =>
    id === view.runningId && view.isOpenEnded ? coming('noEnd') : end(endsAt);
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
            </tr>
          </thead>
          <tbody>
            {newestFirst.map((period) => {
              const state = period.id === view.runningId ? 'running' : period.closedAt === null ? 'coming' : 'closed';
              return (
                <tr key={period.id}>
                  <th scope="row">{period.name}</th>
                  <td class="wide-only">{start(period.startsAt)}</td>
                  <td>{endOf(period)}</td>
                  <td>
                    <div class="period-state">
                      <span class={`badge ${state === 'running' ? 'badge-good' : ''}`}>{t(state)}</span>
                      {state === 'closed' && <a href={routeTo('periods', period.id)}>{t('final')}</a>}
                      {state === 'coming' && <RemovePlan period={period} onDone={onDone} />}
                    </div>
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

function RemovePlan({ period, onDone }: { period: PeriodView; onDone: (words: string) => Promise<void> }) {
  const t = useText(comingText);
  const may = useMay();
  const { id, name } = period;
  if (!may('period:write')) return null;
  return (
    <ConfirmButton
      size="small"
      label={t('removeNamed', { name })}
      action={t('remove')}
      title={t('removeTitle', { name })}
      text={t('removeText')}
      onDo={async () => {
        await removePeriod(id);
        await onDone(t('removeDone', { name }));
      }}
    />
  );
}
