// Rates, receipts, what is open, and the journal.
import { Type, type Static } from 'typebox';
import { PAYMENT_STATES, RECEIPT_METHODS } from '../payment.ts';
import { AmountInput, Id, Instant, InstantInput, LocalDate, Minor, nullable, oneOf, Reason, strict } from './fields.ts';

const Currency = Type.String({ pattern: '^[A-Z]{3}$', description: 'An active ISO 4217 code.' });
const RateText = Type.String({ description: 'The price of one unit in the board’s currency, a plain decimal.' });

/** Another currency than the board's that has a rate, with the one that holds today, or the first that will. */
export const ListedCurrency = Type.Object({
  currency: Type.String(),
  exponent: Type.Integer(),
  rate: RateText,
  date: Type.String(),
});
export type ListedCurrency = Static<typeof ListedCurrency>;

/** What a deal was agreed in, and the rate that was frozen with it (rule MO5). */
export const OriginalView = Type.Object({
  amount: Type.String(),
  amountMinor: Type.Integer({ description: 'Minor units of the deal’s own currency.' }),
  currency: Type.String(),
  rate: RateText,
  rateDate: Type.String({ description: 'The local date that the rate was given for.' }),
});
export type OriginalView = Static<typeof OriginalView>;

/** How a sale stands, in the deal's own currency (rule RC2). */
export const PaymentView = Type.Object({
  state: oneOf(PAYMENT_STATES),
  currency: Type.String(),
  received: Type.String(),
  receivedMinor: Type.Integer(),
  open: Type.String(),
  openMinor: Type.Integer(),
  dueOn: nullable(Type.String()),
});
export type PaymentView = Static<typeof PaymentView>;

export const RateBody = strict({
  currency: Currency,
  date: LocalDate,
  rate: nullable(AmountInput),
  source: Type.Optional(Type.String({ maxLength: 200, description: 'Where the rate is from.' })),
  isConfirmed: Type.Optional(Type.Boolean({ description: 'Take it although it is far off its neighbours.' })),
});
export type RateBody = Static<typeof RateBody>;

export const RateView = Type.Object({
  id: Type.Integer(),
  currency: Type.String(),
  date: Type.String(),
  /** Null took the date's rate back. */
  rate: nullable(RateText),
  source: Type.String(),
  at: Instant,
  /** Who said so; empty for an account that is not known any more. */
  by: Type.String(),
  /** Another one of the same date came after it. */
  isReplaced: Type.Boolean(),
});
export type RateView = Static<typeof RateView>;

export const RateQuery = strict({
  currency: Type.Optional(Currency),
  cursor: Type.Optional(Type.String({ maxLength: 40 })),
});
export type RateQuery = Static<typeof RateQuery>;

/** Every rate that was ever given, the latest said first, and what is listed now. */
export const RateList = Type.Object({
  board: Type.String(),
  currencies: Type.Array(ListedCurrency),
  items: Type.Array(RateView),
  nextCursor: nullable(Type.String()),
});
export type RateList = Static<typeof RateList>;

export const ReceiptBody = strict({
  id: Type.Optional(
    Type.String({ pattern: '^[A-Za-z0-9_-]{8,64}$', description: 'Your own key: makes a retry safe.' }),
  ),
  amount: AmountInput,
  receivedAt: Type.Optional(InstantInput),
  method: Type.Optional(nullable(oneOf(RECEIPT_METHODS))),
  note: Type.Optional(Type.String({ maxLength: 500 })),
});
export type ReceiptBody = Static<typeof ReceiptBody>;

export const ReceiptVoidBody = strict({ reason: Reason });

export const ReceiptView = Type.Object({
  id: Id,
  /** The deal that it was recorded for; a correction of that one may stand now. */
  dealId: Id,
  amount: Type.String(),
  amountMinor: Type.Integer(),
  currency: Type.String(),
  boardMinor: Minor,
  receivedAt: Instant,
  method: nullable(oneOf(RECEIPT_METHODS)),
  note: Type.String(),
  recordedAt: Instant,
  by: Type.String(),
  void: nullable(Type.Object({ reason: Type.String(), at: Instant, by: Type.String() })),
});
export type ReceiptView = Static<typeof ReceiptView>;

