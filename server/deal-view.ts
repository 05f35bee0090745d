// A deal as the API shows it.
import type { Deal } from '../shared/deal.ts';
import { formatMinor } from '../shared/money.ts';
import type { DealAnswer, DealView } from '../shared/schemas/deals.ts';
import type { Directory } from './directory.ts';
import type { Amended } from './ledger/commands.ts';
import type { Parts } from './parts.ts';

export function dealView(deal: Deal, directory: Directory): DealView {
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
    credits: deal.credits.map((credit) => ({ ...credit, repName: repName(directory, credit.repId) })),
    external: deal.external,
    void: deal.void,
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
    deal: dealView(deal, parts.directory),
    standing: parts.boards.standingAfter(deal),
    rev: deal.rev,
  };
}

/** The same of a correcting act; one that was only asked for has an effect and no standing. Rule CO3. */
export function amendedAnswer(parts: Parts, { deal, effect, pending }: Amended & { pending?: true }): DealAnswer {
  if (effect === null && !pending) return dealAnswer(parts, deal);
  const more = { ...(effect && { effect }), ...(pending && { pending }) };
  return { deal: dealView(deal, parts.directory), standing: null, rev: deal.rev, ...more };
}
