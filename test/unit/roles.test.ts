// Who may do what.
import { describe, expect, it } from 'vitest';
import { ACTIONS, can, ROLES, SCOPES, type Action, type Role, type Scope } from '../../shared/roles.ts';

const user = (role: Role) => ({ type: 'user' as const, id: 'u', role, repId: null });
const token = (...scopes: Scope[]) => ({ type: 'token' as const, id: 't', scopes });
const allowed = (actor: Parameters<typeof can>[0]): Action[] => ACTIONS.filter((action) => can(actor, action));

describe('roles', () => {
  it('RO1 owners and managers may everything, and so does the server itself', () => {
    for (const actor of [user('owner'), user('manager'), { type: 'system' as const }]) {
      expect(allowed(actor)).toEqual([...ACTIONS]);
    }
  });

  it('RO1 a rep posts and voids own wins and reads, a viewer sees boards and periods', () => {
    expect(allowed(user('rep')).sort()).toEqual([
      'board:read',
      'board:watch',
      'deal:create:own',
      'deal:read',
      'deal:void:own',
      'period:read',
      'quota:read',
    ]);
    expect(allowed(user('viewer')).sort()).toEqual(['board:read', 'board:watch', 'period:read']);
    expect(ROLES).toHaveLength(4);
  });

  it('RO2 a token for boards sees boards and periods and nothing else', () => {
    expect(allowed(token('board:read')).sort()).toEqual(['board:read', 'board:watch', 'period:read']);
  });

  it('RO2 a screen watches, and may call nothing', () => {
    expect(allowed({ type: 'screen', id: 's' })).toEqual(['board:watch']);
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
    const people: readonly Action[] = ['period:write', 'office:write', 'token:write', 'audit:read'];
    expect(people.filter((action) => can(token(...SCOPES), action))).toEqual([]);
  });

  it('RO2 a token that reads writes nothing', () => {
    const reading = token('board:read', 'deals:read', 'people:read');
    expect(allowed(reading).filter((action) => !/:(read|watch)$/.test(action))).toEqual([]);
  });
});
