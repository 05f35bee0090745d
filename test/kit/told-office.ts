// An office whose people want to be told on their phones, and what they are told.
import { DEFAULT_PREFERENCES, type PushPreferences } from '../../shared/notices.ts';
import type { PushFate, PushSender } from '../../server/push/sender.ts';
import { addRep, addTeam, cookieOf, settled, startApp, type StartOptions, type TestApp } from './app.ts';
import { browserNamed } from './push-service.ts';

const BURST_MS = 10_000;
const PASSWORD = 'mat-khau-dai';

export interface Told {
  to: string;
  kind: string;
  title: string;
  body: string;
  lang: string;
}

/** Takes notices in the place of push services. */
export class Listening implements PushSender {
  told: Told[] = [];
  fate: PushFate = 'sent';

  readonly send: PushSender['send'] = (to, { payload }) => {
    const name = decodeURIComponent(to.endpoint.split('/').at(-1) ?? '');
    this.told.push({ ...(JSON.parse(payload) as Told), to: name });
    return Promise.resolve(this.fate);
  };
}

/** An office of the reps An, Bình, Chi in one team and the owner Hà; all but Chi want to be told. */
export class ToldOffice {
  app: TestApp;
  readonly listening: Listening;
  teamId = '';
  readonly reps: Record<string, string> = {};
  readonly cookies: Record<string, string> = {};

  private constructor(app: TestApp, listening: Listening) {
    this.app = app;
    this.listening = listening;
  }

  /** Opens it; what it is told goes another way where `options` has one. Wins are big from 100 million, huge from 900. */
  static async open(options: StartOptions = {}): Promise<ToldOffice> {
    const listening = new Listening();
    const office = new ToldOffice(await startApp({ pushSender: listening, ...options }), listening);
    await office.#fill();
    return office;
  }

  async #fill(): Promise<void> {
    const { app } = this;
    await app.setUp();
    await app.call('PATCH', '/api/wall', { bigFrom: '100000000', hugeFrom: '900000000' });
    this.teamId = await addTeam(app, 'Hà Nội');
    for (const [name, email] of [
      ['An', 'an@saoviet.vn'],
      ['Bình', 'binh@saoviet.vn'],
      ['Chi', 'chi@saoviet.vn'],
    ] as const) {
      this.reps[name] = await addRep(app, name, { teamId: this.teamId, email, password: PASSWORD });
      this.cookies[name] = await this.signIn(email);
    }
    this.cookies['Hà'] = app.cookie;
    for (const name of ['An', 'Bình', 'Hà']) await this.subscribe(name);
  }

  /** The server stops, and starts again at an instant. */
  async restart(now: number): Promise<void> {
    await this.app.stop();
    this.listening.told = [];
    const { dataDir, cookie } = this.app;
    this.app = await startApp({ dataDir, now, pushSender: this.listening });
    this.app.cookie = cookie;
  }

  async signIn(email: string): Promise<string> {
    return cookieOf(await this.app.call('POST', '/api/session', { email, password: PASSWORD }, { as: '' }));
  }

  rep(name: string): string {
    return this.reps[name] ?? '';
  }

  as(name: string): { as: string } {
    return { as: this.cookies[name] ?? '' };
  }

  /** As a browser does: with the server's key. */
  async subscribe(name: string): Promise<void> {
    await this.app.call('GET', '/api/push', undefined, this.as(name));
    const { endpoint, keys } = browserNamed(encodeURIComponent(name));
    const answer = await this.app.call('PUT', '/api/push/subscription', { endpoint, keys }, this.as(name));
    if (answer.status !== 204) throw new Error(`not subscribed: ${JSON.stringify(answer.body)}`);
  }

  async prefer(name: string, change: Partial<PushPreferences>): Promise<number> {
    const body = { ...DEFAULT_PREFERENCES, ...change };
    return (await this.app.call('PUT', '/api/push/preferences', body, this.as(name))).status;
  }

  /** A win in millions, posted by the rep on the phone; gives its id. */
  async win(name: string, millions: number): Promise<string> {
    const body = { rep: this.rep(name), amount: `${millions}000000`, customer: 'An Phát' };
    const answer = await this.app.call<{ deal: { id: string } }>('POST', '/api/deals', body, this.as(name));
    return answer.body.deal.id;
  }

  async quota(type: 'rep' | 'team', id: string, millions: number): Promise<void> {
    const { body } = await this.app.call<{ runningId: string }>('GET', '/api/periods');
    const quota = { periodId: body.runningId, subject: { type, id }, metric: 'revenue', amount: `${millions}000000` };
    await this.app.call('PUT', '/api/quotas', quota);
  }

  /** Has time pass until a burst is over; gives what has been told since it was last asked, in a fixed order. */
  async told(): Promise<Told[]> {
    this.app.clock.advance(BURST_MS);
    await settled(this.app);
    const all = this.listening.told;
    this.listening.told = [];
    return all.sort((a, b) => (a.to + a.kind < b.to + b.kind ? -1 : 1));
  }

  /** The same in short: "An bigWin". */
  async briefly(): Promise<string[]> {
    return (await this.told()).map(({ to, kind }) => `${to} ${kind}`);
  }
}
