// The phones that want to be told: who they belong to, what they want to hear and when, and the way to them. Rule PN4.
import { quietUntil, type NoticeKind, type PushPreferences } from '../../shared/notices.ts';
import type { Clock } from '../clock.ts';
import type { Directory } from '../directory.ts';
import type { Ledger } from '../ledger/ledger.ts';
import type { SubscriptionRow } from '../store/push.ts';
import type { Tables } from '../store/store.ts';
import { Lanes } from './lanes.ts';
import type { PushMessage, PushSender } from './sender.ts';
import { NoticeText, type NoticeWords } from './words.ts';

export interface PhonesOptions {
  directory: Directory;
  tables: Tables;
  ledger: Ledger;
  clock: Clock;
  sender: PushSender;
  onFailure: (failure: unknown) => void;
}

/** For somebody: what it is about, and how to say it in the language of whoever it is for. */
export interface Telling {
  userId: string;
  kind: NoticeKind;
  /** A later one of the same topic takes the place of an earlier that nobody has seen. */
  topic: string;
  words: (text: NoticeText) => NoticeWords;
}

const HOUR_S = 3_600;
/** What comes later than this is no news any more. */
const TTL_S: Readonly<Record<NoticeKind, number>> = {
  bigWin: HOUR_S,
  overtaken: 4 * HOUR_S,
  quotaReached: 12 * HOUR_S,
  periodEnding: 12 * HOUR_S,
  decisions: 12 * HOUR_S,
};

export class Phones {
  readonly #options: PhonesOptions;
  #devices = new Map<string, SubscriptionRow[]>();
  readonly #lanes: Lanes;

  constructor(options: PhonesOptions) {
    this.#options = options;
    const { clock, onFailure } = options;
    this.#lanes = new Lanes({ clock, onFailure, send: (to, message) => this.#send(to, message) });
    this.reload();
  }

  /** Reads afresh who wants to be told. */
  reload(): void {
    this.#devices = new Map();
    for (const row of this.#options.tables.push.subscriptions()) {
      const known = this.#devices.get(row.userId);
      if (known) known.push(row);
      else this.#devices.set(row.userId, [row]);
    }
  }

  /** Those who can be told now: whoever has left or was signed out cannot. */
  get userIds(): string[] {
    return [...this.#devices.keys()].filter((userId) => this.#devicesOf(userId).length > 0);
  }

  get isEmpty(): boolean {
    return this.#devices.size === 0;
  }

  preferences(userId: string): PushPreferences {
    return this.#options.tables.push.preferences(userId);
  }

  /** Until when somebody wants to be left alone; null for not at all. */
  quietUntil(userId: string): number | null {
    const { clock, directory } = this.#options;
    return quietUntil(this.preferences(userId), clock.now(), directory.office?.timeZone ?? 'UTC');
  }

  /** Tells people what they want to hear; what falls into somebody's quiet hours is dropped. Rule PN4. */
  tell(tellings: readonly Telling[]): void {
    this.#lanes.send(tellings.flatMap((telling) => this.#noticesOf(telling)));
  }

  #noticesOf({ userId, kind, topic, words }: Telling): { to: SubscriptionRow; message: PushMessage }[] {
    const devices = this.#devicesOf(userId);
    if (devices.length === 0 || !this.preferences(userId)[kind] || this.quietUntil(userId) !== null) return [];
    const { directory, clock } = this.#options;
    const { office } = directory;
    const user = directory.user(userId);
    if (!office || !user) return [];
    const locale = user.locale ?? office.locale;
    const payload = JSON.stringify({
      kind,
      topic,
      at: clock.now(),
      lang: locale,
      ...words(new NoticeText(locale, office)),
    });
    const message = { payload, ttlSeconds: TTL_S[kind], topic, isUrgent: kind !== 'bigWin' };
    return devices.map((to) => ({ to, message }));
  }

  #devicesOf(userId: string): SubscriptionRow[] {
    const { directory, clock } = this.#options;
    const user = directory.user(userId);
    if (!user || directory.hasLeft(user, clock.now())) return [];
    return (this.#devices.get(userId) ?? []).filter(({ expiresAt }) => expiresAt > clock.now());
  }

  async #send(to: SubscriptionRow, message: PushMessage): Promise<void> {
    const { sender, ledger, tables } = this.#options;
    const keys = tables.push.keys();
    if (!keys) return;
    const fate = await sender.send(to, message, { ...keys, subject: this.#subject() });
    if (fate === 'gone' && ledger.isOpen) {
      await ledger.run('push:gone', { type: 'system' }, { endpoint: to.endpoint });
    }
  }

  /** Whom a push service may write to about this server: an owner, as the standard asks. */
  #subject(): string {
    const owner = this.#options.tables.users.list().find(({ role, email }) => role === 'owner' && email !== null);
    return `mailto:${owner?.email ?? 'winboard@example.com'}`;
  }
}
