// What colleagues say to a win: one of a few signs, with a short line where they like. Rules RX1–RX4.

/** By name: what is stored and sent is a word, and each page has a picture of its own for it. */
export const REACTION_KINDS = ['clap', 'fire', 'party', 'strong', 'rocket', 'heart'] as const;
export type ReactionKind = (typeof REACTION_KINDS)[number];

/** How many chose each sign; none is left out. */
export type ReactionCounts = Partial<Record<ReactionKind, number>>;

/** What one colleague said to a win. */
export interface Reaction {
  userId: string;
  name: string;
  kind: ReactionKind;
  /** One line; empty where nothing was said. */
  text: string;
  at: number;
}

/** What has become of a win's reactions (`win:cheered`): the counts whole, and who said or took back what. */
export interface Cheer {
  dealId: string;
  counts: ReactionCounts;
  /** The latest; a screen that hides names is told the counts alone (rule PV1). */
  latest?: Reaction;
  /** Who has taken theirs back. */
  gone?: string;
}

/** How long a line may be. Rule RX1. */
export const MOST_REACTION_LETTERS = 80;
/** For so long after it came in a win can be congratulated on. Rule RX1. */
export const REACTIONS_OPEN_MS = 7 * 86_400_000;

/** Whether a win that stands can still be congratulated on. Rule RX1. */
export function takesReactions(receivedAt: number, now: number): boolean {
  return now - receivedAt < REACTIONS_OPEN_MS;
}

/** How many there are in all. */
export function reactionsIn(counts: ReactionCounts): number {
  return REACTION_KINDS.reduce((sum, kind) => sum + (counts[kind] ?? 0), 0);
}
