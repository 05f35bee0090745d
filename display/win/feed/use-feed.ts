// The feed as the tab sees it: read when the tab comes into sight and the server is there, kept up by the page's line.
import { useCallback, useContext, useEffect, useRef, useState } from 'preact/hooks';
import type { Reaction, ReactionKind } from '../../../shared/reactions.ts';
import { ShownContext, type TabProps } from '../tab-props.ts';
import { putReaction, readWins, removeReaction } from './calls.ts';
import { withCheer, withFirstPage, withNextPage, withOwn, type Feed } from './feed-state.ts';

export interface FeedView {
  /** Null until it has been read for the first time. */
  feed: Feed | null;
  error: unknown;
  isLoading: boolean;
  reload: () => Promise<void>;
  more: () => Promise<void>;
  /** Says something to a win, or takes it back (null); rejects where the server did not take it. */
  react: (dealId: string, own: { kind: ReactionKind; text: string } | null) => Promise<void>;
}

export function useFeed({ session, live, clockOffsetMs }: TabProps): FeedView {
  const { id: userId, name } = session.user;
  const [feed, setFeed] = useState<Feed | null>(null);
  const [error, setError] = useState<unknown>(null);
  const [isLoading, setLoading] = useState(false);
  const isShown = useContext(ShownContext);
  const turn = useRef(0);
  const change = useCallback((by: (feed: Feed) => Feed) => setFeed((now) => now && by(now)), []);
  const read = useCallback(async (load: () => Promise<(feed: Feed | null) => Feed>) => {
    turn.current += 1;
    const mine = turn.current;
    setLoading(true);
    try {
      const take = await load();
      if (mine === turn.current) setFeed(take);
      setError(null);
    } catch (failure) {
      setError(failure);
    } finally {
      if (mine === turn.current) setLoading(false);
    }
  }, []);
  const reload = useCallback(
    () =>
      read(async () => {
        const page = await readWins(null);
        return (now) => withFirstPage(now, page);
      }),
    [read],
  );
  const cursor = feed?.nextCursor ?? null;
  const more = useCallback(
    () =>
      read(async () => {
        const page = await readWins(cursor);
        return (now) => (now ? withNextPage(now, page) : { wins: page.items, nextCursor: page.nextCursor });
      }),
    [read, cursor],
  );
  // What the wall shows has changed: a win came in, was voided or corrected.
  const latest = live.board?.wins.map(({ dealId }) => dealId).join(' ') ?? '';
  useEffect(() => {
    if (isShown) void reload();
  }, [isShown, live.isLive, latest, reload]);
  useEffect(
    () => live.onCheer((cheer) => change((now) => withCheer(now, cheer, userId))),
    [live.onCheer, change, userId],
  );
  const react: FeedView['react'] = async (dealId, own) => {
    const before = feed?.wins.find((win) => win.dealId === dealId)?.own ?? null;
    const shown: Reaction | null = own && { ...own, userId, name, at: Date.now() + clockOffsetMs };
    change((now) => withOwn(now, dealId, shown, userId));
    try {
      await (own ? putReaction(dealId, own) : removeReaction(dealId));
    } catch (failure) {
      change((now) => withOwn(now, dealId, before, userId));
      throw failure;
    }
  };
  return { feed, error, isLoading, reload, more, react };
}
