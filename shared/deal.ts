// The ledger's nouns. Instants are epoch ms (UTC), money is minor units of the board's currency.
import type { QuotaMetric } from './metric.ts';

export type DealKind = 'new' | 'recurring';

/** A rep's share of a deal. Credits of a deal add up to its amount (rule ST6). */
export interface Credit {
  repId: string;
  shareBp: number;
  amountMinor: number;
}

/** What a deal in another currency than the board's was agreed in, and what it was worth when it was recorded (rule MO5). */
export interface Original {
  /** Minor units of that currency. */
  amountMinor: number;
  currency: string;
  /** The price of one unit in the board's currency, a plain decimal. */
  rate: string;
  /** The local date that the rate was given for. */
  rateDate: string;
}

/** A closed-won sale: an immutable row. `seq` is its place in the order of receipt (rule ST2). */
export interface Deal {
  seq: number;
  id: string;
  repId: string;
  amountMinor: number;
  currency: string;
  customer: string;
  product: string;
  kind: DealKind;
  source: string;
  location: string;
  note: string;
  openedAt: number | null;
  closedAt: number;
  recordedAt: number;
  rev: number;
  /** The deal that this one replaces (a correction). */
  corrects: string | null;
  /** From an import: counts, but is never celebrated (rule CE4). */
  imported: boolean;
  /** A picture for the wall, a media id. */
  photoId: string | null;
  /** Null for a deal in the board's own currency. */
  original: Original | null;
  external: { source: string; id: string } | null;
  credits: Credit[];
  void: DealVoid | null;
  /** When it was won, where it counts at another time: a late deal that was booked to the open period (rule LA2). */
  wonAt: number | null;
  /** The voids that were taken back, in order (rule CO1). */
  pastVoids: readonly PastVoid[];
}

/** For so long a rep may take an own deal back. */
export const UNDO_MS = 600_000;
/** The reason of a deal that whoever posted it has taken back. */
export const UNDONE = 'undone';

/** Takes a deal out of every standing (rule ST4). */
export interface DealVoid {
  reason: string;
  at: number;
  /** The deal that took its place, when the void is half of a correction. */
  replacedBy: string | null;
}

/** A void that was taken back: the deal stands again as if it had not been (rule CO1). */
export interface PastVoid extends DealVoid {
  rev: number;
  backAt: number;
  backRev: number;
  backReason: string;
}

/** What standings need of a deal, and no more: a million of them fit in memory. */
export interface Scored {
  seq: number;
  closedAt: number;
  recordedAt: number;
  credits: readonly Pick<Credit, 'repId' | 'amountMinor'>[];
}

export type SubjectType = 'rep' | 'team' | 'office';

/** The office's own subject id. */
export const OFFICE_ID = 'office';

/** What a subject should reach in a period. `amount` is minor units, or a number of what the metric counts. */
export interface Quota {
  periodId: string;
  subjectType: SubjectType;
  subjectId: string;
  metric: QuotaMetric;
  amount: number;
}
