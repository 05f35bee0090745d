// The tabs of the phone, in the order of the bar. Posting a win is there at once; the others are fetched when asked for.
import type { ComponentType } from 'preact';
import { can, reachOf } from '../../shared/roles.ts';
import type { Session } from '../../shared/schemas/office.ts';
import { beforehand } from './late.tsx';
import type { TabId } from './route.ts';
import type { TabProps } from './tab-props.ts';

export interface Tab {
  id: TabId;
  /** A key of winText. */
  label: 'tabPost' | 'tabActivities' | 'tabBoard' | 'tabFeed' | 'tabMe';
  /** Drawn by the line in a square of 24. */
  icon: string;
  isFor: (session: Session) => boolean;
  /** Null for what the page itself holds. */
  load: (() => Promise<{ default: ComponentType<TabProps> }>) | null;
}

export const TABS: readonly Tab[] = [
  {
    id: 'post',
    label: 'tabPost',
    icon: 'M12 3a6 6 0 00-6 6v4.500l-1.500 2.500h15L18 13.500V9a6 6 0 00-6-6zM9.500 19a2.500 2.500 0 005 0',
    isFor: mayPost,
    load: null,
  },
  {
    id: 'activities',
    label: 'tabActivities',
    icon: 'M9 6h11M9 12h11M9 18h11M3.500 6l1 1 2-2M3.500 12l1 1 2-2M3.500 18l1 1 2-2',
    isFor: hasDiary,
    load: beforehand(() => import('./activities/ActivitiesTab.tsx')),
  },
  {
    id: 'board',
    label: 'tabBoard',
    icon: 'M4 20v-7h5v7M9 20V5h6v15M15 20v-4.500h5V20M2.500 20h19',
    isFor: () => true,
    load: beforehand(() => import('./board/BoardTab.tsx')),
  },
  {
    id: 'feed',
    label: 'tabFeed',
    icon: 'M12 20s-7.500-4.600-7.500-10A4.200 4.200 0 0112 7.500 4.200 4.200 0 0119.500 10c0 5.400-7.500 10-7.500 10z',
    isFor: () => true,
    load: beforehand(() => import('./feed/FeedTab.tsx')),
  },
  {
    id: 'me',
    label: 'tabMe',
    icon: 'M12 12a4 4 0 100-8 4 4 0 000 8zM4.500 20.500c.6-4 3.700-6 7.500-6s6.900 2 7.500 6',
    isFor: ({ user }) => user.repId !== null,
    load: beforehand(() => import('./me/MeTab.tsx')),
  },
];

/** Whether somebody posts wins here: reps their own, managers for whom they may. */
export function mayPost({ user }: Session): boolean {
  const actor = { type: 'user', ...user } as const;
  return reachOf(actor, 'deal:create') === 'own' ? user.repId !== null : can(actor, 'deal:create');
}

/** Whether somebody logs activities here: who sells, for oneself. */
function hasDiary({ user }: Session): boolean {
  return user.repId !== null && can({ type: 'user', ...user }, 'activity:write');
}
