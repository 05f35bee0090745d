// What whoever is at the desk may do, asked before a button is shown that the server would refuse (rules RO1, RO4).
import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import { can, reachOf, type Action, type Actor, type UserActor } from '../../shared/roles.ts';
import type { Session } from '../../shared/schemas/office.ts';

/** The desk provides whoever has signed in; without one nothing is allowed. */
export const ActorContext = createContext<Actor>({ type: 'token', id: '', scopes: [] });

export function actorOf({ user }: Session): UserActor {
  return { type: 'user', ...user };
}

/** Whether one may do it at all, in what is one's own or in one's teams. */
export function useMay(): (action: Action) => boolean {
  const actor = useContext(ActorContext);
  return (action) => can(actor, action);
}

/** Whether one may do it in the whole office. */
export function useMayEverywhere(): (action: Action) => boolean {
  const actor = useContext(ActorContext);
  return (action) => reachOf(actor, action) === 'office';
}
