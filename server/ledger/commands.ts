// Everything that can be done to the books, by name: what it takes, what it gives, and what it changes.
import type { Activity, Plan } from '../../shared/activity.ts';
import type { Deal, Quota } from '../../shared/deal.ts';
import type { ErrorCode, FieldError } from '../../shared/problem.ts';
import type { ReactionKind } from '../../shared/reactions.ts';
import type { Actor } from '../../shared/roles.ts';
import type { InvitationBody, LinkAcceptBody, OwnPatch, UserPatch } from '../../shared/schemas/accounts.ts';
import type { ResetAnswer, ResetBody } from '../../shared/schemas/boards.ts';
import type { ActivityBody, DetailsBody, PlanBody } from '../../shared/schemas/activities.ts';
import type { ApprovalRule, RuleAnswer } from '../../shared/schemas/approvals.ts';
import type { Effect } from '../../shared/schemas/corrections.ts';
import type { CorrectBody, DealBody } from '../../shared/schemas/deals.ts';
import type { Mapping, PeopleImportAnswer, RowFate } from '../../shared/schemas/imports.ts';
import type { OfficePreview, PlanPeriodsBody } from '../../shared/schemas/calendar.ts';
import type { RateBody, ReceiptBody, Settled, SettleBody } from '../../shared/schemas/money.ts';
import type { OfficePatch, SetupBody } from '../../shared/schemas/office.ts';
import type { RepBody, RepPatch, TeamBody, TeamPatch } from '../../shared/schemas/people.ts';
import type { ForecastBatch, QuotaBatch, QuotaBody } from '../../shared/schemas/quotas.ts';
import type { ScreenBody, ScreenPatch } from '../../shared/schemas/screens.ts';
import type { PushPreferences } from '../../shared/notices.ts';
import type { PlaylistBody, WallPatch } from '../../shared/schemas/wall.ts';
import type { Delivery } from '../screens/deliveries.ts';
import type { SessionRow, Sighting, Token } from '../store/accounts.ts';
import type { Passkey } from '../store/passkeys.ts';
import type { Media } from '../store/media.ts';
import type { Period } from '../store/periods.ts';
import type { NewSubscription, PushKeys } from '../store/push.ts';
import type { Receipt } from '../store/receipts.ts';

/** A deal as an import has read it from a table. */
export interface ImportedDeal {
  row: number;
  /** A rep's name, e-mail address or id, as the table has it. */
  rep: string;
  /** The office's, or another one that has to have a rate. */
  currency: string;
  /** Minor units of that currency. */
  amountMinor: number;
  customer: string;
  product: string;
  kind: 'new' | 'recurring';
  source: string;
  location: string;
  note: string;
  openedAt: number | null;
  closedAt: number;
  externalId: string;
}

export interface ImportedPerson {
  row: number;
  name: string;
  email: string | null;
  /** Team names from the top level down. */
  teamPath: string[];
}

/** The password has been hashed before: hashing is slow and stays out of the writing thread. */
type WithHash<T extends { password?: string }> = Omit<T, 'password'> & { passwordHash?: string };

/** The PIN has been hashed before, for the same reason. */
export type PatchedUser = Omit<UserPatch, 'pin'> & { pinHash?: string | null };

export interface AcceptedLink extends Omit<LinkAcceptBody, 'secret' | 'password'> {
  linkHash: string;
  passwordHash: string;
  session: NewSession;
}

