// Reminds each person once that the period ends, and of what is missing; also after the server was down. Rule PN4.
import { reminderAt, type Place } from '../../shared/notices.ts';
import { dateOf } from '../../shared/time.ts';
import type { Boards } from '../boards/boards.ts';
import type { Clock } from '../clock.ts';
import type { Directory } from '../directory.ts';
import type { Ledger } from '../ledger/ledger.ts';
import type { Period } from '../store/periods.ts';
import type { Tables } from '../store/store.ts';
import type { Phones, Telling } from './phones.ts';
import type { EndDay } from './words.ts';

const DAY_MS = 86_400_000;
/** A reminder that could not be written down is tried again after this. */
const RETRY_MS = 60_000;

export interface RemindersOptions {
  boards: Boards;
  directory: Directory;
  tables: Tables;
  ledger: Ledger;
  clock: Clock;
  phones: Phones;
  onFailure: (failure: unknown) => void;
}

export class Reminders {
  readonly #options: RemindersOptions;
  #cancel: () => void = () => undefined;
  #isAtWork = false;

  constructor(options: RemindersOptions) {
    this.#options = options;
  }

  /** Reminds who is due and waits for the next; called again whenever that may have changed. */
  schedule(): void {
    this.#cancel();
    const { directory, clock, phones } = this.#options;
    const now = clock.now();
    const period = directory.office && directory.runningPeriod(now);
    // What has no end of its own ends for nobody.
    if (!period || period.isOpenEnded || !directory.office || phones.isEmpty || this.#isAtWork) return;
    const at = reminderAt(period, directory.office);
    if (at === null) return;
    if (now < at) this.#wait(at - now);
    else this.#remind(period);
  }

  stop(): void {
    this.#cancel();
  }

  #wait(ms: number): void {
    this.#cancel = this.#options.clock.after(ms, () => this.schedule());
  }

  #remind(period: Period): void {
    const { clock, phones, tables } = this.#options;
    const reminded = tables.push.reminded(period.id);
    const due = phones.userIds.filter((id) => !reminded.has(id) && phones.preferences(id).periodEnding);
    const awake = due.filter((id) => phones.quietUntil(id) === null);
    if (awake.length > 0) {
      void this.#write(period, awake);
      return;
    }
    // The others when their quiet hours are over.
    const next = Math.min(...due.map((id) => phones.quietUntil(id) ?? Number.POSITIVE_INFINITY));
    if (next < period.endsAt) this.#wait(next - clock.now());
  }

  /** First it is written down, then told: better not at all than twice. */
  async #write(period: Period, userIds: readonly string[]): Promise<void> {
    const { ledger, phones, onFailure } = this.#options;
    this.#isAtWork = true;
    try {
      await ledger.run('push:remind', { type: 'system' }, { periodId: period.id, userIds });
      phones.tell(userIds.map((userId) => this.#telling(period, userId)));
      this.#isAtWork = false;
      this.schedule();
    } catch (error) {
      this.#isAtWork = false;
      if (!ledger.isOpen) return;
      onFailure(error);
      this.#wait(RETRY_MS);
    }
  }

  #telling(period: Period, userId: string): Telling {
    const { boards, directory } = this.#options;
    const stand = boards.stand();
    const repId = directory.user(userId)?.repId ?? null;
    const place = repId === null ? stand.office : (stand.reps.get(repId) ?? null);
    const missing = { minor: place && missingOf(place), isOffice: repId === null };
    const day = this.#endDay(period);
    return {
      userId,
      kind: 'periodEnding',
      topic: 'periodEnding',
      words: (text) => text.periodEnding(period.name, day, missing),
    };
  }

  #endDay({ endsAt }: Period): EndDay {
    const { clock, directory } = this.#options;
    const timeZone = directory.office?.timeZone ?? 'UTC';
    const last = dateOf(endsAt - 1, timeZone);
    if (dateOf(clock.now(), timeZone) === last) return 'today';
    return dateOf(clock.now() + DAY_MS, timeZone) === last ? 'tomorrow' : { at: endsAt - 1, timeZone };
  }
}

function missingOf({ value, quota }: Place): number | null {
  return quota === null || quota === 0 ? null : quota - value;
}
