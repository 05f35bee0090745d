// Wins that wait, told on the phone: to managers that one does, to whoever posted it what has become of it. Rule PN7.
import type { Deal } from '../../shared/deal.ts';
import { accountIn } from '../../shared/roles.ts';
import { actorOfUser } from '../account.ts';
import type { Clock } from '../clock.ts';
import type { Directory } from '../directory.ts';
import type { Change } from '../ledger/commands.ts';
import { dealOfPending } from '../ledger/waiting.ts';
import { reaches, repsWithin } from '../reach.ts';
import type { Pending } from '../store/pending.ts';
import type { Tables } from '../store/store.ts';
import type { Phones, Telling } from './phones.ts';

interface DecisionNoticesOptions {
  directory: Directory;
  tables: Tables;
  clock: Clock;
  phones: Phones;
}

export class DecisionNotices {
  readonly #options: DecisionNoticesOptions;

  constructor(options: DecisionNoticesOptions) {
    this.#options = options;
  }

  /** A commit has been folded in. */
  after(changes: readonly Change[]): void {
    const { phones, tables } = this.#options;
    if (phones.isEmpty) return;
    for (const change of changes) {
      const pending = change.type === 'wait' ? tables.pending.byId(change.id) : null;
      if (pending) phones.tell(pending.decision === null ? this.#waits(pending) : this.#decided(pending));
    }
  }

  /** To all who may decide on it. */
  #waits(pending: Pending): Telling[] {
    const { phones, directory } = this.#options;
    const deal = dealOfPending(pending);
    const deciders = phones.userIds.filter((id) => {
      const user = directory.user(id);
      return user && reaches(repsWithin(this.#options, actorOfUser(user), 'deal:approve'), [deal.repId]);
    });
    const name = this.#nameOf(deal);
    return deciders.map((userId) => ({
      userId,
      kind: 'decisions',
      topic: 'waiting',
      words: (text) => text.winWaits({ ...deal, name }),
    }));
  }

  /** To whoever posted it; who takes an own one back knows that. */
  #decided({ draft, postedBy, decision, decidedBy, reason }: Pending): Telling[] {
    const userId = accountIn(postedBy);
    if (userId === null || decision === null || postedBy === decidedBy) return [];
    const words: Telling['words'] = (text) => text.winDecided(draft, decision === 'approved', reason);
    return [{ userId, kind: 'decisions', topic: `decided-${draft.id}`.slice(0, 32), words }];
  }

  #nameOf({ repId }: Deal): string {
    const { roster } = this.#options.directory;
    return roster.reps[roster.indexOf('rep', repId)]?.name ?? '';
  }
}
