// The live side of an office without a server: what the commits of its books are folded into, and screens that are told
// by patches alone.
import { Boards } from '../../server/boards/boards.ts';
import { Whereabouts } from '../../server/boards/whereabouts.ts';
import { Directory } from '../../server/directory.ts';
import type { Commit } from '../../server/ledger/commands.ts';
import { applyPatch, type Snapshot } from '../../shared/patch.ts';
import type { Books } from './books.ts';
import { manualClock, type ManualClock } from './clock.ts';

export class LiveOffice {
  readonly directory: Directory;
  readonly boards: Boards;
  readonly clock: ManualClock;
  readonly whereabouts: Whereabouts;
  readonly screens = new Map<string, Snapshot>();

  constructor(books: Books, watched: readonly string[]) {
    const { store: tables } = books;
    this.clock = manualClock(books.now);
    this.directory = new Directory(tables);
    this.boards = new Boards(this.directory, tables, this.clock);
    const { directory, boards, clock } = this;
    this.whereabouts = new Whereabouts({ directory, boards, clock, tables });
    for (const id of watched) {
      this.screens.set(id, this.boards.snapshot(id));
      this.boards.watch(id);
    }
    this.boards.listen({
      patch: (patch) => {
        const before = this.screens.get(patch.board);
        if (before) this.screens.set(patch.board, applyPatch(before, patch));
      },
    });
    books.onCommit = (commit) => this.#fold(commit);
  }

  stop(): void {
    this.boards.stop();
  }

  /** As the server publishes a commit. */
  #fold({ rev, changes }: Commit): void {
    this.directory.reload([...new Set(changes.map(({ type }) => type))]);
    this.boards.fold({ rev, changes });
  }
}
