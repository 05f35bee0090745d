// The sheet itself: a grid that is walked by keys, one cell of it in the page's order of focus.
import { useLayoutEffect, useRef } from 'preact/hooks';
import type { QuotaPreview } from '../../../../shared/schemas/quotas.ts';
import { useFormats } from '../../../kit/ui/formats.ts';
import { useText } from '../../../kit/ui/locale.ts';
import { quotaText } from '../texts.ts';
import { textAt } from './deeds.ts';
import type { SheetModel } from './model.ts';
import { isIn, spanOf, type Place } from './selection.ts';
import { SheetRow, type Mark } from './SheetRow.tsx';
import type { Sheet } from './use-sheet.ts';

interface SheetTableProps {
  model: SheetModel;
  sheet: Sheet;
  effects: QuotaPreview['effects'];
}

export function SheetTable({ model, sheet, effects }: SheetTableProps) {
  const t = useText(quotaText);
  const formats = useFormats();
  const table = useRef<HTMLTableElement>(null);
  useFocus(table, sheet);
  const previewed = new Map(effects.map(({ type, id, periodId, after }) => [`${type} ${id} ${periodId}`, after.quota]));
  return (
    <div class="sheet-frame">
      <table
        ref={table}
        class="sheet"
        role="grid"
        aria-label={t('sheet')}
        aria-describedby="sheet-help"
        aria-rowcount={model.size.rows + 1}
        aria-multiselectable="true"
        onKeyDown={sheet.onKey}
        onCopy={sheet.onCopy}
        onCut={sheet.onCut}
        onPaste={sheet.onPaste}
      >
        <SheetHead model={model} sheet={sheet} />
        <tbody>
          {model.lines.map((line, row) => {
            const marks = model.periods.map((_, column) => markOf(model, sheet, previewed, { row, column }));
            return (
              <SheetRow
                key={`${line.row.type} ${line.row.id}`}
                {...{ model, line, row, sheet, marks, t, formats }}
                signature={JSON.stringify(marks)}
              />
            );
          })}
        </tbody>
      </table>
    </div>
  );
}

function SheetHead({ model, sheet }: Pick<SheetTableProps, 'model' | 'sheet'>) {
  const t = useText(quotaText);
  const { date } = useFormats();
  const column = (place: number) =>
    sheet.select({ anchor: { row: model.size.rows - 1, column: place }, focus: { row: 0, column: place } });
  return (
    <thead>
      <tr>
        <th scope="col">{t('who')}</th>
        {model.periods.map((period, place) => (
          <th key={period.id} scope="col" class={`sheet-${period.state}`} onClick={() => column(place)}>
            <span class="sheet-period">{period.name}</span>
            <span class="sheet-state">
              {t(period.state)} · {date(period.startsAt)}
            </span>
          </th>
        ))}
      </tr>
    </thead>
  );
}

/** Keeps the focus on the cell one is in, while it is in the sheet at all; what is typed has it by itself. */
function useFocus(table: { current: HTMLTableElement | null }, { selection, typed }: Sheet): void {
  const { row, column } = selection.focus;
  const wasTyping = useRef(false);
  // At once: the next key may come before the next frame.
  useLayoutEffect(() => {
    // Where typing ends its field goes, and leaves the focus to nobody.
    const isLost = wasTyping.current && document.activeElement === document.body;
    wasTyping.current = typed !== null;
    if (typed !== null || !(isLost || table.current?.contains(document.activeElement) === true)) return;
    table.current?.querySelector<HTMLElement>(`[data-place="${row},${column}"]`)?.focus();
  }, [table, row, column, typed]);
}

function markOf(model: SheetModel, sheet: Sheet, previewed: ReadonlyMap<string, number | null>, place: Place): Mark {
  const { selection, draft, typed } = sheet;
  const isFocus = place.row === selection.focus.row && place.column === selection.focus.column;
  const key = model.keyOf(place);
  const change = draft.changes.get(key);
  return {
    isFocus,
    isMarked: isIn(spanOf(selection), place),
    typed: isFocus ? typed : null,
    text: textAt(model, sheet, place),
    isChanged: change !== undefined,
    wrong: change?.wrong ?? null,
    previewed: previewed.get(key),
  };
}
