// The sheet with its tools above, what is known of a cell and what is not saved yet below.
import { useMemo } from 'preact/hooks';
import type { QuotaGrid } from '../../../../shared/schemas/quotas.ts';
import { Button } from '../../../kit/ui/Button.tsx';
import { useUnits } from '../../../kit/ui/formats.ts';
import { useLocale, useText } from '../../../kit/ui/locale.ts';
import { ProblemNote } from '../../../kit/ui/Problem.tsx';
import { LeaveGuard } from '../../LeaveGuard.tsx';
import { quotaText } from '../texts.ts';
import { CellFacts } from './CellFacts.tsx';
import { CellConflicts } from './CellConflicts.tsx';
import { EMPTY_DRAFT, type Changes } from './draft.ts';
import { Faults } from './Faults.tsx';
import { linesOf } from './lines.ts';
import { SheetModel, type Layer } from './model.ts';
import { PendingBar } from './PendingBar.tsx';
import { RowFinder } from './RowFinder.tsx';
import { nextOf, type Place, type Selection } from './selection.ts';
import { SheetTable } from './SheetTable.tsx';
import { useSaving, type Saving } from './use-saving.ts';
import { useSheet, type Sheet } from './use-sheet.ts';

/** So many lines are looked over at a glance. */
const SHORT_SHEET = 25;

interface SheetViewProps {
  grid: QuotaGrid;
  layer: Layer;
  /** The teams that one is limited to; null is the whole office. */
  teamIds: readonly string[] | null;
  onSaved: () => Promise<void>;
  /** Whether something waits to be saved: until then the sheet stays as it is. */
  onPending: (isPending: boolean) => void;
}

export function SheetView({ grid, layer, teamIds, onSaved, onPending }: SheetViewProps) {
  const t = useText(quotaText);
  const locale = useLocale();
  const { exponent } = useUnits();
  const model = useMemo(
    () => new SheetModel(grid, linesOf(grid.rows, teamIds, locale), layer, { locale, exponent }),
    [grid, layer, teamIds, locale, exponent],
  );
  const sheet = useSheet(model, onPending);
  const saving = useSaving(model, sheet, onSaved);
  const { changes } = sheet.draft;
  return (
    <>
      <SheetTools model={model} sheet={sheet} saving={saving} />
      <SheetTable model={model} sheet={sheet} effects={saving.effects ?? []} />
      <p class="small quiet sheet-help" id="sheet-help">
        {t('help')}
      </p>
      <NoteLine note={sheet.note} />
      <CellFacts model={model} place={sheet.selection.focus} />
      {saving.faults.length > 0 ? (
        <Faults model={model} faults={saving.faults} />
      ) : (
        <ProblemNote error={saving.submit.error} />
      )}
      {changes.size > 0 && <LeaveGuard onLeave={() => sheet.setDraft(EMPTY_DRAFT)} />}
      {changes.size > 0 && (
        <PendingBar
          changes={changes}
          effects={saving.effects}
          runningId={grid.periods.find(({ state }) => state === 'running')?.id ?? null}
          isBusy={saving.submit.isBusy}
          onWrong={() => enter(sheet, nextOf(wrongPlaces(model, changes), sheet.selection))}
          onSave={saving.save}
          onDiscard={() => sheet.setDraft(EMPTY_DRAFT)}
        />
      )}
      {saving.conflicts.length > 0 && (
        <CellConflicts
          model={model}
          conflicts={saving.conflicts}
          mine={(key) => changes.get(key)?.amount ?? null}
          onDecide={saving.decide}
          onClose={saving.dropConflicts}
        />
      )}
    </>
  );
}

function SheetTools({ model, sheet, saving }: { model: SheetModel; sheet: Sheet; saving: Saving }) {
  const t = useText(quotaText);
  const isPending = sheet.draft.changes.size > 0;
  return (
    <div class="sheet-tools" role="toolbar" aria-label={t('sheet')}>
      <Button size="small" isDisabled={sheet.draft.past.length === 0} onClick={sheet.undo}>
        {t('undo')}
      </Button>
      <Button size="small" onClick={sheet.fillRight}>
        {t('fillRight')}
      </Button>
      <Button size="small" onClick={sheet.fillDown}>
        {t('fillDown')}
      </Button>
      <Button size="small" isDisabled={model.size.columns < 2} onClick={sheet.copyForward}>
        {t('copyForward')}
      </Button>
      {model.size.rows > SHORT_SHEET && <RowFinder model={model} sheet={sheet} />}
      <span class="sheet-said" role="status">
        {saving.saved !== null && !isPending && t('saved', { count: saving.saved })}
      </span>
      {saving.saved !== null && !isPending && saving.inverse.length > 0 && (
        <Button size="small" look="plain" isBusy={saving.submit.isBusy} onClick={saving.undoSaved}>
          {t('undoSaved')}
        </Button>
      )}
    </div>
  );
}

/** Goes to a cell, so that one can type there at once. */
function enter(sheet: Sheet, selection: Selection): void {
  sheet.select(selection);
  requestAnimationFrame(() => document.querySelector<HTMLElement>('.sheet-cell[tabindex="0"]')?.focus());
}

function wrongPlaces(model: SheetModel, changes: Changes): Place[] {
  return [...changes].flatMap(([key, { wrong }]) => (wrong === null ? [] : (model.placeOf(key) ?? [])));
}

/** What the last deed could not do. */
function NoteLine({ note }: Pick<Sheet, 'note'>) {
  const t = useText(quotaText);
  return (
    <p class="small sheet-note" role="status">
      {note && note.unnamed > 0 && t('unnamed', { count: note.unnamed })}{' '}
      {note && note.lost > 0 && t('lost', { count: note.lost })}{' '}
      {note && note.readOnly > 0 && t('readOnly', { count: note.readOnly })}
    </p>
  );
}
