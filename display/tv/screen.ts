// The screen: it listens to the live link and holds the state that the page is drawn from. What its parts do by
// themselves (drawing the board, taking turns, celebrating, sounding, pairing, sleeping) is in files of their own.
import type { LocalMoment, PlaylistItem } from '../../shared/scenes.ts';
import type { FaultCode, ScreenConfig, SoundState } from '../../shared/screen.ts';
import type { PreviewMessage } from '../../shared/preview.ts';
import type { Hello } from '../../shared/protocol.ts';
import { ServerClock } from '../kit/clock.ts';
import { momentOf } from '../kit/format.ts';
import { Live, type BoardNews, type KeptBoard, type Link } from '../kit/live.ts';
import type { Address } from './address.ts';
import { Belonging } from './belonging.ts';
import type { Fanfare } from './celebration/queue.ts';
import { Ceremony } from './celebration/ceremony.ts';
import { isBare } from './bare.ts';
import { isOtherBoard, keepConfig, openConfig, withAddress } from './config.ts';
import { Drawing } from './drawing.ts';
import { recall } from './memory.ts';
import { Notes } from './notes.ts';
import { followEditor, sampleWin } from './preview.ts';
import { isPast } from './faults.ts';
import { hearPageFaults } from './page-faults.ts';
import { Reload } from './reload.ts';
import { openState, type ScreenState } from './screen-state.ts';
import { Sounding } from './sounding.ts';
import { Standby } from './standby.ts';
import { StatusReport } from './status.ts';
import { turnPage } from './turned.ts';
import { Turns } from './turns.ts';

export class Screen {
  readonly clock: ServerClock;
  readonly #live: Live;
  readonly #ceremony: Ceremony;
  readonly #reload: Reload;
  readonly #turns: Turns;
  readonly #status: StatusReport;
  readonly #sounding: Sounding;
  readonly #drawing: Drawing;
  readonly #belonging: Belonging;
  readonly #standby: Standby;
  readonly #onChange: (state: ScreenState) => void;
  #state: ScreenState;
  readonly #notes = new Notes((change) => this.#set(change));
  readonly #stopPreview: () => void;

