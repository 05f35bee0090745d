// Rank and value at each close, as announced (rule WS5).
import './rows.css';
import type { RepHistory } from '../../../shared/schemas/standing.ts';
import { useFormats } from '../../kit/ui/formats.ts';
import { useText } from '../../kit/ui/locale.ts';
import { QuotaBar } from '../../kit/ui/QuotaBar.tsx';
import { whereText } from './texts.ts';

interface HistoryProps {
  history: RepHistory;
  /** The period that is shown above. */
  currentId: string;
  hrefOf: (periodId: string) => string;
}

export function History({ history: { items }, currentId, hrefOf }: HistoryProps) {
  const t = useText(whereText);
  const { short, percent } = useFormats();
  return (
    <section class="where-panel">
      <h2>{t('history')}</h2>
      <p class="quiet small">{t(items.length === 0 ? 'historyEmpty' : 'historyHint')}</p>
      <ol class="past">
        {items.map((one) => (
          <li key={one.period.id}>
            <a href={hrefOf(one.period.id)} aria-current={one.period.id === currentId ? 'true' : undefined}>
              <span class="past-period">
                <b>{one.period.name}</b>
                <small>
                  {one.rank === null
                    ? t('unranked')
                    : t('rankOf', { rank: `${one.tied ? '=' : ''}${one.rank}`, count: one.ranked })}
                </small>
              </span>
              <span class="past-value">
                <strong class="figure">{short(one.value)}</strong>
                {one.attainment !== null && <small>{percent(one.attainment)}</small>}
              </span>
              {one.quota !== null && <QuotaBar value={one.value} quota={one.quota} pace={null} />}
            </a>
          </li>
        ))}
      </ol>
    </section>
  );
}
