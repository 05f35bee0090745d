// Wins that wait for a manager.
import { Type, type Static } from 'typebox';
import { DealView } from './deals.ts';
import { AmountInput, Instant, Minor, nullable, oneOf, strict } from './fields.ts';

/** What becomes of a win that waited. */
export const DECISIONS = ['approved', 'declined', 'withdrawn'] as const;
export type Decision = (typeof DECISIONS)[number];

export const ApprovalView = Type.Object({
  /** In the shape of the deal that it is to become; `void` where it never will. */
  deal: DealView,
  postedAt: Instant,
  postedBy: nullable(Type.String()),
  decision: nullable(oneOf(DECISIONS)),
  decidedAt: nullable(Instant),
  decidedBy: nullable(Type.String()),
  reason: nullable(Type.String()),
});
export type ApprovalView = Static<typeof ApprovalView>;

/** Those that wait, in the order in which they came, and the latest that were decided on. */
export const Approvals = Type.Object({
  waiting: Type.Array(ApprovalView),
  decided: Type.Array(ApprovalView),
  /** Wins above this wait, minor units; null where none does. */
  aboveMinor: nullable(Minor),
});
export type Approvals = Static<typeof Approvals>;

export const ApprovalRule = strict({
  above: nullable(AmountInput),
  /** What it was before the eyes of whoever changes it; where it is another by now, nothing is stored (rule OS6). */
  expected: Type.Optional(nullable(AmountInput)),
});
export type ApprovalRule = Static<typeof ApprovalRule>;

export const RuleAnswer = Type.Object({
  aboveMinor: nullable(Minor),
  /** Where it was only asked for: wins of the running period, those of them above it, and how many wait now. */
  effect: Type.Optional(Type.Object({ wins: Type.Integer(), above: Type.Integer(), waiting: Type.Integer() })),
});
export type RuleAnswer = Static<typeof RuleAnswer>;
