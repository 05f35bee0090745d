// The bar at the bottom edge, where the thumb is; on a laptop it stands at the left.
import { useText } from '../kit/ui/locale.ts';
import { routeTo } from './route.ts';
import type { TabId } from './route.ts';
import type { Tab } from './tabs.ts';
import { winText } from './texts.ts';

interface TabBarProps {
  tabs: readonly Tab[];
  current: TabId;
}

export function TabBar({ tabs, current }: TabBarProps) {
  const t = useText(winText);
  return (
    <nav class="tab-bar" aria-label={t('tabs')}>
      <ul>
        {tabs.map(({ id, label, icon }) => (
          <li key={id}>
            <a href={routeTo(id)} aria-current={id === current ? 'page' : undefined} onClick={toTop}>
              <svg viewBox="0 0 24 24" width="24" height="24" aria-hidden="true">
                <path
                  d={icon}
                  fill="none"
                  stroke="currentColor"
                  stroke-width="1.8"
                  stroke-linecap="round"
                  stroke-linejoin="round"
                />
              </svg>
              <span>{t(label)}</span>
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

/** Tapped where one is already, it leads to the top. */
function toTop({ currentTarget }: MouseEvent): void {
  if (currentTarget instanceof HTMLAnchorElement && currentTarget.href === location.href) window.scrollTo(0, 0);
}
