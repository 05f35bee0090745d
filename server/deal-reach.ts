// Which deals an actor may see, post and take out. Rules RO1, RO4.
import type { Deal } from '../shared/deal.ts';
import { Refusal } from '../shared/problem.ts';
import type { Action, Actor } from '../shared/roles.ts';
import type { CorrectBody, DealBody } from '../shared/schemas/deals.ts';
import type { Parts } from './parts.ts';
import { notOwn, reaches, reachesRef, repsWithin } from './reach.ts';

function readDeal(parts: Parts, id: string): Deal {
  const deal = parts.tables.search.byId(id);
  if (!deal) throw new Refusal('deal/not-found');
  return deal;
}

/** A deal out of reach is none at all: ids cannot be tried out. */
export function dealInReach(parts: Parts, actor: Actor, action: Action, id: string): Deal {
  const deal = readDeal(parts, id);
  if (!reaches(repsWithin(parts, actor, action), repsOf(deal))) throw new Refusal('deal/not-found');
  return deal;
}

/** A deal of which not just a share is in reach, but its own rep. Rule RO4. */
export function ownDealInReach(parts: Parts, actor: Actor, action: Action, id: string): Deal {
  const deal = readDeal(parts, id);
  if (!reaches(repsWithin(parts, actor, action), [deal.repId])) throw new Refusal('deal/not-found');
  return deal;
}

/**
 * Nobody posts for those out of reach; a split with colleagues has a share within it, too. External ids are the whole
 * office's: nobody of less reach takes one, or finds out which are taken. Rules RO1, CN1.
 */
export function checkPoster(parts: Parts, actor: Actor, { rep, splits = [], external }: DealBody): void {
  const within = repsWithin(parts, actor, 'deal:create');
  if (within !== null && external !== undefined) {
    const message = 'is for machines and managers of the whole office';
    throw new Refusal('auth/forbidden', [{ field: 'external', code: 'external/not-own', message }]);
  }
  const reachesTo = (ref: string): boolean => reachesRef(parts, within, ref);
  if (reachesTo(rep) && (splits.length === 0 || splits.some((split) => reachesTo(split.rep)))) return;
  throw notOwn(actor);
}

/**
 * Who corrects a deal reaches its own rep, not just somebody with a share in it, and everybody whom the correction names:
 * nobody takes a deal over, or gives one away. Rule RO4.
 */
export function checkCorrector(
  parts: Parts,
  actor: Actor,
  id: string,
  { rep, splits = [] }: Pick<CorrectBody, 'rep' | 'splits'> = {},
): void {
  ownDealInReach(parts, actor, 'deal:correct', id);
  const within = repsWithin(parts, actor, 'deal:correct');
  const named = splits.map((split, place) => ({ field: `splits.${place}.rep`, ref: split.rep }));
  if (rep !== undefined) named.unshift({ field: 'rep', ref: rep });
  const stranger = named.find(({ ref }) => !reachesRef(parts, within, ref));
  if (stranger) throw notOwn(actor, stranger.field);
}

/** Who takes a correction back reaches the deal that took the other's place, too: it is taken out. Rules RO4, CO1. */
export function checkRestorer(parts: Parts, actor: Actor, id: string): void {
  checkCorrector(parts, actor, id);
  const replacedBy = readDeal(parts, id).void?.replacedBy ?? null;
  if (replacedBy === null) return;
  const within = repsWithin(parts, actor, 'deal:correct');
  if (!reaches(within, [readDeal(parts, replacedBy).repId])) throw new Refusal('auth/forbidden');
}

/** Everybody who has a part in a deal. */
export function repsOf({ repId, credits }: Pick<Deal, 'repId' | 'credits'>): string[] {
  return [repId, ...credits.map((credit) => credit.repId)];
}

/** Whoever posted a deal is told as screens show it. Rule SC10. */
export function tellDelivery({ deliveries, people }: Parts, userId: string, { id: dealId, seq }: Deal): void {
  deliveries.follow(seq, (view) => people.delivered(userId, { dealId, ...view }));
}
