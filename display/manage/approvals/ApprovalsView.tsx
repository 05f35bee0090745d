// The wins that wait for a manager, and what was made of the last ones. Rules AP1–AP3.
import { useState } from 'preact/hooks';
import type { Approvals, ApprovalView } from '../../../shared/schemas/approvals.ts';
import type { Decisions } from '../../../shared/schemas/decisions.ts';
import { Button } from '../../kit/ui/Button.tsx';
import { useFormats } from '../../kit/ui/formats.ts';
import { useLoad, type Loaded } from '../../kit/ui/load.ts';
import { useText } from '../../kit/ui/locale.ts';
import { DealTabs } from '../deals/DealTabs.tsx';
import { dealText } from '../deals/texts.ts';
import { OriginalLine } from '../money/DealMoney.tsx';
import { SectionHead } from '../SectionHead.tsx';
import { Empty, Shown } from '../Shown.tsx';
import { ApproveDialog, DeclineDialog } from './ApprovalDialogs.tsx';
import { readApprovals } from './calls.ts';
import { approvalText } from './texts.ts';

interface Open {
  deed: 'approve' | 'decline';
  deal: ApprovalView['deal'];
}

export function ApprovalsView({ decisions }: { decisions: Loaded<Decisions> }) {
  const t = useText(approvalText);
  const deals = useText(dealText);
  const { money } = useFormats();
  const approvals = useLoad(readApprovals, [decisions.data?.pending]);
  const [open, setOpen] = useState<Open | null>(null);
  const close = () => setOpen(null);
  const reload = async () => void (await Promise.all([approvals.reload(), decisions.reload()]));
  const [news, setNews] = useState('');
  const done = async (words: string) => {
    close();
    setNews(words);
    await reload();
  };
  const above = approvals.data?.aboveMinor ?? null;
  const lead = above === null ? t('leadOff') : t('lead', { amount: money(above) });
  const shared = { onClose: close, onDone: done, onRefused: reload };
  return (
    <>
      <SectionHead title={deals('title')} lead={approvals.data ? lead : ''} />
      <DealTabs current="waiting" decisions={decisions} />
      {news !== '' && (
        <p class="note note-good" role="status">
          {news}
        </p>
      )}
      <Shown loaded={approvals}>{(data) => <Lists data={data} onOpen={setOpen} />}</Shown>
      {open?.deed === 'approve' && <ApproveDialog deal={open.deal} {...shared} />}
      {open?.deed === 'decline' && <DeclineDialog deal={open.deal} {...shared} />}
    </>
  );
}

function Lists({ data: { waiting, decided }, onOpen }: { data: Approvals; onOpen: (open: Open) => void }) {
  const t = useText(approvalText);
  return (
    <>
      {waiting.length === 0 ? (
        <Empty title={t('emptyTitle')} text={t('emptyText')} />
      ) : (
        <table class="table deal-table">
          <tbody>
            {waiting.map((one) => (
              <ApprovalLine key={one.deal.id} one={one} onOpen={(deed) => onOpen({ deed, deal: one.deal })} />
            ))}
          </tbody>
        </table>
      )}
      {decided.length > 0 && (
        <section class="panel">
          <div class="panel-head">
            <h2>{t('decided')}</h2>
          </div>
          <table class="table deal-table">
            <tbody>
              {decided.map((one) => (
                <ApprovalLine key={one.deal.id} one={one} onOpen={null} />
              ))}
            </tbody>
          </table>
        </section>
      )}
    </>
  );
}

interface ApprovalLineProps {
  one: ApprovalView;
  /** Null where there is nothing to decide any more. */
  onOpen: ((deed: Open['deed']) => void) | null;
}

function ApprovalLine({ one, onOpen }: ApprovalLineProps) {
  const t = useText(approvalText);
  const { money, date, dateTime } = useFormats();
  const { deal, postedBy, postedAt } = one;
  const { customer } = deal;
  return (
    <tr class={one.decision === 'declined' || one.decision === 'withdrawn' ? 'deal-void' : undefined}>
      <td class="deal-when">{date(deal.closedAt)}</td>
      <td class="deal-rep">{deal.credits.map(({ repName }) => repName).join(', ')}</td>
      <td class="deal-what">
        <strong>{customer}</strong>
        <small class="quiet">
          {[deal.product, t('postedBy', { name: postedBy ?? '–', date: dateTime(postedAt) })]
            .filter(Boolean)
            .join(' · ')}
        </small>
        <Outcome one={one} />
      </td>
      <td class="number figure deal-amount">
        {money(deal.amountMinor)}
        <OriginalLine original={deal.original} />
      </td>
      <td class="deal-actions">
        {onOpen && (
          <>
            <Button size="small" look="main" label={t('approveNamed', { customer })} onClick={() => onOpen('approve')}>
              {t('approve')}
            </Button>
            <Button size="small" look="plain" label={t('declineNamed', { customer })} onClick={() => onOpen('decline')}>
              {t('decline')}
            </Button>
          </>
        )}
      </td>
    </tr>
  );
}

function Outcome({ one: { decision, decidedAt, decidedBy, reason, deal } }: { one: ApprovalView }) {
  const t = useText(approvalText);
  const { dateTime } = useFormats();
  if (decision === null) return deal.note === '' ? null : <small class="quiet">{deal.note}</small>;
  const look = decision === 'approved' ? 'badge-good' : 'badge-bad';
  return (
    <span class="badges">
      <span class={`badge ${look}`}>
        {t(decision)}
        {decision === 'declined' && reason !== null && `: ${reason}`}
      </span>
      <span class="quiet small">{t('by', { name: decidedBy ?? '–', date: dateTime(decidedAt ?? 0) })}</span>
    </span>
  );
}
