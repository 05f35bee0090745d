// Parts of the page that are not needed before the first tap: fetched at that tap, so that they are here when they are
// opened, also where the network has gone meanwhile.
import { h, type ComponentType } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { useText } from '../kit/ui/locale.ts';
import { winText } from './texts.ts';

const loaders = new Set<() => Promise<unknown>>();

/** The loader of something that is to be there when the network is not: it runs with the first touch, too. */
export function beforehand<T>(load: () => Promise<T>): () => Promise<T> {
  loaders.add(load);
  return load;
}

/** A component that is fetched when it is shown, or with the first touch before. */
export function late<P extends object>(load: () => Promise<ComponentType<P>>): ComponentType<P> {
  let part: ComponentType<P> | null = null;
  const fetch = beforehand(async () => {
    part ??= await load();
  });
  return function Late(props: P) {
    const [state, setState] = useState<'coming' | 'here' | 'failed'>(part ? 'here' : 'coming');
    useEffect(() => {
      fetch().then(
        () => setState('here'),
        () => setState('failed'),
      );
    }, []);
    if (part) return h(part, props);
    return state === 'failed' ? <Unavailable /> : null;
  };
}

/** With the first touch everything else is fetched in the background; gives what ends the waiting for it. */
export function fetchOnTouch(): () => void {
  const fetchAll = () => {
    // What cannot be had now is asked for again when it is shown.
    for (const load of loaders) load().catch(() => undefined);
  };
  const touches = ['pointerdown', 'keydown'] as const;
  for (const touch of touches) document.addEventListener(touch, fetchAll, { once: true });
  return () => {
    for (const touch of touches) document.removeEventListener(touch, fetchAll);
  };
}

function Unavailable() {
  const t = useText(winText);
  return (
    <p class="note note-gold late" role="alert">
      {t('partMissing')}
    </p>
  );
}
