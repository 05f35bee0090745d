// What the bench says: figures, each a ratio within one run, beside the goal they are held to.
export type Goal = { atLeast: number } | { atMost: number };

export interface Figure {
  name: string;
  ours: string;
  reference: string;
  ratio: number | null;
  goal: Goal | null;
}

/** One part of the bench. Its notes are what the table has no column for, and what could not be measured here. */
export interface Outcome {
  figures: Figure[];
  notes: string[];
}

export interface Part {
  name: string;
  title: string;
  /** A part that takes long may do with less where it was not asked for by its name. */
  run: (isNamed: boolean) => Promise<Outcome>;
}

/** Whether a figure holds its goal; null where it has none. */
export function isMet({ ratio, goal }: Figure): boolean | null {
  if (ratio === null || goal === null) return null;
  return 'atLeast' in goal ? ratio >= goal.atLeast : ratio <= goal.atMost;
}

/** A part that cannot run on this machine says so in the table. */
export function notRun(why: string): Outcome {
  return { figures: [], notes: [`NOT RUN: ${why}`] };
}
