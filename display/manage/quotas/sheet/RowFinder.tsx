// Goes to a line of a long sheet by part of its name.
import { useState } from 'preact/hooks';
import { useText } from '../../../kit/ui/locale.ts';
import { quotaText } from '../texts.ts';
import { nextNamed } from './lines.ts';
import type { SheetModel } from './model.ts';
import { at } from './selection.ts';
import type { Sheet } from './use-sheet.ts';

export function RowFinder({ model, sheet }: { model: SheetModel; sheet: Sheet }) {
  const t = useText(quotaText);
  const [text, setText] = useState('');
  const [isMissing, setMissing] = useState(false);
  const { row, column } = sheet.selection.focus;
  const goTo = (query: string, from: number) => {
    const found = nextNamed(model.lines, query, from);
    setMissing(query.trim() !== '' && found === null);
    if (found !== null) sheet.select(at({ row: found, column }));
  };
  return (
    <>
      <input
        class="input row-finder"
        type="search"
        value={text}
        placeholder={t('findRow')}
        aria-label={t('findRow')}
        onInput={({ currentTarget: { value } }) => {
          setText(value);
          goTo(value, row);
        }}
        onKeyDown={(event) => {
          if (event.key === 'Enter') goTo(text, row + 1);
        }}
      />
      <span class="small quiet" role="status">
        {isMissing && t('noRow')}
      </span>
    </>
  );
}
