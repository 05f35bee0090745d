// What a command sees while it runs: the tables, who asks, when, and the revision that its commit will have.
import { Refusal } from '../../shared/problem.ts';
import { accountOf, actorWord, type Actor } from '../../shared/roles.ts';
import type { OfficeSettings } from '../../shared/schemas/office.ts';
import type { Store } from '../store/store.ts';
import type { Change } from './commands.ts';
import type { EarlyUndos } from './early-undos.ts';

export class Transaction {
  readonly store: Store;
  readonly earlyUndos: EarlyUndos;
  readonly rev: number;
  readonly changes: Change[] = [];
  /** The sum of every deal ever recorded; bounds all sums that standings can make. */
  totalMinor: number;
  now = 0;
  actor: Actor = { type: 'system' };
  #office: OfficeSettings | null = null;

  constructor(store: Store, earlyUndos: EarlyUndos, rev: number, totalMinor: number) {
    this.store = store;
    this.earlyUndos = earlyUndos;
    this.rev = rev;
    this.totalMinor = totalMinor;
  }

  /** The office's settings; a refusal before setup. */
  get office(): OfficeSettings {
    this.#office ??= this.store.office.read();
    if (!this.#office) throw new Refusal('setup/required');
    return this.#office;
  }

  /** Has the office read afresh after a change of it. */
  forgetOffice(): void {
    this.#office = null;
  }

  /** The account of who asks; machines are refused. */
  get userId(): string {
    const id = accountOf(this.actor);
    if (id === null) throw new Refusal('auth/forbidden');
    return id;
  }

  /** Who asks, as the audit names them. */
  get who(): string {
    return actorWord(this.actor);
  }

  /** Says what was done, in the same transaction as the deed. */
  audit(action: string, subject: string, data: object = {}): void {
    this.store.audit.insert({
      at: this.now,
      rev: this.rev,
      actor: this.who,
      action,
      subject,
      data: JSON.stringify(data),
    });
  }
}

/** Thrown at the end of a dry run: everything was done for real, is rolled back, and `value` is the answer. */
export class DryRun extends Error {
  readonly value: unknown;

  constructor(value: unknown) {
    super('dry run');
    this.value = value;
  }
}
