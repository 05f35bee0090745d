// What is not saved yet, and what it would do today: save it, or let it go (rule QT11).
import { MAX_CELLS } from '../../../../shared/metric.ts';
import type { QuotaPreview } from '../../../../shared/schemas/quotas.ts';
import { Button } from '../../../kit/ui/Button.tsx';
import { useFormats } from '../../../kit/ui/formats.ts';
import { useText } from '../../../kit/ui/locale.ts';
import { quotaText } from '../texts.ts';
import type { Changes } from './draft.ts';

/** More lines than this nobody reads before saving. */
const MOST_LINES = 6;

interface PendingBarProps {
  changes: Changes;
  /** Null while it is not known, or is none of the layer's. */
  effects: QuotaPreview['effects'] | null;
  runningId: string | null;
  isBusy: boolean;
  /** Leads to the next cell that cannot be read. */
  onWrong: () => void;
  onSave: () => void;
  onDiscard: () => void;
}

export function PendingBar({ changes, effects, runningId, isBusy, onWrong, onSave, onDiscard }: PendingBarProps) {
  const t = useText(quotaText);
  const wrong = [...changes.values()].filter((change) => change.wrong !== null).length;
  const isTooMany = changes.size > MAX_CELLS;
  return (
    <section class="pending-bar" aria-label={t('pending', { count: changes.size })}>
      <div class="pending-head">
        <p role="status">
          <strong>{t('pending', { count: changes.size })}</strong>
          {wrong > 0 && (
            <button type="button" class="field-error pending-wrong" onClick={onWrong}>
              {t('wrongCells', { count: wrong })}. {t('wrongHelp')}
            </button>
          )}
          {isTooMany && <span class="field-error">{t('tooMany', { most: MAX_CELLS })}</span>}
        </p>
        <div class="pending-tools">
          <Button onClick={onDiscard} isDisabled={isBusy}>
            {t('discard')}
          </Button>
          <Button look="main" isBusy={isBusy} isDisabled={wrong > 0 || isTooMany} onClick={onSave}>
            {t('save', { count: changes.size })}
          </Button>
        </div>
      </div>
      {effects && <Effects effects={effects.filter(({ periodId }) => periodId === runningId)} />}
    </section>
  );
}

type Effect = QuotaPreview['effects'][number];

function Effects({ effects }: { effects: readonly Effect[] }) {
  const t = useText(quotaText);
  const { percent } = useFormats();
  const said = effects.filter(
    ({ before, after }) => before.attainment !== after.attainment || before.rank !== after.rank,
  );
  if (said.length === 0) return <p class="small quiet">{t('noEffects')}</p>;
  const shown = [...said].sort((a, b) => weightOf(b) - weightOf(a)).slice(0, MOST_LINES);
  const ratio = (one: number | null) => (one === null ? t('none') : percent(one));
  const rank = (one: number | null) => (one === null ? '–' : String(one));
  return (
    <div class="pending-effects">
      <p class="small quiet">{t('effects')}</p>
      <ul>
        {shown.map(({ type, id, name, metric, before, after }) => (
          <li key={`${type} ${id} ${metric}`}>
            <strong>{name}</strong>{' '}
            {before.attainment !== after.attainment && (
              <span class="figure">
                {t('attainmentMove', { before: ratio(before.attainment), after: ratio(after.attainment) })}
              </span>
            )}{' '}
            {before.rank !== after.rank && (
              <span>{t('rankMove', { before: rank(before.rank), after: rank(after.rank) })}</span>
            )}
          </li>
        ))}
        {said.length > shown.length && <li class="quiet">{t('moreEffects', { count: said.length - shown.length })}</li>}
      </ul>
    </div>
  );
}

/** Ranks that move come first, then groups. */
function weightOf({ type, before, after }: Effect): number {
  return (before.rank === after.rank ? 0 : 2) + (type === 'rep' ? 0 : 1);
}