export interface Commands {
  setup: {
    input: Pick<SetupBody, 'office'> & {
      manager: { name: string; email: string; passwordHash: string };
      session: NewSession;
    };
    output: { userId: string };
  };
  'session:open': {
    input: NewSession & { userId: string; sharedPhoneId?: string; passkey?: { id: string; counter: number } };
    output: void;
  };
  'session:close': { input: { hash: string }; output: void };
  'session:end': { input: { userId: string; id: string }; output: void };
  'sessions:end': { input: { userId: string; keep: string | null }; output: void };
  'sessions:seen': { input: { sightings: readonly Sighting[] }; output: void };
  'user:patch': { input: { id: string; patch: PatchedUser }; output: void };
  'user:patch-own': { input: { id: string; patch: OwnPatch }; output: void };
  'password:set': { input: { userId: string; passwordHash: string; keep: string | null }; output: void };
  'invitation:create': { input: { body: InvitationBody; hash: string; expiresAt: number }; output: { id: string } };
  'invitation:revoke': { input: { id: string }; output: void };
  'password-link:create': { input: { userId: string; hash: string; expiresAt: number }; output: { id: string } };
  'link:accept': { input: AcceptedLink; output: { userId: string } };
  'sessions:lapse': { input: { hashes: readonly string[] }; output: void };
  'phone:share': { input: { name: string; hash: string }; output: { id: string } };
  'phone:revoke': { input: { id: string }; output: void };
  /** `keep` is the hash of the session that asks. */
  'pin:set': { input: { pinHash: string | null; keep: string | null }; output: void };
  'passkey:add': { input: Omit<Passkey, 'userId' | 'createdAt' | 'usedAt'>; output: void };
  'passkey:remove': { input: { id: string }; output: void };
  'token:create': { input: Omit<Token, 'id' | 'createdAt'>; output: { id: string } };
  'token:revoke': { input: { id: string }; output: void };
  'office:patch': { input: OfficePatch; output: void };
  /** Throws its answer away again: nothing of it is kept. */
  'office:preview': { input: OfficePatch; output: OfficePreview };
  'team:create': { input: TeamBody; output: { id: string } };
  'team:patch': { input: { id: string; patch: TeamPatch }; output: void };
  'rep:create': { input: WithHash<RepBody>; output: { id: string } };
  /** `teamsWithin` are those in whose time a move may be; null for all of them. */
  'rep:patch': {
    input: { id: string; patch: WithHash<RepPatch>; teamsWithin: ReadonlySet<string> | null };
    output: void;
  };
  'people:import': { input: { people: ImportedPerson[]; dryRun: boolean }; output: Omit<PeopleImportAnswer, 'dryRun'> };
  'quota:set': { input: QuotaBody; output: void };
  'quota:batch': { input: QuotaBatch & { dryRun: boolean }; output: { changed: number; quotas: Quota[] } };
  'forecast:batch': { input: ForecastBatch & { dryRun: boolean }; output: { changed: number } };
  'period:plan': { input: PlanPeriodsBody; output: void };
  /** `pending` where the win waits for a manager (rule AP1). */
  'deal:record': { input: DealBody; output: { deal: Deal; created: boolean; pending?: true } };
  /** `repsWithin` are those whose deals may be voided; null for all of them. `pending` of one that waited (rule AP4). */
  'deal:void': {
    input: { id: string; reason: string; repsWithin: ReadonlySet<string> | null; dryRun?: boolean };
    output: Amended & { pending?: true };
  };
  'deal:correct': { input: { id: string; changes: CorrectBody; dryRun?: boolean }; output: Amended };
  'deal:restore': { input: { id: string; reason: string; dryRun?: boolean }; output: Amended };
  'deal:approve': { input: { id: string; dryRun: boolean }; output: Amended };
  'deal:decline': { input: { id: string; reason: string }; output: Deal };
  'approvals:rule': { input: ApprovalRule & { dryRun: boolean }; output: RuleAnswer };
  'deals:book': {
    input: { ids: readonly string[]; reason: string; dryRun: boolean };
    output: { deals: Deal[]; effect: Effect | null };
  };
  'deals:import': { input: { deals: ImportedDeal[]; source: string; dryRun: boolean }; output: RowFate[] };
  'deal:due': { input: { id: string; dueOn: string | null }; output: Deal };
  'receipt:record': { input: { dealId: string; body: ReceiptBody }; output: { receipt: Receipt; created: boolean } };
  'receipt:void': { input: { dealId: string; id: string; reason: string }; output: Receipt };
  'receipts:settle': { input: SettleBody & { dryRun: boolean }; output: Settled };
  'receipts:unsettle': { input: { id: string; reason: string }; output: Settled };
  'rate:put': { input: RateBody; output: void };
  'activity:record': { input: ActivityBody; output: { activity: Activity; created: boolean } };
  'activity:describe': { input: { id: string; details: DetailsBody }; output: Activity };
  'activity:void': { input: { id: string; reason: string }; output: Activity };
  'plan:record': { input: PlanBody; output: { plan: Plan; created: boolean } };
  'plan:move': { input: { id: string; at: string | number }; output: Plan };
  'plan:cancel': { input: { id: string }; output: Plan };
  'media:add': { input: Omit<Media, 'id'> & { bytes: Uint8Array }; output: Media };
  'wall:patch': { input: WallPatch; output: void };
  'playlist:create': { input: PlaylistBody; output: { id: string } };
  'playlist:put': { input: { id: string; body: PlaylistBody }; output: void };
  'playlist:remove': { input: { id: string }; output: void };
  'screen:create': { input: { body: ScreenBody; hash: string }; output: { id: string } };
  'screen:patch': { input: { id: string; patch: ScreenPatch }; output: void };
  'screen:rekey': { input: { id: string; hash: string; patch?: ScreenPatch }; output: void };
  'screen:restart': { input: { id: string }; output: void };
  'screen:revoke': { input: { id: string }; output: void };
  'screens:seen': { input: { seen: Map<string, number> }; output: void };
  'deals:delivered': { input: { deliveries: readonly Delivery[] }; output: void };
  'reaction:put': { input: { dealId: string; kind: ReactionKind; text: string }; output: void };
  'reaction:remove': { input: { dealId: string }; output: void };
  'push:keys': { input: PushKeys; output: PushKeys };
  'push:subscribe': { input: NewSubscription; output: void };
  'push:unsubscribe': { input: { sessionId: string }; output: void };
  'push:gone': { input: { endpoint: string }; output: void };
  'push:prefer': { input: PushPreferences; output: void };
  'push:remind': { input: { periodId: string; userIds: readonly string[] }; output: void };
  'mapping:save': { input: { name: string; mapping: Mapping }; output: void };
  'period:create': { input: { name: string; startsAt: string | number; endsAt: string | number }; output: Period };
  'period:reset': { input: ResetBody & { dryRun: boolean }; output: ResetAnswer };
  /** `running` is the period that whoever asks has seen running. */
  'period:undo': { input: { running?: string }; output: void };
  'period:remove': { input: { id: string }; output: void };
  'period:restate': {
    input: { periodId: string; reason: string; dryRun: boolean };
    output: { period: Period; late: number; hash: string; effect: Effect | null };
  };
  /** `hash` is that of the version that whoever asks has seen holding. */
  'restate:undo': { input: { periodId: string; hash?: string }; output: void };
  'period:roll': { input: Record<string, never>; output: number };
}

