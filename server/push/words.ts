// What notices say, in the language of whoever is told.
import { shortNameOf } from '../../shared/names.ts';

export type NoticeLocale = 'vi' | 'en';

/** A notice as a phone shows it. */
export interface NoticeWords {
  title: string;
  body: string;
}

/** Which day a period ends on, seen from today. */
export type EndDay = 'today' | 'tomorrow' | { at: number; timeZone: string };

/** More would be read by nobody, and a push service takes 4 KB at the most. */
const MOST_NAMES = 6;

interface Dictionary {
  bigWin: (amount: string, isHuge: boolean) => string;
  bigWins: (count: number) => string;
  overtaken: (name: string, others: number) => string;
  drawLevel: (rank: number, missing: string, name: string) => string;
  ownQuota: string;
  teamQuota: (team: string) => string;
  officeQuota: string;
  ofQuota: (value: string, quota: string) => string;
  ends: (period: string, day: string) => string;
  today: string;
  tomorrow: string;
  on: (date: string) => string;
  missing: (amount: string, isOffice: boolean) => string;
  reached: (isOffice: boolean) => string;
  noQuota: string;
  waits: (amount: string) => string;
  approved: (amount: string) => string;
  declined: (amount: string) => string;
}

const vi: Dictionary = {
  bigWin: (amount, isHuge) => `${isHuge ? 'Đơn khủng' : 'Đơn lớn'}: ${amount}`,
  bigWins: (count) => `${count} đơn lớn vừa chốt`,
  overtaken: (name, others) => (others === 0 ? `${name} vừa vượt bạn` : `${name} và ${others} người nữa vừa vượt bạn`),
  drawLevel: (rank, missing, name) => `Bạn đang hạng ${rank}. Còn ${missing} nữa là bằng ${name}.`,
  ownQuota: 'Bạn đã đạt chỉ tiêu!',
  teamQuota: (team) => `${team} đã đạt chỉ tiêu!`,
  officeQuota: 'Cả công ty đã đạt chỉ tiêu!',
  ofQuota: (value, quota) => `${value} trên chỉ tiêu ${quota}.`,
  ends: (period, day) => `${period} kết thúc ${day}`,
  today: 'hôm nay',
  tomorrow: 'ngày mai',
  on: (date) => date,
  missing: (amount, isOffice) => `${isOffice ? 'Cả công ty còn' : 'Bạn còn'} ${amount} nữa là đạt chỉ tiêu.`,
  reached: (isOffice) => `${isOffice ? 'Cả công ty' : 'Bạn'} đã đạt chỉ tiêu.`,
  noQuota: 'Mở Winboard để xem bạn đang đứng ở đâu.',
  waits: (amount) => `Đơn ${amount} chờ duyệt`,
  approved: (amount) => `Đơn ${amount} đã được duyệt`,
  declined: (amount) => `Đơn ${amount} bị từ chối`,
};

const en: Dictionary = {
  bigWin: (amount, isHuge) => `${isHuge ? 'A huge win' : 'A big win'}: ${amount}`,
  bigWins: (count) => `${count} big wins just now`,
  overtaken: (name, others) =>
    others === 0 ? `${name} overtook you` : `${name} and ${others} ${others === 1 ? 'other' : 'others'} overtook you`,
  drawLevel: (rank, missing, name) => `You are at rank ${rank}. ${missing} to draw level with ${name}.`,
  ownQuota: 'You have reached your quota!',
  teamQuota: (team) => `${team} has reached its quota!`,
  officeQuota: 'The whole office has reached its quota!',
  ofQuota: (value, quota) => `${value} of a quota of ${quota}.`,
  ends: (period, day) => `${period} ends ${day}`,
  today: 'today',
  tomorrow: 'tomorrow',
  on: (date) => `on ${date}`,
  missing: (amount, isOffice) => `${amount} to go to ${isOffice ? 'the office’s' : 'your'} quota.`,
  reached: (isOffice) => `${isOffice ? 'The office’s' : 'Your'} quota is reached.`,
  noQuota: 'Open Winboard to see where you stand.',
  waits: (amount) => `A win of ${amount} waits for approval`,
  approved: (amount) => `Your win of ${amount} is approved`,
  declined: (amount) => `Your win of ${amount} is declined`,
};

