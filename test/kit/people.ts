// Everybody there is in an office, each come in by the way that people come in: a link, taken up once.
import { SCOPES } from '../../shared/roles.ts';
import type { InvitationBody, LinkAnswer } from '../../shared/schemas/accounts.ts';
import type { Session } from '../../shared/schemas/office.ts';
import { addRep, addTeam, cookieOf, type TestApp } from './app.ts';
import { pairScreen } from './screens.ts';

export interface Person {
  id: string;
  repId: string | null;
  email: string;
  password: string;
  cookie: string;
}

/** What opens a link, as it stands in its fragment. */
export const secretOf = ({ url }: Pick<LinkAnswer, 'url'>): string => new URL(url).hash.slice(1);

/** Invites somebody as `as`; gives the link. */
export async function invite(app: TestApp, body: InvitationBody, as = app.cookie): Promise<LinkAnswer> {
  const { status, body: link } = await app.call<LinkAnswer>('POST', '/api/invitations', body, { as });
  if (status !== 201) throw new Error(`no invitation: ${JSON.stringify(link)}`);
  return link;
}

/** Somebody who was invited and has come. */
export async function enter(app: TestApp, invitation: InvitationBody & { email: string }): Promise<Person> {
  const link = await invite(app, invitation);
  const password = `${invitation.email} likes long ones`;
  const body = { secret: secretOf(link), password };
  const answer = await app.call<Session>('POST', '/api/links/accept', body, { as: '' });
  if (answer.status !== 200) throw new Error(`not joined: ${JSON.stringify(answer.body)}`);
  const { id, repId } = answer.body.user;
  return { id, repId, email: invitation.email, password, cookie: cookieOf(answer) };
}

/** A manager of some teams; gives the session. */
export async function enterLead(app: TestApp, teamIds: string[]): Promise<string> {
  return (await enter(app, { name: 'Lê', email: 'lead@saoviet.vn', role: 'manager', teamIds })).cookie;
}

export interface Office {
  north: string;
  hanoi: string;
  south: string;
  manager: Person;
  /** Limited to the north, and so to Hà Nội below it. */
  northManager: Person;
  /** In Hà Nội. */
  an: Person;
  /** In the south. */
  binh: Person;
  viewer: Person;
  /** In the south, without an account, with a phone number. */
  chi: string;
}

/** An office that is set up, with one of each role; its owner is `app.cookie`. */
export async function fullOffice(app: TestApp): Promise<Office> {
  await app.setUp();
  const north = await addTeam(app, 'Miền Bắc');
  const hanoi = await addTeam(app, 'Hà Nội', north);
  const south = await addTeam(app, 'Miền Nam');
  const chi = await addRep(app, 'Chi', { email: 'chi@saoviet.vn', phone: '+84 24 555 0101', teamId: south });
  return {
    north,
    hanoi,
    south,
    chi,
    manager: await enter(app, { name: 'Mai', email: 'mai@saoviet.vn', role: 'manager' }),
    northManager: await enter(app, { name: 'Bắc', email: 'bac@saoviet.vn', role: 'manager', teamIds: [north] }),
    an: await enter(app, { name: 'An', email: 'an@saoviet.vn', role: 'rep', teamId: hanoi }),
    binh: await enter(app, { name: 'Bình', email: 'binh@saoviet.vn', role: 'rep', teamId: south }),
    viewer: await enter(app, { name: 'Vy', email: 'vy@saoviet.vn', role: 'viewer' }),
  };
}

/** Everybody who can be at the door, by name, as `call` takes them: nobody, people of each role, machines, a TV. */
export async function everybody(app: TestApp, office: Office): Promise<Record<string, string>> {
  const tokens: Record<string, string> = {};
  for (const scope of SCOPES) tokens[`token ${scope}`] = await app.token(scope);
  const screen = await pairScreen(app);
  return {
    nobody: '',
    owner: app.cookie,
    manager: office.manager.cookie,
    'manager of a team': office.northManager.cookie,
    rep: office.an.cookie,
    viewer: office.viewer.cookie,
    ...tokens,
    screen: `Bearer ${screen.token}`,
  };
}
