// The place of a scene: fetches it, lets it in, and steps aside where it cannot be shown (rule SC7).
import { useEffect, useState } from 'preact/hooks';
import type { Snapshot } from '../../shared/patch.ts';
import type { PlaylistItem } from '../../shared/scenes.ts';
import type { FaultCode } from '../../shared/screen.ts';
import { Guard } from './Guard.tsx';
import type { Room, Scene } from './scene.ts';
import { loadScene, readyScene, UnknownScene } from './scenes.ts';

interface Props {
  item: PlaylistItem;
  snapshot: Snapshot;
  room: Room;
  /** Told why the item could not be shown. */
  onFault: (item: PlaylistItem, code: FaultCode, detail: string) => void;
}

export function Stage({ item, snapshot, room, onFault }: Props) {
  const scene = useScene(item, onFault);
  return (
    <section class={`stage stage--${room} stage--${item.scene}`} data-scene={item.scene}>
      {scene && (
        <Guard key={item} onThrow={(error) => onFault(item, 'scene/threw', `${item.scene}: ${error.message}`)}>
          <scene.View snapshot={snapshot} item={item} room={room} />
        </Guard>
      )}
    </section>
  );
}

/** The item's scene, once it is there. Until then the one before it has gone, and its place is empty. */
function useScene(item: PlaylistItem, onFault: Props['onFault']): { View: Scene } | null {
  const [fetched, setFetched] = useState<{ kind: string; View: Scene } | null>(null);
  const ready = readyScene(item.scene);
  useEffect(() => {
    let isOver = false;
    loadScene(item.scene)
      .then((View) => isOver || setFetched({ kind: item.scene, View }))
      .catch((error: unknown) => {
        if (isOver) return;
        const code = error instanceof UnknownScene ? 'scene/unknown' : 'scene/threw';
        onFault(item, code, `${item.scene}: ${error instanceof Error ? error.message : ''}`);
      });
    return () => {
      isOver = true;
    };
  }, [item, onFault]);
  if (ready) return { View: ready };
  return fetched?.kind === item.scene ? fetched : null;
}
