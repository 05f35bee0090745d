// Live standings. Every commit is folded in deal by deal, then each board that somebody watches is compared with
// what it last said, and the difference is published: commit, fold, publish.
import { boardById, knownBoard, MAIN_BOARD, type BoardDefinition, type WindowKind } from '../../shared/board.ts';
import type { Deal } from '../../shared/deal.ts';
import {
  diffSnapshots,
  isEmptyPatch,
  VISIBLE_ROWS,
  type Patch,
  type Snapshot,
  type WinEffect,
} from '../../shared/patch.ts';
import type { Stand } from '../../shared/notices.ts';
import { Refusal } from '../../shared/problem.ts';
import type { BoardView } from '../../shared/board-view.ts';
import type { Clock } from '../clock.ts';
import type { Directory } from '../directory.ts';
import type { Change } from '../ledger/commands.ts';
import type { Committed } from '../ledger/ledger.ts';
import type { Tables } from '../store/store.ts';
import { drawBoard } from './drawing.ts';
import { Effects } from './effects.ts';
import { BoardFacts } from './facts.ts';
import { endedByReset, LiveWindow } from './live-window.ts';
import { standOf } from './stand.ts';
import { standingOf, Wins, type Standing } from './wins.ts';

/** After these a window is made afresh, but takes its deals over where they count as before. */
const REDRAW_KINDS: readonly Change['type'][] = ['office', 'people', 'periods', 'quotas'];
/** Kept up all the time: the main board's, and the day that every board tells of. */
const MAIN_WINDOW = knownBoard(MAIN_BOARD).window;
const KEPT_WINDOWS: readonly WindowKind[] = [MAIN_WINDOW, 'today'];
/** These change no board. */
const SILENT_KINDS: ReadonlySet<Change['type']> = new Set([
  'accounts',
  'mappings',
  'walls',
  'media',
  'details',
  'plans',
  'forecasts',
  'pending',
  'wait',
  'reaction',
  'push',
  'receipts',
]);

export interface BoardsListener {
  patch?: (patch: Patch) => void;
  retracted?: (dealId: string) => void;
  /** A deal was folded in that an account posted (`by`), or a machine; what it did, where that is known. */
  won?: (deal: Deal, effect: WinEffect | null, by: string | null) => void;
}

export class Boards {
  readonly #directory: Directory;
  readonly #tables: Tables;
  readonly #clock: Clock;
  readonly #wins: Wins;
  readonly #effects: Effects;
  readonly facts: BoardFacts;
  readonly #windows = new Map<WindowKind, LiveWindow>();
  /** What a reset has ended, kept up on the same day so that an undo need not count it again; null for nothing. */
  #beforeReset: LiveWindow | null = null;
  readonly #published = new Map<string, Snapshot>();
  readonly #watched = new Set<string>();
  readonly #listeners: BoardsListener[] = [];
  /** Where the reps of the last commit's deals stand, by `seq`; asked for by the routes that posted them. */
  readonly #standings = new Map<number, Standing>();
  #rev = 0;
  #foldedAt = 0;
  /** When records were last found that no commit brought. */
  #foundAt = 0;
  #cancelTick: () => void = () => undefined;

  constructor(directory: Directory, tables: Tables, clock: Clock) {
    this.#directory = directory;
    this.#tables = tables;
    this.#clock = clock;
    this.#wins = new Wins(directory, tables.search);
    this.#effects = new Effects(directory, tables.records);
    this.facts = new BoardFacts(directory, tables, clock, () => {
      this.#foundAt = this.#clock.now();
      this.publish();
    });
    this.refold();
  }

  /** The newest rev that has been folded in. */
  get rev(): number {
    return this.#rev;
  }

  listen(listener: BoardsListener): void {
    this.#listeners.push(listener);
  }

  /** Says that somebody holds this board's published state, so that patches follow from there. */
  watch(boardId: string): void {
    this.#watched.add(boardId);
  }

  /** Nobody watches it any more. */
  unwatch(boardId: string): void {
    this.#watched.delete(boardId);
  }

