// Does the deeds of `deeds.ts` to an office's books, as people would: where a deed can be asked for first, it is.
import { expect } from 'vitest';
import type { Row } from '../../shared/board-view.ts';
import { knownBoard, TYPES_FROM_TOP } from '../../shared/board.ts';
import { exponentOf } from '../../shared/currencies.ts';
import type { Deal } from '../../shared/deal.ts';
import type { UserActor } from '../../shared/roles.ts';
import type { DealBody } from '../../shared/schemas/deals.ts';
import { dateOf } from '../../shared/time.ts';
import type { Commands } from '../../server/ledger/commands.ts';
import { Books } from './books.ts';
import type { Deed, DeedName, Deeds } from './deeds.ts';
import { DAY_MS, HOUR_MS } from './make.ts';
import { NaiveOffice } from './naive-office.ts';

const RATES = { USD: '0.8765', KWD: '3.0101', JPY: '0.0061', VND: '0.000035' };
const reason = 'vì thế';

type Asked = 'deal:void' | 'deal:correct' | 'deal:restore' | 'deal:approve' | 'deals:book' | 'period:restate';

export class Doer {
  readonly books: Books;
  readonly #naive: NaiveOffice;
  readonly teams: string[] = [];
  readonly reps: string[] = [];
  /** What was posted, to be posted again. */
  readonly #posts: { body: DealBody; id: string }[] = [];

  /** An office with three teams, one of them below another, three reps, and rates for four currencies. */
  constructor(books = new Books()) {
    this.books = books;
    this.#naive = new NaiveOffice(books);
    for (const above of [null, null, 0]) {
      const parentId = above === null ? null : (this.teams[above] ?? null);
      this.teams.push(books.do('team:create', { name: `Nhóm ${this.teams.length}`, parentId })?.id ?? '');
    }
    for (const name of ['An', 'Bình', 'an']) this.reps.push(books.addRep(name, this.teams[this.reps.length] ?? null));
    for (const [currency, rate] of Object.entries(RATES)) books.do('rate:put', { currency, date: '2026-09-01', rate });
  }

