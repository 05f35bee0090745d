// The best there has been (rule FA4).
import './sums.css';
import type { RepHistory } from '../../../shared/schemas/standing.ts';
import { useFormats } from '../../kit/ui/formats.ts';
import { useText } from '../../kit/ui/locale.ts';
import { whereText } from './texts.ts';

export function Records({ history: { records } }: { history: RepHistory }) {
  const t = useText(whereText);
  const { money, date } = useFormats();
  const { deal, day, period } = records;
  const lines = [
    deal && { label: t('bestDeal'), value: deal.value, about: `${deal.customer} · ${date(deal.at)}` },
    day && { label: t('bestDay'), value: day.value, about: date(day.at) },
    period && { label: t('bestPeriod'), value: period.value, about: period.name },
  ].filter((line) => line !== null);
  return (
    <section class="where-panel">
      <h2>{t('records')}</h2>
      {lines.length === 0 && <p class="quiet">{t('recordsEmpty')}</p>}
      <dl class="best">
        {lines.map(({ label, value, about }) => (
          <div key={label}>
            <dt>
              {label}
              <small>{about}</small>
            </dt>
            <dd class="figure">{money(value)}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
