// Where a rep stands, from the place on the board down to the records; the same for the rep and for who manages them.
import type { RepHistory, StandingReport } from '../../../shared/schemas/standing.ts';
import { ApiFailure, call } from '../../kit/api.ts';
import { Button } from '../../kit/ui/Button.tsx';
import { useLoad } from '../../kit/ui/load.ts';
import { useText } from '../../kit/ui/locale.ts';
import { uiText } from '../../kit/ui/texts.ts';
import { useCalmly } from '../calmly.ts';
import type { TabProps } from '../tab-props.ts';
import { Absences } from './Absences.tsx';
import { Explanation } from './Explanation.tsx';
import { History } from './History.tsx';
import { NearTiles } from './NearTiles.tsx';
import { Records } from './Records.tsx';
import { StandingCard } from './StandingCard.tsx';
import { TeamRows } from './TeamRows.tsx';
import { whereText } from './texts.ts';
import './where.css';

interface WhereaboutsProps extends TabProps {
  repId: string;
  /** Null for the running period. */
  periodId: string | null;
  hrefOf: (periodId: string | null) => string;
}

/** Figures follow the board at this distance. */
const FOLLOW_MS = 1_200;

export function Whereabouts(props: WhereaboutsProps) {
  const { repId, periodId, live } = props;
  const { board, isLive } = live;
  const path = `/api/reps/${encodeURIComponent(repId)}`;
  const runningId = board?.standings.period?.id ?? null;
  const closedId = periodId === runningId ? null : periodId;
  const rev = useCalmly(board?.standings.rev ?? 0, FOLLOW_MS);
  const standing = useLoad(
    () => call<StandingReport>('GET', `${path}/standing`, { query: closedId === null ? {} : { period: closedId } }),
    [path, closedId, closedId === null ? rev : null, isLive],
  );
  const history = useLoad(() => call<RepHistory>('GET', `${path}/history`), [path, runningId, isLive]);
  const report = standing.data;
  // What is there may still be of another period than the one that has just been chosen.
  const isWanted =
    report !== null && (closedId === null ? report.period.closedAt === null : report.period.id === closedId);
  return isWanted ? (
    <Report {...props} report={report} history={history.data} path={path} />
  ) : (
    <Missing error={standing.isLoading ? null : standing.error} onRetry={standing.reload} />
  );
}

function Missing({ error, onRetry }: { error: unknown; onRetry: () => Promise<void> }) {
  const t = useText(whereText);
  const ui = useText(uiText);
  if (error === null) {
    return (
      <div class="waiting">
        <span class="spinner" aria-hidden="true" />
        <p role="status">{ui('loading')}</p>
      </div>
    );
  }
  return (
    <div class="waiting">
      <p role="status">{error instanceof ApiFailure ? t('notInReach') : ui('unreachable')}</p>
      <Button onClick={() => void onRetry()}>{ui('retry')}</Button>
    </div>
  );
}

interface ReportProps extends WhereaboutsProps {
  report: StandingReport;
  history: RepHistory | null;
  path: string;
}

function Report({ repId, hrefOf, session, live, report, history, path }: ReportProps) {
  const t = useText(whereText);
  const isOwn = repId === session.user.repId;
  const { rows, period } = live.board?.standings ?? { rows: [], period: null };
  // The board is ahead of what is asked for now and then.
  const liveRow = report.period.id === period?.id ? rows.find(({ subjectId }) => subjectId === repId) : undefined;
  return (
    <div class="where">
      <StandingCard
        report={report}
        row={liveRow ?? report.row}
        periods={history?.items.map((one) => one.period) ?? []}
        hrefOf={hrefOf}
      />
      {!live.isLive && <p class="note note-gold">{t('offline')}</p>}
      <NearTiles report={report} />
      <Explanation key={report.period.id} path={path} report={report} isOwn={isOwn} />
      <TeamRows report={report} repId={repId} isOwn={isOwn} />
      <Absences report={report} />
      {history && <Records history={history} />}
      {history && <History history={history} currentId={report.period.id} hrefOf={hrefOf} />}
    </div>
  );
}
