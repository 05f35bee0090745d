// What becomes of every row of a file: counts to filter by, then the rows.
import { useState } from 'preact/hooks';
import type { FATES, RowFate } from '../../../shared/schemas/imports.ts';
import { useFormats } from '../../kit/ui/formats.ts';
import { useLocale, useText } from '../../kit/ui/locale.ts';
import { faultText } from '../../kit/ui/problem-texts.ts';
import { importText } from './texts.ts';

/** A table longer than this helps nobody; the counts tell the rest. */
const SHOWN_ROWS = 500;

type Fate = RowFate['fate'];
type Row = Omit<RowFate, 'dealId'>;

export function FateTable({ rows }: { rows: readonly Row[] }) {
  const t = useText(importText);
  const { count } = useFormats();
  const refused = rows.filter((row) => row.fate === 'refused').length;
  const [fate, setFate] = useState<Fate | null>(refused > 0 ? 'refused' : null);
  const chosen = fate === null ? rows : rows.filter((row) => row.fate === fate);
  return (
    <div class="fates">
      <div class="tabs" role="group" aria-label={t('fate')}>
        <FateTab label={t('all')} count={rows.length} isOn={fate === null} onPick={() => setFate(null)} />
        {ALL_FATES.map((one) => (
          <FateTab
            key={one}
            label={t(one)}
            count={rows.filter((row) => row.fate === one).length}
            isOn={fate === one}
            onPick={() => setFate(one)}
          />
        ))}
      </div>
      <div class="scroll scroll-tall">
        <table class="table">
          <thead>
            <tr>
              <th class="number">{t('row')}</th>
              <th>{t('fate')}</th>
              <th>{t('field')}</th>
              <th>{t('why')}</th>
            </tr>
          </thead>
          <tbody>
            {chosen.slice(0, SHOWN_ROWS).map((row) => (
              <FateRow key={row.row} row={row} />
            ))}
          </tbody>
        </table>
      </div>
      {chosen.length > SHOWN_ROWS && (
        <p class="quiet small">{t('moreRows', { count: count(chosen.length - SHOWN_ROWS) })}</p>
      )}
    </div>
  );
}

const ALL_FATES = ['new', 'known', 'not-won', 'refused'] as const satisfies typeof FATES;

const LABELLED = [
  'name',
  'email',
  'team',
  'rep',
  'amount',
  'customer',
  'closedAt',
  'openedAt',
  'product',
  'kind',
  'currency',
] as const;

function isLabelled(field: string): field is (typeof LABELLED)[number] {
  return LABELLED.some((one) => one === field);
}

function FateTab(props: { label: string; count: number; isOn: boolean; onPick: () => void }) {
  const { count } = useFormats();
  return (
    <button type="button" class="tab" aria-pressed={props.isOn} onClick={props.onPick}>
      {props.label} <b class="figure">{count(props.count)}</b>
    </button>
  );
}

function FateRow({ row }: { row: Row }) {
  const t = useText(importText);
  const locale = useLocale();
  return (
    <tr>
      <td class="number figure">{row.row}</td>
      <td>
        <span class={`badge fate-${row.fate}`}>{t(row.fate)}</span>
      </td>
      <td>{row.field !== null && isLabelled(row.field) ? t(row.field) : row.field}</td>
      <td title={row.message ?? undefined}>
        {row.code === null ? '' : faultText(locale, { code: row.code, ...(row.values && { values: row.values }) })}
      </td>
    </tr>
  );
}
