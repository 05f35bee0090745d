// What ever happened to a deal, told from the rows and from who did it by the audit. Rule CO4.
import { exponentOf } from '../shared/currencies.ts';
import type { Deal, Original } from '../shared/deal.ts';
import { formatMinor } from '../shared/money.ts';
import type { Actor } from '../shared/roles.ts';
import type { Act, StoryField, StoryView } from '../shared/schemas/corrections.ts';
import { dealInReach, repsOf } from './deal-reach.ts';
import { repName } from './deal-view.ts';
import type { Directory } from './directory.ts';
import type { Parts } from './parts.ts';
import { reaches, repsWithin } from './reach.ts';
import type { AuditEntry } from './store/audit.ts';

type Item = StoryView['items'][number];
type Change = Item['changes'][number];

/** The story of a deal within reach, of what it corrected and of what it was corrected to. */
export function storyOf(parts: Parts, actor: Actor, id: string): StoryView {
  const asked = dealInReach(parts, actor, 'deal:correct', id);
  const family = familyOf(parts, asked);
  const within = repsWithin(parts, actor, 'deal:correct');
  const isInReach = (deal: Deal) => reaches(within, repsOf(deal));
  const byId = new Map(family.map((deal) => [deal.id, deal]));
  const items = entriesOf(parts, family).map((entry): Item => {
    const [first, second] = dealsOf(entry, byId);
    const changes = second ? differences(parts.directory, first, second) : [];
    return {
      act: actOf(entry, first, second),
      at: entry.at,
      by: parts.directory.nameOf(entry.actor),
      dealId: (second ?? first).id,
      reason: reasonOf(entry),
      // What went to somebody out of reach is told by its name alone.
      changes:
        second && !(isInReach(first) && isInReach(second)) ? changes.filter(({ field }) => field === 'rep') : changes,
    };
  });
  return { standingId: family.find((deal) => deal.void === null)?.id ?? null, items };
}

/** The first of a deal's kin, and all that it was ever corrected to. */
function familyOf({ tables }: Parts, deal: Deal): Deal[] {
  let first = deal;
  while (first.corrects !== null) first = tables.search.byId(first.corrects) ?? { ...first, corrects: null };
  const family = [first];
  for (let place = 0; place < family.length; place += 1) {
    family.push(...tables.search.corrections(family[place]?.id ?? ''));
  }
  return family;
}

/** What was done to these deals, in order; an import says once what it brought. */
function entriesOf({ tables }: Parts, family: readonly Deal[]): (AuditEntry & { subject: string })[] {
  const ids = new Set(family.map(({ id }) => id));
  const revs = new Set(
    family.flatMap(({ rev, pastVoids }) => [rev, ...pastVoids.flatMap((past) => [past.rev, past.backRev])]),
  );
  for (const { seq } of family) {
    const rev = tables.voids.revOf(seq);
    if (rev !== null) revs.add(rev);
  }
  const [first] = family;
  const asked = first && tables.pending.byId(first.id);
  if (asked) revs.add(asked.rev);
  return [...revs]
    .sort((a, b) => a - b)
    .flatMap((rev) => tables.audit.ofRev(rev))
    .flatMap((entry) => {
      if (ids.has(entry.subject) && entry.action in ACT_OF) return [entry];
      const brought = entry.action === 'deals:import' && first?.imported === true && entry.rev === first.rev;
      return brought ? [{ ...entry, subject: first.id }] : [];
    });
}

const ACT_OF: Readonly<Record<string, Act>> = {
  'deals:import': 'imported',
  'deal:record': 'recorded',
  'deal:request': 'requested',
  'deal:approve': 'approved',
  'deal:void': 'voided',
  'deal:correct': 'corrected',
  'deal:book': 'booked',
  'deal:restore': 'restored',
};

function actOf({ action }: AuditEntry, first: Deal, second: Deal | null): Act {
  const act = ACT_OF[action] ?? 'recorded';
  return act === 'restored' && second !== null && second !== first ? 'takenBack' : act;
}

/** The deal that an entry is about, and the one that stood afterwards where that is another. */
function dealsOf(entry: AuditEntry, byId: ReadonlyMap<string, Deal>): [Deal, Deal | null] {
  const subject = byId.get(entry.subject);
  if (!subject) throw new Error('an entry of another deal');
  const { replacedBy, instead } = JSON.parse(entry.data) as { replacedBy?: string; instead?: string };
  if (instead !== undefined) return [byId.get(instead) ?? subject, subject];
  return [subject, replacedBy === undefined ? null : (byId.get(replacedBy) ?? null)];
}

function reasonOf({ data }: AuditEntry): string | null {
  const { reason } = JSON.parse(data) as { reason?: string };
  return reason?.trim() ?? null;
}

function differences(directory: Directory, from: Deal, to: Deal): Change[] {
  const before = fieldsOf(directory, from);
  const after = fieldsOf(directory, to);
  return (Object.keys(before) as StoryField[]).flatMap((field) => {
    return before[field] === after[field] ? [] : [{ field, from: before[field], to: after[field] }];
  });
}

/** What a deal in another currency was agreed in, and at which rate. */
function agreedIn({ amountMinor, currency, rate }: Original): string {
  return `${formatMinor(amountMinor, exponentOf(currency) ?? 0)} ${currency} × ${rate}`;
}

function fieldsOf(directory: Directory, deal: Deal): Record<StoryField, string> {
  const exponent = directory.office?.exponent ?? 0;
  const [first] = deal.credits;
  const isWhole = deal.credits.length === 1 && first?.repId === deal.repId;
  return {
    rep: repName(directory, deal.repId),
    amount: formatMinor(deal.amountMinor, exponent),
    agreed: deal.original === null ? '' : agreedIn(deal.original),
    customer: deal.customer,
    product: deal.product,
    kind: deal.kind,
    source: deal.source,
    location: deal.location,
    note: deal.note,
    photo: deal.photoId ?? '',
    openedAt: deal.openedAt === null ? '' : String(deal.openedAt),
    closedAt: String(deal.wonAt ?? deal.closedAt),
    countsAt: deal.wonAt === null ? '' : String(deal.closedAt),
    credits: isWhole
      ? ''
      : deal.credits.map(({ repId, shareBp }) => `${repName(directory, repId)} ${shareBp / 100}%`).join(', '),
  };
}
