// Which board: people or teams, by what, over which time.
import { boardById, knownBoard, MAIN_BOARD, WINDOWS, type BoardDefinition } from '../../../shared/board.ts';
import { METRICS } from '../../../shared/metric.ts';
import { useText } from '../../kit/ui/locale.ts';
import { boardText } from './texts.ts';

interface BoardPickerProps {
  boardId: string;
  hasTeams: boolean;
  onBoard: (id: string) => void;
}

export function BoardPicker({ boardId, hasTeams, onBoard }: BoardPickerProps) {
  const t = useText(boardText);
  const board = knownBoard(boardId);
  const change = (part: Partial<BoardDefinition>) => onBoard(idOf({ ...board, ...part }));
  return (
    <div class="board-picker" role="group" aria-label={t('which')}>
      {hasTeams && (
        <div class="board-sides">
          {(['rep', 'team'] as const).map((by) => (
            <button key={by} type="button" aria-pressed={board.by === by} onClick={() => change({ by })}>
              {t(by === 'rep' ? 'byRep' : 'byTeam')}
            </button>
          ))}
        </div>
      )}
      <select
        aria-label={t('metric')}
        value={board.metric}
        onChange={({ currentTarget }) =>
          change({ metric: METRICS.find((one) => one === currentTarget.value) ?? 'revenue' })
        }
      >
        {METRICS.map((metric) => (
          <option key={metric} value={metric}>
            {t(metric)}
          </option>
        ))}
      </select>
      <select
        aria-label={t('window')}
        value={board.window}
        onChange={({ currentTarget }) =>
          change({ window: WINDOWS.find((one) => one === currentTarget.value) ?? 'period' })
        }
      >
        {WINDOWS.map((window) => (
          <option key={window} value={window}>
            {t(window)}
          </option>
        ))}
      </select>
    </div>
  );
}

/** The main board has a name of its own, and a line that is open already. */
function idOf({ by, metric, window }: BoardDefinition): string {
  const main = knownBoard(MAIN_BOARD);
  if (by === main.by && metric === main.metric && window === main.window) return MAIN_BOARD;
  return boardById(`${by}-${metric}-${window}`)?.id ?? MAIN_BOARD;
}
