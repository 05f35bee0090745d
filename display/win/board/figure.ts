// A board's figures in its metric: money short, deals and activities counted, attainment in percent.
import type { Row } from '../../../shared/board-view.ts';
import { isMoney, type Metric } from '../../../shared/metric.ts';
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
  const { short, money, percent, count } = useFormats();
  const counted = (value: number) => (metric === 'deals' ? t('deal', { count: value }) : count(value));
  const of = isMoney(metric) ? short : counted;
  return {
    ranked: (row) =>
      metric === 'attainment' ? (row.attainment === null ? '–' : percent(row.attainment)) : of(row.value),
    plain: ({ value }) => of(value),
    of,
    full: isMoney(metric) ? money : counted,
  };
}
