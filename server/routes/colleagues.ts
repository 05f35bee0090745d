// Who sells beside one: the names that are on the wall anyway, for sharing a win.
import { Type } from 'typebox';
import { ColleagueView } from '../../shared/schemas/posting.ts';
import { dateOf } from '../../shared/time.ts';
import { officeOf, type Api, type Parts } from '../parts.ts';

export function colleagueRoutes(app: Api, parts: Parts): void {
  app.get(
    '/api/colleagues',
    {
      config: { access: ['board:read'] },
      schema: {
        tags: ['people'],
        summary: 'Everybody who sells today, by name',
        response: { 200: Type.Object({ items: Type.Array(ColleagueView) }) },
      },
    },
    () => ({ items: colleagues(parts) }),
  );
}

function colleagues(parts: Parts): ColleagueView[] {
  const { roster } = parts.directory;
  const { locale, timeZone } = officeOf(parts);
  const now = parts.clock.now();
  const today = dateOf(now, timeZone);
  const order = roster.nameOrder('rep', locale);
  return roster.reps
    .map((rep, index) => ({ rep, place: order[index] ?? 0 }))
    .filter(({ rep: { leftOn } }) => leftOn === null || leftOn > today)
    .sort((a, b) => a.place - b.place)
    .map(({ rep: { id, name, photoId } }) => {
      const team = roster.teamAt(id, now);
      return { id, name, photoId, team: roster.teams[roster.indexOf('team', team ?? '')]?.name ?? null };
    });
}
