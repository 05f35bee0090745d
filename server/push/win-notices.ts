// Notices of wins. Wins that come in within a few seconds are told of at once: how everybody stood before the first of
// them is held against how they stand then. Rules PN1–PN3.
import {
  noticesOf,
  type Listener,
  type Notice,
  type QuotaSubject,
  type Stand,
  type WinNews,
} from '../../shared/notices.ts';
import type { Deal } from '../../shared/deal.ts';
import type { WinEffect } from '../../shared/patch.ts';
import type { Boards } from '../boards/boards.ts';
import { isNews, winOf } from '../boards/wins.ts';
import type { Clock } from '../clock.ts';
import type { Directory } from '../directory.ts';
import type { Change } from '../ledger/commands.ts';
import type { Phones, Telling } from './phones.ts';
import type { NoticeText, NoticeWords } from './words.ts';

/** A burst is over by then. */
const BURST_MS = 10_000;
/** What moves nobody. */
const STILL: ReadonlySet<Change['type']> = new Set([
  'accounts',
  'mappings',
  'walls',
  'media',
  'reaction',
  'push',
  'pending',
  'wait',
  'receipts',
]);

interface Pending extends WinNews {
  deal: Deal;
}

export interface WinNoticesOptions {
  boards: Boards;
  directory: Directory;
  clock: Clock;
  phones: Phones;
}

export class WinNotices {
  readonly #options: WinNoticesOptions;
  #before: Stand | null = null;
  #pending: Pending[] = [];
  /** By the commit that is being folded in. */
  #voided: ReadonlySet<string> = new Set();
  #cancel: (() => void) | null = null;

  constructor(options: WinNoticesOptions) {
    this.#options = options;
  }

  /**
   * A commit is about to be folded in. What was won before a change of another kind is told of as it stands now, but a
   * win that the commit takes back is told to nobody.
   */
  before(changes: readonly Change[]): void {
    this.#voided = new Set(changes.flatMap((change) => (change.type === 'void' ? [change.deal.id] : [])));
    this.#pending = this.#pending.filter(({ dealId }) => !this.#voided.has(dealId));
    if (!changes.every(({ type }) => type === 'deal' || STILL.has(type))) this.flush();
    if (changes.some(({ type }) => type === 'deal') && this.#pending.length === 0 && !this.#options.phones.isEmpty) {
      this.#before = this.#options.directory.office && this.#options.boards.stand();
    }
  }

  won(deal: Deal, effect: WinEffect | null, by: string | null): void {
    const { directory, clock, phones } = this.#options;
    if (phones.isEmpty || !isNews(directory, deal) || this.#voided.has(deal.id)) return;
    const others = deal.credits.map(({ repId }) => repId).filter((repId) => repId !== deal.repId);
    const { id: dealId, amountMinor } = deal;
    this.#pending.push({ deal, dealId, by, amountMinor, repIds: [deal.repId, ...others], level: effect?.level ?? 1 });
    this.#cancel ??= clock.after(BURST_MS, () => this.flush());
  }

  /** Tells of all that has come in. */
  flush(): void {
    const { boards, phones } = this.#options;
    const wins = this.#pending;
    const before = this.#before;
    this.stop();
    if (!before || wins.length === 0) return;
    const notices = noticesOf(before, boards.stand(), wins, this.#listeners());
    phones.tell(notices.map((notice) => this.#telling(notice, wins)));
  }

  stop(): void {
    this.#cancel?.();
    this.#cancel = null;
    this.#pending = [];
    this.#before = null;
  }

  #listeners(): Listener[] {
    const { directory, phones, clock } = this.#options;
    const { roster } = directory;
    return phones.userIds.map((userId) => {
      const repId = directory.user(userId)?.repId ?? null;
      const teams = repId === null ? [] : roster.teamsAt(repId, clock.now());
      return { userId, repId, teamIds: teams.map((index) => roster.teams[index]?.id ?? '') };
    });
  }

  #telling(notice: Notice, wins: readonly Pending[]): Telling {
    const { userId, kind } = notice;
    const topic = notice.kind === 'quotaReached' ? `${kind}-${notice.subject.type}` : kind;
    return { userId, kind, topic, words: (text) => this.#words(notice, wins, text) };
  }

  #words(notice: Notice, pending: readonly Pending[], text: NoticeText): NoticeWords {
    switch (notice.kind) {
      case 'bigWin':
        return this.#bigWin(
          pending.filter(({ dealId }) => notice.wins.some((win) => win.dealId === dealId)),
          text,
        );
      case 'overtaken': {
        const by = { name: this.#nameOf('rep', notice.by[0] ?? ''), others: notice.by.length - 1 };
        return text.overtaken(by, notice.rank, notice.missing);
      }
      case 'quotaReached':
        return text.quotaReached(this.#whose(notice.subject), notice.value, notice.quota);
    }
  }

  #bigWin(wins: readonly Pending[], text: NoticeText): NoticeWords {
    const [first] = wins;
    const nameOf = ({ deal }: Pending): string => this.#nameOf('rep', deal.repId);
    if (!first || wins.length > 1) return text.bigWins(wins.length, wins.map(nameOf));
    const { customer } = winOf(this.#options.directory, first.deal, null);
    return text.bigWin({ amountMinor: first.amountMinor, isHuge: first.level === 3, name: nameOf(first), customer });
  }

  #whose(subject: QuotaSubject): 'own' | 'office' | { team: string } {
    if (subject.type === 'team') return { team: this.#nameOf('team', subject.id) };
    return subject.type === 'rep' ? 'own' : 'office';
  }

  #nameOf(type: 'rep' | 'team', id: string): string {
    const { roster } = this.#options.directory;
    return roster.subjects[type][roster.indexOf(type, id)]?.name ?? '';
  }
}
