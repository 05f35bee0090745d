// The screen's state: the board as drawn, the scene and the fanfare in turn, the link. It listens to the live link,
// draws at most once per frame and not below a fanfare, and keeps the last board over a reload (rules SC1, SC2).
import type { LocalMoment, PlaylistItem } from '../../shared/scenes.ts';
import type { FaultCode, ScreenConfig, SoundState } from '../../shared/screen.ts';
import type { PreviewMessage } from '../../shared/preview.ts';
import { PROTOCOL, type Hello } from '../../shared/protocol.ts';
import { ServerClock } from '../kit/clock.ts';
import { momentOf } from '../kit/format.ts';
import { Live, type BoardNews, type KeptBoard } from '../kit/live.ts';
import { keepAddress, type Address } from './address.ts';
import type { Fanfare } from './celebration/queue.ts';
import { Ceremony } from './celebration/ceremony.ts';
import { isBare } from './bare.ts';
import { isOtherBoard, keepConfig, localeOf, openConfig, withAddress } from './config.ts';
import { forget, recall, rememberSoon } from './memory.ts';
import { followEditor, sampleWin } from './preview.ts';
import { isPast } from './faults.ts';
import { Pace } from './pace.ts';
import { Reload } from './reload.ts';
import { risenSubjects } from './risen.ts';
import { openState, type ScreenState } from './screen-state.ts';
import { Sounding } from './sounding.ts';
import { StatusReport } from './status.ts';
import { Turns } from './turns.ts';

const FRESH_MS = 7000;
const NOTE_MS = 15_000;

export class Screen {
  readonly clock: ServerClock;
  readonly #live: Live;
  readonly #ceremony: Ceremony;
  readonly #reload: Reload;
  readonly #turns: Turns;
  readonly #status: StatusReport;
  readonly #sounding: Sounding;
  readonly #onChange: (state: ScreenState) => void;
  #state: ScreenState;
  #pending: BoardNews | null = null;
  readonly #pace = new Pace();
  readonly #stopPreview: () => void;
  #epoch = '';

