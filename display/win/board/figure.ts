// A board's figures in its metric: money short, deals counted, attainment in percent.
import type { Metric } from '../../../shared/board.ts';
import type { Row } from '../../../shared/board-view.ts';
import { useFormats } from '../../kit/ui/formats.ts';
import { useText } from '../../kit/ui/locale.ts';
import { boardText } from './texts.ts';

export interface Figure {
  /** What a row is ranked by. */
  ranked: (row: Row) => string;
  /** What a row has sold, whatever it is ranked by. */
  plain: (row: Pick<Row, 'value'>) => string;
  /** Another figure in the unit of values: a quota, a pace. */
  of: (value: number) => string;
  /** The same in every digit. */
  full: (value: number) => string;
}

export function useFigure(metric: Metric): Figure {
  const t = useText(boardText);
  const { short, money, percent } = useFormats();
  const isDeals = metric === 'deals';
  const of = (value: number) => (isDeals ? t('deal', { count: value }) : short(value));
  return {
    ranked: (row) =>
      metric === 'attainment' ? (row.attainment === null ? '–' : percent(row.attainment)) : of(row.value),
    plain: ({ value }) => of(value),
    of,
    full: (value) => (isDeals ? t('deal', { count: value }) : money(value)),
  };
}