  /** What the board last said; patches go on from its rev. Refuses an unknown board. */
  snapshot(boardId: string): Snapshot {
    const definition = boardById(boardId);
    if (!definition) throw new Refusal('board/not-found');
    const known = this.#published.get(boardId);
    if (known && this.#watched.has(boardId)) return known;
    const snapshot = this.#draw(definition, VISIBLE_ROWS);
    this.#published.set(boardId, snapshot);
    return snapshot;
  }

  /** Names what the board says: its rev, and when time has changed it since that rev (pace, a new day). */
  version(board: Snapshot): string {
    const { rev } = board.standings;
    const changedAt = Math.max(this.#windows.get(board.definition.window)?.madeAt ?? 0, this.#foundAt);
    return changedAt <= this.#foldedAt ? String(rev) : `${rev}-${changedAt}`;
  }

  /** The whole board, every row of it. */
  full(boardId: string): Snapshot {
    const definition = boardById(boardId);
    if (!definition) throw new Refusal('board/not-found');
    return this.#draw(definition, Number.POSITIVE_INFINITY);
  }

  /** Where a deal's rep stands on the main board, right after the commit that brought it, or now. */
  standingAfter(deal: Deal): Standing | null {
    const known = this.#standings.get(deal.seq);
    if (known) return known;
    const view = this.#mainView();
    const row = view.rowOf(deal.repId);
    return row && standingOf(view, row, row);
  }

  /** How everybody stands on the main board. */
  stand(): Stand {
    const { period, scoreboard } = this.#window(MAIN_WINDOW);
    return standOf(scoreboard, period?.id ?? null);
  }

  /** Folds a commit in and publishes what it changed. The directory has been reloaded before. */
  fold(commit: Committed): void {
    // A refold may have read ahead of this commit; a rev never goes back.
    this.#rev = Math.max(this.#rev, commit.rev);
    this.#foldedAt = this.#clock.now();
    this.#standings.clear();
    if (!this.#directory.office) return;
    const kinds = new Set(commit.changes.map(({ type }) => type));
    // First of all, so that a deal finds its rep where both came in one commit.
    if (REDRAW_KINDS.some((kind) => kinds.has(kind))) this.#redraw();
    for (const change of commit.changes) {
      if (change.type === 'deal' || change.type === 'void') this.#foldDeal(change, commit.rev);
      if (change.type === 'restore') this.#foldRestored(change, commit.rev);
      if (change.type === 'activity' || change.type === 'activity-void') this.#foldActivity(change, commit.rev);
    }
    for (const window of this.#windows.values()) window.reach(commit.rev);
    this.#beforeReset?.reach(commit.rev);
    if (kinds.has('ledger')) this.refold();
    if ([...kinds].some((kind) => !SILENT_KINDS.has(kind))) this.publish();
  }

  #redraw(): void {
    for (const window of this.#windows.values()) window.expire();
    this.#wins.reload();
    this.#keep();
  }

  /** Reads everything back from the ledger; the main board at once, so that the next win finds it there. */
  refold(): void {
    this.#rev = this.#tables.revision.read()?.rev ?? 0;
    this.#windows.clear();
    this.#beforeReset = null;
    this.facts.forget();
    this.#effects.forget();
    this.#wins.reload();
    if (this.#directory.office) this.#keep();
  }

  #keep(): void {
    for (const kind of KEPT_WINDOWS) this.#window(kind);
  }

  /** Tells the watchers of each board what has changed since it last spoke. */
  publish(): void {
    for (const boardId of this.#watched) {
      const definition = boardById(boardId);
      const before = this.#published.get(boardId);
      if (!definition || !before) continue;
      const after = this.#draw(definition, VISIBLE_ROWS);
      this.#published.set(boardId, after);
      const patch = diffSnapshots(before, after);
      if (isEmptyPatch(patch)) continue;
      for (const listener of this.#listeners) listener.patch?.(patch);
    }
  }

  stop(): void {
    this.#cancelTick();
    this.facts.stop();
  }

  #foldDeal(change: Extract<Change, { type: 'deal' | 'void' }>, rev: number): void {
    const { deal } = change;
    const at = change.type === 'deal' ? deal.recordedAt : undefined;
    const { scoreboard } = this.#window(MAIN_WINDOW, at);
    const before = this.#effects.stand(deal, scoreboard);
    for (const kind of this.#windows.keys()) this.#window(kind, at).fold(change, rev);
    this.#beforeReset?.fold(change, rev);
    this.facts.fold(change);
    if (change.type === 'void') {
      this.#effects.withdraw(deal);
      this.#wins.remove(deal);
      for (const listener of this.#listeners) listener.retracted?.(deal.id);
      return;
    }
    const after = this.#effects.stand(deal, scoreboard);
    if (after.row) {
      const main = scoreboard.view(knownBoard(MAIN_BOARD));
      this.#standings.set(deal.seq, standingOf(main, after.row, before.row));
    }
    const effect = this.#effects.of(deal, before, after);
    this.#wins.add(deal, effect);
    for (const listener of this.#listeners) listener.won?.(deal, effect, change.by);
  }

  /** A deal stands again, in its old place: nobody celebrates that. Rule CO1. */
  #foldRestored(change: Extract<Change, { type: 'restore' }>, rev: number): void {
    for (const kind of this.#windows.keys()) this.#window(kind).fold(change, rev);
    this.#beforeReset?.fold(change, rev);
    this.facts.fold(change);
    this.#effects.withdraw(change.deal);
    this.#wins.add(change.deal, null);
  }

  /** The running period as it stands, deal by deal; to read only. */
  get running(): LiveWindow {
    return this.#window(MAIN_WINDOW);
  }

  /** Nobody celebrates an activity: it is counted, and that is all. Rule AC2. */
  #foldActivity(change: Extract<Change, { type: 'activity' | 'activity-void' }>, rev: number): void {
    const at = change.type === 'activity' ? change.activity.recordedAt : undefined;
    for (const kind of this.#windows.keys()) this.#window(kind, at).foldActivity(change, rev);
    this.#beforeReset?.foldActivity(change, rev);
  }

  #mainView(): BoardView {
    return this.running.scoreboard.view(knownBoard(MAIN_BOARD));
  }

  /** A window's scoreboard, made afresh where its day, its pace or the window itself has moved on. */
  #window(kind: WindowKind, at = this.#clock.now()): LiveWindow {
    const known = this.#windows.get(kind);
    if (known && at < known.staleAt) return known;
    // A deal that was received before midnight and committed after it must not bring the old day back.
    const since = Math.max(at, known?.scoreboard.context.at ?? at);
    const before = [known, kind === MAIN_WINDOW ? this.#beforeReset : null].filter((one) => !!one);
    const window = new LiveWindow(kind, this.#directory, this.#tables, since, before);
    this.#windows.set(kind, window);
    if (kind === MAIN_WINDOW) this.#beforeReset = endedByReset(window, before);
    this.#scheduleTick();
    return window;
  }

  /** Publishes by itself when time alone changes a board: a new day, a step of the pace, a window's end. */
  #scheduleTick(): void {
    this.#cancelTick();
    const staleAt = Math.min(...[...this.#windows.values()].map((window) => window.staleAt));
    this.#cancelTick = this.#clock.after(Math.max(0, staleAt - this.#clock.now()), () => {
      this.#renew();
      this.publish();
      this.#scheduleTick();
    });
  }

  /** Makes what time has passed by afresh: the windows that are kept; others when somebody asks for them again. */
  #renew(): void {
    const now = this.#clock.now();
    for (const [kind, window] of this.#windows) {
      if (now >= window.staleAt && !this.#isWatched(kind)) this.#windows.delete(kind);
    }
    this.#keep();
  }

  #isWatched(kind: WindowKind): boolean {
    if (KEPT_WINDOWS.includes(kind)) return true;
    return [...this.#watched].some((boardId) => boardById(boardId)?.window === kind);
  }

  #draw(definition: BoardDefinition, limit: number): Snapshot {
    const office = this.#directory.office;
    if (!office) throw new Refusal('setup/required');
    const at = this.#clock.now();
    const window = this.#window(definition.window, at);
    const facts = this.facts.of(definition, window, this.#window('today', at));
    return drawBoard({ definition, office, window, wins: this.#wins.latest, facts, rev: this.#rev, at, limit });
  }
}