/** What a correcting act made of a deal; the effect is told where it was only asked for (rule CO3). */
export interface Amended {
  deal: Deal;
  effect: Effect | null;
}

export interface NewSession extends Pick<SessionRow, 'hash' | 'expiresAt' | 'device'> {
  /** The hash of the session that the device came with, if any: it ends. */
  replaces: string | null;
}

export type CommandName = keyof Commands;

/** What a commit changed, in order; the boards fold it, the directory reloads by it. */
export type Change =
  /** `by` is the account that posted it; null for machines. */
  | { type: 'deal'; deal: Deal; by: string | null }
  | { type: 'void'; deal: Deal }
  /** A void was taken back: the deal stands again. */
  | { type: 'restore'; deal: Deal }
  | { type: 'activity'; activity: Activity }
  | { type: 'activity-void'; activity: Activity }
  | { type: 'ledger' }
  /** A win has begun to wait, or waits no more. */
  | { type: 'wait'; id: string }
  | { type: 'reaction'; dealId: string; userId: string }
  | {
      type:
        | 'office'
        | 'people'
        | 'periods'
        | 'quotas'
        | 'forecasts'
        | 'accounts'
        | 'mappings'
        | 'walls'
        | 'media'
        | 'details'
        | 'plans'
        | 'pending'
        | 'push'
        | 'receipts';
    };

export interface Request {
  ticket: number;
  name: CommandName;
  actor: Actor;
  /** When the server received it. */
  now: number;
  input: unknown;
}

export type Reply =
  | { ticket: number; value: unknown }
  | { ticket: number; refusal: { code: ErrorCode; errors: FieldError[]; detail: string }; cause?: string };

/** What the writing thread answers for everything that it put into one transaction. */
export interface Commit {
  rev: number;
  changes: Change[];
  replies: Reply[];
}
