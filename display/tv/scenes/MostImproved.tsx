// Who is furthest above the own average at this point of a period (rule FA3).
import type { Improved } from '../../../shared/facts.ts';
import { formatPercent } from '../../kit/format.ts';
import type { Room, SceneProps } from '../scene.ts';
import { inline, shortFigure, useWall } from '../wall-context.ts';
import { Amount } from './Amount.tsx';
import { Line } from './Line.tsx';
import { Sheet } from './Sheet.tsx';
import { useSceneWords } from './words.ts';

const MOST = { side: 5, full: 5, tall: 5, band: 2 };

export function MostImproved({ snapshot, room }: SceneProps) {
  const say = useSceneWords();
  const improved = snapshot.facts.improved.slice(0, MOST[room]);
  return (
    <Sheet
      title={say('improved')}
      lead={room === 'band' ? undefined : say('improvedLead')}
      none={improved.length === 0 ? say('improvedNone') : null}
    >
      <ol class="lines lines--tall">
        {improved.map((one) => (
          <One key={one.subjectId} one={one} room={room} />
        ))}
      </ol>
    </Sheet>
  );
}

function One({ one, room }: { one: Improved; room: Room }) {
  const wall = useWall();
  const say = useSceneWords();
  const { hideAmounts } = wall.privacy;
  const usual = inline(shortFigure(one.average, wall), wall.locale);
  return (
    <Line
      person={one}
      name={one.name}
      room={room}
      below={hideAmounts ? undefined : say('improvedUsual', { amount: usual })}
      value={<span class="line-rise">+{formatPercent(one.value / one.average - 1, wall.locale)}</span>}
      note={hideAmounts ? undefined : <Amount minor={one.value} />}
    />
  );
}
