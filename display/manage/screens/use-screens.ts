// The office's screens and their health, looked at again and again.
import { useEffect } from 'preact/hooks';
import { healthOf, type Health } from '../../../shared/screen-health.ts';
import type { ScreenList, ScreenView } from '../../../shared/schemas/screens.ts';
import { momentOf } from '../../kit/format.ts';
import { useUnits } from '../../kit/ui/formats.ts';
import { useLoad, type Loaded } from '../../kit/ui/load.ts';
import { readScreens } from '../calls.ts';

export interface Judged {
  screen: ScreenView;
  health: Health;
}

export interface JudgedScreens extends Omit<ScreenList, 'items'> {
  screens: Judged[];
}

const URGENCY: Readonly<Record<Health, number>> = { missing: 0, troubled: 1, new: 2, well: 3, asleep: 3 };

/** Asks the server every `everyMs`. */
export function useScreens(everyMs: number): Loaded<JudgedScreens> {
  const { timeZone } = useUnits();
  const loaded = useLoad(async () => judge(await readScreens(), timeZone), [timeZone]);
  const { reload } = loaded;
  useEffect(() => {
    const timer = setInterval(() => {
      if (document.visibilityState === 'visible') void reload();
    }, everyMs);
    return () => clearInterval(timer);
  }, [reload, everyMs]);
  return loaded;
}

function judge({ items, ...server }: ScreenList, timeZone: string): JudgedScreens {
  const moment = momentOf(server.now, timeZone);
  const screens = items.map((screen) => ({ screen, health: healthOf(screen, server.now, moment) }));
  // What wants a look comes first; else they stand in the order of their pairing.
  return { ...server, screens: screens.sort((a, b) => URGENCY[a.health] - URGENCY[b.health]) };
}
