// What the phone asks of the server beside wins: activities and plans. Nothing goes out before what it speaks of (AC5).
import type {
  ActivityAnswer,
  ActivityBody,
  DetailsBody,
  PlanAnswer,
  PlanBody,
} from '../../../shared/schemas/activities.ts';
import type { ErrandEntry, Kept } from './entry.ts';

export type Errand =
  | { type: 'log'; body: ActivityBody & { id: string } }
  | { type: 'describe'; id: string; body: DetailsBody }
  | { type: 'take-back'; id: string; reason: string }
  | { type: 'plan'; body: PlanBody & { id: string } }
  | { type: 'move'; id: string; at: number }
  | { type: 'cancel'; id: string };

export type ErrandAnswer = ActivityAnswer | PlanAnswer;

/** Who asks for an errand. */
export interface Poster {
  id: string;
  name: string;
}

export interface ErrandDone {
  entry: ErrandEntry;
  answer: ErrandAnswer;
}

/** The activity or plan that an errand is about. */
export function subjectOf(errand: Errand): string {
  return 'id' in errand ? errand.id : errand.body.id;
}

/** Where an errand is sent, and what. */
export function requestOf(errand: Errand): { path: string; body: object } {
  const below = (list: string, what: string): string => `/api/${list}/${encodeURIComponent(subjectOf(errand))}/${what}`;
  switch (errand.type) {
    case 'log':
      return { path: '/api/activities', body: errand.body };
    case 'describe':
      return { path: below('activities', 'details'), body: errand.body };
    case 'take-back':
      return { path: below('activities', 'void'), body: { reason: errand.reason } };
    case 'plan':
      return { path: '/api/plans', body: errand.body };
    case 'move':
      return { path: below('plans', 'move'), body: { at: errand.at } };
    case 'cancel':
      return { path: below('plans', 'cancel'), body: {} };
  }
}

export function isErrand(kept: Kept): kept is ErrandEntry {
  return 'errand' in kept;
}

/** Whether a win is here to be undone on the server. */
export function isTakenBack(kept: Kept): boolean {
  return !isErrand(kept) && kept.isUndone;
}

/** Whether something older that speaks of the same has to go first; `all` has the oldest first. */
export function isHeldUp(entry: Kept, all: readonly Kept[]): boolean {
  if (!isErrand(entry)) return false;
  const speaksOf = namesIn(entry.errand);
  for (const older of all) {
    if (older.id === entry.id) return false;
    if (!isErrand(older) || older.refusal !== null || older.userId !== entry.userId) continue;
    if (namesIn(older.errand).some((name) => speaksOf.includes(name))) return true;
  }
  return false;
}

/** What means nothing any more without an entry: all that speaks of what it was to make, whose id is its own. */
export function leftBehindBy(made: string, all: readonly Kept[]): readonly string[] {
  return all.filter((one) => isErrand(one) && namesIn(one.errand).includes(made)).map(({ id }) => id);
}

function namesIn(errand: Errand): string[] {
  const planId = errand.type === 'log' ? errand.body.planId : undefined;
  return planId === undefined ? [subjectOf(errand)] : [subjectOf(errand), planId];
}
