// Activities: logged with one tap, told more of, listed, counted, taken back.
import { Type } from 'typebox';
import type { Activity } from '../../shared/activity.ts';
import { UNDO_MS, type SubjectType } from '../../shared/deal.ts';
import { Refusal } from '../../shared/problem.ts';
import { reachOf, type Actor } from '../../shared/roles.ts';
import {
  ActivityAnswer,
  ActivityBody,
  ActivityQuery,
  ActivityView,
  CountsQuery,
  CountsView,
  DetailsBody,
} from '../../shared/schemas/activities.ts';
import { VoidBody } from '../../shared/schemas/deals.ts';
import { page } from '../../shared/schemas/fields.ts';
import { EARLIEST_AT, LATEST_AT, type Range } from '../../shared/time.ts';
import { countActivities } from '../activity-counts.ts';
import { activityAnswer, activityView } from '../activity-view.ts';
import { actorOf } from '../http.ts';
import { officeOf, type Api, type Parts } from '../parts.ts';
import { askedRep, notOwn, reaches, reachesRef, repsWithin, teamsWithin } from '../reach.ts';
import { queryInstant } from './boards.ts';

const ById = Type.Object({ id: Type.String() });
const PAGE = 50;
/** Counts are asked for over at most a year. */
const MOST_COUNTED_MS = 367 * 86_400_000;

export function activityRoutes(app: Api, parts: Parts): void {
  recordRoutes(app, parts);
  amendRoutes(app, parts);
}

function recordRoutes(app: Api, parts: Parts): void {
  const { ledger, directory } = parts;

  app.post(
    '/api/activities',
    {
      config: { access: ['activity:write'] },
      schema: {
        tags: ['activities'],
        summary: 'Log one activity. The same id and body again gives the same activity',
        body: ActivityBody,
        response: { 200: ActivityAnswer, 201: ActivityAnswer },
      },
    },
    async (request, reply) => {
      const actor = actorOf(request);
      checkDoer(parts, actor, request.body.rep);
      const { activity, created } = await ledger.run('activity:record', actor, request.body);
      return reply.code(created ? 201 : 200).send(activityAnswer(activity, directory));
    },
  );

  app.get(
    '/api/activities',
    {
      config: { access: ['activity:read'] },
      schema: {
        tags: ['activities'],
        summary: 'What happened last comes first, what was taken back marked',
        querystring: ActivityQuery,
        response: { 200: page(ActivityView) },
      },
    },
    (request) => listActivities(parts, actorOf(request), request.query),
  );

  app.get(
    '/api/activities/counts',
    {
      config: { access: ['activity:read'] },
      schema: {
        tags: ['activities'],
        summary: 'How many of each kind, by day: of reps, of teams (by the membership at the time) or of the office',
        querystring: CountsQuery,
        response: { 200: CountsView },
      },
    },
    (request) => counts(parts, actorOf(request), request.query),
  );
}

function amendRoutes(app: Api, parts: Parts): void {
  const { ledger, directory } = parts;

  app.post(
    '/api/activities/:id/details',
    {
      config: { access: ['activity:write'] },
      schema: {
        tags: ['activities'],
        summary: 'Say with whom it was, and what of; what is not named stays',
        params: ById,
        body: DetailsBody,
        response: { 200: ActivityAnswer },
      },
    },
    async (request) => {
      const actor = actorOf(request);
      const { id } = activityInReach(parts, actor, request.params.id);
      const activity = await ledger.run('activity:describe', actor, { id, details: request.body });
      return activityAnswer(activity, directory);
    },
  );

  app.post(
    '/api/activities/:id/void',
    {
      config: { access: ['activity:write'] },
      schema: {
        tags: ['activities'],
        summary: 'Take an activity back. The same again gives the same answer',
        params: ById,
        body: VoidBody,
        response: { 200: ActivityAnswer },
      },
    },
    async (request) => {
      const actor = actorOf(request);
      const { id, recordedAt, void: voided } = activityInReach(parts, actor, request.params.id);
      const isLate = voided === null && parts.clock.now() - recordedAt > UNDO_MS;
      if (isLate && reachOf(actor, 'activity:write') === 'own') throw new Refusal('auth/forbidden');
      const activity = await ledger.run('activity:void', actor, { id, reason: request.body.reason });
      return activityAnswer(activity, directory);
    },
  );
}

