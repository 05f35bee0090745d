// The first three on their steps; who shares a rank stands at the same height (rule ST1).
import './podium.css';
import type { Row } from '../../../shared/board-view.ts';
import { fitName } from '../../../shared/names.ts';
import { CountUp } from '../CountUp.tsx';
import { Face } from '../Face.tsx';
import type { SceneProps } from '../scene.ts';
import { useRowFigure } from '../wall-context.ts';
import { Sheet } from './Sheet.tsx';
import { useSceneWords } from './words.ts';

/** As a podium is seen: the second on the left, the first in the middle. */
const SEEN = [1, 0, 2];
const LETTERS = { side: 10, full: 18, tall: 10, band: 11 };

export function Podium({ snapshot, room }: SceneProps) {
  const say = useSceneWords();
  const ranked = snapshot.standings.rows.filter((row) => row.rank !== null).slice(0, SEEN.length);
  return (
    <Sheet title={say('podium')} none={ranked.length === 0 ? say('podiumNone') : null}>
      <ol class="podium">
        {SEEN.flatMap((place) => ranked[place] ?? []).map((row) => (
          <Step key={row.subjectId} row={row} snapshot={snapshot} letters={LETTERS[room]} />
        ))}
      </ol>
    </Sheet>
  );
}

function Step({ row, snapshot, letters }: { row: Row; snapshot: SceneProps['snapshot']; letters: number }) {
  const format = useRowFigure(row, snapshot.definition.metric);
  const rank = Math.min(row.rank ?? SEEN.length, SEEN.length);
  return (
    <li class={`podium-step podium-step--${rank}`}>
      <Face name={row.name} photoId={row.photoId} class="podium-face" />
      <p class="podium-name">{fitName(row.name, letters)}</p>
      <CountUp class="podium-value stage-figure" value={row.value} format={format} />
      <div class="podium-block">
        {row.tied ? '=' : ''}
        {row.rank}
      </div>
    </li>
  );
}
