// The sheet itself: a grid that is walked by keys, one cell of it in the page's order of focus.
import { useLayoutEffect, useRef } from 'preact/hooks';
import type { QuotaPreview } from '../../../../shared/schemas/quotas.ts';
import { useFormats } from '../../../kit/ui/formats.ts';
import { useText } from '../../../kit/ui/locale.ts';
import { quotaText } from '../texts.ts';
import type { SheetModel } from './model.ts';
import { SheetBlock } from './SheetBlock.tsx';
import { BLOCK_ROWS, useFar } from './use-far.ts';
import type { Sheet } from './use-sheet.ts';

interface SheetTableProps {
  model: SheetModel;
  sheet: Sheet;
  effects: QuotaPreview['effects'];
}

export function SheetTable({ model, sheet, effects }: SheetTableProps) {
  const t = useText(quotaText);
  const table = useRef<HTMLTableElement>(null);
  const far = useFar(table, model.size.rows);
  const blocks = Array.from({ length: Math.ceil(model.size.rows / BLOCK_ROWS) }, (_, block) => block);
  // The focus is never taken out of the page.
  const focused = Math.floor(sheet.selection.focus.row / BLOCK_ROWS);
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
        {blocks.map((block) => (
          <SheetBlock
            key={block}
            {...{ model, sheet, previewed, block }}
            height={block === focused ? null : (far.get(block) ?? null)}
          />
        ))}
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

/**
 * Keeps the focus on the cell one is in, while it is in the sheet at all; what is typed has it by itself. Where one is
 * led to from outside is shown.
 */
function useFocus(table: { current: HTMLTableElement | null }, { selection, typed }: Sheet): void {
  const { row, column } = selection.focus;
  const wasTyping = useRef(false);
  const wasAt = useRef(row);
  // At once: the next key may come before the next frame.
  useLayoutEffect(() => {
    // Where typing ends its field goes, and leaves the focus to nobody.
    const isLost = wasTyping.current && document.activeElement === document.body;
    wasTyping.current = typed !== null;
    if (typed !== null) return;
    const cell = table.current?.querySelector<HTMLElement>(`[data-place="${row},${column}"]`);
    if (isLost || table.current?.contains(document.activeElement) === true) cell?.focus();
    else if (wasAt.current !== row) cell?.scrollIntoView({ block: 'center', inline: 'nearest' });
    wasAt.current = row;
  }, [table, row, column, typed]);
}
