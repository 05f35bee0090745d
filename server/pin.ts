// PINs that are chosen: not those that anybody tries first. Rule RO8.
import { isWeakPin } from '../shared/pin.ts';
import { Refusal } from '../shared/problem.ts';

/** Refuses a weak PIN by its field; null takes one away, and undefined leaves it as it is. */
export function checkPin(pin: string | null | undefined): void {
  if (typeof pin === 'string' && isWeakPin(pin)) {
    throw Refusal.field('pin', 'pin/weak', 'is among the first that are guessed');
  }
}
