// The running period at a glance, and what was changed of late: the desk's first page.
import { Changes, PaceList } from '../../shared/schemas/home.ts';
import { paceListOf } from '../boards/pace-list.ts';
import { changesOf } from '../changes.ts';
import { actorOf } from '../http.ts';
import type { Api, Parts } from '../parts.ts';
import { repsWithin } from '../reach.ts';

export function homeRoutes(app: Api, parts: Parts): void {
  app.get(
    '/api/pace',
    {
      config: { access: ['quota:write'] },
      schema: {
        tags: ['boards'],
        summary: 'Reps within reach by how they stand to pace in the running period, and the furthest ahead and behind',
        response: { 200: PaceList },
      },
    },
    (request) => paceListOf(parts, repsWithin(parts, actorOf(request), 'quota:write')),
  );

  app.get(
    '/api/changes',
    {
      config: { access: ['audit:read'] },
      schema: {
        tags: ['audit'],
        summary: 'What was changed of late, newest first: corrections, periods, quotas, settings, people',
        response: { 200: Changes },
      },
    },
    () => ({ items: changesOf(parts) }),
  );
}
