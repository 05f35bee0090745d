// The latest wins of the office, newest first.
import './latest.css';
import { useCallback } from 'preact/hooks';
import type { Win } from '../../../shared/patch.ts';
import { ageOf } from '../heading.ts';
import { repsOf } from '../names.ts';
import type { Room, SceneProps } from '../scene.ts';
import { useTicking, useWall } from '../wall-context.ts';
import { Amount } from './Amount.tsx';
import { Line } from './Line.tsx';
import { Sheet } from './Sheet.tsx';
import { useSceneWords } from './words.ts';

const MOST = { side: 7, full: 8, tall: 7, band: 2 };

export function Latest({ snapshot, room }: SceneProps) {
  const say = useSceneWords();
  const wins = snapshot.wins.slice(0, MOST[room]);
  return (
    <Sheet title={say('latest')} none={wins.length === 0 ? say('latestNone') : null}>
      <ol class="lines latest-wins">
        {wins.map((win) => (
          <One key={win.dealId} win={win} room={room} />
        ))}
      </ol>
    </Sheet>
  );
}

function One({ win, room }: { win: Win; room: Room }) {
  const { say, now } = useWall();
  const age = useTicking(useCallback(() => ageOf(Math.max(0, now() - win.at), say), [now, win.at, say]));
  const sold = [win.customer, room === 'full' ? win.product : ''].filter(Boolean).join(' · ');
  return (
    <Line
      person={win.reps[0] ?? null}
      name={repsOf(win)}
      room={room}
      below={sold}
      value={<Amount minor={win.amountMinor} signed={room === 'full'} />}
      note={age}
    />
  );
}
