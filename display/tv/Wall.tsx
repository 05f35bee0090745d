// The whole wall: head, rows, the scene beside or instead of them, foot, and the celebration over all.
import { useEffect, useMemo, useState } from 'preact/hooks';
import { isActivityMetric } from '../../shared/metric.ts';
import type { Snapshot } from '../../shared/patch.ts';
import { layoutRows, type Layout } from './board/layout.ts';
import { Rows } from './board/Rows.tsx';
import { localeOf } from './config.ts';
import { useFetched } from './fetched.ts';
import { Foot } from './Foot.tsx';
import { Head } from './Head.tsx';
import { useLook } from './look.ts';
import { Overlay } from './Overlay.tsx';
import type { Room } from './scene.ts';
import { fetchAhead } from './scenes.ts';
import type { Screen } from './screen.ts';
import { cheerOf, type ScreenState } from './screen-state.ts';
import { useShift } from './shift.ts';
import { Stage } from './Stage.tsx';
import { WallContext, type WallContextValue } from './wall-context.ts';
import { words } from './words.ts';

interface Props {
  snapshot: Snapshot;
  state: ScreenState;
  screen: Screen;
}

const loadCheerLine = async () => (await import('./cheers/CheerLine.tsx')).CheerLine;
const loadInvitation = async () => (await import('./board/Invitation.tsx')).Invitation;

/** The rows come first. */
const AHEAD_MS = 1500;

export function Wall({ snapshot, state, screen }: Props) {
  const { office, standings, privacy } = snapshot;
  const { config, turn, sound } = state;
  const locale = localeOf(config, office);
  const { calm, safeArea, textScale } = config.settings;
  const wall = useMemo<WallContextValue>(
    () => ({
      locale,
      say: words(locale),
      office,
      privacy,
      calm,
      sound,
      now: () => screen.clock.now(),
      onFault: (code, detail) => screen.fault(code, detail),
    }),
    [locale, office, privacy, calm, sound, screen],
  );
  useEffect(() => {
    document.documentElement.lang = locale;
  }, [locale]);
  useLook(config, wall.onFault);
  useEffect(() => {
    const timer = setTimeout(() => void fetchAhead(config.playlist), AHEAD_MS);
    return () => clearTimeout(timer);
  }, [config.playlist]);
  const shift = useShift();
  const isEmpty = !isActivityMetric(snapshot.definition.metric) && standings.rows.every((row) => row.deals === 0);
  const Invitation = useFetched(loadInvitation, isEmpty);
  const isFull = turn !== null && turn.scene !== 'leaderboard' && config.playlist.layout === 'full';
  const hasSide = turn !== null && turn.scene !== 'leaderboard' && !isFull && !isEmpty;
  const layout = useLayout(standings.rows.length, hasSide, textScale);
  const room: Room = layout.shape === 'portrait' ? (isFull ? 'tall' : 'band') : isFull ? 'full' : 'side';
  return (
    <WallContext.Provider value={wall}>
      <main
        class={`wall wall--${layout.shape} ${hasSide ? 'wall--side' : ''}`}
        style={lengths(layout, safeArea, shift)}
        data-rev={standings.rev}
      >
        <Head snapshot={snapshot} link={state.link} logoId={config.wall.logoId} />
        {!isFull &&
          (isEmpty ? (
            Invitation && <Invitation snapshot={snapshot} shape={layout.shape} />
          ) : (
            <Rows snapshot={snapshot} fresh={state.fresh} layout={layout} isCovered={state.fanfare !== null} />
          ))}
        {(isFull || hasSide) && (
          <Stage key="stage" item={turn} snapshot={snapshot} room={room} onFault={screen.onSceneFault} />
        )}
        <Foot snapshot={snapshot} missed={state.missed} withdrawn={state.withdrawn} knowsTime={state.link.isHeard}>
          <Cheered state={state} wins={snapshot.wins} />
        </Foot>
      </main>
      <Overlay state={state} />
    </WallContext.Provider>
  );
}

/** What colleagues say, fetched when the first of them speaks. */
function Cheered({ state, wins }: { state: ScreenState; wins: Snapshot['wins'] }) {
  const cheer = cheerOf(state);
  const CheerLine = useFetched(loadCheerLine, cheer !== null);
  return CheerLine && cheer && <CheerLine cheer={cheer} isCovered={state.fanfare !== null} wins={wins} />;
}

/** A safe area draws the whole wall smaller, so that nothing in it has to know. */
function lengths(layout: Layout, safeArea: number, [x, y]: [x: number, y: number]): Record<string, string> {
  const moved = x === 0 && y === 0 ? '' : `translate(${x}px, ${y}px) `;
  const smaller = safeArea === 0 ? '' : `scale(${1 - safeArea / 50})`;
  return {
    '--pitch': `${layout.pitch}vh`,
    '--unit': `${layout.unit}vh`,
    '--side': `${layout.side}vh`,
    ...(moved + smaller === '' ? {} : { transform: moved + smaller }),
  };
}

function useLayout(count: number, hasSide: boolean, textScale: number): Layout {
  const [size, setSize] = useState({ width: window.innerWidth, height: window.innerHeight });
  useEffect(() => {
    const measure = (): void => setSize({ width: window.innerWidth, height: window.innerHeight });
    window.addEventListener('resize', measure);
    return () => window.removeEventListener('resize', measure);
  }, []);
  return useMemo(() => layoutRows(size, count, hasSide, textScale / 100), [size, count, hasSide, textScale]);
}
