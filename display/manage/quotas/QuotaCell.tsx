// One cell of the grid: an amount that saves itself when it is left, and says so.
import { useUnits } from '../../kit/ui/formats.ts';
import { useText } from '../../kit/ui/locale.ts';
import { moveInGrid } from './grid-keys.ts';
import { quotaText } from './texts.ts';
import { useQuotaCell, type QuotaCellParts } from './use-quota-cell.ts';

interface QuotaCellProps extends QuotaCellParts {
  /** Whose quota, for screen readers. */
  name: string;
  placeholder?: string | undefined;
}

export function QuotaCell(props: QuotaCellProps) {
  const { name, metric, placeholder } = props;
  const t = useText(quotaText);
  const { currency } = useUnits();
  const { text, state, edit, revert, save } = useQuotaCell(props);
  const metricName = t(metric === 'revenue' ? 'revenue' : 'dealCount', { currency });
  return (
    <div class={`cell cell-${state.type}`}>
      <input
        class="cell-input figure"
        data-metric={metric}
        inputMode="decimal"
        autocomplete="off"
        aria-label={t('cell', { name, metric: metricName })}
        aria-invalid={state.type === 'wrong'}
        value={text}
        placeholder={placeholder ?? '–'}
        onFocus={(event) => event.currentTarget.select()}
        onInput={(event) => edit(event.currentTarget.value)}
        onBlur={() => void save()}
        onKeyDown={(event) => (event.key === 'Escape' ? revert() : moveInGrid(event))}
      />
      <span class="cell-state" role="status">
        {state.type === 'saving' && <span class="spinner" aria-label={t('saving')} />}
        {state.type === 'saved' && (
          <span class="cell-tick">
            ✓<span class="unseen"> {t('saved')}</span>
          </span>
        )}
      </span>
      {state.type === 'wrong' && (
        <p class="field-error" role="alert">
          {state.words}
        </p>
      )}
    </div>
  );
}
