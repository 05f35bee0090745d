// Which board a screen shows: who is ranked, by what, over which time.
import {
  boardById,
  boardIdOf,
  MAIN_BOARD,
  SUBJECT_TYPES,
  WINDOWS,
  knownBoard,
  type BoardDefinition,
} from '../../../shared/board.ts';
import { METRICS } from '../../../shared/metric.ts';
import { SelectField } from '../../kit/ui/Field.tsx';
import { useText } from '../../kit/ui/locale.ts';
import { boardText } from './board-texts.ts';

/** A board in words; an id that nobody knows stands for itself. */
export function useBoardName(): (id: string) => string {
  const t = useText(boardText);
  return (id) => {
    const board = boardById(id);
    if (!board) return id;
    const { by, metric, window } = board;
    return t('boardName', { by: t(`by_${by}`), metric: t(`metric_${metric}`), window: t(`window_${window}`) });
  };
}

export function BoardFields({ board: id, onBoard }: { board: string; onBoard: (id: string) => void }) {
  const t = useText(boardText);
  const board = boardById(id) ?? knownBoard(MAIN_BOARD);
  const set = (change: Partial<BoardDefinition>) => onBoard(boardIdOf({ ...board, ...change }));
  return (
    <>
      <SelectField
        label={t('by')}
        value={board.by}
        choices={SUBJECT_TYPES.map((value) => ({ value, label: t(`by_${value}`) }))}
        onValue={(by) => set({ by })}
      />
      <SelectField
        label={t('metric')}
        value={board.metric}
        choices={METRICS.map((value) => ({ value, label: t(`metric_${value}`) }))}
        onValue={(metric) => set({ metric })}
      />
      <SelectField
        label={t('window')}
        value={board.window}
        choices={WINDOWS.map((value) => ({ value, label: t(`window_${value}`) }))}
        onValue={(window) => set({ window })}
      />
    </>
  );
}
