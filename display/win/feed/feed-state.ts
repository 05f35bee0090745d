// The feed's wins as they change: by pages, by what others say, by what one says oneself before the server has heard it.
import { REACTION_KINDS, type Cheer, type Reaction, type ReactionCounts } from '../../../shared/reactions.ts';
import type { WinView } from '../../../shared/schemas/reactions.ts';
import type { WinPage } from './calls.ts';

export interface Feed {
  /** Newest first. */
  wins: readonly WinView[];
  /** Where older ones go on; null at the end. */
  nextCursor: string | null;
}

/** The first page, read again: wins that were voided go, older ones that had been read stay. */
export function withFirstPage(feed: Feed | null, page: WinPage): Feed {
  const last = page.items.at(-1);
  const older = feed?.wins.filter(({ seq }) => last !== undefined && seq < last.seq) ?? [];
  if (older.length === 0 || page.nextCursor === null) return { wins: page.items, nextCursor: page.nextCursor };
  return { wins: [...page.items, ...older], nextCursor: feed?.nextCursor ?? null };
}

export function withNextPage(feed: Feed, page: WinPage): Feed {
  const known = new Set(feed.wins.map(({ dealId }) => dealId));
  return {
    wins: [...feed.wins, ...page.items.filter(({ dealId }) => !known.has(dealId))],
    nextCursor: page.nextCursor,
  };
}

/** What the server tells of a win's reactions. Rule RX2. */
export function withCheer(feed: Feed, cheer: Cheer, userId: string): Feed {
  return change(feed, cheer.dealId, (win) => {
    const by = cheer.latest?.userId ?? cheer.gone;
    const others = win.reactions.filter((one) => one.userId !== by);
    return {
      ...win,
      counts: cheer.counts,
      reactions: cheer.latest ? [cheer.latest, ...others] : others,
      own: by === userId ? (cheer.latest ?? null) : win.own,
    };
  });
}

/** One's own word, shown before the server has heard it; null takes it back. */
export function withOwn(feed: Feed, dealId: string, own: Reaction | null, userId: string): Feed {
  return change(feed, dealId, (win) => {
    const others = win.reactions.filter((one) => one.userId !== userId);
    return {
      ...win,
      own,
      counts: recount(win.counts, win.own, own),
      reactions: own ? [own, ...others] : others,
    };
  });
}

function recount(counts: ReactionCounts, before: Reaction | null, after: Reaction | null): ReactionCounts {
  const pairs = REACTION_KINDS.map((kind) => {
    const more = Number(after?.kind === kind) - Number(before?.kind === kind);
    return [kind, (counts[kind] ?? 0) + more] as const;
  });
  return Object.fromEntries(pairs.filter(([, count]) => count > 0));
}

function change(feed: Feed, dealId: string, by: (win: WinView) => WinView): Feed {
  return { ...feed, wins: feed.wins.map((win) => (win.dealId === dealId ? by(win) : win)) };
}
