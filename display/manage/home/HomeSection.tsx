// The office at a glance: the running period, what wants somebody, who is ahead and behind, the board, and what was
// changed of late. All of it follows the wall.
import { useText } from '../../kit/ui/locale.ts';
import { useMay } from '../may.ts';
import { routeTo } from '../routes.ts';
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
import { WantsPanel } from './WantsPanel.tsx';

export function HomeSection(props: SectionProps) {
  const t = useText(homeText);
  const may = useMay();
  const { board, isLive } = props.live;
  return (
    <>
      <h1 class="unseen">{t('title')}</h1>
      <Glance board={board} isLive={isLive} />
      {board && may('office:write') && <Checklist board={board} />}
      {may('quota:write') ? <Managed {...props} /> : <Watched {...props} />}
    </>
  );
}

/** What a manager decides by, within reach, around what everybody sees. */
function Managed(props: SectionProps) {
  const may = useMay();
  const { board } = props.live;
  const pace = useFresh(readPace, board);
  return (
    <>
      <WantsPanel {...props} counts={pace.data && pace.data.counts} />
      <div class="home-grid">
        <div class="home-column">
          <Shown loaded={pace}>{(list) => <PacePanel list={list} />}</Shown>
          <Board {...props} />
        </div>
        <div class="home-column">
          <Latest {...props} />
          {may('audit:read') && <Changes {...props} />}
        </div>
      </div>
    </>
  );
}

function Watched(props: SectionProps) {
  return (
    <div class="home-grid">
      <Board {...props} />
      <Latest {...props} />
    </div>
  );
}

function Board({ live: { board } }: SectionProps) {
  const t = useText(homeText);
  return (
    <section class="panel" aria-labelledby="home-board">
      <div class="panel-head">
        <h2 id="home-board">{t('board')}</h2>
      </div>
      <LiveTable board={board} />
    </section>
  );
}

function Latest({ live: { board } }: SectionProps) {
  const t = useText(homeText);
  const may = useMay();
  return (
    <section class="panel" aria-labelledby="home-latest">
      <div class="panel-head">
        <h2 id="home-latest">{t('latest')}</h2>
        {may('deal:correct') && <a href={routeTo('deals')}>{t('allDeals')}</a>}
      </div>
      <LatestWins board={board} />
    </section>
  );
}

function Changes({ live: { board } }: SectionProps) {
  const t = useText(homeText);
  const changes = useFresh(readChanges, board);
  return (
    <section class="panel" aria-labelledby="home-changes">
      <div class="panel-head">
        <h2 id="home-changes">{t('changes')}</h2>
      </div>
      <Shown loaded={changes}>{({ items }) => <LastChanges items={items} />}</Shown>
    </section>
  );
}
