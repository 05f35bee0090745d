// Who may do what, in one table, asked by the server's guard and by the screens. Rules RO1, RO2.

export const ROLES = ['owner', 'manager', 'rep', 'viewer'] as const;
export type Role = (typeof ROLES)[number];

/** What a machine's token may carry. A TV's token carries `board:read` and nothing else. */
export const SCOPES = [
  'board:read',
  'deals:read',
  'deals:write',
  'people:read',
  'people:write',
  'import:write',
] as const;
export type Scope = (typeof SCOPES)[number];

/** How far somebody may: not at all, in what is their own, in their teams (RO4), in the whole office. */
export const REACHES = ['none', 'own', 'teams', 'office'] as const;
export type Reach = (typeof REACHES)[number];

/** The columns of the table: a manager of named teams reaches less far than one of the whole office. */
type Standing = 'owner' | 'manager' | 'teamManager' | 'rep' | 'viewer';

const EVERYBODY: Readonly<Record<Standing, Reach>> = {
  owner: 'office',
  manager: 'office',
  teamManager: 'office',
  rep: 'office',
  viewer: 'office',
};
/** Managers of the whole office. */
const OFFICE: Readonly<Record<Standing, Reach>> = { ...EVERYBODY, teamManager: 'none', rep: 'none', viewer: 'none' };
/** Managers, each as far as their teams go. */
const TEAMS: Readonly<Record<Standing, Reach>> = { ...OFFICE, teamManager: 'teams' };
/** Managers as far as their teams go, and reps for themselves. */
const SALES: Readonly<Record<Standing, Reach>> = { ...TEAMS, rep: 'own' };
/** What only a screen does. */
const NOBODY: Readonly<Record<Standing, Reach>> = { ...OFFICE, owner: 'none', manager: 'none' };
/** Everybody in what is their own. */
const SELF: Readonly<Record<Standing, Reach>> = {
  owner: 'own',
  manager: 'own',
  teamManager: 'own',
  rep: 'own',
  viewer: 'own',
};

const BY_ROLE = {
  'board:read': EVERYBODY,
  'board:watch': EVERYBODY,
  'period:read': EVERYBODY,
  'quota:read': { ...EVERYBODY, viewer: 'none' },
  'deal:read': SALES,
  'deal:create': SALES,
  'deal:void': SALES,
  'deal:correct': TEAMS,
  /** To let a win count that waits (rule AP1). */
  'deal:approve': TEAMS,
  /** Money that came in for deals, and what is open. */
  'receipt:read': SALES,
  'receipt:write': TEAMS,
  /** To say of all sales of the past at once that they are paid. */
  'receipt:settle': OFFICE,
  'journal:read': TEAMS,
  /** What other currencies are worth. */
  'rate:read': { ...OFFICE, teamManager: 'office' },
  'rate:write': OFFICE,
  'activity:read': SALES,
  'activity:write': SALES,
  /** Reactions to wins that everybody sees on the wall anyway. */
  'reaction:write': SELF,
  'people:read': TEAMS,
  'people:write': TEAMS,
  'people:import': OFFICE,
  /** How the office is built of teams. */
  'team:write': OFFICE,
  'quota:write': TEAMS,
  /** What is expected of whom, by whom one reports to. Rule FC4. */
  'forecast:read': TEAMS,
  'forecast:write': TEAMS,
  'account:read': TEAMS,
  'account:write': TEAMS,
  /** To make somebody an owner or a manager, and to touch the account of one. */
  'account:raise': OFFICE,
  /** Only owners touch owners. */
  'owner:write': { ...OFFICE, manager: 'none' },
  /** Phones that go from hand to hand (rule RO8). */
  'phone:write': OFFICE,
  'screen:read': { ...OFFICE, teamManager: 'office' },
  'screen:write': OFFICE,
  /** To speak for a screen: what it shows, and how it is. */
  'screen:report': NOBODY,
  'wall:write': OFFICE,
  'period:write': OFFICE,
  'office:write': OFFICE,
  'token:write': OFFICE,
  'import:write': OFFICE,
  'export:read': OFFICE,
  'audit:read': OFFICE,
  /** One's own account: sessions, password, language, photo, walk-up, subscriptions. */
  'self:write': SELF,
  /** Pictures and sounds are added by whoever may show them. */
  'media:write': { ...SELF, viewer: 'none' },
} as const satisfies Record<string, Readonly<Record<Standing, Reach>>>;