const DICTIONARIES: Readonly<Record<NoticeLocale, Dictionary>> = { vi, en };

/** What notices say in one language, with one office's money. */
export class NoticeText {
  readonly #words: Dictionary;
  readonly #money: Intl.NumberFormat;
  readonly #exponent: number;
  readonly #locale: NoticeLocale;

  constructor(locale: NoticeLocale, office: { currency: string; exponent: number }) {
    this.#locale = locale;
    this.#words = DICTIONARIES[locale];
    this.#exponent = office.exponent;
    const digits = { minimumFractionDigits: office.exponent, maximumFractionDigits: office.exponent };
    this.#money = new Intl.NumberFormat(locale, { style: 'currency', currency: office.currency, ...digits });
  }

  money(minor: number): string {
    return this.#money.format(minor / 10 ** this.#exponent);
  }

  bigWin(win: { amountMinor: number; isHuge: boolean; name: string; customer: string }): NoticeWords {
    return {
      title: this.#words.bigWin(this.money(win.amountMinor), win.isHuge),
      body: [shortNameOf(win.name), win.customer].filter(Boolean).join(' · '),
    };
  }

  bigWins(count: number, names: readonly string[]): NoticeWords {
    const all = [...new Set(names.map(shortNameOf))];
    const body = all.slice(0, MOST_NAMES).join(', ');
    return { title: this.#words.bigWins(count), body: all.length > MOST_NAMES ? `${body}…` : body };
  }

  overtaken(by: { name: string; others: number }, rank: number, missing: number): NoticeWords {
    const name = shortNameOf(by.name);
    return {
      title: this.#words.overtaken(name, by.others),
      body: this.#words.drawLevel(rank, this.money(missing), name),
    };
  }

  quotaReached(whose: 'own' | 'office' | { team: string }, value: number, quota: number): NoticeWords {
    const { ownQuota, officeQuota, teamQuota, ofQuota } = this.#words;
    const title = whose === 'own' ? ownQuota : whose === 'office' ? officeQuota : teamQuota(whose.team);
    return { title, body: ofQuota(this.money(value), this.money(quota)) };
  }

  periodEnding(period: string, day: EndDay, missing: { minor: number | null; isOffice: boolean }): NoticeWords {
    const { minor, isOffice } = missing;
    const { noQuota, reached } = this.#words;
    return {
      title: this.#words.ends(period, this.#day(day)),
      body:
        minor === null ? noQuota : minor <= 0 ? reached(isOffice) : this.#words.missing(this.money(minor), isOffice),
    };
  }

  winWaits({ amountMinor, name, customer }: { amountMinor: number; name: string; customer: string }): NoticeWords {
    return {
      title: this.#words.waits(this.money(amountMinor)),
      body: [shortNameOf(name), customer].filter(Boolean).join(' · '),
    };
  }

  winDecided(
    { amountMinor, customer }: { amountMinor: number; customer: string },
    isApproved: boolean,
    reason: string | null,
  ): NoticeWords {
    const { approved, declined } = this.#words;
    const title = (isApproved ? approved : declined)(this.money(amountMinor));
    return { title, body: [customer, reason].filter(Boolean).join(' · ') };
  }

  #day(day: EndDay): string {
    if (day === 'today' || day === 'tomorrow') return this.#words[day];
    const format = { weekday: 'long', day: 'numeric', month: 'numeric', timeZone: day.timeZone } as const;
    return this.#words.on(new Intl.DateTimeFormat(this.#locale === 'vi' ? 'vi' : 'en-GB', format).format(day.at));
  }
}