/** Nobody logs or plans for those out of reach. Rule RO1. */
export function checkDoer(parts: Parts, actor: Actor, ref: string): void {
  const within = repsWithin(parts, actor, 'activity:write');
  if (!reachesRef(parts, within, ref)) throw notOwn(actor);
}

/** An activity out of reach is none at all: ids cannot be tried out. */
function activityInReach(parts: Parts, actor: Actor, id: string): Activity {
  const activity = parts.tables.activities.byId(id)?.activity;
  if (!activity || !reaches(repsWithin(parts, actor, 'activity:write'), [activity.repId])) {
    throw new Refusal('activity/not-found');
  }
  return activity;
}

function listActivities(parts: Parts, actor: Actor, query: ActivityQuery) {
  const { directory, tables } = parts;
  const within = repsWithin(parts, actor, 'activity:read');
  const limit = query.limit ?? PAGE;
  const found = tables.activities.find({
    range: rangeOf(parts, query),
    repId: askedRep(parts, within, query.rep),
    repIds: within && [...within],
    kind: query.kind ?? null,
    after: query.cursor === undefined ? START : readCursor(query.cursor),
    limit: limit + 1,
  });
  const items = found.slice(0, limit);
  const last = items.at(-1);
  return {
    items: items.map((activity) => activityView(activity, directory)),
    nextCursor: found.length > limit && last ? `${last.at}.${last.seq}` : null,
  };
}

const START = { at: LATEST_AT, seq: 0 };

function readCursor(cursor: string): { at: number; seq: number } {
  const [at = Number.NaN, seq = Number.NaN] = cursor.split('.').map(Number);
  if (Number.isSafeInteger(at) && Number.isSafeInteger(seq)) return { at, seq };
  throw Refusal.field('cursor', 'cursor/unknown', 'is no cursor of this list');
}

function rangeOf(parts: Parts, { from, to }: Pick<ActivityQuery, 'from' | 'to'>): Range {
  const startsAt = from === undefined ? EARLIEST_AT : queryInstant(parts, 'from', from);
  const endsAt = to === undefined ? LATEST_AT : queryInstant(parts, 'to', to);
  if (endsAt <= startsAt) throw Refusal.field('to', 'time/reversed', 'must be after from');
  return { startsAt, endsAt };
}

function counts(parts: Parts, actor: Actor, query: CountsQuery): CountsView {
  const { directory, tables } = parts;
  const { by = 'rep' } = query;
  const range = rangeOf(parts, query);
  if (range.endsAt - range.startsAt > MOST_COUNTED_MS) {
    throw Refusal.field('to', 'time/too-late', 'must be within a year of from');
  }
  const { roster } = directory;
  const { timeZone } = officeOf(parts);
  const within = subjectsWithin(parts, actor, by);
  return countActivities({ roster, timeZone, range, by, within, moments: tables.activities.moments(range) });
}

/** Reps as far as the reach goes; whole teams and the office only for those whose reach holds all of them. Rule AC4. */
function subjectsWithin(parts: Parts, actor: Actor, by: SubjectType): ReadonlySet<string> | null {
  const reach = reachOf(actor, 'activity:read');
  if (by === 'rep') return repsWithin(parts, actor, 'activity:read');
  if (by === 'team' && reach !== 'own') return teamsWithin(parts.directory, actor, 'activity:read');
  if (reach === 'office') return null;
  throw new Refusal('auth/forbidden', [{ field: 'by', code: 'subject/not-own', message: 'is more than is yours' }]);
}
