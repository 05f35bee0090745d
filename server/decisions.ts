// What waits for a decision, within reach: the desk shows the counts in every section. Rules LA1, AP3.
import { can, type Actor } from '../shared/roles.ts';
import type { Decisions } from '../shared/schemas/decisions.ts';
import { actorOfUser } from './account.ts';
import type { Change } from './ledger/commands.ts';
import type { Parts } from './parts.ts';
import { reaches, repsWithin } from './reach.ts';

/** Whether a commit may have changed what waits for anybody. */
export function changesDecisions({ directory }: Pick<Parts, 'directory'>, changes: readonly Change[]): boolean {
  return changes.some((change) => {
    if (change.type === 'deal' || change.type === 'void' || change.type === 'restore') {
      return directory.isLate(change.deal);
    }
    return change.type === 'wait' || change.type === 'periods' || change.type === 'ledger';
  });
}

/** Everybody who decides on something somewhere. */
export function decidersOf({ directory }: Pick<Parts, 'directory'>): string[] {
  return directory.users.filter((user) => can(actorOfUser(user), 'deal:correct')).map(({ id }) => id);
}

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
