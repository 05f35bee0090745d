// Who can sign in and who is asked to, as one list beside the roster.
import type { InvitationBody, InvitationView, LinkAnswer, UserView } from '../../../shared/schemas/accounts.ts';
import { ApiFailure } from '../../kit/api.ts';
import { invite, readInvitations, readUsers, revokeInvitation } from '../calls.ts';

export interface Accounts {
  users: UserView[];
  invitations: InvitationView[];
}

export async function readAccounts(): Promise<Accounts> {
  const [users, invitations] = await Promise.all([readUsers(), readInvitations()]);
  return { users: users.items, invitations: invitations.items };
}

/** How a rep stands with Winboard: signed up, asked to, or neither. */
export interface Standing {
  user: UserView | null;
  invitation: InvitationView | null;
}

/** Each rep's account or invitation, by the rep's id. */
export function standings({ users, invitations }: Accounts): ReadonlyMap<string, Standing> {
  const found = new Map<string, Standing>();
  for (const invitation of invitations) {
    if (invitation.repId !== null) found.set(invitation.repId, { user: null, invitation });
  }
  for (const user of users) if (user.repId !== null) found.set(user.repId, { user, invitation: null });
  return found;
}

/** Whether an account has any way in: one that was made without a password waits for its link. */
export function hasWayIn({ hasPassword, hasPin, passkeys }: UserView): boolean {
  return hasPassword || hasPin || passkeys > 0;
}

/** A new link; the one that it stands for opens nothing any more. */
export async function inviteAgain(body: InvitationBody, old: InvitationView | null): Promise<LinkAnswer> {
  const link = await invite(body);
  if (old) await revokeInvitation(old.id).catch(ignoreGone);
  return link;
}

/** It may have been revoked, or have run out, a moment ago. */
function ignoreGone(error: unknown): void {
  if (!(error instanceof ApiFailure) || error.problem.code !== 'invitation/not-found') throw error;
}
