// A deal as the API shows it.
import { exponentOf } from '../shared/currencies.ts';
import type { Deal, Original } from '../shared/deal.ts';
import { formatMinor } from '../shared/money.ts';
import { openMinor, paymentState } from '../shared/payment.ts';
import type { DealAnswer, DealView } from '../shared/schemas/deals.ts';
import type { OriginalView, PaymentView } from '../shared/schemas/money.ts';
import { dateOf } from '../shared/time.ts';
import type { Directory } from './directory.ts';
import type { Amended } from './ledger/commands.ts';
import type { Parts } from './parts.ts';

/** Views of deals as of now: made once for a list, which then asks for each of its deals. */
export function dealViewer(parts: Pick<Parts, 'directory' | 'tables' | 'clock'>): (deal: Deal) => DealView {
  const { directory } = parts;
  const payment = paymentViewer(parts);
  return (deal) => dealView(deal, directory, payment(deal));
}

function dealView(deal: Deal, directory: Directory, payment: PaymentView | null): DealView {
  const period = directory.periodAt(deal.closedAt);
  return {
    id: deal.id,
    seq: deal.seq,
    repId: deal.repId,
    repName: repName(directory, deal.repId),
    amount: formatMinor(deal.amountMinor, directory.office?.exponent ?? 0),
    amountMinor: deal.amountMinor,
    currency: deal.currency,
    customer: deal.customer,
    product: deal.product,
    kind: deal.kind,
    source: deal.source,
    location: deal.location,
    note: deal.note,
    openedAt: deal.openedAt,
    closedAt: deal.wonAt ?? deal.closedAt,
    countsAt: deal.closedAt,
    recordedAt: deal.recordedAt,
    rev: deal.rev,
    periodId: period?.id ?? null,
    late: directory.isLate(deal),
    imported: deal.imported,
    corrects: deal.corrects,
    photoId: deal.photoId,
    original: originalView(deal.original),
    payment,
    credits: deal.credits.map((credit) => ({ ...credit, repName: repName(directory, credit.repId) })),
    external: deal.external,
    void: deal.void,
  };
}

/** What a deal was agreed in; null for the board's own currency. */
export function originalView(original: Original | null): OriginalView | null {
  return original && { ...original, amount: formatMinor(original.amountMinor, exponentOf(original.currency) ?? 0) };
}

/** How the sale of a deal stands; null where nothing is to come in or to be paid back. Rule RC2. */
export function paymentViewer({
  directory,
  tables,
  clock,
}: Pick<Parts, 'directory' | 'tables' | 'clock'>): (
  deal: Pick<Deal, 'seq' | 'currency' | 'original'>,
) => PaymentView | null {
  let today: string | null = null;
  // Asked for with every win that comes in: most have no due date, and a local date takes longer than all else here.
  const dayOf = (dueOn: string | null) =>
    dueOn === null ? '' : (today ??= dateOf(clock.now(), directory.office?.timeZone ?? 'UTC'));
  return (deal) => {
    const sale = tables.receipts.sale(deal.seq);
    const state = sale && paymentState(sale, dayOf(sale.dueOn));
    if (!sale || !state) return null;
    const currency = deal.original?.currency ?? deal.currency;
    const text = (minor: number) => formatMinor(minor, exponentOf(currency) ?? 0);
    const open = openMinor(sale);
    const { receivedMinor, dueOn } = sale;
    return { state, currency, received: text(receivedMinor), receivedMinor, open: text(open), openMinor: open, dueOn };
  };
}

/** A rep’s name; empty for nobody of the office. */
export function repName(directory: Directory, repId: string): string {
  const { roster } = directory;
  return roster.reps[roster.indexOf('rep', repId)]?.name ?? '';
}

/** A deal as whoever has posted or changed it is told. */
export function dealAnswer(parts: Parts, deal: Deal): DealAnswer {
  return {
    deal: dealViewer(parts)(deal),
    standing: parts.boards.standingAfter(deal),
    rev: deal.rev,
  };
}

/** The same of a correcting act; one that was only asked for has an effect and no standing. Rule CO3. */
export function amendedAnswer(parts: Parts, { deal, effect, pending }: Amended & { pending?: true }): DealAnswer {
  if (effect === null && !pending) return dealAnswer(parts, deal);
  const more = { ...(effect && { effect }), ...(pending && { pending }) };
  return { deal: dealViewer(parts)(deal), standing: null, rev: deal.rev, ...more };
}
