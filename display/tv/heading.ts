// What stands over a board: its title and the time that is left.
import type { BoardDefinition } from '../../shared/board.ts';
import { isActivityMetric } from '../../shared/metric.ts';
import type { Snapshot } from '../../shared/patch.ts';
import type { Locale, Translate } from '../kit/i18n.ts';
import type { Link } from '../kit/live.ts';
import type { Word } from './words.ts';

type Say = Translate<Word>;

const DAY_MS = 86_400_000;
const MINUTE_MS = 60_000;

/** "Bảng vàng tháng 11/2026", "Leaderboard · November 2026". */
export function titleOf({ definition, standings }: Snapshot, locale: Locale, say: Say): string {
  const name = say(nameOf(definition));
  const when = definition.window === 'period' ? (standings.period?.name ?? '') : say(definition.window);
  if (when === '') return name;
  // A calendar name goes on in the sentence; any other stands for itself.
  if (locale === 'vi' && (definition.window !== 'period' || /^(tháng|quý|năm|nửa năm) /i.test(when))) {
    return `${name} ${when.charAt(0).toLowerCase()}${when.slice(1)}`;
  }
  return `${name} · ${when}`;
}

function nameOf({ by, metric }: BoardDefinition): Word {
  if (isActivityMetric(metric)) return metric;
  if (by === 'office') return 'titleOffice';
  if (metric === 'deals') return 'titleDeals';
  if (metric === 'attainment') return 'titleAttainment';
  return by === 'team' ? 'titleTeam' : 'titleRep';
}

/** Working days while there are some, hours on the last day. */
export function timeLeftOf({ office, standings }: Snapshot, now: number, say: Say): string {
  const left = standings.window.endsAt - now;
  if (left <= 0 || typeof standings.period?.closedAt === 'number') return say('ended');
  if (left < DAY_MS) {
    const minutes = Math.ceil(left / MINUTE_MS);
    const time = say('hoursMinutes', { hours: Math.floor(minutes / 60), minutes: minutes % 60 });
    return say('timeLeft', { time });
  }
  if (office.workingDaysLeft > 0) return say('workingDaysLeft', { count: office.workingDaysLeft });
  return say('daysLeft', { count: Math.ceil(left / DAY_MS) });
}

/** How long a board may be without a word from the server before it says so (rule SC1). */
const PATIENCE_MS = 10_000;
/** After a reload the server is heard within this, or it is not there. */
const START_MS = 3_000;

/**
 * What is said of a board whose link is down: how old it is; since a reload `upMs` ago, when only the device's clock could
 * tell that, from when it is. Nothing while it is fresh.
 */
export function staleWords(
  { connected, isHeard, lastHeardAt }: Link,
  { now, upMs }: { now: number; upMs: number },
  say: Say,
  dateTime: (at: number) => string,
): string {
  if (connected || lastHeardAt === null) return '';
  if (!isHeard) return upMs < START_MS ? '' : say('staleSince', { time: dateTime(lastHeardAt) });
  const ageMs = now - lastHeardAt;
  return ageMs < PATIENCE_MS ? '' : say('stale', { age: ageOf(ageMs, say) });
}

/** How old something is, in one unit. */
export function ageOf(ms: number, say: Say): string {
  if (ms < MINUTE_MS) return say('ageSeconds', { count: Math.max(1, Math.floor(ms / 1000)) });
  if (ms < 60 * MINUTE_MS) return say('ageMinutes', { count: Math.floor(ms / MINUTE_MS) });
  if (ms < DAY_MS) return say('ageHours', { count: Math.floor(ms / (60 * MINUTE_MS)) });
  return say('ageDays', { count: Math.floor(ms / DAY_MS) });
}
