// What routes are given to work with.
import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox';
import type { FastifyBaseLogger, FastifyInstance, RawServerDefault } from 'fastify';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { Refusal } from '../shared/problem.ts';
import type { OfficeSettings } from '../shared/schemas/office.ts';
import { dateOf } from '../shared/time.ts';
import type { Boards } from './boards/boards.ts';
import type { Clock } from './clock.ts';
import type { Directory } from './directory.ts';
import type { Ledger } from './ledger/ledger.ts';
import type { PersonLine } from './gateway/person-line.ts';
import type { ScreenLine } from './gateway/screen-line.ts';
import type { Push } from './push/push.ts';
import type { Reactions } from './reactions.ts';
import type { Deliveries } from './screens/deliveries.ts';
import type { Pairings } from './screens/pairings.ts';
import type { Presence } from './screens/presence.ts';
import type { Tables } from './store/store.ts';
import type { WaysIn } from './ways-in.ts';

export interface Parts extends WaysIn {
  ledger: Ledger;
  directory: Directory;
  boards: Boards;
  /** Reads only; every write goes through the ledger. */
  tables: Tables;
  clock: Clock;
  /** What screens say of themselves. */
  presence: Presence;
  /** What a manager asks of a screen. */
  line: ScreenLine;
  /** What only one person is told, on all pages of theirs. */
  people: PersonLine;
  /** TVs that wait to be claimed. */
  pairings: Pairings;
  /** Where deals have been seen. */
  deliveries: Deliveries;
  /** The feed of wins, with what colleagues say. */
  reactions: Reactions;
  /** Telling people on their phones. */
  push: Push;
  setupToken: string;
  /** The build of the screens that this server serves. */
  buildId: string;
}

export type Api = FastifyInstance<
  RawServerDefault,
  IncomingMessage,
  ServerResponse,
  FastifyBaseLogger,
  TypeBoxTypeProvider
>;

/** The settings as they are told: with the rates that hold on the local date. Rule MO7. */
export function toldOffice(parts: Parts): OfficeSettings {
  const office = officeOf(parts);
  const today = dateOf(parts.clock.now(), office.timeZone);
  return { ...office, currencies: parts.tables.rates.listed(office.currency, today) };
}

/** The office's settings; refuses before setup. */
export function officeOf(parts: Parts): OfficeSettings {
  const { office } = parts.directory;
  if (!office) throw new Refusal('setup/required');
  return office;
}
