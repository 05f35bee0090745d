// The win as it is being entered, and the request that it becomes.
import type { DealKind } from '../../../shared/deal.ts';
import { convert } from '../../../shared/exchange.ts';
import { parseAmount } from '../../../shared/money.ts';
import type { DealBody } from '../../../shared/schemas/deals.ts';
import type { ListedCurrency } from '../../../shared/schemas/money.ts';
import type { Entry } from '../outbox/entry.ts';
import { createUuid } from '../outbox/uuid.ts';
import { ownShare, type Share } from './share.ts';

export interface Draft {
  /** The deal's own id from the first key on: posted from two tabs it is one win (rule PO1). */
  id: string;
  /** A plain decimal, as the pad makes it. */
  amount: string;
  /** Another currency than the board's, with the rate that the phone knows of; the server's is what counts. */
  money: DraftMoney | null;
  customer: string;
  product: string;
  kind: DealKind;
  /** Whether the rep said so; else the kind follows from the customer. */
  isKindChosen: boolean;
  repId: string | null;
  repName: string;
  source: string;
  location: string;
  note: string;
  /** A local date in the office's zone; null for now. */
  closedOn: string | null;
  /** The colleagues' parts; none where the win is one's own. */
  shares: readonly Share[];
  /** What was filled in from the customer's last deal. */
  guessed: { product: string; location: string };
}

export type DraftMoney = Pick<ListedCurrency, 'currency' | 'exponent' | 'rate'>;

export type DraftFault = 'amount' | 'customer' | 'rep' | 'closedOn' | 'shares' | 'photo';

/** What a wall has room for. */
export const NOTE_LENGTH = 140;

export function emptyDraft(rep: { id: string | null; name: string }): Draft {
  return {
    id: createUuid(),
    amount: '',
    money: null,
    customer: '',
    product: '',
    kind: 'new',
    isKindChosen: false,
    repId: rep.id,
    repName: rep.name,
    source: '',
    location: '',
    note: '',
    closedOn: null,
    shares: [],
    guessed: { product: '', location: '' },
  };
}

/** Minor units of the board's currency that the amount typed so far comes to; 0 for none. */
export function minorOf({ amount, money }: Pick<Draft, 'amount' | 'money'>, exponent: number): number {
  const parsed = parseAmount(plainAmount(amount), money?.exponent ?? exponent);
  const minor = 'minor' in parsed ? parsed.minor : 0;
  return money ? convert(minor, money.exponent, money.rate, exponent) : minor;
}

/** Another money for the form; what was typed goes where the new one has fewer decimals. */
export function withMoney(draft: Draft, money: DraftMoney | null, exponent: number): Draft {
  const decimals = money?.exponent ?? exponent;
  const [whole = '', fraction] = draft.amount.split('.');
  const kept = decimals === 0 ? '' : (fraction?.slice(0, decimals) ?? '');
  return { ...draft, money, amount: kept === '' ? whole : `${whole}.${kept}` };
}

/** What is missing before the win can be posted, in the order of the page. */
export function faultsOf(draft: Draft, exponent: number, isClosed: boolean): DraftFault[] {
  const faults: DraftFault[] = [];
  if (draft.repId === null) faults.push('rep');
  if (minorOf(draft, exponent) === 0) faults.push('amount');
  if (draft.customer.trim() === '') faults.push('customer');
  if (isClosed) faults.push('closedOn');
  return faults;
}

const TEXTS = ['product', 'source', 'location', 'note'] as const;

/** The request; the same bytes on every retry, so the time at which it was entered is fixed here. Rules PD3, OS2. */
export function bodyOf(draft: Draft, repId: string, enteredAt: number): DealBody {
  const texts = TEXTS.map((field) => [field, draft[field].trim()] as const).filter(([, text]) => text !== '');
  const { id, shares } = draft;
  return {
    id,
    rep: repId,
    amount: plainAmount(draft.amount),
    ...(draft.money && { currency: draft.money.currency }),
    customer: draft.customer.trim(),
    kind: draft.kind,
    ...(draft.closedOn === null ? { closedAt: enteredAt } : { closedAt: draft.closedOn, enteredAt }),
    ...Object.fromEntries(texts),
    ...(shares.length > 0 && {
      splits: [
        { rep: repId, share: ownShare(shares) },
        ...shares.map(({ repId: rep, shareBp: share }) => ({ rep, share })),
      ],
    }),
  };
}

/** What an amount was posted in; one that is not listed any more has the decimals that were typed. */
function moneyOf({ amount, currency }: DealBody, listed: readonly DraftMoney[]): DraftMoney | null {
  if (currency === undefined) return null;
  const exponent = String(amount).split('.')[1]?.length ?? 0;
  return listed.find((one) => one.currency === currency) ?? { currency, exponent, rate: '1' };
}

/** What a draft is made of again: the currencies that are listed, and colleagues' names. */
export interface Known {
  currencies: readonly DraftMoney[];
  nameOf: (repId: string) => string;
}

/** A refused win, back in the form to be mended. */
export function draftOf({ id, body, repName, refusal }: Entry, { currencies, nameOf }: Known): Draft {
  const { closedAt } = body;
  const isDateWrong = refusal?.errors?.some(({ field }) => field === 'closedAt') ?? false;
  return {
    ...emptyDraft({ id: body.rep, name: repName }),
    id,
    amount: String(body.amount),
    money: moneyOf(body, currencies),
    customer: body.customer,
    product: body.product ?? '',
    kind: body.kind ?? 'new',
    isKindChosen: true,
    source: body.source ?? '',
    location: body.location ?? '',
    note: body.note ?? '',
    closedOn: typeof closedAt === 'string' && !isDateWrong ? closedAt : null,
    shares: (body.splits ?? [])
      .filter(({ rep }) => rep !== body.rep)
      .map(({ rep, share }) => ({ repId: rep, name: nameOf(rep), shareBp: share })),
  };
}

function plainAmount(amount: string): string {
  return amount.replace(/\.$/, '');
}
