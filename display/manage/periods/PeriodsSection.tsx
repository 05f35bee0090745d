// The periods: what runs, what was, the reset and its undo.
import { useState } from 'preact/hooks';
import type { Row } from '../../../shared/board-view.ts';
import type { PeriodsView, PeriodView } from '../../../shared/schemas/boards.ts';
import type { OfficeSettings } from '../../../shared/schemas/office.ts';
import { Button } from '../../kit/ui/Button.tsx';
import { useLoad } from '../../kit/ui/load.ts';
import { useText } from '../../kit/ui/locale.ts';
import { readComing, readPeriodResults, readPeriods } from '../calls.ts';
import { useMay } from '../may.ts';
import type { SectionProps } from '../section-props.ts';
import { routeTo } from '../routes.ts';
import { SectionHead } from '../SectionHead.tsx';
import { Shown } from '../Shown.tsx';
import { comingText } from './coming-texts.ts';
import { CompareView } from './CompareView.tsx';
import { FinalPage } from './FinalPage.tsx';
import { ComingTable } from './ComingTable.tsx';
import { PeriodTable } from './PeriodTable.tsx';
import { PlanDialog } from './PlanDialog.tsx';
import { ResetDialog } from './ResetDialog.tsx';
import { periodText } from './texts.ts';
import { UndoDialog } from './UndoDialog.tsx';
import { versionText } from './version-texts.ts';

/** Of the periods to come. */
const SHOWN_COMING = 4;

export function PeriodsSection({ route, session, live }: SectionProps) {
  if (route.id === 'compare') return <CompareView />;
  return route.id === null ? (
    <PeriodList office={session.office} running={live.board && live.board.standings.total} />
  ) : (
    <FinalPage key={route.id} periodId={route.id} office={session.office} />
  );
}

type Open = 'reset' | 'undo' | 'plan';

interface PeriodListProps {
  office: OfficeSettings;
  /** The running period's sum, as it stands. */
  running: Row | null;
}

function PeriodList({ office, running: sum }: PeriodListProps) {
  const t = useText(periodText);
  const periods = useLoad(() => Promise.all([readPeriods(), readPeriodResults()]), []);
  const [open, setOpen] = useState<Open | null>(null);
  const [news, setNews] = useState('');
  const done = async (words: string) => {
    setOpen(null);
    setNews(words);
    await periods.reload();
  };
  const [data] = periods.data ?? [];
  const running = data?.items.find(({ id }) => id === data.runningId);
  // Somebody else may have been quicker.
  const close = () => {
    setOpen(null);
    void periods.reload();
  };
  return (
    <>
      <SectionHead title={t('title')} lead={t('lead')}>
        <PeriodActions view={data ?? null} onOpen={setOpen} />
      </SectionHead>
      {news !== '' && (
        <p class="note note-good" role="status">
          {news}
        </p>
      )}
      <Shown loaded={periods}>
        {([view, results]) => (
          <>
            <PeriodTable view={view} results={results.items} running={sum} onDone={done} />
            <ByCalendar key={view.items.length} timeZone={office.timeZone} />
          </>
        )}
      </Shown>
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

function PeriodActions({ view, onOpen }: { view: PeriodsView | null; onOpen: (open: Open) => void }) {
  const t = useText(periodText);
  const coming = useText(comingText);
  const versions = useText(versionText);
  const may = useMay();
  return (
    <>
      <a class="button button-quiet" href={routeTo('periods', 'compare')}>
        {versions('compare')}
      </a>
      {may('period:write') && (
        <>
          {view?.canUndo && <Button onClick={() => onOpen('undo')}>{t('undo')}</Button>}
          <Button onClick={() => onOpen('plan')}>{coming('plan')}</Button>
          <Button look="main" isDisabled={!view?.runningId} onClick={() => onOpen('reset')}>
            {t('reset')}
          </Button>
        </>
      )}
    </>
  );
}

/** Not closed and not running: still to begin. */
const isPlanned = (view: PeriodsView) => (period: PeriodView) =>
  period.closedAt === null && period.id !== view.runningId;

/** What the office's calendar will open by itself after what is planned; nothing where all is planned by hand. */
function ByCalendar({ timeZone }: { timeZone: string }) {
  const t = useText(comingText);
  const coming = useLoad(() => readComing({ count: SHOWN_COMING }), []);
  const items = coming.data?.items.filter(({ state }) => state === 'calendar') ?? [];
  if (items.length === 0) return null;
  return (
    <section class="panel">
      <div class="panel-head">
        <h2>{t('byItself')}</h2>
        <p class="quiet small">{t('byItselfLead')}</p>
      </div>
      <ComingTable items={items} timeZone={timeZone} />
    </section>
  );
}
