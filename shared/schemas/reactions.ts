// The office's latest wins as everybody may see them, and what colleagues say to them.
import { Type, type Static } from 'typebox';
import { MOST_REACTION_LETTERS, REACTION_KINDS, type ReactionCounts } from '../reactions.ts';
import { Id, Instant, KindField, Minor, nullable, oneOf } from './fields.ts';

const Kind = oneOf(REACTION_KINDS);

export const ReactionBody = Type.Object(
  {
    kind: Kind,
    text: Type.Optional(Type.String({ maxLength: MOST_REACTION_LETTERS, description: 'One short line.' })),
  },
  { additionalProperties: false },
);
export type ReactionBody = Static<typeof ReactionBody>;

const ReactionView = Type.Object({
  userId: Id,
  name: Type.String(),
  kind: Kind,
  text: Type.String(),
  at: Instant,
});

export const WinView = Type.Object({
  dealId: Type.String(),
  seq: Type.Integer(),
  at: Instant,
  amountMinor: Minor,
  /** Empty where the office shows no customers. */
  customer: Type.String(),
  product: Type.String(),
  kind: KindField,
  reps: Type.Array(Type.Object({ id: Id, name: Type.String(), photoId: nullable(Id) })),
  /** Whether it can still be congratulated on. */
  open: Type.Boolean(),
  counts: Type.Unsafe<ReactionCounts>({
    type: 'object',
    additionalProperties: { type: 'integer' },
    description: 'How many chose each sign.',
  }),
  /** The latest reactions, newest first. */
  reactions: Type.Array(ReactionView),
  /** One's own. */
  own: nullable(ReactionView),
});
export type WinView = Static<typeof WinView>;

export const WinsQuery = Type.Object(
  {
    cursor: Type.Optional(Type.String({ maxLength: 20 })),
    limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 100 })),
  },
  { additionalProperties: false },
);
export type WinsQuery = Static<typeof WinsQuery>;
