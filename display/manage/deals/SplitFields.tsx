// Who shares a deal, and how much of it, in per cent; a share is a hundredth of one at the least.
import type { DealView } from '../../../shared/schemas/deals.ts';
import { Button } from '../../kit/ui/Button.tsx';
import { CheckField, SelectField, TextField } from '../../kit/ui/Field.tsx';
import { useText } from '../../kit/ui/locale.ts';
import type { Submit } from '../../kit/ui/submit.ts';
import { ErrorText } from '../../kit/ui/Problem.tsx';
import { correctionText } from '../corrections/texts.ts';

export interface SplitLine {
  rep: string;
  /** Per cent, as it is typed. */
  share: string;
}

export interface SplitFieldsProps {
  /** Null where all of it is the rep's. */
  splits: readonly SplitLine[] | null;
  onSplits: (splits: readonly SplitLine[] | null) => void;
  rep: string;
  reps: readonly { id: string; name: string }[];
  submit: Submit;
}

const BP = 100;
const MOST = 20;

/** The deal's shares as the form has them; null where all is the rep's. */
export function splitsOf({ credits, repId }: Pick<DealView, 'credits' | 'repId'>): SplitLine[] | null {
  if (credits.length === 1 && credits[0]?.repId === repId) return null;
  return credits.map((credit) => ({ rep: credit.repId, share: String(credit.shareBp / BP) }));
}

/** Basis points as the API takes them. What is no number is 0, which the server refuses by its field. */
export function sharesOf(splits: readonly SplitLine[] | null): { rep: string; share: number }[] {
  return (splits ?? []).map(({ rep, share }) => ({
    rep,
    share: Math.round(Number(share.replace(',', '.')) * BP) || 0,
  }));
}

export function SplitFields({ splits, onSplits, rep, reps, submit }: SplitFieldsProps) {
  const t = useText(correctionText);
  const lines = splits ?? [];
  const sum = sharesOf(splits).reduce((whole, { share }) => whole + share, 0) / BP;
  const set = (place: number, change: Partial<SplitLine>) =>
    onSplits(lines.map((line, at) => (at === place ? { ...line, ...change } : line)));
  const next = reps.find(({ id }) => id !== rep && !lines.some((line) => line.rep === id));
  const fault = submit.fieldError('splits');
  const start = () => onSplits([{ rep, share: '50' }, ...(next ? [{ rep: next.id, share: '50' }] : [])]);
  return (
    <div class="splits">
      <CheckField label={t('split')} isOn={splits !== null} onChange={(isOn) => (isOn ? start() : onSplits(null))} />
      {lines.map((line, place) => {
        const name = reps.find(({ id }) => id === line.rep)?.name ?? '';
        return (
          <div class="split-line" key={place}>
            <SelectField
              label={t('splitWho', { place: place + 1 })}
              value={line.rep}
              choices={reps.map(({ id, name: label }) => ({ value: id, label }))}
              onValue={(id) => set(place, { rep: id })}
              error={submit.fieldError(`splits.${place}.rep`)}
            />
            <TextField
              label="%"
              value={line.share}
              onValue={(share) => set(place, { share })}
              error={submit.fieldError(`splits.${place}.share`)}
              input={{ inputMode: 'decimal', required: true, 'aria-label': t('splitShare', { name }) }}
            />
            <Button
              size="small"
              look="plain"
              label={t('splitRemove', { name })}
              onClick={() => onSplits(lines.filter((_, at) => at !== place))}
            >
              {t('splitDrop')}
            </Button>
          </div>
        );
      })}
      {splits !== null && (
        <p class={sum === 100 ? 'quiet small' : 'field-error'}>
          {t('splitSum', { sum })}
          {sum === 100 ? '' : `. ${t('splitHint')}`}{' '}
          {lines.length < MOST && next && (
            <Button size="small" onClick={() => onSplits([...lines, { rep: next.id, share: '' }])}>
              {t('splitAdd')}
            </Button>
          )}
        </p>
      )}
      {fault && (
        <p class="field-error" role="alert">
          <ErrorText error={fault} />
        </p>
      )}
    </div>
  );
}
