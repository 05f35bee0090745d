// A playlist's scenes in their order: changed, moved, taken out, added.
import { useState } from 'preact/hooks';
import { itemOf, type PlaylistItem } from '../../../shared/scenes.ts';
import { Button } from '../../kit/ui/Button.tsx';
import { useText } from '../../kit/ui/locale.ts';
import type { Submit } from '../../kit/ui/submit.ts';
import { ItemEditor } from './ItemEditor.tsx';
import { moved } from './playlist-form.ts';
import { wallText } from './texts.ts';

const MOST_ITEMS = 50;

let lastKey = 0;

function newKey(): number {
  lastKey += 1;
  return lastKey;
}

interface SceneListProps {
  items: readonly PlaylistItem[];
  /** The item that the preview stays on. */
  shown: number | null;
  onItems: (items: readonly PlaylistItem[]) => void;
  onShow: (index: number) => void;
  submit: Submit;
}

export function SceneList({ items, shown, onItems, onShow, submit }: SceneListProps) {
  const t = useText(wallText);
  // What is open or focused in an item goes with it.
  const [keys, setKeys] = useState(() => items.map(() => newKey()));
  const move = (from: number, to: number) => {
    setKeys(moved(keys, from, to));
    onItems(moved(items, from, to));
    onShow(to);
  };
  const add = () => {
    setKeys([...keys, newKey()]);
    onItems([...items, itemOf('podium', 20)]);
    onShow(items.length);
  };
  const remove = (index: number) => {
    setKeys(keys.filter((_, at) => at !== index));
    onItems(items.filter((_, at) => at !== index));
    if (shown !== null && shown >= index) onShow(Math.max(0, shown - 1));
  };
  return (
    <>
      <h2>{t('scenes')}</h2>
      <ol class="scenes">
        {items.map((item, index) => (
          <ItemEditor
            key={keys[index]}
            item={item}
            index={index}
            count={items.length}
            isShown={shown === index}
            onItem={(changed) => onItems(items.map((one, at) => (at === index ? changed : one)))}
            onMove={(to) => move(index, to)}
            onRemove={() => remove(index)}
            onShow={() => onShow(index)}
            fieldError={(name) => submit.fieldError(`items.${index}.${name}`)}
          />
        ))}
      </ol>
      <Button isDisabled={items.length >= MOST_ITEMS} onClick={add}>
        {t('addScene')}
      </Button>
    </>
  );
}