export type Action = keyof typeof BY_ROLE;
export const ACTIONS = Object.keys(BY_ROLE) as readonly Action[];

const BY_SCOPE: Readonly<Record<Scope, readonly Action[]>> = {
  'board:read': ['board:read', 'board:watch', 'period:read'],
  'deals:read': ['deal:read', 'activity:read', 'export:read', 'receipt:read', 'journal:read', 'rate:read'],
  'deals:write': [
    'deal:read',
    'deal:create',
    'deal:void',
    'deal:correct',
    'activity:read',
    'activity:write',
    'receipt:read',
    'receipt:write',
    'rate:read',
  ],
  'people:read': ['people:read', 'quota:read', 'forecast:read', 'period:read'],
  'people:write': [
    'people:read',
    'people:write',
    'people:import',
    'team:write',
    'quota:read',
    'quota:write',
    'forecast:read',
    'forecast:write',
    'period:read',
  ],
  'import:write': ['import:write', 'people:import'],
};

/** A person with an account. */
export interface UserActor {
  type: 'user';
  id: string;
  role: Role;
  repId: string | null;
  /** The teams that a manager is limited to; null for the whole office. */
  teamIds: readonly string[] | null;
}

/** Someone at the door: a person with a role, or a machine with scopes. */
export type Actor =
  | UserActor
  | { type: 'token'; id: string; scopes: readonly Scope[] }
  /** A TV: it watches over its socket, where its privacy holds, and may call nothing. */
  | { type: 'screen'; id: string }
  | { type: 'system' };

/** The account of who acts; null for machines. */
export function accountOf(actor: Actor): string | null {
  return actor.type === 'user' ? actor.id : null;
}

/** How far an actor may do it. A rep's account without a rep has nothing that is its own to sell. */
export function reachOf(actor: Actor, action: Action): Reach {
  switch (actor.type) {
    case 'system':
      return 'office';
    case 'user':
      return BY_ROLE[action][standingOf(actor)];
    case 'screen':
      return action === 'board:watch' || action === 'screen:report' ? 'office' : 'none';
    case 'token':
      return actor.scopes.some((scope) => BY_SCOPE[scope].includes(action)) ? 'office' : 'none';
  }
}

function standingOf({ role, teamIds }: UserActor): Standing {
  return role === 'manager' && teamIds !== null ? 'teamManager' : role;
}

/** Whether an actor may do it at all, however far. */
export function can(actor: Actor, action: Action): boolean {
  return reachOf(actor, action) !== 'none';
}

/** What it takes to make an account of a role, and to touch one. Rule RO5. */
const TO_TOUCH: Readonly<Record<Role, Action>> = {
  owner: 'owner:write',
  manager: 'account:raise',
  viewer: 'account:raise',
  rep: 'account:write',
};

/** Whether an actor may make accounts of a role, and touch them; how far is another question. Rule RO5. */
export function mayTouch(actor: Actor, role: Role): boolean {
  return can(actor, TO_TOUCH[role]);
}

/** An actor as the audit names it. */
export function actorWord(actor: Actor): string {
  return actor.type === 'system' ? actor.type : `${actor.type}:${actor.id}`;
}

/** The account that such a word names; null for machines. */
export function accountIn(word: string): string | null {
  const [type, id = ''] = word.split(':');
  return type === 'user' ? id : null;
}
