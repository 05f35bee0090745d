// Deals by how they are paid, with what that adds up to.
import { useEffect, useState } from 'preact/hooks';
import type { DealView } from '../../../shared/schemas/deals.ts';
import type { ReceivableTotals, StateFilter } from '../../../shared/schemas/money.ts';
import { Button } from '../../kit/ui/Button.tsx';
import { useFormats } from '../../kit/ui/formats.ts';
import { useLoad } from '../../kit/ui/load.ts';
import { useText } from '../../kit/ui/locale.ts';
import { ProblemNote } from '../../kit/ui/Problem.tsx';
import { useSubmit } from '../../kit/ui/submit.ts';
import { readPeriods } from '../calls.ts';
import { useMayEverywhere } from '../may.ts';
import { SearchInput } from '../SearchInput.tsx';
import { Empty, Shown } from '../Shown.tsx';
import { deskText } from '../texts.ts';
import { readReceivables, type Receivables as Page } from './calls.ts';
import { ReceiptDialog } from './ReceiptDialog.tsx';
import { ReceivableTable } from './ReceivableTable.tsx';
import { Settle } from './Settle.tsx';
import { moneyText } from './texts.ts';

interface Filter {
  q: string;
  period: string;
  state: StateFilter | '';
}

const STATES = ['open', 'overdue', 'due', 'part-paid', 'paid', 'to-refund'] as const;
/** Typing settles before the server is asked. */
const SETTLE_MS = 250;

export function Receivables() {
  const t = useText(moneyText);
  const desk = useText(deskText);
  const mayEverywhere = useMayEverywhere();
  const [filter, setFilter] = useState<Filter>({ q: '', period: '', state: 'open' });
  const query = useSettled(filter);
  const list = useLoad(() => readReceivables(queryOf(query)), [query]);
  const [more, setMore] = useState<Page | null>(null);
  const submit = useSubmit();
  const [open, setOpen] = useState<DealView | null>(null);
  useEffect(() => setMore(null), [list.data]);
  const cursor = (more ?? list.data)?.nextCursor ?? null;
  const loadMore = (from: string) =>
    submit.run(async () => {
      const page = await readReceivables({ ...queryOf(query), cursor: from });
      setMore({ ...page, items: [...(more?.items ?? []), ...page.items] });
    });
  return (
    <>
      {list.data && <Totals totals={list.data.totals} />}
      <Filters filter={filter} onFilter={setFilter} />
      {mayEverywhere('receipt:settle') && list.data && <Settle onChanged={list.reload} />}
      <Shown loaded={list}>
        {({ items }) => {
          const deals = [...items, ...(more?.items ?? [])];
          if (deals.length > 0) return <ReceivableTable deals={deals} isLoading={list.isLoading} onOpen={setOpen} />;
          const isAll = query.q === '' && query.period === '' && query.state === '';
          return isAll ? <Empty title={t('emptyTitle')} text={t('emptyText')} /> : <p class="quiet">{t('noMatch')}</p>;
        }}
      </Shown>
      <ProblemNote error={submit.error} />
      {cursor !== null && (
        <Button isBusy={submit.isBusy} onClick={() => void loadMore(cursor)}>
          {desk('more')}
        </Button>
      )}
      {open && <ReceiptDialog deal={open} onClose={() => setOpen(null)} onChanged={list.reload} />}
    </>
  );
}

function queryOf({ q, period, state }: Filter) {
  return { ...(q.trim() !== '' && { q: q.trim() }), ...(period !== '' && { period }), ...(state !== '' && { state }) };
}

function useSettled(filter: Filter): Filter {
  const [settled, setSettled] = useState(filter);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(filter), filter.q === settled.q ? 0 : SETTLE_MS);
    return () => clearTimeout(timer);
  }, [filter, settled.q]);
  return settled;
}

function Totals({ totals }: { totals: ReceivableTotals }) {
  const t = useText(moneyText);
  const { money } = useFormats();
  const tiles = [
    { label: t('open'), minor: totals.openMinor, note: t('deals', { count: totals.openDeals }), look: '' },
    {
      label: t('overdueSum'),
      minor: totals.overdueMinor,
      note: t('deals', { count: totals.overdueDeals }),
      look: totals.overdueMinor > 0 ? ' sum-bad' : '',
    },
    { label: t('received'), minor: totals.receivedMinor, note: '', look: ' sum-good' },
    ...(totals.toRefundMinor > 0
      ? [{ label: t('toRefundSum'), minor: totals.toRefundMinor, note: '', look: ' sum-bad' }]
      : []),
  ];
  return (
    <dl class="sums">
      {tiles.map(({ label, minor, note, look }) => (
        <div key={label} class={`sum${look}`}>
          <dt>{label}</dt>
          <dd>
            <b class="figure">{money(minor)}</b>
            {note !== '' && <small class="quiet">{note}</small>}
          </dd>
        </div>
      ))}
    </dl>
  );
}

function Filters({ filter, onFilter }: { filter: Filter; onFilter: (filter: Filter) => void }) {
  const t = useText(moneyText);
  const periods = useLoad(readPeriods, []);
  const pick = (change: Partial<Filter>) => onFilter({ ...filter, ...change });
  return (
    <div class="filters" role="search">
      <SearchInput label={t('find')} text={filter.q} onText={(q) => pick({ q })} />
      <select
        class="input"
        aria-label={t('state')}
        value={filter.state}
        onChange={(event) => pick({ state: event.currentTarget.value as Filter['state'] })}
      >
        <option value="">{t('anyState')}</option>
        {STATES.map((state) => (
          <option key={state} value={state} selected={state === filter.state}>
            {t(`state_${state}`)}
          </option>
        ))}
      </select>
      <select
        class="input"
        aria-label={t('anyPeriod')}
        value={filter.period}
        onChange={(event) => pick({ period: event.currentTarget.value })}
      >
        <option value="">{t('anyPeriod')}</option>
        {(periods.data?.items ?? []).map(({ id, name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </select>
    </div>
  );
}
