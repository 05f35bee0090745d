// How those who won together are called.
import { shortNameOf } from '../../shared/names.ts';
import type { Win } from '../../shared/patch.ts';

export function repsOf(win: Win): string {
  return win.reps.map((rep) => shortNameOf(rep.name)).join(' & ');
}
