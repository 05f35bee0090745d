// Accounts, sessions and invitations as the API shows them.
import { mayTouch, type Actor } from '../shared/roles.ts';
import type { InvitationView, SessionView, UserView } from '../shared/schemas/accounts.ts';
import type { Parts } from './parts.ts';
import type { SessionRow, User } from './store/accounts.ts';
import type { Invitation } from './store/invitations.ts';

/** An account, and whether `actor`, within whose reach it is, may change it. */
export function userView({ directory, tables, clock }: Parts, actor: Actor, user: User): UserView {
  const sessions = directory.sessionsOf(user.id, clock.now());
  const { id, name, email, role, repId, teamIds, endedAt } = user;
  return {
    id,
    name,
    email,
    role,
    repId,
    teamIds,
    endedAt,
    hasPassword: user.passwordHash !== null,
    hasPin: user.pinHash !== null,
    passkeys: tables.users.passkeys(id),
    sessions: sessions.length,
    seenAt: sessions[0]?.seenAt ?? null,
    editable: mayTouch(actor, role),
  };
}

/** A session; `hash` is the one that asks. */
export function sessionView(session: SessionRow, hash: string | null): SessionView {
  const { id, device, sharedPhone, createdAt, seenAt } = session;
  return { id, device, sharedPhone, createdAt, seenAt, current: session.hash === hash };
}

export function invitationView(invitation: Invitation): InvitationView {
  const { id, name, email, role, teamIds, repId, teamId, createdAt, expiresAt } = invitation;
  return { id, name, email, role, teamIds, repId, teamId, createdAt, expiresAt };
}
