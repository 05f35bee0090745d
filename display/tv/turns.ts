// Whose turn it is on the wall: it follows the playlist by the server's clock, lets a win call its scene forward, and
// passes over what could not be shown. Rules SC3, SC6, SC7.
import { turnAt, type LocalMoment, type Playlist, type PlaylistItem, type Turn } from '../../shared/scenes.ts';

export interface TurnsOptions {
  /** The server's time. */
  now: () => number;
  /** The same in the office's zone. */
  moment: (at: number) => LocalMoment;
  /** Whether an item would show nothing: it is passed over while another shows something. */
  isBare: (item: PlaylistItem) => boolean;
  /** Told when another item is on; null plays nothing but the ranking. */
  onTurn: (turn: PlaylistItem | null) => void;
}

const MINUTE_MS = 60_000;
/** What failed is tried again after a while: the server may have been away. */
const RETRY_MS = 300_000;

export class Turns {
  readonly #options: TurnsOptions;
  #playlist: Playlist | null = null;
  /** Undefined until the clock has been looked at for the first time. */
  #item: PlaylistItem | null | undefined = undefined;
  #called: { item: PlaylistItem; until: number } | null = null;
  #pinned: PlaylistItem | null = null;
  readonly #failed = new Map<PlaylistItem, number>();
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(options: TurnsOptions) {
    this.#options = options;
  }

  get item(): PlaylistItem | null {
    return this.#item ?? null;
  }

  /** Plays a list from now on; one that is not the same interrupts at once. Rule SC3. */
  play(playlist: Playlist): void {
    const isSame = JSON.stringify(playlist) === JSON.stringify(this.#playlist);
    if (isSame) return;
    this.#playlist = playlist;
    this.#called = null;
    this.#failed.clear();
    this.update();
  }

  /** Shows one item for as long as nobody says otherwise; null goes on with the list. */
  pin(item: PlaylistItem | null): void {
    this.#pinned = item;
    this.update();
  }

  /** A win calls forward the first scene that wants to be; whatever is on gives way. */
  callForWin(): void {
    const item = this.#playable().find(({ onWin }) => onWin);
    if (!item) return;
    this.#called = { item, until: this.#options.now() + item.seconds * 1000 };
    this.update();
  }

  /** An item could not be shown: the others take its time. Rule SC7. */
  skip(item: PlaylistItem): void {
    this.#failed.set(item, this.#options.now() + RETRY_MS);
    if (this.#called?.item === item) this.#called = null;
    if (this.#pinned === item) this.#pinned = null;
    this.update();
  }

  stop(): void {
    clearTimeout(this.#timer);
  }

  /** Looks at the clock, and sets the next look. */
  update(): void {
    clearTimeout(this.#timer);
    const now = this.#options.now();
    const turn = this.#turn(now);
    const item = this.#pinned ?? turn?.item ?? null;
    // Hours begin on the minute; a page that was asleep looks again soon.
    const wait = Math.min(turn ? turn.endsAt - now : MINUTE_MS, MINUTE_MS - (now % MINUTE_MS));
    this.#timer = setTimeout(() => this.update(), Math.max(50, wait));
    if (item === this.#item) return;
    this.#item = item;
    this.#options.onTurn(item);
  }

  #turn(now: number): Pick<Turn, 'item' | 'endsAt'> | null {
    if (this.#called && now < this.#called.until) return { item: this.#called.item, endsAt: this.#called.until };
    this.#called = null;
    if (!this.#playlist) return null;
    const playlist = this.#playlist;
    const moment = this.#options.moment(now);
    const playable = this.#playable();
    const turnOf = (items: PlaylistItem[]): Turn | null => turnAt({ ...playlist, items }, now, moment);
    return turnOf(playable.filter((item) => !this.#options.isBare(item))) ?? turnOf(playable);
  }

  #playable(): PlaylistItem[] {
    const now = this.#options.now();
    return (this.#playlist?.items ?? []).filter((item) => (this.#failed.get(item) ?? 0) <= now);
  }
}
