// What the office lets its reps do with wins. Managers are not bound by it, nor are machines. Rules OS1–OS4.
import { can, type Actor } from './roles.ts';

export interface RepRules {
  /** Whether they share a win with colleagues as they post it. */
  repsSplit: boolean;
  /** How many days back they may date a win; null for any day that its period takes. */
  repsBackDays: number | null;
  /** Whether they take back a win that counts, in the minutes after it. */
  repsUndo: boolean;
  /** Whether they put a photo or a GIF on a win. */
  repsPhotos: boolean;
  /** Whether they write a line beside the sign that they congratulate with. */
  repsWords: boolean;
}

/** Nothing is forbidden: what holds unless an office says otherwise, and for whoever is not bound. */
export const FREE: Readonly<RepRules> = {
  repsSplit: true,
  repsBackDays: null,
  repsUndo: true,
  repsPhotos: true,
  repsWords: true,
};

/** A phone without a network brings a win in days later: so long it is told on which day the win was entered. */
export const MOST_ENTERED_BACK_MS = 7 * 86_400_000;

/** What holds for an actor; an office that was kept by an older page says nothing of it. */
export function rulesFor(actor: Actor, office: Partial<RepRules>): RepRules {
  const isBound = actor.type === 'user' && !can(actor, 'deal:correct');
  return isBound ? { ...FREE, ...office } : FREE;
}
