// The periods, newest first: how each stands, or what it came to as announced.
import type { Row } from '../../../shared/board-view.ts';
import type { PeriodResults, PeriodsView, PeriodView } from '../../../shared/schemas/boards.ts';
import { useFormats } from '../../kit/ui/formats.ts';
import { useText } from '../../kit/ui/locale.ts';
import { removePeriod } from '../calls.ts';
import { ConfirmButton } from '../ConfirmButton.tsx';
import { useMay } from '../may.ts';
import { routeTo } from '../routes.ts';
import { useBoundaries } from './boundaries.ts';
import { comingText } from './coming-texts.ts';
import { periodText } from './texts.ts';

type Result = PeriodResults['items'][number];

interface PeriodTableProps {
  view: PeriodsView;
  results: readonly Result[];
  /** The running period's sum, as it stands. */
  running: Row | null;
  onDone: (words: string) => Promise<void>;
}

export function PeriodTable({ view, results, running, onDone }: PeriodTableProps) {
  const t = useText(periodText);
  const newestFirst = [...view.items].sort((a, b) => b.startsAt - a.startsAt);
  const resultOf = new Map(results.map((result) => [result.periodId, result]));
  return (
    <section class="panel">
      <div class="scroll">
        <table class="table">
          <thead>
            <tr>
              <th>{t('title')}</th>
              <th class="number">{t('total')}</th>
              <th class="number wide-only">{t('ofQuota')}</th>
              <th class="wide-only">{t('winner')}</th>
              <th>{t('state')}</th>
            </tr>
          </thead>
          <tbody>
            {newestFirst.map((period) => (
              <PeriodLine
                key={period.id}
                period={period}
                state={period.id === view.runningId ? 'running' : period.closedAt === null ? 'coming' : 'closed'}
                isOpenEnded={period.id === view.runningId && view.isOpenEnded}
                sum={period.id === view.runningId ? running : (resultOf.get(period.id) ?? null)}
                result={resultOf.get(period.id) ?? null}
                onDone={onDone}
              />
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}

interface PeriodLineProps {
  period: PeriodView;
  state: 'running' | 'coming' | 'closed';
  /** It goes on until the next one is planned. */
  isOpenEnded: boolean;
  sum: Pick<Result, 'value' | 'attainment'> | null;
  result: Result | null;
  onDone: (words: string) => Promise<void>;
}

function PeriodLine({ period, state, isOpenEnded, sum, result, onDone }: PeriodLineProps) {
  const t = useText(periodText);
  const coming = useText(comingText);
  const { short, percent } = useFormats();
  const { start, end } = useBoundaries();
  return (
    <tr>
      <th scope="row">
        {period.name}
        <small class="quiet period-range">
          {start(period.startsAt)} – {isOpenEnded ? coming('noEnd') : end(period.endsAt)}
        </small>
      </th>
      <td class="number figure">{sum ? short(sum.value) : ''}</td>
      <td class="number figure wide-only">{sum && sum.attainment !== null ? percent(sum.attainment) : ''}</td>
      <td class="wide-only">
        {result?.first && (
          <>
            <span class="clamped">{result.first.name}</span>
            <small class="quiet">{short(result.first.value)}</small>
          </>
        )}
      </td>
      <td>
        <div class="period-state">
          <span class={`badge ${state === 'running' ? 'badge-good' : ''}`}>{t(state)}</span>
          {result?.isRestated === true && <span class="badge badge-gold">{t('restated')}</span>}
          {state === 'closed' && <a href={routeTo('periods', period.id)}>{t('final')}</a>}
          {state === 'coming' && <RemovePlan period={period} onDone={onDone} />}
        </div>
      </td>
    </tr>
  );
}

function RemovePlan({ period, onDone }: { period: PeriodView; onDone: (words: string) => Promise<void> }) {
  const t = useText(comingText);
  const may = useMay();
  const { id, name } = period;
  if (!may('period:write')) return null;
  return (
    <ConfirmButton
      size="small"
      label={t('removeNamed', { name })}
      action={t('remove')}
      title={t('removeTitle', { name })}
      text={t('removeText')}
      onDo={async () => {
        await removePeriod(id);
        await onDone(t('removeDone', { name }));
      }}
    />
  );
}
