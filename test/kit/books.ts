// An office's books without a server: commands one by one, at the hour that a test says.
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { batchRunner } from '../../server/ledger/batch.ts';
import type { CommandName, Commands, Commit } from '../../server/ledger/commands.ts';
import type { Period } from '../../server/store/periods.ts';
import { openStore, type Store } from '../../server/store/store.ts';
import type { Actor } from '../../shared/roles.ts';
import type { OfficeSettings } from '../../shared/schemas/office.ts';
import { makeDataDir, TUESDAY, type OfficeInput } from './app.ts';

/** An empty file of today's schema, made once: the steps to it cost more than what most tests do with it. */
let empty: Buffer | null = null;

function emptyFile(): Buffer {
  if (empty !== null) return empty;
  const folder = makeDataDir();
  const file = join(folder, 'empty.db');
  openStore(file).db.close();
  empty = readFileSync(file);
  rmSync(folder, { recursive: true });
  return empty;
}

export class Books {
  readonly #folder = makeDataDir();
  readonly #file = join(this.#folder, 'winboard.db');
  #store: Store;
  #run: ReturnType<typeof batchRunner>;
  now = TUESDAY;
  /** Why the last command was refused; null where it went through. */
  refused: string | null = null;
  /** Told of every commit that changed something. */
  onCommit: (commit: Commit) => void = () => undefined;

  constructor(office: Partial<OfficeInput> = {}) {
    writeFileSync(this.#file, emptyFile());
    this.#store = this.#open();
    this.#run = batchRunner(this.#store);
    this.do('setup', {
      office: { name: 'Sao Việt', timeZone: 'Asia/Ho_Chi_Minh', currency: 'EUR', locale: 'vi', ...office },
      manager: { name: 'Hà', email: 'ha@saoviet.vn', passwordHash: 'x' },
      session: { hash: 'x', expiresAt: TUESDAY, device: '', replaces: null },
    });
  }

  get store(): Store {
    return this.#store;
  }

  /** What a command gives; null where it was refused. A failure of the server's own is a failure of the test. */
  do<N extends CommandName>(
    name: N,
    input: Commands[N]['input'],
    actor: Actor = { type: 'system' },
  ): Commands[N]['output'] | null {
    const commit = this.#run([{ ticket: 1, name, input, actor, now: this.now }]);
    const [reply] = commit.replies;
    if (!reply || 'cause' in reply) throw new Error(`${name}: ${reply?.cause ?? 'no reply'}`);
    if (commit.changes.length > 0) this.onCommit(commit);
    this.refused = 'refusal' in reply ? reply.refusal.code : null;
    return 'value' in reply ? (reply.value as Commands[N]['output']) : null;
  }

  addRep(name: string, teamId: string | null = null): string {
    return this.do('rep:create', { name, teamId })?.id ?? '';
  }

  /** Closes the file and opens it again, as a server does that was off. */
  reopen(): void {
    this.#store.db.close();
    this.#store = this.#open();
    this.#run = batchRunner(this.#store);
  }

  /** Nobody pulls the plug here: no flush is waited for. */
  #open(): Store {
    const store = openStore(this.#file);
    store.db.pragma('synchronous = OFF');
    return store;
  }

  close(): void {
    this.#store.db.close();
    rmSync(this.#folder, { recursive: true });
  }

  get periods(): Period[] {
    return this.store.periods.list();
  }

  get running(): Period | undefined {
    return this.periods.find((one) => one.closedAt === null && one.startsAt <= this.now && this.now < one.endsAt);
  }

  get office(): OfficeSettings {
    const office = this.store.office.read();
    if (!office) throw new Error('no office');
    return office;
  }
}
