// What waits for a decision, within reach: the desk shows the counts in every section. Rules LA1, AP3.
import type { Actor } from '../shared/roles.ts';
import type { Decisions } from '../shared/schemas/decisions.ts';
import type { Parts } from './parts.ts';
import { reaches, repsWithin } from './reach.ts';

/** How many late deals and pending wins an actor may decide on. */
export function decisionsOf(parts: Parts, actor: Actor): Decisions {
  const corrects = repsWithin(parts, actor, 'deal:correct');
  const approves = repsWithin(parts, actor, 'deal:approve');
  const { late, pending } = parts.tables;
  return {
    late: late.sellers().filter((id) => reaches(corrects, [id])).length,
    pending: pending.open().filter(({ draft }) => reaches(approves, [draft.repId])).length,
  };
}
