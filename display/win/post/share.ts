// A win shared with colleagues: parts of 100 % in basis points, the poster's own being what the others leave.
import { splitAmount, WHOLE_SHARE } from '../../../shared/money.ts';

export interface Share {
  repId: string;
  name: string;
  shareBp: number;
}

/** One per cent: nobody has a part of less. */
export const PERCENT = 100;
/** A step of the buttons. */
const STEP = 500;
/** With oneself: what the server takes. */
export const MOST_OTHERS = 19;

/** What is left for oneself. */
export function ownShare(others: readonly Share[]): number {
  return WHOLE_SHARE - others.reduce((sum, { shareBp }) => sum + shareBp, 0);
}

/** The same part for everybody; what cannot be divided goes to the first, oneself before all. */
export function equalShares(others: readonly Share[]): Share[] {
  const count = others.length + 1;
  const part = Math.floor(WHOLE_SHARE / count);
  const left = WHOLE_SHARE - part * count;
  return others.map((other, index) => ({ ...other, shareBp: part + (index + 1 < left ? 1 : 0) }));
}

/** Gives a colleague another part, within what oneself can give away. */
export function withShare(others: readonly Share[], repId: string, shareBp: number): Share[] {
  const now = others.find((other) => other.repId === repId)?.shareBp ?? 0;
  const most = ownShare(others) + now - PERCENT;
  const given = Math.max(PERCENT, Math.min(most, Math.round(shareBp)));
  return others.map((other) => (other.repId === repId ? { ...other, shareBp: given } : other));
}

/** The next round part above or below. */
export function stepped(shareBp: number, direction: 1 | -1): number {
  return direction === 1 ? (Math.floor(shareBp / STEP) + 1) * STEP : (Math.ceil(shareBp / STEP) - 1) * STEP;
}

/** Adds a colleague or takes one out; all have the same part then. */
export function toggled(others: readonly Share[], rep: { repId: string; name: string }): Share[] {
  const isIn = others.some(({ repId }) => repId === rep.repId);
  if (isIn) return equalShares(others.filter(({ repId }) => repId !== rep.repId));
  return others.length >= MOST_OTHERS ? [...others] : equalShares([...others, { ...rep, shareBp: 0 }]);
}

/** What each will be credited, oneself first. Rule ST6. */
export function amountsOf(minor: number, others: readonly Share[]): number[] {
  return splitAmount(minor, [ownShare(others), ...others.map(({ shareBp }) => shareBp)]);
}
