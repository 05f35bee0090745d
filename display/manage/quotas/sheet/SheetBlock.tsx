// Some lines of the sheet that are drawn together, or stand for as much room while they are far from what is seen.
import { useFormats } from '../../../kit/ui/formats.ts';
import { useText } from '../../../kit/ui/locale.ts';
import { quotaText } from '../texts.ts';
import { textAt } from './deeds.ts';
import type { SheetModel } from './model.ts';
import { isIn, spanOf, type Place } from './selection.ts';
import type { Mark } from './cell-words.ts';
import { SheetRow } from './SheetRow.tsx';
import { BLOCK_ROWS } from './use-far.ts';
import type { Sheet } from './use-sheet.ts';

interface SheetBlockProps {
  model: SheetModel;
  sheet: Sheet;
  /** What would count once the draft is saved, by cell. */
  previewed: ReadonlyMap<string, number | null>;
  block: number;
  /** The room that it takes up undrawn, in pixels; null while it is near. */
  height: number | null;
}

export function SheetBlock({ model, sheet, previewed, block, height }: SheetBlockProps) {
  const t = useText(quotaText);
  const formats = useFormats();
  const first = block * BLOCK_ROWS;
  if (height !== null) {
    return (
      <tbody>
        <tr aria-hidden="true">
          <td class="sheet-far" colSpan={model.size.columns + 1} style={{ height: `${height}px` }} />
        </tr>
      </tbody>
    );
  }
  return (
    <tbody>
      {model.lines.slice(first, first + BLOCK_ROWS).map((line, place) => {
        const row = first + place;
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
  );
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
