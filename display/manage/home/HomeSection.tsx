// The office at a glance: the running period, what wants somebody, who is ahead and behind, the board, the screens, and
// what was changed of late. All of it follows the wall.
import { useText } from '../../kit/ui/locale.ts';
import { useMay } from '../may.ts';
import { readReceivables } from '../money/calls.ts';
import { routeTo } from '../routes.ts';
import { HealthSummary } from '../screens/HealthSummary.tsx';
import type { SectionProps } from '../section-props.ts';
import { Shown } from '../Shown.tsx';
import { readChanges, readPace } from './calls.ts';
import { Checklist } from './Checklist.tsx';
import { Glance } from './Glance.tsx';
import { LastChanges } from './LastChanges.tsx';
import { LatestWins } from './LatestWins.tsx';
import { LiveTable } from './LiveTable.tsx';
import { PacePanel } from './PacePanel.tsx';
import { homeText } from './texts.ts';
import { useFresh } from './use-fresh.ts';
import { Wants } from './Wants.tsx';

export function HomeSection(props: SectionProps) {
  const t = useText(homeText);
  const may = useMay();
  const { board, isLive } = props.live;
  return (
    <>
      <h1 class="unseen">{t('title')}</h1>
      <Glance board={board} isLive={isLive} />
      {board && may('office:write') && <Checklist board={board} />}
      {may('quota:write') && <Managed {...props} />}
      <div class="home-grid">
        <section class="panel" aria-labelledby="home-board">
          <div class="panel-head">
            <h2 id="home-board">{t('board')}</h2>
          </div>
          <LiveTable board={board} />
        </section>
        <div class="home-aside">
          <section class="panel" aria-labelledby="home-latest">
            <div class="panel-head">
              <h2 id="home-latest">{t('latest')}</h2>
              <a href={routeTo('deals')}>{t('allDeals')}</a>
            </div>
            <LatestWins board={board} />
          </section>
          {may('audit:read') && <Changes {...props} />}
        </div>
      </div>
    </>
  );
}

/** What a manager decides by, within reach. */
function Managed({ live: { board }, decisions, screens }: SectionProps) {
  const t = useText(homeText);
  const mark = board && board.standings.asOf;
  const pace = useFresh(readPace, mark);
  const money = useFresh(() => readReceivables({ state: 'overdue' }), mark);
  return (
    <div class="home-grid home-managed">
      <Shown loaded={pace}>{(list) => <PacePanel list={list} />}</Shown>
      <div class="home-aside">
        <section class="panel" aria-labelledby="home-wants">
          <div class="panel-head">
            <h2 id="home-wants">{t('wants')}</h2>
          </div>
          {decisions.data && pace.data && money.data && (
            <Wants decisions={decisions.data} counts={pace.data.counts} money={money.data.totals} />
          )}
        </section>
        {screens.data && (
          <section class="panel" aria-labelledby="home-screens">
            <div class="panel-head">
              <h2 id="home-screens">{t('screens')}</h2>
              <a href={routeTo('screens')}>{t('toScreens')}</a>
            </div>
            {screens.data.screens.length === 0 ? (
              <p class="quiet">{t('noScreens')}</p>
            ) : (
              <HealthSummary screens={screens.data.screens} />
            )}
          </section>
        )}
      </div>
    </div>
  );
}

function Changes({ live: { board } }: SectionProps) {
  const t = useText(homeText);
  const changes = useFresh(readChanges, board && board.standings.asOf);
  return (
    <section class="panel" aria-labelledby="home-changes">
      <div class="panel-head">
        <h2 id="home-changes">{t('changes')}</h2>
      </div>
      <Shown loaded={changes}>{({ items }) => <LastChanges items={items} />}</Shown>
    </section>
  );
}