export const DueBody = strict({ dueOn: nullable(LocalDate) });

/** Everything that was closed before a local date has been paid (rule RC7). */
export const SettleBody = strict({ before: LocalDate, reason: Reason });
export type SettleBody = Static<typeof SettleBody>;

/** So many sales, and what they come to in the board's minor units; `id` takes it back. */
export const Settled = Type.Object({ id: Id, deals: Type.Integer(), amountMinor: Minor });
export type Settled = Static<typeof Settled>;

/** The latest of them, newest first: what of each still stands. */
export const Settlements = Type.Object({
  items: Type.Array(
    Type.Object({
      ...Settled.properties,
      at: Instant,
      by: nullable(Type.String()),
      /** The local date before which deals had closed. */
      before: LocalDate,
    }),
  ),
});
export type Settlements = Static<typeof Settlements>;

const STATE_FILTERS = ['open', ...PAYMENT_STATES] as const;
export type StateFilter = (typeof STATE_FILTERS)[number];

export const ReceivableQuery = strict({
  state: Type.Optional(oneOf(STATE_FILTERS)),
  period: Type.Optional(Id),
  rep: Type.Optional(Type.String({ maxLength: 254 })),
  q: Type.Optional(Type.String({ maxLength: 200, description: 'Part of a customer, product or rep’s name.' })),
  cursor: Type.Optional(Type.String({ maxLength: 40 })),
});
export type ReceivableQuery = Static<typeof ReceivableQuery>;

/** In the board's minor units. */
export const ReceivableTotals = Type.Object({
  openMinor: Minor,
  overdueMinor: Minor,
  receivedMinor: Minor,
  /** Came in for deals that were voided since. */
  toRefundMinor: Minor,
  openDeals: Type.Integer(),
  overdueDeals: Type.Integer(),
});
export type ReceivableTotals = Static<typeof ReceivableTotals>;

export const ENTRY_KINDS = ['sale', 'correction', 'void', 'restore', 'receipt', 'receipt-void'] as const;
export type EntryKind = (typeof ENTRY_KINDS)[number];

const Account = Type.Object({ debit: Minor, credit: Minor, balance: Minor });

export const JournalEntry = Type.Object({
  at: Instant,
  kind: oneOf(ENTRY_KINDS),
  dealId: Id,
  receiptId: nullable(Id),
  customer: Type.String(),
  repName: Type.String(),
  /** Of a deal in another currency: what it was in that one. */
  original: nullable(Type.Object({ amount: Type.String(), currency: Type.String(), rate: RateText })),
  method: nullable(Type.String()),
  /** The note of a receipt, the reason of a void or a correction. */
  text: Type.String(),
  receivable: Account,
  cash: Account,
});
export type JournalEntry = Static<typeof JournalEntry>;

export const JournalDay = Type.Object({
  date: Type.String(),
  entries: Type.Integer(),
  receivable: Account,
  cash: Account,
});
export type JournalDay = Static<typeof JournalDay>;

const Window = {
  from: Type.Optional(InstantInput),
  to: Type.Optional(InstantInput),
};
export const JournalWindow = strict(Window);
export type JournalWindow = Static<typeof JournalWindow>;
export const JournalQuery = strict({ ...Window, cursor: Type.Optional(Type.String({ maxLength: 60 })) });
export type JournalQuery = Static<typeof JournalQuery>;

const BalancesView = Type.Object({ receivable: Minor, cash: Minor });
const JournalHead = {
  from: Instant,
  to: Instant,
  currency: Type.String(),
  /** Before the first entry of this page. */
  opening: BalancesView,
};

export const JournalPage = Type.Object({
  ...JournalHead,
  items: Type.Array(JournalEntry),
  nextCursor: nullable(Type.String()),
});
export type JournalPage = Static<typeof JournalPage>;

export const JournalDays = Type.Object({
  ...JournalHead,
  items: Type.Array(JournalDay),
  /** Of the whole range. */
  receivable: Account,
  cash: Account,
});
export type JournalDays = Static<typeof JournalDays>;
