// Everything of the office but its deals, held in memory and read afresh when a commit has changed it.
import type { Quota } from '../shared/deal.ts';
import { foldKey } from '../shared/fold.ts';
import { isLate, type Frozen, type Known } from '../shared/late.ts';
import { Roster } from '../shared/roster.ts';
import type { OfficeSettings } from '../shared/schemas/office.ts';
import { DEFAULT_WALL, type WallSettings } from '../shared/screen.ts';
import type { Range } from '../shared/time.ts';
import { hasLeft } from './account.ts';
import type { SessionRow, Sighting, Token, User } from './store/accounts.ts';
import type { Passkey } from './store/passkeys.ts';
import type { SharedPhone } from './store/shared-phones.ts';
import type { Playlist } from '../shared/scenes.ts';
import type { Period } from './store/periods.ts';
import type { Tables } from './store/store.ts';
import type { ScreenRow } from './store/screens.ts';

type Kept = 'office' | 'people' | 'periods' | 'quotas' | 'accounts' | 'walls';
const ALL: readonly Kept[] = ['office', 'people', 'periods', 'accounts', 'walls'];

export class Directory {
  readonly #tables: Tables;
  #office: OfficeSettings | null = null;
  #roster = new Roster({ office: { id: 'office', name: '' }, reps: [], teams: [], memberships: [] });
  #periods: readonly Period[] = [];
  #finals = new Map<string, Frozen>();
  readonly #quotas = new Map<string, readonly Quota[]>();
  readonly #closingRules = new Map<string, Partial<OfficeSettings>>();
  #users = new Map<string, User>();
  #sessions = new Map<string, SessionRow>();
  #sessionsByUser = new Map<string, SessionRow[]>();
  /** Uses of sessions that the books do not know of yet. */
  readonly #sightings = new Map<string, Sighting>();
  #tokens = new Map<string, Token>();
  #sharedPhones = new Map<string, SharedPhone>();
  #passkeys = new Map<string, Passkey>();
  #wall: WallSettings = DEFAULT_WALL;
  #playlists: readonly Playlist[] = [];
  #screens = new Map<string, ScreenRow>();
  /** A thousand TVs that come back at once are not looked for one by one. */
  #screensByHash = new Map<string, ScreenRow>();

  constructor(tables: Tables) {
    this.#tables = tables;
    this.reload(ALL);
  }

  reload(kinds: readonly string[]): void {
    const tables = this.#tables;
    if (kinds.includes('office')) this.#office = tables.office.read();
    if (kinds.includes('office') || kinds.includes('people')) this.#roster = this.#readRoster();
    if (kinds.includes('periods')) {
      this.#periods = tables.periods.list();
      this.#closingRules.clear();
      this.#finals = new Map(tables.finals.latest().map((final) => [final.periodId, final]));
    }
    if (kinds.includes('periods') || kinds.includes('quotas')) this.#quotas.clear();
    if (kinds.includes('accounts')) {
      this.#users = new Map(tables.users.list().map((user) => [user.id, user]));
      this.#readSessions();
      this.#sharedPhones = new Map(tables.sharedPhones.list().map((phone) => [phone.id, phone]));
      this.#passkeys = new Map(tables.passkeys.list().map((passkey) => [passkey.id, passkey]));
      this.#tokens = new Map(tables.tokens.list().map((token) => [token.hash, token]));
    }
    if (kinds.includes('walls')) {
      this.#wall = tables.wall.read();
      this.#playlists = tables.playlists.list();
      const screens = tables.screens.list();
      this.#screens = new Map(screens.map((screen) => [screen.id, screen]));
      this.#screensByHash = new Map(screens.map((screen) => [screen.hash, screen]));
    }
  }

  /** Reads all of it afresh, after another process has written. */
  reloadAll(): void {
    this.reload(ALL);
  }

  /** The office's settings, or null before setup. */
  get office(): OfficeSettings | null {
    return this.#office;
  }

  get roster(): Roster {
    return this.#roster;
  }

  get periods(): readonly Period[] {
    return this.#periods;
  }

