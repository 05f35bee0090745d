// Who may do what.
import { describe, expect, it } from 'vitest';
import {
  ACTIONS,
  can,
  mayTouch,
  reachOf,
  ROLES,
  SCOPES,
  type Action,
  type Reach,
  type Role,
  type Scope,
} from '../../shared/roles.ts';

const user = (role: Role, teamIds: string[] | null = null) => ({
  type: 'user' as const,
  id: 'u',
  role,
  repId: null,
  teamIds,
});
const token = (...scopes: Scope[]) => ({ type: 'token' as const, id: 't', scopes });
const allowed = (actor: Parameters<typeof can>[0]): Action[] => ACTIONS.filter((action) => can(actor, action));

describe('roles', () => {
  it('RO1 an owner may everything but speak for a screen, in the whole office; the server itself everything', () => {
    expect(ACTIONS.filter((action) => !can(user('owner'), action))).toEqual(['screen:report']);
    expect(ACTIONS.filter((action) => reachOf({ type: 'system' }, action) !== 'office')).toEqual([]);
    const own = ACTIONS.filter((action) => reachOf(user('owner'), action) === 'own');
    expect(own).toEqual(['reaction:write', 'self:write', 'media:write']);
  });

  it('RO1 a manager may everything but touch owners', () => {
    expect(ACTIONS.filter((action) => !can(user('manager'), action))).toEqual(['owner:write', 'screen:report']);
  });

  it('RO4 a manager of teams reaches as far as they go, and nothing that is the office’s', () => {
    const manager = user('manager', ['north']);
    const reached = (reach: Reach) => ACTIONS.filter((action) => reachOf(manager, action) === reach).sort();
    expect(reached('teams')).toEqual([
      'account:read',
      'account:write',
      'activity:read',
      'activity:write',
      'deal:approve',
      'deal:correct',
      'deal:create',
      'deal:read',
      'deal:void',
      'forecast:read',
      'forecast:write',
      'journal:read',
      'people:read',
      'people:write',
      'quota:write',
      'receipt:read',
      'receipt:write',
    ]);
    expect(
      reached('none').filter(
        (action) => !/^(office|period|screen|wall|token|import|owner|team|phone|rate):write$/.test(action),
      ),
    ).toEqual(['account:raise', 'audit:read', 'export:read', 'people:import', 'receipt:settle', 'screen:report']);
    expect(reachOf(user('manager', []), 'deal:read')).toBe('teams');
  });

  it('RO1 a rep posts and voids own wins and sees own deals; a viewer sees boards and periods, and cheers', () => {
    const reached = (role: Role, reach: Reach) =>
      ACTIONS.filter((action) => reachOf(user(role), action) === reach).sort();
    expect(reached('rep', 'own')).toEqual([
      'activity:read',
      'activity:write',
      'deal:create',
      'deal:read',
      'deal:void',
      'media:write',
      'reaction:write',
      'receipt:read',
      'self:write',
    ]);
    expect(reached('rep', 'office')).toEqual(['board:read', 'board:watch', 'period:read', 'quota:read']);
    expect(reached('viewer', 'own')).toEqual(['reaction:write', 'self:write']);
    expect(reached('viewer', 'office')).toEqual(['board:read', 'board:watch', 'period:read']);
    expect(ROLES).toHaveLength(4);
  });

  it('RO5 owners touch everybody, managers all but owners, managers of teams reps, and nobody else anybody', () => {
    const touched = (actor: Parameters<typeof can>[0]): Role[] => ROLES.filter((role) => mayTouch(actor, role));
    expect(touched(user('owner'))).toEqual([...ROLES]);
    expect(touched(user('manager'))).toEqual(['manager', 'rep', 'viewer']);
    expect(touched(user('manager', ['north']))).toEqual(['rep']);
    for (const actor of [user('rep'), user('viewer'), token(...SCOPES), { type: 'screen' as const, id: 's' }]) {
      expect(touched(actor)).toEqual([]);
    }
  });

  it('RO2 a token for boards sees boards and periods and nothing else', () => {
    expect(allowed(token('board:read')).sort()).toEqual(['board:read', 'board:watch', 'period:read']);
  });

  it('RO2 a screen watches and tells how it is, and may call nothing', () => {
    expect(allowed({ type: 'screen', id: 's' })).toEqual(['board:watch', 'screen:report']);
  });

  it('RO2 a token may what each of its scopes says, together, and without scopes nothing', () => {
    expect(allowed(token())).toEqual([]);
    for (const a of SCOPES) {
      for (const b of SCOPES) {
        const both = ACTIONS.filter((action) => can(token(a), action) || can(token(b), action));
        expect(allowed(token(a, b))).toEqual(both);
      }
    }
  });

  it('RO2 no token reaches what only people decide: periods, office, tokens, audit', () => {
    const people: readonly Action[] = [
      'period:write',
      'office:write',
      'token:write',
      'audit:read',
      'account:write',
      'account:raise',
      'phone:write',
      'owner:write',
      'self:write',
      'reaction:write',
      'media:write',
    ];
    expect(people.filter((action) => can(token(...SCOPES), action))).toEqual([]);
  });

  it('RO2 a token that reads writes nothing', () => {
    const reading = token('board:read', 'deals:read', 'people:read');
    expect(allowed(reading).filter((action) => !/:(read|watch)$/.test(action))).toEqual([]);
  });
});
