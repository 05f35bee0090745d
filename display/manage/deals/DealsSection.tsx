// The ledger as managers read it: found, voided, corrected, taken out and in as CSV.
import { useState } from 'preact/hooks';
import type { DealView } from '../../../shared/schemas/deals.ts';
import { Button } from '../../kit/ui/Button.tsx';
import { useLoad } from '../../kit/ui/load.ts';
import { useText } from '../../kit/ui/locale.ts';
import { ProblemNote } from '../../kit/ui/Problem.tsx';
import { readReps } from '../../kit/api.ts';
import { ApprovalsView } from '../approvals/ApprovalsView.tsx';
import { readPeriods } from '../calls.ts';
import { RestoreDialog } from '../corrections/RestoreDialog.tsx';
import { StoryDialog } from '../corrections/StoryDialog.tsx';
import { LateView } from '../late/LateView.tsx';
import { useMay } from '../may.ts';
import { SearchInput } from '../SearchInput.tsx';
import { SectionHead } from '../SectionHead.tsx';
import type { SectionProps } from '../section-props.ts';
import { Empty } from '../Shown.tsx';
import { deskText } from '../texts.ts';
import { CorrectDialog } from './CorrectDialog.tsx';
import { DealImport } from './DealImport.tsx';
import { DealTable, type DealDeed } from './DealTable.tsx';
import { DealTabs } from './DealTabs.tsx';
import { dealText } from './texts.ts';
import { useDeals, type DealFilter, type DealList } from './use-deals.ts';
import { VoidDialog } from './VoidDialog.tsx';

type Open = { type: DealDeed; deal: DealView } | { type: 'import' };

export function DealsSection({ route, decisions }: SectionProps) {
  if (route.id === 'late') return <LateView decisions={decisions} />;
  if (route.id === 'waiting') return <ApprovalsView decisions={decisions} />;
  return <AllDeals decisions={decisions} />;
}

function AllDeals({ decisions }: Pick<SectionProps, 'decisions'>) {
  const t = useText(dealText);
  const may = useMay();
  const reps = useLoad(readReps, []);
  const [filter, setFilter] = useState<DealFilter>({ q: '', rep: '', period: '' });
  const deals = useDeals(filter);
  const [open, setOpen] = useState<Open | null>(null);
  const close = () => setOpen(null);
  const saved = async () => {
    close();
    await Promise.all([deals.reload(), decisions.reload()]);
  };
  const isFiltered = filter.q !== '' || filter.rep !== '' || filter.period !== '';
  const csv = `/api/export/deals.csv${filter.period === '' ? '' : `?period=${encodeURIComponent(filter.period)}`}`;
  return (
    <>
      <SectionHead title={t('title')} lead={t('lead')}>
        {may('export:read') && (
          <a class="button button-quiet" href={csv} download>
            {t('exportCsv')}
          </a>
        )}
        {may('import:write') && <Button onClick={() => setOpen({ type: 'import' })}>{t('importCsv')}</Button>}
      </SectionHead>
      <DealTabs decisions={decisions} />
      <Filters filter={filter} onFilter={setFilter} reps={reps.data?.items ?? []} />
      <DealPages deals={deals} isFiltered={isFiltered} onOpen={setOpen} />
      {open && (
        <Opened open={open} reps={reps.data?.items ?? []} onClose={close} onSaved={saved} onStored={deals.reload} />
      )}
    </>
  );
}

interface OpenedProps {
  open: Open;
  reps: readonly { id: string; name: string }[];
  onClose: () => void;
  onSaved: () => Promise<void>;
  onStored: () => Promise<void>;
}

function Opened({ open, reps, onClose, onSaved, onStored }: OpenedProps) {
  const shared = { onClose, onSaved };
  switch (open.type) {
    case 'void':
      return <VoidDialog deal={open.deal} {...shared} />;
    case 'correct':
      return <CorrectDialog deal={open.deal} reps={reps} {...shared} />;
    case 'restore':
      return <RestoreDialog deal={open.deal} {...shared} />;
    case 'story':
      return <StoryDialog deal={open.deal} onClose={onClose} />;
    case 'import':
      return <DealImport onClose={onClose} onStored={onStored} />;
  }
}

interface DealPagesProps {
  deals: DealList;
  isFiltered: boolean;
  onOpen: (open: Open) => void;
}

function DealPages({ deals, isFiltered, onOpen }: DealPagesProps) {
  const t = useText(dealText);
  const desk = useText(deskText);
  const { items, error, isLoading } = deals;
  if (items === null) return error === null ? <p role="status">{desk('loading')}</p> : <ProblemNote error={error} />;
  if (items.length === 0) {
    return isFiltered ? <p class="quiet">{t('noMatch')}</p> : <Empty title={t('emptyTitle')} text={t('emptyText')} />;
  }
  return (
    <>
      <ProblemNote error={error} />
      <DealTable deals={items} isLoading={isLoading} onOpen={(type, deal) => onOpen({ type, deal })} />
      {deals.hasMore && (
        <Button isBusy={isLoading} onClick={() => void deals.loadMore()}>
          {desk('more')}
        </Button>
      )}
    </>
  );
}

interface FiltersProps {
  filter: DealFilter;
  onFilter: (filter: DealFilter) => void;
  reps: readonly { id: string; name: string }[];
}

function Filters({ filter, onFilter, reps }: FiltersProps) {
  const t = useText(dealText);
  const periods = useLoad(readPeriods, []);
  return (
    <div class="filters" role="search">
      <SearchInput label={t('find')} text={filter.q} onText={(q) => onFilter({ ...filter, q })} />
      <Choose label={t('anyRep')} value={filter.rep} items={reps} onPick={(rep) => onFilter({ ...filter, rep })} />
      <Choose
        label={t('anyPeriod')}
        value={filter.period}
        items={periods.data?.items ?? []}
        onPick={(period) => onFilter({ ...filter, period })}
      />
    </div>
  );
}

interface ChooseProps {
  /** Also what stands for "all of them". */
  label: string;
  value: string;
  items: readonly { id: string; name: string }[];
  onPick: (id: string) => void;
}

function Choose({ label, value, items, onPick }: ChooseProps) {
  return (
    <select class="input" aria-label={label} value={value} onChange={(event) => onPick(event.currentTarget.value)}>
      <option value="">{label}</option>
      {items.map((item) => (
        <option key={item.id} value={item.id}>
          {item.name}
        </option>
      ))}
    </select>
  );
}
