// Deals: posted, listed, voided, corrected.
import { Type, type Static } from 'typebox';
import { Effect } from './corrections.ts';
import {
  AmountInput,
  Id,
  Instant,
  InstantInput,
  KindField,
  LocalDate,
  Minor,
  nullable,
  Reason,
  strict,
} from './fields.ts';
import { OriginalView, PaymentView } from './money.ts';

const Text = Type.String({ maxLength: 200 });
const External = strict({
  source: Type.String({ minLength: 1, maxLength: 40, pattern: '^[a-z0-9_-]+$' }),
  id: Type.String({ minLength: 1, maxLength: 200 }),
});
const Split = strict({ rep: Id, share: Type.Integer({ minimum: 1, maximum: 10_000, description: 'Basis points.' }) });

const dealFields = {
  rep: Type.String({ minLength: 1, maxLength: 254, description: 'A rep’s id or e-mail address.' }),
  amount: AmountInput,
  currency: Type.String({
    minLength: 3,
    maxLength: 3,
    description: 'ISO 4217; another one than the board’s needs a rate.',
  }),
  customer: Type.String({ minLength: 1, maxLength: 200, pattern: '\\S' }),
  product: Text,
  kind: KindField,
  source: Text,
  location: Text,
  openedAt: nullable(InstantInput),
  closedAt: InstantInput,
  note: Type.String({ maxLength: 1000 }),
  photoId: nullable(Type.String({ minLength: 1, maxLength: 64, description: 'A picture of `POST /api/media`.' })),
  splits: Type.Array(Split, { maxItems: 20, description: 'Shares in basis points that sum to 10,000.' }),
};

export const DealBody = Type.Object(
  {
    id: Type.Optional(
      Type.String({ pattern: '^[A-Za-z0-9_-]{8,64}$', description: 'Your own key: makes a retry safe.' }),
    ),
    rep: dealFields.rep,
    amount: dealFields.amount,
    customer: dealFields.customer,
    currency: Type.Optional(dealFields.currency),
    product: Type.Optional(dealFields.product),
    kind: Type.Optional(dealFields.kind),
    source: Type.Optional(dealFields.source),
    location: Type.Optional(dealFields.location),
    openedAt: Type.Optional(dealFields.openedAt),
    closedAt: Type.Optional(dealFields.closedAt),
    enteredAt: Type.Optional(
      Type.Integer({
        description:
          'Epoch milliseconds at which a win that is dated by its day was entered, where it comes in later: how far back reps may date counts from then, from a week back at most.',
      }),
    ),
    note: Type.Optional(dealFields.note),
    photoId: Type.Optional(dealFields.photoId),
    splits: Type.Optional(dealFields.splits),
    external: Type.Optional(External),
    dueOn: Type.Optional(nullable(LocalDate)),
  },
  { additionalProperties: false },
);
export type DealBody = Static<typeof DealBody>;

export const VoidBody = strict({ reason: Reason });
export type VoidBody = Static<typeof VoidBody>;

/** What a correction changes; everything else stays as it was. */
export const CorrectBody = Type.Object(
  {
    ...Type.Partial(strict(dealFields)).properties,
    refreeze: Type.Optional(
      Type.Boolean({ description: 'Convert at the rate that holds now, instead of the one that was frozen.' }),
    ),
    reason: Reason,
  },
  { additionalProperties: false },
);
export type CorrectBody = Static<typeof CorrectBody>;

export const DealView = Type.Object({
  id: Id,
  seq: Type.Integer(),
  repId: Id,
  repName: Type.String(),
  amount: Type.String(),
  amountMinor: Minor,
  currency: Type.String(),
  customer: Type.String(),
  product: Type.String(),
  kind: KindField,
  source: Type.String(),
  location: Type.String(),
  note: Type.String(),
  openedAt: nullable(Instant),
  /** When it was won. */
  closedAt: Instant,
  /** By when it counts: `closedAt`, but for a late deal that was booked to the open period (rule LA2). */
  countsAt: Instant,
  recordedAt: Instant,
  rev: Type.Integer(),
  /** The period that `countsAt` falls in. */
  periodId: nullable(Id),
  /** Came after its period was closed, and is in no final of it (rule LA1). */
  late: Type.Boolean(),
  imported: Type.Boolean(),
  corrects: nullable(Id),
  photoId: nullable(Id),
  /** Null for a deal in the board's own currency. */
  original: nullable(OriginalView),
  /** Null for a deal that was voided and has nothing to be paid back, or that another one replaced. */
  payment: nullable(PaymentView),
  credits: Type.Array(Type.Object({ repId: Id, repName: Type.String(), shareBp: Type.Integer(), amountMinor: Minor })),
  external: nullable(Type.Object({ source: Type.String(), id: Type.String() })),
  void: nullable(Type.Object({ reason: Type.String(), at: Instant, replacedBy: nullable(Id) })),
});
export type DealView = Static<typeof DealView>;

/** Where the rep stands on the main board after the deal. */
export const StandingView = Type.Object({
  rank: nullable(Type.Integer()),
  previousRank: nullable(Type.Integer()),
  value: Minor,
  quota: nullable(Minor),
  attainment: nullable(Type.Number()),
  pace: nullable(Minor),
  /** Minor units to draw level with the next better rank; null at the top. */
  toNext: nullable(Minor),
  nextRank: nullable(Type.Integer()),
});
export type StandingView = Static<typeof StandingView>;

export const DealAnswer = Type.Object({
  deal: DealView,
  standing: nullable(StandingView),
  rev: Type.Integer(),
  /** Of a correcting act that was only asked for (`dryRun`): nothing was done. */
  effect: Type.Optional(Effect),
  /** It waits for a manager and counts nothing until then (rule AP1); status 202. */
  pending: Type.Optional(Type.Boolean()),
});
export type DealAnswer = Static<typeof DealAnswer>;

export const DealQuery = strict({
  period: Type.Optional(Id),
  rep: Type.Optional(Type.String({ maxLength: 254 })),
  q: Type.Optional(Type.String({ maxLength: 200, description: 'Part of a customer, product or rep’s name.' })),
  cursor: Type.Optional(Type.String({ maxLength: 40 })),
  limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 200 })),
});
export type DealQuery = Static<typeof DealQuery>;
