// Telling people on their phones: what the rest of the server has to do with it.
import type { Deal } from '../../shared/deal.ts';
import type { WinEffect } from '../../shared/patch.ts';
import type { Change } from '../ledger/commands.ts';
import type { Boards } from '../boards/boards.ts';
import type { PushKeys } from '../store/push.ts';
import { DecisionNotices } from './decision-notices.ts';
import { Phones, type PhonesOptions } from './phones.ts';
import { Reminders } from './reminders.ts';
import { newKeys } from './sender.ts';
import { WinNotices } from './win-notices.ts';

export class Push {
  readonly #options: PhonesOptions;
  readonly #phones: Phones;
  readonly #wins: WinNotices;
  readonly #decisions: DecisionNotices;
  readonly #reminders: Reminders;

  constructor(options: PhonesOptions & { boards: Boards }) {
    this.#options = options;
    this.#phones = new Phones(options);
    this.#wins = new WinNotices({ ...options, phones: this.#phones });
    this.#decisions = new DecisionNotices({ ...options, phones: this.#phones });
    this.#reminders = new Reminders({ ...options, phones: this.#phones });
    options.boards.listen({
      won: (deal: Deal, effect: WinEffect | null, by: string | null) => this.#wins.won(deal, effect, by),
    });
  }

  /** A commit is about to be folded in. */
  before(changes: readonly Change[]): void {
    if (changes.some(({ type }) => type === 'push' || type === 'accounts')) this.#phones.reload();
    this.#wins.before(changes);
  }

  /** A commit has been folded in. */
  after(changes: readonly Change[]): void {
    this.#decisions.after(changes);
    this.schedule();
  }

  /** A commit was folded in, another process has written, or the server starts: who is due may have changed. */
  schedule(): void {
    this.#reminders.schedule();
  }

  /** Another process has written. */
  reload(): void {
    this.#phones.reload();
    this.schedule();
  }

  stop(): void {
    this.#wins.stop();
    this.#reminders.stop();
  }

  /** The server's keys, made when they are first asked for and kept for good. */
  async keys(): Promise<PushKeys> {
    const { tables, ledger } = this.#options;
    return tables.push.keys() ?? (await ledger.run('push:keys', { type: 'system' }, newKeys()));
  }
}
