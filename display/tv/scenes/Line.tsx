// A line of a scene's list: a face, a name with words below it, and a figure at its end.
import type { ComponentChildren } from 'preact';
import './lines.css';
import { fitName } from '../../../shared/names.ts';
import { Face } from '../Face.tsx';
import type { Room } from '../scene.ts';

/** How many letters of a name have room. */
const LETTERS: Record<Room, number> = { side: 17, full: 26, tall: 19, band: 15 };

interface Props {
  /** The person; null for one without a face, such as the whole office. */
  person: { name: string; photoId: string | null } | null;
  name: string;
  room: Room;
  below?: ComponentChildren | undefined;
  value: ComponentChildren;
  /** Below the value. */
  note?: ComponentChildren | undefined;
  look?: string;
}

export function Line({ person, name, room, below, value, note, look = '' }: Props) {
  return (
    <li class={`line ${look}`}>
      {person && <Face name={person.name} photoId={person.photoId} class="line-face" />}
      <div class="line-text">
        <p class="line-name">{fitName(name, LETTERS[room])}</p>
        {below !== undefined && below !== '' && <p class="line-below">{below}</p>}
      </div>
      <div class="line-end">
        <p class="line-value stage-figure">{value}</p>
        {note !== undefined && <p class="line-note">{note}</p>}
      </div>
    </li>
  );
}
