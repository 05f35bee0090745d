// Saving a draft as one block: previewed while it is made, stored, taken back, or decided cell by cell where somebody
// else was faster (rules QT8, QT10, QT11).
import { useEffect, useRef, useState } from 'preact/hooks';
import type { QuotaBody, QuotaPreview } from '../../../../shared/schemas/quotas.ts';
import { useSubmit, type Submit } from '../../../kit/ui/submit.ts';
import { previewQuotas, putForecasts, putQuotas } from '../calls.ts';
import { conflictsIn, faultyCells, type Conflict, type Faulty } from './conflicts.ts';
import { decided, EMPTY_DRAFT } from './draft.ts';
import { asForecasts, type SheetModel } from './model.ts';
import type { Sheet } from './use-sheet.ts';

/** Nobody asks while somebody types. */
const PREVIEW_AFTER_MS = 400;

export interface Saving {
  submit: Submit;
  /** Null while it is not known. */
  effects: QuotaPreview['effects'] | null;
  conflicts: readonly Conflict[];
  /** The cells that the server did not take. */
  faults: readonly Faulty[];
  /** What the last save can be taken back by. */
  inverse: readonly QuotaBody[];
  saved: number | null;
  save: () => void;
  undoSaved: () => void;
  decide: (conflicts: readonly Conflict[], isMine: boolean) => void;
  dropConflicts: () => void;
}

export function useSaving(model: SheetModel, sheet: Sheet, onSaved: () => Promise<void>): Saving {
  const submit = useSubmit();
  const effects = usePreview(model, sheet);
  const [conflicts, setConflicts] = useState<readonly Conflict[]>([]);
  const [faults, setFaults] = useState<readonly Faulty[]>([]);
  const [inverse, setInverse] = useState<readonly QuotaBody[]>([]);
  const [saved, setSaved] = useState<number | null>(null);
  const { draft, setDraft } = sheet;

  const store = async (cells: readonly QuotaBody[]) => {
    setSaved(null);
    setFaults([]);
    await submit.run(async () => {
      try {
        const { changed } =
          model.layer === 'quota'
            ? await putQuotas({ cells: [...cells] })
            : await putForecasts({ cells: asForecasts(cells) });
        setInverse(cells.map(inverted));
        setSaved(changed);
        setDraft(EMPTY_DRAFT);
      } catch (error) {
        const found = conflictsIn(error, cells);
        setConflicts(found);
        if (found.length > 0) return;
        const wrong = faultyCells(error, cells);
        setFaults(wrong);
        const place = model.placeOf(wrong[0]?.key ?? '');
        if (place) sheet.select({ anchor: place, focus: place });
        throw error;
      }
      await onSaved();
    });
  };
  return {
    submit,
    effects,
    conflicts,
    faults,
    inverse,
    saved,
    save: () => void store(model.cells(draft.changes)),
    undoSaved: () => void store(inverse),
    decide(chosen, isMine) {
      let next = draft;
      for (const { key, current } of chosen) next = decided(next, key, current, isMine);
      setDraft(next);
      const left = conflicts.filter((one) => !chosen.includes(one));
      setConflicts(left);
      if (left.length === 0) void onSaved();
    },
    dropConflicts: () => setConflicts([]),
  };
}

function inverted(cell: QuotaBody): QuotaBody {
  return { ...cell, amount: cell.expected ?? null, expected: cell.amount };
}

/** What the draft would do, asked for once nobody has typed for a moment; of what is wrong nothing is asked. */
function usePreview(model: SheetModel, sheet: Sheet): QuotaPreview['effects'] | null {
  const [effects, setEffects] = useState<QuotaPreview['effects'] | null>(null);
  const turn = useRef(0);
  const { changes } = sheet.draft;
  useEffect(() => {
    turn.current += 1;
    const mine = turn.current;
    setEffects(null);
    const cells = model.layer === 'quota' ? model.cells(changes) : [];
    if (cells.length === 0) return;
    const ask = async (asked: QuotaBody[]) => {
      try {
        const preview = await previewQuotas({ cells: asked });
        if (mine === turn.current) setEffects(preview.effects);
      } catch {
        // What is wrong with it is said when it is saved.
      }
    };
    const timer = setTimeout(() => {
      const asked = cells.map(({ expected: _, ...cell }) => cell);
      void ask(asked);
    }, PREVIEW_AFTER_MS);
    return () => clearTimeout(timer);
  }, [model, changes]);
  return effects;
}
