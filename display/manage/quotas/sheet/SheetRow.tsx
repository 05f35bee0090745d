// One line of the sheet. It is drawn again only when something of it has changed: a sheet may have a thousand.
import { Component } from 'preact';
import { isMoney } from '../../../../shared/metric.ts';
import type { GridCell } from '../../../../shared/schemas/quotas.ts';
import type { Formats } from '../../../kit/ui/formats.ts';
import type { quotaText } from '../texts.ts';
import { cellNote, type CellWords, type Mark } from './cell-words.ts';
import type { Line } from './lines.ts';
import type { SheetModel } from './model.ts';
import { at, type Place } from './selection.ts';
import type { Sheet } from './use-sheet.ts';

type QuotaWords = ReturnType<typeof quotaText>;

interface SheetRowProps {
  model: SheetModel;
  line: Line;
  row: number;
  /** Its deeds stay the same; its state is in the marks. */
  sheet: Sheet;
  marks: readonly Mark[];
  t: QuotaWords;
  formats: Formats;
  /** Says all of the marks: the same means nothing to draw. */
  signature: string;
}

export class SheetRow extends Component<SheetRowProps> {
  override shouldComponentUpdate(next: SheetRowProps): boolean {
    const { model, signature, t, row } = this.props;
    return next.model !== model || next.signature !== signature || next.t !== t || next.row !== row;
  }

  override render() {
    const { model, line, row, sheet, marks, t, formats } = this.props;
    const brief = isMoney(model.metric) ? formats.short : formats.count;
    const words: CellWords = { t, formats, figure: (amount) => model.figure(amount), brief };
    return (
      <tr class={line.row.type === 'rep' ? '' : 'sheet-group'} aria-rowindex={row + 2}>
        <th scope="row" style={{ '--depth': String(line.depth) }}>
          <span class="clamped">{line.row.name}</span>
        </th>
        {line.row.cells.map((cell, column) => {
          const mark = marks[column];
          return (
            mark && (
              <SheetCell
                key={model.periods[column]?.id}
                place={{ row, column }}
                name={t('cell', { name: line.row.name, period: model.periods[column]?.name ?? '' })}
                {...{ model, cell, mark, sheet, words }}
              />
            )
          );
        })}
      </tr>
    );
  }
}

interface SheetCellProps {
  model: SheetModel;
  place: Place;
  name: string;
  cell: GridCell;
  mark: Mark;
  sheet: Sheet;
  words: CellWords;
}

function SheetCell({ model, place, name, cell, mark, sheet, words }: SheetCellProps) {
  const isOpen = model.isOpen(place);
  const type = model.lines[place.row]?.row.type ?? 'rep';
  const { shown, isOwn, note, side } = cellNote({ type, layer: model.layer, cell, mark, words });
  const classes = [
    'sheet-cell',
    isOpen ? '' : 'sheet-fixed',
    mark.isMarked ? 'is-marked' : '',
    mark.isChanged ? 'is-changed' : '',
    mark.wrong === null ? '' : 'is-wrong',
  ];
  return (
    <td
      class={classes.filter(Boolean).join(' ')}
      role="gridcell"
      data-place={`${place.row},${place.column}`}
      tabIndex={mark.isFocus ? 0 : -1}
      aria-selected={mark.isMarked}
      aria-readonly={!isOpen}
      aria-invalid={mark.wrong !== null}
      onMouseDown={(event) => {
        if (mark.typed !== null) return;
        event.currentTarget.focus();
        if (event.shiftKey) sheet.extendTo(place);
        else if (mark.isFocus && event.detail > 1) sheet.edit(place);
        else sheet.select(at(place));
        event.preventDefault();
      }}
      onMouseEnter={(event) => {
        if (event.buttons === 1 && mark.typed === null) sheet.extendTo(place);
      }}
      onTouchEnd={(event) => {
        if (!mark.isFocus || mark.typed !== null) return;
        event.preventDefault();
        sheet.edit(place);
      }}
    >
      <span class="unseen">{name}: </span>
      {mark.typed === null ? (
        <>
          <span class={`sheet-amount figure${isOwn ? '' : ' sheet-derived'}`}>{shown}</span>{' '}
          <span class="sheet-notes">
            <span>{note}</span> <span>{side}</span>
          </span>
        </>
      ) : (
        <CellInput name={name} text={mark.typed} sheet={sheet} />
      )}
    </td>
  );
}

function CellInput({ name, text, sheet }: { name: string; text: string; sheet: Sheet }) {
  return (
    <input
      class="sheet-input figure"
      ref={takeFocus}
      inputMode="decimal"
      autocomplete="off"
      aria-label={name}
      value={text}
      onInput={(event) => sheet.type(event.currentTarget.value)}
      onBlur={() => sheet.commit()}
    />
  );
}

/** The cursor behind what is there already. */
function takeFocus(input: HTMLInputElement | null): void {
  if (!input || document.activeElement === input) return;
  input.focus();
  input.setSelectionRange(input.value.length, input.value.length);
}
