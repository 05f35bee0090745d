// The late deals, by the period that they belong to: booked to the open one, or their own restated. Rules LA1–LA3.
import { useState } from 'preact/hooks';
import type { Decisions } from '../../../shared/schemas/decisions.ts';
import { Button } from '../../kit/ui/Button.tsx';
import { useFormats } from '../../kit/ui/formats.ts';
import { useLoad, type Loaded } from '../../kit/ui/load.ts';
import { useText } from '../../kit/ui/locale.ts';
import { StoryDialog } from '../corrections/StoryDialog.tsx';
import { DealTabs } from '../deals/DealTabs.tsx';
import { dealText } from '../deals/texts.ts';
import { useMay } from '../may.ts';
import { SectionHead } from '../SectionHead.tsx';
import { Empty, Shown } from '../Shown.tsx';
import { BookDialog, RestateDialog } from './LateDialogs.tsx';
import { LateTable, type LateDeal } from './LateTable.tsx';
import { readLate } from './calls.ts';
import { lateText } from './texts.ts';

interface Group {
  period: NonNullable<LateDeal['period']>;
  deals: LateDeal[];
}

type Open =
  | { type: 'book'; ids: string[] }
  | { type: 'restate'; period: Group['period'] }
  | { type: 'story'; deal: LateDeal };

/** By period, the latest first. */
function groupsOf(deals: readonly LateDeal[]): Group[] {
  const groups = new Map<string, Group>();
  for (const deal of deals) {
    const { period } = deal;
    if (!period) continue;
    const group = groups.get(period.id) ?? { period, deals: [] };
    group.deals.push(deal);
    groups.set(period.id, group);
  }
  return [...groups.values()].sort((a, b) => b.period.startsAt - a.period.startsAt);
}

export function LateView({ decisions }: { decisions: Loaded<Decisions> }) {
  const t = useText(lateText);
  const deals = useText(dealText);
  const late = useLoad(readLate, []);
  const [picked, setPicked] = useState<ReadonlySet<string>>(new Set());
  const [open, setOpen] = useState<Open | null>(null);
  const [news, setNews] = useState('');
  const close = () => setOpen(null);
  const done = async (words: string) => {
    close();
    setNews(words);
    setPicked(new Set());
    await Promise.all([late.reload(), decisions.reload()]);
  };
  return (
    <>
      <SectionHead title={deals('title')} lead={t('lead')}>
        {picked.size > 0 && (
          <Button look="main" onClick={() => setOpen({ type: 'book', ids: [...picked] })}>
            {t('bookPicked', { count: picked.size })}
          </Button>
        )}
      </SectionHead>
      <DealTabs current="late" decisions={decisions} />
      {news !== '' && (
        <p class="note note-good" role="status">
          {news}
        </p>
      )}
      <Shown loaded={late}>
        {({ items }) =>
          items.length === 0 ? (
            <Empty title={t('emptyTitle')} text={t('emptyText')} />
          ) : (
            groupsOf(items).map((group) => (
              <LateGroup key={group.period.id} group={group} picked={picked} onPicked={setPicked} onOpen={setOpen} />
            ))
          )
        }
      </Shown>
      {open?.type === 'book' && (
        <BookDialog ids={open.ids} onClose={close} onDone={() => done(t('booked', { count: open.ids.length }))} />
      )}
      {open?.type === 'restate' && (
        <RestateDialog
          period={open.period}
          onClose={close}
          onDone={() => done(t('restated', { period: open.period.name }))}
        />
      )}
      {open?.type === 'story' && <StoryDialog deal={open.deal} onClose={close} />}
    </>
  );
}

interface LateGroupProps {
  group: Group;
  picked: ReadonlySet<string>;
  onPicked: (picked: ReadonlySet<string>) => void;
  onOpen: (open: Open) => void;
}

function LateGroup({ group: { period, deals }, picked, onPicked, onOpen }: LateGroupProps) {
  const t = useText(lateText);
  const may = useMay();
  const { money } = useFormats();
  const value = money(deals.reduce((sum, { amountMinor }) => sum + amountMinor, 0));
  return (
    <section class="panel">
      <div class="panel-head late-head">
        <h2>{t('inPeriod', { period: period.name })}</h2>
        <p class="quiet">{t('count', { count: deals.length, value })}</p>
        <div class="section-actions">
          {may('period:write') && (
            <Button size="small" onClick={() => onOpen({ type: 'restate', period })}>
              {t('restate')}
            </Button>
          )}
        </div>
      </div>
      <LateTable
        deals={deals}
        picked={picked}
        onPicked={onPicked}
        onBook={({ id }) => onOpen({ type: 'book', ids: [id] })}
        onStory={(deal) => onOpen({ type: 'story', deal })}
      />
    </section>
  );
}
