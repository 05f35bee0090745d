// What waits for a decision.
import { Type, type Static } from 'typebox';

export const Decisions = Type.Object({
  /** Deals of closed periods that no final knows (rule LA1). */
  late: Type.Integer(),
  /** Wins that wait for a manager (rule AP1). */
  pending: Type.Integer(),
});
export type Decisions = Static<typeof Decisions>;
