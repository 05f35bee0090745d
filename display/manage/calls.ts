// Every call that the desk makes beyond what it shares with the phone.
import type {
  InvitationBody,
  InvitationView,
  LinkAnswer,
  SessionView,
  UserPatch,
  UserView,
} from '../../shared/schemas/accounts.ts';
import type { ComingPeriods, OfficePreview, PlanPeriodsBody } from '../../shared/schemas/calendar.ts';
import type {
  FinalView,
  PeriodBody,
  PeriodResults,
  PeriodsView,
  PeriodView,
  ResetAnswer,
  ResetBody,
} from '../../shared/schemas/boards.ts';
import type { DealQuery, DealView } from '../../shared/schemas/deals.ts';
import type { Comparison } from '../../shared/schemas/late.ts';
import type { ImportAnswer, Mapping, PeopleImportAnswer, SavedMapping } from '../../shared/schemas/imports.ts';
import type {
  NewToken,
  OfficePatch,
  OfficeSettings,
  Session,
  SetupBody,
  TokenBody,
  TokenView,
} from '../../shared/schemas/office.ts';
import type { RepBody, RepPatch, RepView, TeamBody, TeamPatch, TeamView } from '../../shared/schemas/people.ts';
import type { ClaimBody, ScreenList, ScreenPatch, ScreenView } from '../../shared/schemas/screens.ts';
import type { PlaylistBody, PlaylistView, WallPatch, WallView } from '../../shared/schemas/wall.ts';
import { call } from '../kit/api.ts';

interface Items<T> {
  items: T[];
}

const part = encodeURIComponent;

export const setUp = (body: SetupBody) => call<Session>('POST', '/api/setup', { body });

export const patchOffice = (body: OfficePatch) => call<OfficeSettings>('PATCH', '/api/office', { body });

export const previewOffice = (body: OfficePatch) => call<OfficePreview>('POST', '/api/office/preview', { body });

export const readTokens = () => call<Items<TokenView>>('GET', '/api/tokens');
export const createToken = (body: TokenBody) => call<NewToken>('POST', '/api/tokens', { body });
export const revokeToken = (id: string) => call<unknown>('DELETE', `/api/tokens/${part(id)}`);

export const readTeams = () => call<Items<TeamView>>('GET', '/api/teams');
export const createTeam = (body: TeamBody) => call<TeamView>('POST', '/api/teams', { body });
export const patchTeam = (id: string, body: TeamPatch) => call<TeamView>('PATCH', `/api/teams/${part(id)}`, { body });

export const createRep = (body: RepBody) => call<RepView>('POST', '/api/reps', { body });
export const patchRep = (id: string, body: RepPatch) => call<RepView>('PATCH', `/api/reps/${part(id)}`, { body });

export const readUsers = () => call<Items<UserView>>('GET', '/api/users');
export const patchUser = (id: string, body: UserPatch) => call<UserView>('PATCH', `/api/users/${part(id)}`, { body });
export const readSessions = (userId: string) => call<Items<SessionView>>('GET', `/api/users/${part(userId)}/sessions`);
export const endSession = (userId: string, id: string) =>
  call<unknown>('DELETE', `/api/users/${part(userId)}/sessions/${part(id)}`);
export const endSessions = (userId: string) => call<unknown>('DELETE', `/api/users/${part(userId)}/sessions`);
export const makeResetLink = (userId: string) => call<LinkAnswer>('POST', `/api/users/${part(userId)}/reset`);
export const readInvitations = () => call<Items<InvitationView>>('GET', '/api/invitations');
export const invite = (body: InvitationBody) => call<LinkAnswer>('POST', '/api/invitations', { body });
export const revokeInvitation = (id: string) => call<unknown>('DELETE', `/api/invitations/${part(id)}`);

export const readDeals = (query: DealQuery) =>
  call<Items<DealView> & { nextCursor: string | null }>('GET', '/api/deals', { query: { ...query } });

export const readPeriods = () => call<PeriodsView>('GET', '/api/periods');
export const createPeriod = (body: PeriodBody) => call<PeriodView>('POST', '/api/periods', { body });
export const planPeriods = (body: PlanPeriodsBody) => call<PeriodsView>('POST', '/api/periods/plan', { body });
export const removePeriod = (id: string) => call<unknown>('DELETE', `/api/periods/${part(id)}`);
export const readPeriodResults = () => call<PeriodResults>('GET', '/api/periods/results');
export const readComing = (query: { count: number; unit?: string }) =>
  call<ComingPeriods>('GET', '/api/periods/coming', { query });
export const resetPeriod = (body: ResetBody, dryRun: boolean) =>
  call<ResetAnswer>('POST', '/api/periods/reset', { body, query: { dryRun: dryRun ? 1 : undefined } });
export const undoReset = (running: string) =>
  call<PeriodsView>('POST', '/api/periods/reset/undo', { body: { running } });
export const readFinal = (id: string, version?: number) =>
  call<FinalView>('GET', `/api/periods/${part(id)}/final`, { query: { version } });
export const comparePeriods = (a: string, b: string) =>
  call<Comparison>('GET', '/api/periods/compare', { query: { a, b } });

/** A large file takes its time. */
const FILE_TIMEOUT_MS = 300_000;

function importCall<T>(
  kind: string,
  bytes: Blob,
  query: { dryRun: boolean; mapping?: string | undefined },
): Promise<T> {
  return call<T>('POST', `/api/import/${kind}`, {
    file: { bytes, type: 'text/csv' },
    query: { dryRun: query.dryRun ? 1 : undefined, mapping: query.mapping },
    timeoutMs: FILE_TIMEOUT_MS,
  });
}

export const importDeals = (bytes: Blob, dryRun: boolean, mapping?: string) =>
  importCall<ImportAnswer>('deals', bytes, { dryRun, mapping });
export const importPeople = (bytes: Blob, dryRun: boolean) =>
  importCall<PeopleImportAnswer>('people', bytes, { dryRun });
export const readMappings = () => call<Items<SavedMapping>>('GET', '/api/import/mappings');
export const saveMapping = (name: string, body: Mapping) =>
  call<SavedMapping>('PUT', `/api/import/mappings/${part(name)}`, { body });

export const readWall = () => call<WallView>('GET', '/api/wall');
export const patchWall = (body: WallPatch) => call<WallView>('PATCH', '/api/wall', { body });
export const readPlaylists = () => call<Items<PlaylistView>>('GET', '/api/playlists');
export const createPlaylist = (body: PlaylistBody) => call<PlaylistView>('POST', '/api/playlists', { body });
export const putPlaylist = (id: string, body: PlaylistBody) =>
  call<PlaylistView>('PUT', `/api/playlists/${part(id)}`, { body });
export const removePlaylist = (id: string) => call<unknown>('DELETE', `/api/playlists/${part(id)}`);

export const readScreens = () => call<ScreenList>('GET', '/api/screens');
export const claimScreen = (body: ClaimBody) => call<ScreenView>('POST', '/api/screens/claim', { body });
export const patchScreen = (id: string, body: ScreenPatch) =>
  call<ScreenView>('PATCH', `/api/screens/${part(id)}`, { body });
export const revokeScreen = (id: string) => call<unknown>('DELETE', `/api/screens/${part(id)}`);
/** What a manager can ask of a screen. */
export type ScreenWord = 'reload' | 'identify' | 'restart' | 'rotate';
export const tellScreen = (id: string, word: ScreenWord) => call<unknown>('POST', `/api/screens/${part(id)}/${word}`);
