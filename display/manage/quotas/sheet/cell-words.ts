// What stands in a cell: the amount, where it comes from, and what was reached of it (rules QT1, QT7, FC1).
import type { SubjectType } from '../../../../shared/deal.ts';
import type { GridCell } from '../../../../shared/schemas/quotas.ts';
import type { Formats } from '../../../kit/ui/formats.ts';
import type { quotaText } from '../texts.ts';
import type { Layer } from './model.ts';

export interface CellWords {
  t: ReturnType<typeof quotaText>;
  formats: Formats;
  /** Every digit, as it is typed. */
  figure: (amount: number) => string;
  /** At a glance. */
  brief: (amount: number) => string;
}

/** How a cell stands in the sheet. */
export interface Mark {
  isFocus: boolean;
  isMarked: boolean;
  typed: string | null;
  text: string;
  isChanged: boolean;
  wrong: string | null;
  /** What would count once the draft is saved. */
  previewed: number | null | undefined;
}

interface Asked {
  type: SubjectType;
  layer: Layer;
  cell: GridCell;
  mark: Mark;
  words: CellWords;
}

export interface CellText {
  shown: string;
  /** Whether it was set for the subject itself. */
  isOwn: boolean;
  note: string;
  side: string;
}

const NOTHING = '–';

export function cellNote(asked: Asked): CellText {
  return asked.layer === 'quota' ? quotaNote(asked) : forecastNote(asked);
}

function quotaNote(asked: Asked): CellText {
  const { cell, mark, words } = asked;
  const isOwn = mark.text !== '';
  const derived = cell.quota === null || (mark.isChanged && !isOwn) ? NOTHING : words.figure(cell.quota);
  return {
    shown: isOwn ? mark.text : derived,
    isOwn,
    note: pendingNote(asked) ?? sourceNote(asked),
    side: cell.attainment === null || cell.value === 0 ? '' : words.formats.percent(cell.attainment),
  };
}

/** What the draft makes of it; null where nothing of that is known. */
function pendingNote({ cell, mark, words: { t, figure, brief } }: Asked): string | null {
  const { wrong, isChanged, previewed, text } = mark;
  if (wrong !== null) return t('unreadable', { text: wrong });
  const isTold = previewed !== undefined && !(isChanged && previewed !== null && figure(previewed) === text);
  if (isTold) return t('previewed', { amount: previewed === null ? NOTHING : brief(previewed) });
  return isChanged ? t('before', { amount: cell.own === null ? NOTHING : brief(cell.own) }) : null;
}

function sourceNote({ type, cell, words: { t, formats, brief } }: Asked): string {
  const { source, sum, rampBp, whole, own } = cell;
  if (own === 0) return t('noneOnPurpose');
  if (rampBp !== null) {
    const percent = formats.percent(rampBp / 10_000);
    // What was set stands above: of the default only what is left of it does.
    if (source === 'own') return t('rampOwn', { percent, amount: brief(cell.quota ?? 0) });
    return t('ramp', { percent, whole: brief(whole ?? 0) });
  }
  if (source === 'default') return t('default');
  if (source === 'sum') return t('sumGroup');
  return source === 'own' && type !== 'rep' ? t('ownGroup', { sum: brief(sum ?? 0) }) : '';
}

function forecastNote({ cell, mark, words }: Asked): CellText {
  const { t, formats, figure, brief } = words;
  const isOwn = mark.text !== '';
  const { forecast, value, accuracy, attainment } = cell;
  const actual = value === 0 ? '' : t('actual', { amount: brief(value) });
  const ratios = [
    accuracy === null ? '' : formats.percent(accuracy),
    attainment === null ? '' : t('ofQuota', { percent: formats.percent(attainment) }),
  ];
  return {
    shown: isOwn ? mark.text : forecast === null || mark.isChanged ? NOTHING : figure(forecast),
    isOwn,
    note: mark.wrong === null ? actual : t('unreadable', { text: mark.wrong }),
    side: value === 0 ? '' : ratios.filter(Boolean).join(' · '),
  };
}
