// Whose page this is, for what is opened from anywhere on it.
import { createContext } from 'preact';
import type { Session } from '../../../shared/schemas/office.ts';

export interface Account {
  session: Session;
  /** Takes the session as something that was just done has changed it. */
  onSession: (session: Session) => void;
}

/** Null while nobody is signed in. */
export const AccountContext = createContext<Account | null>(null);
