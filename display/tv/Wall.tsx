// The whole wall: head, rows, foot, and the fanfare over them.
import { useEffect, useMemo, useState } from 'preact/hooks';
import type { Snapshot } from '../../shared/patch.ts';
import type { ServerClock } from '../kit/clock.ts';
import { isLocale, type Locale } from '../kit/i18n.ts';
import { Celebration } from './celebration/Celebration.tsx';
import { Foot } from './Foot.tsx';
import { Head } from './Head.tsx';
import { Invitation } from './board/Invitation.tsx';
import { layoutRows, type Layout } from './board/layout.ts';
import { Rows } from './board/Rows.tsx';
import type { ScreenState } from './screen.ts';
import { WallContext, type WallContextValue } from './wall-context.ts';
import { words } from './words.ts';

interface Props {
  snapshot: Snapshot;
  state: ScreenState;
  clock: ServerClock;
}

export function Wall({ snapshot, state, clock }: Props) {
  const { office, standings } = snapshot;
  const locale = state.address.locale ?? officeLocale(office.locale);
  const wall = useMemo<WallContextValue>(
    () => ({ locale, say: words(locale), office, now: () => clock.now() }),
    [locale, office, clock],
  );
  const layout = useLayout(standings.rows.length);
  useEffect(() => {
    document.documentElement.lang = locale;
  }, [locale]);
  const isEmpty = standings.rows.every((row) => row.deals === 0);
  return (
    <WallContext.Provider value={wall}>
      <main class={`wall wall--${layout.shape}`} style={lengths(layout)} data-rev={standings.rev}>
        <Head snapshot={snapshot} link={state.link} />
        {isEmpty ? (
          <Invitation snapshot={snapshot} shape={layout.shape} />
        ) : (
          <Rows snapshot={snapshot} fresh={state.fresh} layout={layout} isCovered={state.fanfare !== null} />
        )}
        <Foot snapshot={snapshot} missed={state.missed} withdrawn={state.withdrawn} />
        {state.fanfare && <Celebration fanfare={state.fanfare} />}
      </main>
    </WallContext.Provider>
  );
}

function officeLocale(locale: string): Locale {
  const language = locale.slice(0, 2);
  return isLocale(language) ? language : 'en';
}

function lengths(layout: Layout): Record<string, string> {
  return { '--pitch': `${layout.pitch}vh`, '--unit': `${layout.unit}vh` };
}

function useLayout(count: number): Layout {
  const [size, setSize] = useState({ width: window.innerWidth, height: window.innerHeight });
  useEffect(() => {
    const measure = (): void => setSize({ width: window.innerWidth, height: window.innerHeight });
    window.addEventListener('resize', measure);
    return () => window.removeEventListener('resize', measure);
  }, []);
  return useMemo(() => layoutRows(size, count), [size, count]);
}
