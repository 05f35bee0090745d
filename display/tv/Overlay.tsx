// What lies over the wall: a win's celebration, fetched once the wall stands, and the captions of its sound.
import type { ComponentType } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import type { Fanfare } from './celebration/queue.ts';
import { Guard } from './Guard.tsx';
import { reportPageFault } from './page-faults.ts';
import type { ScreenState } from './screen-state.ts';

type Celebrate = ComponentType<{ fanfare: Fanfare }>;

let fetched: Celebrate | null = null;

/** Of the screen's height, above its lower edge or the safe area's. */
const CAPTION_VH = 2.4;

export function Overlay({ state }: { state: ScreenState }) {
  const [View, setView] = useState<{ view: Celebrate } | null>(fetched && { view: fetched });
  useEffect(() => {
    if (View) return;
    const fetchView = async (): Promise<void> => {
      const { Celebration } = await import('./celebration/Celebration.tsx');
      fetched = Celebration;
      setView({ view: Celebration });
    };
    // The rows have moved and glow: a win is seen without its celebration, too.
    fetchView().catch(() => undefined);
  }, [View, state.fanfare]);
  return (
    <>
      {state.fanfare && View && (
        <Guard key={state.fanfare} onThrow={reportPageFault}>
          <View.view fanfare={state.fanfare} />
        </Guard>
      )}
      {state.caption !== null && (
        <p class="caption" style={{ bottom: `${CAPTION_VH + state.config.settings.safeArea}vh` }}>
          <span class="caption-text">{state.caption}</span>
        </p>
      )}
    </>
  );
}
