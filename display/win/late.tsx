// Parts of the page that are not needed before the first tap: fetched at that tap, so that they are here when they are
// opened, also where the network has gone meanwhile.
import { h, type ComponentType } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { useText } from '../kit/ui/locale.ts';
import { winText } from './texts.ts';

const fetchers = new Set<() => Promise<unknown>>();

/** A component that is fetched when it is shown, or by `fetchAll` before. */
export function late<P extends object>(load: () => Promise<ComponentType<P>>): ComponentType<P> {
  let part: ComponentType<P> | null = null;
  const fetch = async () => {
    part ??= await load();
  };
  fetchers.add(fetch);
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

/** Fetches every part in the background; what cannot be had now is asked for again when it is shown. */
export function fetchAll(): void {
  for (const fetch of fetchers) fetch().catch(() => undefined);
}

function Unavailable() {
  const t = useText(winText);
  return (
    <p class="note note-gold late" role="alert">
      {t('partMissing')}
    </p>
  );
}
