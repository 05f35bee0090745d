// Two periods side by side, per rep. Rule LA5.
import { useState } from 'preact/hooks';
import type { PeriodsView } from '../../../shared/schemas/boards.ts';
import type { Comparison } from '../../../shared/schemas/late.ts';
import { SelectField } from '../../kit/ui/Field.tsx';
import { useFormats } from '../../kit/ui/formats.ts';
import { useLoad } from '../../kit/ui/load.ts';
import { useText } from '../../kit/ui/locale.ts';
import { comparePeriods, readPeriods } from '../calls.ts';
import { routeTo } from '../routes.ts';
import { SectionHead } from '../SectionHead.tsx';
import { Empty, Shown } from '../Shown.tsx';
import { deskText } from '../texts.ts';
import { periodText } from './texts.ts';
import { versionText } from './version-texts.ts';

type Line = Comparison['total']['a'];

export function CompareView() {
  const t = useText(versionText);
  const periods = useLoad(readPeriods, []);
  return (
    <>
      <p class="no-print">
        <a href={routeTo('periods')}>← {useText(periodText)('back')}</a>
      </p>
      <SectionHead title={t('compare')} lead={t('compareLead')} />
      <Shown loaded={periods}>{(view) => <Chooser view={view} />}</Shown>
    </>
  );
}

/** Those that have begun; at first the running one beside the one before it. */
function Chooser({ view }: { view: PeriodsView }) {
  const t = useText(versionText);
  const begun = view.items.filter(({ id, closedAt }) => closedAt !== null || id === view.runningId).reverse();
  const [a, setA] = useState(begun[1]?.id ?? '');
  const [b, setB] = useState(begun[0]?.id ?? '');
  const choices = begun.map(({ id, name }) => ({ value: id, label: name }));
  if (begun.length < 2) return <Empty title={t('emptyTitle')} text={t('emptyText')} />;
  return (
    <>
      <div class="form-grid no-print">
        <SelectField label={t('periodA')} value={a} choices={choices} onValue={setA} />
        <SelectField label={t('periodB')} value={b} choices={choices} onValue={setB} />
      </div>
      <Compared key={`${a} ${b}`} a={a} b={b} />
    </>
  );
}

function Compared({ a, b }: { a: string; b: string }) {
  const comparison = useLoad(() => comparePeriods(a, b), [a, b]);
  return <Shown loaded={comparison}>{(data) => <CompareTable data={data} />}</Shown>;
}

function CompareTable({ data: { a, b, rows, total } }: { data: Comparison }) {
  const t = useText(versionText);
  const desk = useText(deskText);
  return (
    <section class="panel">
      <div class="scroll">
        <table class="table compare-table phone-tight">
          <thead>
            <tr class="phone-only">
              <th>{desk('rep')}</th>
              <th class="number">{a.name}</th>
              <th class="number">{b.name}</th>
              <th class="number">{t('difference')}</th>
            </tr>
            <tr class="phone-less">
              <th rowSpan={2}>{desk('rep')}</th>
              <th colSpan={3}>{a.name}</th>
              <th colSpan={3}>{b.name}</th>
              <th rowSpan={2} class="number">
                {t('difference')}
              </th>
            </tr>
            <tr class="phone-less">
              <Columns />
              <Columns />
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <CompareLine key={row.subjectId} name={row.name} a={row.a} b={row.b} />
            ))}
          </tbody>
          <tfoot>
            <CompareLine name={t('total')} a={total.a} b={total.b} />
          </tfoot>
        </table>
      </div>
    </section>
  );
}

function Columns() {
  const t = useText(versionText);
  const desk = useText(deskText);
  return (
    <>
      <th class="number">{desk('value')}</th>
      <th class="number">{desk('dealCount')}</th>
      <th class="number">{t('attainment')}</th>
    </>
  );
}

function CompareLine({ name, a, b }: { name: string; a: Line | null; b: Line | null }) {
  const difference = (b?.value ?? 0) - (a?.value ?? 0);
  const look = difference > 0 ? ' move-up' : difference < 0 ? ' move-down' : '';
  return (
    <tr>
      <th scope="row">{name}</th>
      <Figures line={a} />
      <Figures line={b} />
      <td class={`number figure${look}`}>
        <Amount value={difference} sign={difference > 0 ? '+' : ''} />
      </td>
    </tr>
  );
}

function Figures({ line }: { line: Line | null }) {
  const { count, percent } = useFormats();
  return (
    <>
      <td class="number">{line === null ? '–' : <Amount value={line.value} />}</td>
      <td class="number phone-less">{line === null ? '–' : count(line.deals)}</td>
      <td class="number phone-less">{line === null || line.attainment === null ? '–' : percent(line.attainment)}</td>
    </>
  );
}

/** Every digit; a phone has room for the first ones. */
function Amount({ value, sign = '' }: { value: number; sign?: string }) {
  const { money, short } = useFormats();
  return (
    <>
      <span class="phone-less">{sign + money(value)}</span>
      <span class="phone-only">{sign + short(value)}</span>
    </>
  );
}
