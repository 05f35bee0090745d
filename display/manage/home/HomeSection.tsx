// The running period at a glance: total, live board, latest wins, and what a fresh office should do next.
import { useText } from '../../kit/ui/locale.ts';
import { useMay } from '../may.ts';
import { routeTo } from '../routes.ts';
import { Checklist } from './Checklist.tsx';
import { Glance } from './Glance.tsx';
import { LatestWins } from './LatestWins.tsx';
import { LiveTable } from './LiveTable.tsx';
import type { SectionProps } from '../section-props.ts';
import { homeText } from './texts.ts';

export function HomeSection({ live: { board, isLive } }: SectionProps) {
  const t = useText(homeText);
  const may = useMay();
  return (
    <>
      <h1 class="unseen">{t('title')}</h1>
      <Glance board={board} isLive={isLive} />
      {board && may('office:write') && <Checklist board={board} />}
      <div class="home-grid">
        <section class="panel" aria-labelledby="home-board">
          <div class="panel-head">
            <h2 id="home-board">{t('board')}</h2>
          </div>
          <LiveTable board={board} />
        </section>
        <section class="panel" aria-labelledby="home-latest">
          <div class="panel-head">
            <h2 id="home-latest">{t('latest')}</h2>
            <a href={routeTo('deals')}>{t('allDeals')}</a>
          </div>
          <LatestWins board={board} />
        </section>
      </div>
    </>
  );
}
