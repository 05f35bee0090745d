// How many activities of each kind, by day, for reps, teams or the office. Rules AC1, AC4.
import type { ActivityKind } from '../shared/activity.ts';
import type { SubjectType } from '../shared/deal.ts';
import type { Roster } from '../shared/roster.ts';
import type { CountsView } from '../shared/schemas/activities.ts';
import { dateOf, datesIn, type LocalDay, type Range } from '../shared/time.ts';
import { isWithOffice } from '../shared/workdays.ts';

export interface CountSources {
  roster: Roster;
  timeZone: string;
  range: Range;
  by: SubjectType;
  /** Who may be told of: subjects by id; null for all of them. */
  within: ReadonlySet<string> | null;
  moments: Iterable<[repId: string, kind: ActivityKind, at: number]>;
}

type Item = CountsView['items'][number];

/** Counts what happened; a team's by the membership at the time (rule ST9). Reps who are away and did nothing are left out. */
export function countActivities(sources: CountSources): CountsView {
  const { roster, range, by, within, timeZone } = sources;
  const days = datesIn(range, timeZone);
  const dayAt = dayFinder(days);
  const items = roster.subjects[by].map((subject) => emptyItem(subject, days.length));
  for (const [repId, kind, at] of sources.moments) {
    const day = dayAt(at);
    for (const index of subjectsOf(roster, by, repId, at)) {
      const item = items[index];
      if (item) count(item, kind, day);
    }
  }
  const first = dateOf(range.startsAt, timeZone);
  const last = dateOf(range.endsAt - 1, timeZone);
  const isThere = (index: number): boolean => {
    const rep = by === 'rep' ? roster.reps[index] : undefined;
    return rep === undefined || isWithOffice(rep, first, last);
  };
  return {
    from: range.startsAt,
    to: range.endsAt,
    days: days.map(({ date, startsAt }) => ({ date, startsAt })),
    items: items.filter(
      ({ subjectId, total }, index) => (within?.has(subjectId) ?? true) && (total > 0 || isThere(index)),
    ),
  };
}

function subjectsOf(roster: Roster, by: SubjectType, repId: string, at: number): readonly number[] {
  if (by === 'office') return [0];
  return by === 'team' ? roster.teamsAt(repId, at) : [roster.indexOf('rep', repId)];
}

function emptyItem({ id, name }: { id: string; name: string }, days: number): Item {
  const perKind = <T>(make: () => T): Record<ActivityKind, T> => ({
    lead: make(),
    call: make(),
    meeting: make(),
    visit: make(),
    quote: make(),
  });
  return {
    subjectId: id,
    name,
    total: 0,
    counts: perKind(() => 0),
    daily: perKind(() => Array.from({ length: days }, () => 0)),
  };
}

function count(item: Item, kind: ActivityKind, day: number): void {
  item.total += 1;
  item.counts[kind] += 1;
  const daily = item.daily[kind];
  daily[day] = (daily[day] ?? 0) + 1;
}

/** The place of an instant's day among days in order. */
function dayFinder(days: readonly LocalDay[]): (at: number) => number {
  return (at) => {
    let low = 0;
    let high = days.length - 1;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((days[middle]?.endsAt ?? 0) <= at) low = middle + 1;
      else high = middle;
    }
    return low;
  };
}