  constructor(address: Address, onChange: (state: ScreenState) => void) {
    const config = openConfig(address);
    const recalled = recall(config.settings.board);
    const known = recalled?.kept ?? null;
    this.#onChange = onChange;
    this.clock = new ServerClock(recalled?.now ?? Date.now());
    this.#state = openState(address, config, known);
    this.#ceremony = new Ceremony({
      now: () => this.clock.now(),
      calm: () => this.#state.config.settings.calm || address.isPreview,
      onFanfare: (fanfare) => this.#turnTo(fanfare),
      onMissed: (missed) => this.#note('missed', missed, []),
    });
    this.#reload = new Reload((callback) => this.#ceremony.whenQuiet(callback));
    this.#status = new StatusReport((status) => this.#live.status(status));
    this.#turns = new Turns({
      now: () => this.clock.now(),
      moment: (at) => this.#moment(at),
      isBare: ({ scene }) => this.#state.snapshot !== null && isBare(scene, this.#state.snapshot),
      onTurn: (turn) => this.#takeTurn(turn),
    });
    this.#sounding = new Sounding(
      {
        moment: () => this.#moment(this.clock.now()),
        onState: (sound) => this.#hear(sound),
        onCaption: (caption) => this.#set({ caption }),
        onFault: (code, detail) => this.fault(code, detail),
      },
      config,
    );
    this.#live = this.#connect(address, known);
    this.#turns.play(config.playlist);
    this.#stopPreview = address.isPreview ? followEditor((message) => this.#rehearse(message)) : () => undefined;
  }

  get state(): ScreenState {
    return this.#state;
  }

  stop(): void {
    this.#pace.stop();
    this.#live.stop();
    this.#ceremony.stop();
    this.#reload.stop();
    this.#turns.stop();
    this.#stopPreview();
    this.#sounding.close();
    this.#status.stop();
  }

  /** Tells the manager of something that could not be shown. */
  fault(code: FaultCode, detail: string): void {
    this.#status.fault(code, detail);
  }

  /** A scene could not be shown: the next takes its turn. Rule SC7. */
  readonly onSceneFault = (item: PlaylistItem, code: FaultCode, detail: string): void => {
    this.fault(code, detail);
    this.#turns.skip(item);
  };

  #moment(at: number): LocalMoment {
    return momentOf(at, this.#state.snapshot?.office.timeZone ?? 'UTC');
  }

  #hear(sound: SoundState): void {
    this.#set({ sound });
    this.#status.sound(sound);
  }

  #connect(address: Address, known: KeptBoard | null): Live {
    return new Live({
      board: this.#state.config.settings.board,
      token: address.token,
      clock: this.clock,
      known,
      news: (news) => this.#take(news),
      link: (link) => this.#set({ link }),
      hello: (hello) => this.#greet(hello),
      retracted: (dealId) => this.#retract(dealId),
      config: (config) => {
        if (!address.isPreview) this.#configure(config);
      },
      reload: () => this.#reload.soon(),
      revoked: () => this.#revoke(),
    });
  }

  #greet({ buildId, protocol }: Hello): void {
    if (protocol > PROTOCOL) this.#reload.soon();
    else this.#reload.hear(buildId);
    this.#status.soon();
  }

  #takeTurn(turn: PlaylistItem | null): void {
    this.#set({ turn });
    this.#status.scene(turn?.scene ?? 'leaderboard');
    if (turn === null) this.fault('playlist/empty', this.#state.config.playlist.name);
    else this.#status.forget(({ code }) => code === 'playlist/empty');
  }

  #take(news: BoardNews): void {
    this.#pending = news;
    this.#epoch = news.epoch;
    this.#ceremony.admit(news.wins ?? news.snapshot.wins, news.epoch, news.wins !== null);
    this.#schedule();
  }

  #schedule(): void {
    this.#pace.whenFree(() => this.#draw());
  }

  #draw(): void {
    const { snapshot: before } = this.#state;
    const news = this.#pending;
    if (!news || this.#ceremony.isOn) return;
    this.#pending = null;
    const { snapshot } = news;
    const risen = before && news.wins ? risenSubjects(before, snapshot) : [];
    this.#set({ snapshot, fresh: new Set([...this.#state.fresh, ...risen]) });
    // The zone that hours are in may have come with the first board.
    if (!before) this.#turns.update();
    if (risen.length > 0) {
      this.#ceremony.rowsMove();
      this.#turns.callForWin();
      setTimeout(() => this.#fade(risen), FRESH_MS);
    }
    rememberSoon(() => this.#whatToKeep());
    // An editor's frame rings for nobody.
    if (!this.#state.address.isPreview) this.#sounding.open();
    // Two frames on, the rows are on the glass.
    requestAnimationFrame(() => requestAnimationFrame(() => this.#live.shown(snapshot)));
  }

  #fade(risen: readonly string[]): void {
    const gone = new Set(risen);
    this.#set({ fresh: new Set([...this.#state.fresh].filter((id) => !gone.has(id))) });
  }

  /** What came in below the fanfare is drawn once it has gone, so that the rows are seen to move. */
  #turnTo(fanfare: Fanfare | null): void {
    this.#set({ fanfare });
    this.#sound(fanfare);
    if (!fanfare && this.#pending) this.#schedule();
  }

  #sound(fanfare: Fanfare | null): void {
    const { snapshot, config } = this.#state;
    if (!fanfare || !snapshot) {
      this.#sounding.stop();
      return;
    }
    const { office, privacy } = snapshot;
    this.#sounding.play(fanfare, { office, privacy, locale: localeOf(config, office) });
  }

  #retract(dealId: string): void {
    this.#ceremony.withdraw(dealId);
    const win = this.#state.snapshot?.wins.find((one) => one.dealId === dealId);
    if (win) this.#note('withdrawn', win, null);
  }

  #note<K extends 'missed' | 'withdrawn'>(key: K, value: ScreenState[K], none: ScreenState[K]): void {
    const change = (to: ScreenState[K]): void => this.#set({ [key]: to });
    change(value);
    setTimeout(() => {
      if (this.#state[key] === value) change(none);
    }, NOTE_MS);
  }

  /** The editor's word goes for everything, until its next one. */
  #rehearse({ config, scene = null, celebrate }: PreviewMessage): void {
    this.#configure(config);
    this.#turns.pin(scene === null ? null : (config.playlist.items[scene] ?? null));
    const { snapshot } = this.#state;
    const win = celebrate && snapshot && sampleWin(snapshot, celebrate, this.clock.now());
    if (win) this.#ceremony.rehearse(win);
  }

  /** A change of the playlist, the board, the look takes effect at once (rule SC3). */
  #configure(told: ScreenConfig): void {
    const before = this.#state.config;
    const config = withAddress(told, this.#state.address);
    keepConfig(told);
    this.#status.forget((fault) => isPast(fault, before, config));
    this.#set({ config });
    this.#sounding.configure(config);
    this.#turns.play(config.playlist);
    if (isOtherBoard(before, config)) this.#turnOver(config.settings.board);
  }

  /** Another board, or another privacy, for which the server has closed the old room: what hangs here must not stay. */
  #turnOver(board: string): void {
    this.#pending = null;
    this.#ceremony.drop();
    forget();
    this.#set({ snapshot: null, fresh: new Set(), missed: [], withdrawn: null });
    this.#live.watch(board);
  }

  /** The screen is nobody's any more: it forgets its token and shows how to be opened again (rule SC5). */
  #revoke(): void {
    const address = { ...this.#state.address, token: null };
    keepAddress(address);
    forget();
    this.#set({ address, snapshot: null });
  }

  #whatToKeep(): KeptBoard | null {
    const { snapshot, link } = this.#state;
    return snapshot && { snapshot, epoch: this.#epoch, heardAt: link.lastHeardAt ?? this.clock.now() };
  }

  #set(change: Partial<ScreenState>): void {
    this.#state = { ...this.#state, ...change };
    this.#onChange(this.#state);
  }
}