  do(deed: Deed): void {
    (this.#ways[deed.name] as (what: object) => void)(deed.with);
  }

  readonly #ways: { readonly [N in DeedName]: (what: Deeds[N]) => void } = {
    post: (what) => this.#post(what),
    repost: ({ pick }) => this.#repost(pick),
    void: ({ pick }) => {
      const id = at(this.#deals(true), pick)?.id;
      if (id !== undefined) this.#ask('deal:void', { id, reason, repsWithin: null });
    },
    restore: ({ pick }) => {
      const id = at(this.#deals(false), pick)?.id;
      if (id !== undefined) this.#ask('deal:restore', { id, reason });
    },
    correct: (what) => this.#correct(what),
    book: ({ pick, count }) => {
      const { late } = this.books.store;
      const all = late.list(Number.MAX_SAFE_INTEGER, 50).map(({ id }) => id);
      const ids = all.slice(pick % Math.max(1, all.length)).slice(0, count);
      if (ids.length > 0) this.#ask('deals:book', { ids, reason, dryRun: false });
    },
    restate: ({ pick }) => {
      const periodId = at(this.#closed(), pick)?.id;
      if (periodId !== undefined) this.#ask('period:restate', { periodId, reason, dryRun: false });
    },
    unrestate: ({ pick }) => {
      const periodId = at(this.#closed(), pick)?.id;
      if (periodId !== undefined) this.books.do('restate:undo', { periodId });
    },
    approve: ({ pick }) => {
      const id = at(this.books.store.pending.open(), pick)?.id;
      if (id !== undefined) this.#ask('deal:approve', { id, dryRun: false });
    },
    decline: ({ pick }) => {
      const id = at(this.books.store.pending.open(), pick)?.id;
      if (id !== undefined) this.books.do('deal:decline', { id, reason });
    },
    rule: ({ cents }) =>
      void this.books.do('approvals:rule', { above: cents === null ? null : text(cents, 2), dryRun: false }),
    receive: (what) => this.#receive(what),
    takeBack: ({ pick }) => {
      const { db } = this.books.store;
      const all = db.prepare('SELECT r.id, d.id AS dealId FROM receipts r JOIN deals d ON d.seq = r.deal_seq').all();
      const one = at(all as { id: string; dealId: string }[], pick);
      if (one) this.books.do('receipt:void', { ...one, reason });
    },
    rate: ({ currency, rate }) => {
      const date = this.date(0);
      this.books.do('rate:put', { currency, date, rate, isConfirmed: true });
    },
    quota: ({ subject, metric, amount }) => {
      const reps = this.reps.map((id) => ({ type: 'rep' as const, id }));
      const teams = this.teams.map((id) => ({ type: 'team' as const, id }));
      const one = at([...reps, ...teams, { type: 'office' as const, id: 'office' }], subject);
      const open = this.books.periods.filter(({ closedAt }) => closedAt === null);
      const periodId = at(open, subject)?.id;
      const said = amount === null ? null : metric === 'deals' ? amount : text(amount, 2);
      if (one && periodId !== undefined) this.books.do('quota:set', { periodId, subject: one, metric, amount: said });
    },
    default: ({ amount }) => {
      this.books.do('office:patch', {
        defaultQuota: amount === null || amount === 0 ? null : text(amount, 2),
        defaultQuotaDeals: amount,
      });
    },
    move: ({ rep, team }) => this.#patchRep(rep, { teamId: at(this.teams, team) ?? null }),
    leave: ({ rep, daysAgo }) => this.#patchRep(rep, { leftOn: daysAgo === null ? null : this.date(-daysAgo) }),
    patch: ({ patch }) => void this.books.do('office:patch', patch),
    reset: ({ days }) => {
      const endsAt = days === null ? {} : { endsAt: this.date(days) };
      this.books.do('period:reset', { dryRun: false, ...endsAt });
    },
    undo: () => void this.books.do('period:undo', {}),
    plan: ({ inDays, days }) => {
      const range = { startsAt: this.date(inDays), endsAt: this.date(inDays + days) };
      this.books.do('period:create', { name: 'Kỳ', ...range });
    },
    remove: ({ pick }) => {
      const planned = this.books.periods.filter(({ startsAt }) => startsAt > this.books.now);
      const id = at(planned, pick)?.id;
      if (id !== undefined) expect(this.books.do('period:remove', { id }), 'PD11').not.toBeNull();
    },
    pass: ({ ms }) => {
      this.books.now += ms;
      this.roll();
    },
  };

  /** As the server does a moment after a boundary has passed. */
  roll(): void {
    this.books.do('period:roll', {});
  }

  /** A local date so many days ahead. */
  date(days: number): string {
    return dateOf(this.books.now + days * DAY_MS, this.books.office.timeZone);
  }

  /** Asks what a deed would do, sees that nothing is done by that, does it, and sees that it did just that. Rule CO3. */
  #ask<N extends Asked>(name: N, input: Commands[N]['input']): void {
    const { books } = this;
    const before = this.#lines();
    const rev = books.store.revision.read();
    const asked = books.do(name, { ...input, dryRun: true });
    expect(books.store.revision.read(), 'CO3 a question stores nothing').toEqual(rev);
    const why = books.refused;
    const done = books.do(name, input);
    expect([done === null, books.refused], 'CO3 a question refuses what the deed refuses').toEqual([
      asked === null,
      why,
    ]);
    if (asked === null) return;
    const told = (asked.effect?.shifts ?? []).filter(({ periodId }) => periodId === books.running?.id);
    const toldOf = new Map(told.map((shift) => [`${shift.by} ${shift.subjectId}`, [shift.before, shift.after]]));
    expect(toldOf, 'CO3 what was told is what has come').toEqual(shiftsBetween(before, this.#lines()));
  }

  /** Everybody's line in the running period, by `type id`. */
  #lines(): Map<string, Figures> {
    const { running: range, now, office } = this.books;
    const lines = new Map<string, Figures>();
    for (const by of TYPES_FROM_TOP) {
      const board = knownBoard(`${by}-revenue-period`);
      for (const row of range ? this.#naive.rows(board, { range, at: now, dayStartsAt: null, office }) : []) {
        const { rank, tied, value, deals, attainment } = row;
        lines.set(`${by} ${row.subjectId}`, { rank, tied, value, deals, attainment });
      }
    }
    return lines;
  }

  #post({ rep, cents, currency, hoursAgo, share, isOwn }: Deeds['post']): void {
    const splits = this.#splits(rep, share);
    const body: DealBody = {
      rep: at(this.reps, rep) ?? '',
      customer: 'Globex',
      amount: text(cents, exponentOf(currency) ?? 0),
      currency,
      ...(hoursAgo > 0 && { closedAt: this.#ago(hoursAgo) }),
      ...(splits && { splits }),
    };
    const posted = this.books.do('deal:record', body, isOwn ? repActor(body.rep) : { type: 'system' });
    if (posted) this.#posts.push({ body: { ...body, id: posted.deal.id }, id: posted.deal.id });
  }

  /** The same post again is the deal that is there, or refused; it never makes another one. Rules LG3, AP4, MO5. */
  #repost(pick: number): void {
    const { books } = this;
    const post = at(this.#posts, pick);
    if (!post) return;
    const rev = books.store.revision.read();
    const again = books.do('deal:record', post.body);
    expect(books.store.revision.read(), 'LG3').toEqual(rev);
    if (again) expect([again.deal.id, again.created], 'LG3').toEqual([post.id, false]);
  }

  #correct({ pick, rep, cents, currency, refreeze, hoursAgo, share }: Deeds['correct']): void {
    const deal = at(this.#deals(true), pick);
    if (!deal) return;
    const splits = this.#splits(rep ?? 0, share);
    const code = currency ?? deal.original?.currency ?? deal.currency;
    const changes = {
      reason,
      refreeze,
      ...(rep !== null && { rep: at(this.reps, rep) ?? '' }),
      ...(cents !== null && { amount: text(cents, exponentOf(code) ?? 0) }),
      ...(currency !== null && { currency }),
      ...(hoursAgo !== null && { closedAt: this.#ago(hoursAgo) }),
      ...(splits && { splits }),
    };
    this.#ask('deal:correct', { id: deal.id, changes });
  }

  #receive({ pick, part, daysAgo }: Deeds['receive']): void {
    const deal = at(this.#deals(), pick);
    const sale = deal && this.books.store.receipts.sale(deal.seq);
    if (!deal || !sale) return;
    const minor = Math.ceil(((sale.amountMinor - sale.receivedMinor) * part) / 100);
    const amount = text(minor, exponentOf(deal.original?.currency ?? deal.currency) ?? 0);
    const body = { amount, receivedAt: this.#ago(daysAgo * 24) };
    this.books.do('receipt:record', { dealId: deal.id, body });
  }

  #patchRep(rep: number, patch: { teamId: string | null } | { leftOn: string | null }): void {
    this.books.do('rep:patch', { id: at(this.reps, rep) ?? '', patch, teamsWithin: null });
  }

  #splits(rep: number, share: number | null): DealBody['splits'] | null {
    if (share === null) return null;
    return [
      { rep: at(this.reps, rep) ?? '', share },
      { rep: at(this.reps, rep + 1) ?? '', share: 10_000 - share },
    ];
  }

  #ago(hours: number): number {
    return this.books.now - hours * HOUR_MS;
  }

  /** In the order of receipt; those that stand, those that do not, or all. */
  #deals(stands?: boolean): Deal[] {
    const { db, search } = this.books.store;
    const ids = db.prepare('SELECT id FROM deals ORDER BY seq').pluck().all() as string[];
    const all = ids.flatMap((id) => search.byId(id) ?? []);
    return stands === undefined ? all : all.filter((deal) => (deal.void === null) === stands);
  }

  #closed() {
    return this.books.periods.filter(({ closedAt }) => closedAt !== null);
  }
}

type Figures = Pick<Row, 'rank' | 'tied' | 'value' | 'deals' | 'attainment'>;

function shiftsBetween(before: ReadonlyMap<string, Figures>, after: ReadonlyMap<string, Figures>) {
  const keys = [...new Set([...before.keys(), ...after.keys()])];
  const shifts = keys.map((key) => [key, [before.get(key) ?? null, after.get(key) ?? null]] as const);
  return new Map(shifts.filter(([, [a, b]]) => JSON.stringify(a) !== JSON.stringify(b)));
}

function at<T>(list: readonly T[], index: number): T | undefined {
  return list[index % Math.max(1, list.length)];
}

function repActor(repId: string): UserActor {
  return { type: 'user', id: `account-of-${repId}`, role: 'rep', repId, teamIds: null };
}

/** Minor units as people write them. */
function text(minor: number, exponent: number): string {
  const digits = String(minor).padStart(exponent + 1, '0');
  return exponent === 0 ? digits : `${digits.slice(0, -exponent)}.${digits.slice(-exponent)}`;
}
