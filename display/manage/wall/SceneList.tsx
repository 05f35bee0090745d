// A playlist's scenes in their order: changed, moved, taken out, added.
import { itemOf, type PlaylistItem } from '../../../shared/scenes.ts';
import { Button } from '../../kit/ui/Button.tsx';
import { useText } from '../../kit/ui/locale.ts';
import type { Submit } from '../../kit/ui/submit.ts';
import { ItemEditor } from './ItemEditor.tsx';
import { moved } from './playlist-form.ts';
import { wallText } from './texts.ts';

const MOST_ITEMS = 50;

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
  const move = (from: number, to: number) => {
    onItems(moved(items, from, to));
    onShow(to);
  };
  const add = () => {
    onItems([...items, itemOf('podium', 20)]);
    onShow(items.length);
  };
  return (
    <>
      <h2>{t('scenes')}</h2>
      <ol class="scenes">
        {items.map((item, index) => (
          <ItemEditor
            key={index}
            item={item}
            index={index}
            count={items.length}
            isShown={shown === index}
            onItem={(changed) => onItems(items.map((one, at) => (at === index ? changed : one)))}
            onMove={(to) => move(index, to)}
            onRemove={() => onItems(items.filter((_, at) => at !== index))}
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