  constructor(address: Address, onChange: (state: ScreenState) => void) {
    const config = openConfig(address);
    const recalled = recall(config.settings.board);
    const known = recalled?.kept ?? null;
    this.#onChange = onChange;
    this.clock = new ServerClock(recalled?.now ?? Date.now());
    this.#state = openState(address, config, known);
    this.#ceremony = new Ceremony({
      now: () => this.clock.now(),
      calm: () => this.#state.config.settings.calm || this.#state.isDark || address.isPreview,
      onFanfare: (fanfare) => this.#turnTo(fanfare),
      onMissed: (missed) => this.#notes.take('missed', missed),
    });
    this.#reload = new Reload((callback) => this.#ceremony.whenQuiet(callback));
    this.#status = new StatusReport((status) => this.#live.status(status), this.clock);
    this.#drawing = this.#openDrawing(known);
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
    this.#belonging = this.#belong(address);
    this.#standby = new Standby(address, {
      now: () => this.clock.now(),
      moment: (at) => (this.#state.snapshot ? this.#moment(at) : null),
      onDark: (isDark) => this.#darken(isDark),
      onWake: (wake) => this.#status.set({ wake }),
      onNight: () => this.#reload.tonight(),
    });
    this.#live = this.#connect(address, known);
    hearPageFaults((detail) => this.fault('page/failed', detail));
    this.#turns.play(config.playlist);
    this.#standby.configure(config.settings);
    this.#stopPreview = address.isPreview ? followEditor((message) => this.#rehearse(message)) : () => undefined;
  }

  get state(): ScreenState {
    return this.#state;
  }

  stop(): void {
    this.#notes.stop();
    this.#drawing.stop();
    this.#belonging.stop();
    this.#standby.stop();
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

  /** The board cannot be drawn: what failed may be in what has come in patch by patch. */
  refresh(): void {
    this.#live.refresh();
  }

  /** Somebody at the TV wants another code. */
  renewCode(): void {
    this.#belonging.renew();
  }

  /** Somebody at the TV gives the screen up. */
  unpair(): void {
    this.#belonging.giveUp();
  }

  #moment(at: number): LocalMoment {
    return momentOf(at, this.#state.snapshot?.office.timeZone ?? 'UTC');
  }

  #hear(sound: SoundState): void {
    this.#set({ sound });
    this.#status.set({ sound });
  }

  #connect(address: Address, known: KeptBoard | null): Live {
    return new Live({
      board: this.#state.config.settings.board,
      token: this.#belonging.credential,
      seesAs: address.seesAs,
      clock: this.clock,
      known,
      news: (news) => this.#take(news),
      link: (link) => this.#link(link),
      hello: (hello) => this.#greet(hello),
      retracted: (dealId) => this.#retract(dealId),
      cheered: (cheer) => this.#set({ cheer }),
      // An editor's frame is what the editor says.
      config: (config) => (address.isPreview && address.seesAs === null ? undefined : this.#configure(config)),
      reload: () => this.#reload.soon(),
      identify: () => this.#notes.take('isNamed', true),
      newToken: (token) => this.#belonging.given(token),
      revoked: () => this.#belonging.revoked(),
    });
  }

  #belong(address: Address): Belonging {
    return new Belonging(address, {
      onAddress: (own) => this.#set({ address: own }),
      onCode: (code) => this.#set({ code }),
      onLost: () => this.#takeDown(),
      reconnect: () => this.#live.reconnect(),
      onUnkept: this.#unkept,
    });
  }

  #link(link: Link): void {
    const { link: before } = this.#state;
    this.#set({ link });
    if (link.refused === 'auth' && before.refused !== 'auth') this.#belonging.refused();
  }

  readonly #unkept = (): void => this.fault('storage/refused', '');

  #greet(hello: Hello): void {
    this.#reload.hear(hello);
    this.#belonging.welcomed();
    this.#status.soon();
    this.#standby.update();
  }

  #takeTurn(turn: PlaylistItem | null): void {
    this.#set({ turn });
    this.#status.set({ scene: turn?.scene ?? 'leaderboard' });
    if (turn === null) this.fault('playlist/empty', this.#state.config.playlist.name);
    else this.#status.forget(({ code }) => code === 'playlist/empty');
  }

  #take(news: BoardNews): void {
    this.#ceremony.admit(news.wins ?? news.snapshot.wins, news.epoch, news.wins !== null);
    this.#drawing.take(news);
  }

  #openDrawing(known: KeptBoard | null): Drawing {
    return new Drawing(
      {
        isCovered: () => this.#ceremony.isOn,
        onFresh: (fresh) => this.#set({ fresh }),
        onBoard: (snapshot, risen, isFirst) => {
          this.#set({ snapshot });
          // The zone that hours are in may have come with the first board.
          if (isFirst) this.#turns.update();
          if (isFirst) this.#standby.update();
          if (risen.length > 0) {
            this.#ceremony.rowsMove();
            this.#turns.callForWin();
          }
          // An editor's frame rings for nobody.
          if (!this.#state.address.isPreview) this.#sounding.open();
        },
        onShown: (snapshot, isByPatch) => this.#live.shown(snapshot, isByPatch),
        heardAt: () => this.#state.link.lastHeardAt ?? this.clock.now(),
        onUnkept: this.#unkept,
      },
      known?.snapshot ?? null,
    );
  }

  /** What came in below the fanfare is drawn once it has gone, so that the rows are seen to move. */
  #turnTo(fanfare: Fanfare | null): void {
    this.#set({ fanfare });
    this.#sounding.play(fanfare, this.#state.snapshot, this.#state.config);
    if (!fanfare) this.#drawing.schedule();
  }

  #retract(dealId: string): void {
    this.#ceremony.withdraw(dealId);
    const win = this.#state.snapshot?.wins.find((one) => one.dealId === dealId);
    if (win) this.#notes.take('withdrawn', win);
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
    const isKept = keepConfig(told);
    if (!isKept) this.#unkept();
    this.#status.forget((fault) => isPast(fault, before, config));
    this.#set({ config });
    this.#sounding.configure(config);
    this.#turns.play(config.playlist);
    this.#standby.configure(config.settings);
    if (isOtherBoard(before, config)) this.#turnOver(config.settings.board);
    const isTurned = before.settings.rotation !== config.settings.rotation;
    if (isKept && isTurned && !this.#state.address.isPreview) turnPage();
  }

  #darken(isDark: boolean): void {
    this.#set({ isDark });
    this.#status.set({ isDark });
    if (isDark) this.#ceremony.drop();
  }

  /** Another board, or another privacy, for which the server has closed the old room: what hangs here must not stay. */
  #turnOver(board: string): void {
    this.#takeDown();
    this.#live.watch(board);
  }

  #takeDown(): void {
    this.#ceremony.drop();
    this.#drawing.clear();
    this.#notes.clear();
    this.#set({ snapshot: null, cheer: null });
  }

  #set(change: Partial<ScreenState>): void {
    this.#state = { ...this.#state, ...change };
    this.#onChange(this.#state);
  }
}
