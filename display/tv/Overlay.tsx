// What lies over the wall: a win's celebration, fetched once the wall stands, and the captions of its sound.
import { useFetched } from './fetched.ts';
import { Guard } from './Guard.tsx';
import { reportPageFault } from './page-faults.ts';
import { cheerOf, type ScreenState } from './screen-state.ts';

/** The rows have moved and glow: a win is seen without its celebration, too. */
const loadCelebration = async () => (await import('./celebration/Celebration.tsx')).Celebration;

/** Of the screen's height, above its lower edge or the safe area's. */
const CAPTION_VH = 2.4;

export function Overlay({ state }: { state: ScreenState }) {
  const Celebration = useFetched(loadCelebration);
  return (
    <>
      {state.fanfare && Celebration && (
        <Guard key={state.fanfare} onThrow={reportPageFault}>
          <Celebration fanfare={state.fanfare} cheer={cheerOf(state)} />
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