  get tokens(): readonly Token[] {
    return [...this.#tokens.values()];
  }

  /** The look and sound of the office's walls. */
  get wall(): WallSettings {
    return this.#wall;
  }

  get playlists(): readonly Playlist[] {
    return this.#playlists;
  }

  get screens(): readonly ScreenRow[] {
    return [...this.#screens.values()];
  }

  screen(id: string): ScreenRow | null {
    return this.#screens.get(id) ?? null;
  }

  screenByHash(hash: string): ScreenRow | null {
    return this.#screensByHash.get(hash) ?? null;
  }

  /** When the final of a closed period was frozen, and what it knew; null without one. */
  finalOf(periodId: string): Frozen | null {
    return this.#finals.get(periodId) ?? null;
  }

  /** Names the final that holds of a period: one that was closed again, or restated, has another. */
  finalKey(periodId: string): string {
    return `${periodId} ${this.finalOf(periodId)?.frozenAt ?? ''}`;
  }

  /** Whether a deal falls in a closed period whose final does not know it. Rule LA1. */
  isLate(deal: Known & { closedAt: number }): boolean {
    const period = this.periodAt(deal.closedAt);
    const final = period && period.closedAt !== null ? this.finalOf(period.id) : null;
    return final !== null && isLate(deal, final);
  }

  /** The period that runs at an instant, or null. */
  runningPeriod(at: number): Period | null {
    return this.periodAt(at, (period) => period.closedAt === null);
  }

  /** The period that an instant falls in, or null. */
  periodAt(at: number, accepts: (period: Period) => boolean = () => true): Period | null {
    return this.#periods.find((one) => one.startsAt <= at && at < one.endsAt && accepts(one)) ?? null;
  }

  /** The period that is exactly this range, or null. */
  periodOf(range: Range): Period | null {
    return this.#periods.find((one) => one.startsAt === range.startsAt && one.endsAt === range.endsAt) ?? null;
  }

  periodById(id: string): Period | null {
    return this.#periods.find((period) => period.id === id) ?? null;
  }

  quotasOf(periodId: string): readonly Quota[] {
    const known = this.#quotas.get(periodId) ?? this.#tables.quotas.ofPeriod(periodId);
    this.#quotas.set(periodId, known);
    return known;
  }

  /** The office's settings as a period counts by them: those of its close, or of now. Rule QT13. */
  officeIn(period: Period | null): OfficeSettings | null {
    if (!this.#office || !period || period.closedAt === null) return this.#office;
    const known = this.#closingRules.get(period.id) ?? this.#tables.closingRules.read(period.id) ?? {};
    this.#closingRules.set(period.id, known);
    return { ...this.#office, ...known };
  }

  get users(): readonly User[] {
    return [...this.#users.values()];
  }

  user(id: string): User | null {
    return this.#users.get(id) ?? null;
  }

  /** The name of whom the audit calls "user:…" or "token:…"; null for Winboard itself. */
  nameOf(actor: string): string | null {
    const [type, id = ''] = actor.split(':');
    if (type === 'user') return this.#users.get(id)?.name ?? id;
    if (type === 'token') return this.tokens.find((token) => token.id === id)?.name ?? id;
    return null;
  }

  userByEmail(email: string): User | null {
    const wanted = foldKey(email);
    return [...this.#users.values()].find((user) => user.email !== null && foldKey(user.email) === wanted) ?? null;
  }

  /** Whether an account has ended or its rep has left the office: then it opens nothing any more. */
  hasLeft(user: User, at: number): boolean {
    const rep = user.repId === null ? undefined : this.#roster.reps[this.#roster.indexOf('rep', user.repId)];
    return hasLeft(user, rep ?? null, at, this.#office?.timeZone ?? 'UTC');
  }

  /** Whether a rep can sign in. */
  hasAccount(repId: string): boolean {
    return [...this.#users.values()].some((user) => user.repId === repId);
  }

  sessionByHash(hash: string): SessionRow | null {
    return this.#sessions.get(hash) ?? null;
  }

  /** The sessions of an account that are still good, the last used first. */
  sessionsOf(userId: string, now: number): SessionRow[] {
    const known = this.#sessionsByUser.get(userId) ?? [];
    return known.filter(({ expiresAt }) => expiresAt > now).sort((a, b) => b.seenAt - a.seenAt);
  }

  /** A session is used. */
  saw(session: SessionRow, sighting: Omit<Sighting, 'hash'>): void {
    Object.assign(session, sighting);
    this.#sightings.set(session.hash, { hash: session.hash, ...sighting });
  }

  /** What the books do not know of yet: who takes it writes it. */
  takeSightings(): Sighting[] {
    const sightings = [...this.#sightings.values()];
    this.#sightings.clear();
    return sightings;
  }

  /** The phones that go from hand to hand. */
  get sharedPhones(): readonly SharedPhone[] {
    return [...this.#sharedPhones.values()];
  }

  sharedPhone(id: string): SharedPhone | null {
    return this.#sharedPhones.get(id) ?? null;
  }

  /** The sessions that were opened by PIN on a shared phone. */
  get pinSessions(): readonly SessionRow[] {
    return [...this.#sessions.values()].filter(({ sharedPhoneId }) => sharedPhoneId !== null);
  }

  /** A passkey by its credential's id. */
  passkey(id: string): Passkey | null {
    return this.#passkeys.get(id) ?? null;
  }

  passkeysOf(userId: string): readonly Passkey[] {
    return [...this.#passkeys.values()].filter((passkey) => passkey.userId === userId);
  }

  /** The people who can sign in by PIN, by account. */
  usersWithPin(at: number): readonly User[] {
    return [...this.#users.values()].filter((user) => user.pinHash !== null && !this.hasLeft(user, at));
  }

  tokenByHash(hash: string): Token | null {
    return this.#tokens.get(hash) ?? null;
  }

  #readSessions(): void {
    this.#sessions = new Map();
    this.#sessionsByUser = new Map();
    for (const row of this.#tables.sessions.list()) {
      const session = { ...row, ...this.#sightings.get(row.hash) };
      this.#sessions.set(row.hash, session);
      const others = this.#sessionsByUser.get(row.userId);
      if (others) others.push(session);
      else this.#sessionsByUser.set(row.userId, [session]);
    }
  }

  #readRoster(): Roster {
    const { teams, reps, memberships } = this.#tables;
    return new Roster({
      office: { id: 'office', name: this.#office?.name ?? '' },
      reps: reps.list(),
      teams: teams.list(),
      memberships: memberships.list(),
    });
  }
}
