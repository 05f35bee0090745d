// All that is known of the cell one is in, in words (rules QT1, QT3, QT7, QT12, FC1).
import { isMoney } from '../../../../shared/metric.ts';
import type { GridCell } from '../../../../shared/schemas/quotas.ts';
import { useFormats } from '../../../kit/ui/formats.ts';
import { useText } from '../../../kit/ui/locale.ts';
import { quotaText } from '../texts.ts';
import type { SheetModel } from './model.ts';
import type { Place } from './selection.ts';

export function CellFacts({ model, place }: { model: SheetModel; place: Place }) {
  const t = useText(quotaText);
  const { money, count, percent } = useFormats();
  const line = model.lines[place.row];
  const period = model.periods[place.column];
  const cell = model.cell(place);
  if (!line || !period || !cell) return null;
  const isGroup = line.row.type !== 'rep';
  const figure = (amount: number | null) => amount !== null && (isMoney(model.metric) ? money(amount) : count(amount));
  const ratio = (one: number | null) => one !== null && percent(one);
  const facts = [
    [t('factQuota'), figure(cell.quota)],
    [t('factSource'), sourceOf(cell)],
    [t('factSum'), isGroup && figure(cell.sum)],
    [t('factValue'), period.state !== 'coming' && figure(cell.value)],
    [t('factAttainment'), period.state !== 'coming' && ratio(cell.attainment)],
    [t('factPace'), period.state === 'running' && figure(cell.pace)],
    [t('factProjection'), period.state === 'running' && figure(cell.projection)],
    [t('factForecast'), figure(cell.forecast)],
    [t('factAccuracy'), period.state !== 'coming' && ratio(cell.accuracy)],
  ] as const;
  return (
    <section class="cell-facts" aria-live="polite">
      <h3>{t('cell', { name: line.row.name, period: period.name })}</h3>
      <dl>
        {facts.map(
          ([name, fact]) =>
            fact !== false && (
              <div key={name}>
                <dt>{name}</dt>
                <dd>{fact}</dd>
              </div>
            ),
        )}
      </dl>
    </section>
  );

  function sourceOf({ source, rampBp, whole }: GridCell): string {
    const own = t(isGroup ? 'sourceOwnGroup' : 'sourceOwn');
    const words = source === null ? t('sourceNone') : { own, default: t('sourceDefault'), sum: t('sourceSum') }[source];
    if (rampBp === null) return words;
    return t('sourceRamp', { source: words, percent: percent(rampBp / 10_000), whole: figure(whole) || '' });
  }
}
