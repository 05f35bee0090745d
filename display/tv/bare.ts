// Which scenes have nothing to show yet: a wall does not stand still for a sentence that says so.
import type { Snapshot } from '../../shared/patch.ts';
import type { SceneKind } from '../../shared/scenes.ts';

type Look = (snapshot: Snapshot) => boolean;

/** Today, the gauge and the countdown are never bare: that nothing was sold yet is news, too. */
const BARE: Readonly<Partial<Record<SceneKind, Look>>> = {
  podium: ({ standings }) => standings.rows.every((row) => row.rank === null),
  teams: ({ facts }) => facts.teams.length === 0,
  race: ({ facts }) => facts.sums.every((sum) => sum === 0),
  latest: ({ wins }) => wins.length === 0,
  records: ({ facts }) => facts.records.length === 0 && facts.hall.length === 0,
  improved: ({ facts }) => facts.improved.length === 0,
};

/** Whether a scene would show nothing but that it has nothing. Rule SC6. */
export function isBare(scene: SceneKind, snapshot: Snapshot): boolean {
  return BARE[scene]?.(snapshot) ?? false;
}
