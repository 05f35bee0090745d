// What waits for a decision, within reach: the desk shows the counts in every section. Rule LA1.
import type { Actor } from '../shared/roles.ts';
import type { Decisions } from '../shared/schemas/decisions.ts';
import type { Parts } from './parts.ts';
import { reaches, repsWithin } from './reach.ts';

/** How many late deals and pending wins an actor may decide on. */
export function decisionsOf(parts: Parts, actor: Actor): Decisions {
  const within = repsWithin(parts, actor, 'deal:correct');
  return { late: parts.tables.late.sellers().filter((id) => reaches(within, [id])).length };
}
