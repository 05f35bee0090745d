// Who may do what, in one table, asked by the server's guard and by the screens.

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

export const ACTIONS = [
  'board:read',
  'board:watch',
  'deal:read',
  'deal:create:own',
  'deal:create',
  'deal:void:own',
  'deal:void',
  'people:read',
  'people:write',
  'quota:read',
  'quota:write',
  'period:read',
  'period:write',
  'office:write',
  'token:write',
  'import:write',
  'export:read',
  'audit:read',
  'screen:read',
  'screen:write',
  'wall:write',
] as const;
export type Action = (typeof ACTIONS)[number];

const REP: readonly Action[] = [
  'board:read',
  'board:watch',
  'deal:read',
  'deal:create:own',
  'deal:void:own',
  'period:read',
  'quota:read',
];

const BY_ROLE: Readonly<Record<Role, ReadonlySet<Action>>> = {
  owner: new Set(ACTIONS),
  manager: new Set(ACTIONS),
  rep: new Set(REP),
  viewer: new Set<Action>(['board:read', 'board:watch', 'period:read']),
};

const BY_SCOPE: Readonly<Record<Scope, readonly Action[]>> = {
  'board:read': ['board:read', 'board:watch', 'period:read'],
  'deals:read': ['deal:read', 'export:read'],
  'deals:write': ['deal:read', 'deal:create', 'deal:create:own', 'deal:void', 'deal:void:own'],
  'people:read': ['people:read', 'quota:read', 'period:read'],
  'people:write': ['people:read', 'people:write', 'quota:read', 'quota:write', 'period:read'],
  'import:write': ['import:write'],
};

/** Someone at the door: a person with a role, or a machine with scopes. */
export type Actor =
  | { type: 'user'; id: string; role: Role; repId: string | null }
  | { type: 'token'; id: string; scopes: readonly Scope[] }
  /** A TV: it watches over its socket, where its privacy holds, and may call nothing. */
  | { type: 'screen'; id: string }
  | { type: 'system' };

export function can(actor: Actor, action: Action): boolean {
  switch (actor.type) {
    case 'system':
      return true;
    case 'user':
      return BY_ROLE[actor.role].has(action);
    case 'screen':
      return action === 'board:watch';
    case 'token':
      return actor.scopes.some((scope) => BY_SCOPE[scope].includes(action));
  }
}
