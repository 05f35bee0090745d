// The boards that a screen may show, by name.
import { BOARDS, MAIN_BOARD, type BoardDefinition } from '../../../shared/board.ts';
import type { Choice } from '../../kit/ui/Field.tsx';
import { useText } from '../../kit/ui/locale.ts';
import { boardText } from './board-texts.ts';

const BY = { rep: 'byRep', team: 'byTeam', office: 'byOffice' } as const;
const METRIC = { revenue: 'metricRevenue', deals: 'metricDeals', attainment: 'metricAttainment' } as const;
const WINDOW = {
  period: 'windowPeriod',
  today: 'windowToday',
  week: 'windowWeek',
  month: 'windowMonth',
  quarter: 'windowQuarter',
  year: 'windowYear',
} as const;

/** Every board once: `main` is the reps' revenue in the running period. */
export function useBoardChoices(): Choice[] {
  const t = useText(boardText);
  const isMain = ({ by, metric, window }: BoardDefinition) =>
    by === 'rep' && metric === 'revenue' && window === 'period';
  return BOARDS.filter((board) => board.id === MAIN_BOARD || !isMain(board)).map((board) => ({
    value: board.id,
    label: t('boardName', { by: t(BY[board.by]), metric: t(METRIC[board.metric]), window: t(WINDOW[board.window]) }),
  }));
}
