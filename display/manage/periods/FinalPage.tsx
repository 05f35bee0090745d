// The final standings of a closed period, frozen as announced, to read and to print (rule PD2).
import { useState } from 'preact/hooks';
import type { FinalView, StandingsView } from '../../../shared/schemas/boards.ts';
import type { OfficeSettings } from '../../../shared/schemas/office.ts';
import { Button } from '../../kit/ui/Button.tsx';
import { useFormats } from '../../kit/ui/formats.ts';
import { useLoad } from '../../kit/ui/load.ts';
import { useText } from '../../kit/ui/locale.ts';
import { readFinal } from '../calls.ts';
import { useMay } from '../may.ts';
import { routeTo } from '../routes.ts';
import { Shown } from '../Shown.tsx';
import { deskText } from '../texts.ts';
import { useBoundaries } from './boundaries.ts';
import { periodText } from './texts.ts';
import { versionText } from './version-texts.ts';
import { VersionList, VersionNote } from './Versions.tsx';

interface FinalPageProps {
  periodId: string;
  office: OfficeSettings;
}

export function FinalPage({ periodId, office }: FinalPageProps) {
  const t = useText(periodText);
  const [version, setVersion] = useState<number | null>(null);
  const final = useLoad(() => readFinal(periodId, version ?? undefined), [periodId, version]);
  const changed = async () => {
    setVersion(null);
    await final.reload();
  };
  return (
    <>
      <p class="no-print">
        <a href={routeTo('periods')}>← {t('back')}</a>
      </p>
      <Shown loaded={final}>
        {(view) => (
          <>
            <p class="print-only">{office.name}</p>
            <Final view={view} onVersion={setVersion} />
            <VersionList view={view} onVersion={setVersion} onChanged={changed} />
          </>
        )}
      </Shown>
    </>
  );
}

interface FinalProps {
  view: FinalView;
  onVersion: (version: number | null) => void;
}

function Final({ view, onVersion }: FinalProps) {
  const t = useText(periodText);
  const may = useMay();
  const { money, dateTime } = useFormats();
  const { start, end } = useBoundaries();
  const { period, standings } = view;
  const shown = new URLSearchParams({ period: period.id, version: String(view.version) });
  return (
    <article class="final">
      <header class="section-head">
        <div>
          <h1>
            {t('final')}: {period.name}
          </h1>
          <p class="quiet">
            {start(period.startsAt)} – {end(period.endsAt)} ·{' '}
            {t('share', { value: money(standings.total.value), count: standings.total.deals })}
          </p>
        </div>
        <div class="section-actions no-print">
          {may('export:read') && (
            <a class="button button-quiet" href={`/api/export/final.csv?${shown.toString()}`} download>
              {t('exportCsv')}
            </a>
          )}
          <Button look="main" onClick={() => window.print()}>
            {t('print')}
          </Button>
        </div>
      </header>
      <VersionNote view={view} onVersion={onVersion} />
      <FinalTable standings={standings} />
      <footer class="final-foot">
        <p>{t('frozenAt', { date: dateTime(view.frozenAt) })}</p>
        <p>
          {t('hash')}: <code>{view.hash}</code>
        </p>
        {view.restates && (
          <p>
            {t('restatesHash')}: <code>{view.restates.hash}</code>
          </p>
        )}
        <p class="quiet small">{t('hashHint')}</p>
      </footer>
    </article>
  );
}

function FinalTable({ standings: { rows, total } }: { standings: StandingsView }) {
  const desk = useText(deskText);
  const t = useText(versionText);
  return (
    <section class="panel">
      <div class="scroll">
        <table class="table phone-tight">
          <thead>
            <tr>
              <th class="number">{desk('rank')}</th>
              <th>{desk('rep')}</th>
              <th class="phone-less">{desk('team')}</th>
              <th class="number phone-less">{desk('dealCount')}</th>
              <th class="number">{desk('value')}</th>
              <th class="number phone-less">{desk('quota')}</th>
              <th class="number">%</th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={row.subjectId} class={row.rank === 1 ? 'is-first' : undefined}>
                <td class="number figure">{row.rank === null ? '–' : `${row.tied ? '=' : ''}${row.rank}`}</td>
                <th scope="row">
                  <span class="clamped">{row.name}</span>
                  <small class="quiet phone-only">{row.group}</small>
                </th>
                <td class="phone-less">
                  <span class="clamped">{row.group}</span>
                </td>
                <FinalFigures row={row} />
              </tr>
            ))}
          </tbody>
          <tfoot>
            <tr>
              <td />
              <th scope="row">{t('total')}</th>
              <td class="phone-less" />
              <FinalFigures row={total} />
            </tr>
          </tfoot>
        </table>
      </div>
    </section>
  );
}

function FinalFigures({ row: { deals, value, quota, attainment } }: { row: StandingsView['total'] }) {
  const { money, percent, count } = useFormats();
  return (
    <>
      <td class="number figure phone-less">{count(deals)}</td>
      <td class="number figure">{money(value)}</td>
      <td class="number figure phone-less">{quota === null ? '–' : money(quota)}</td>
      <td class="number figure">{attainment === null ? '–' : percent(attainment)}</td>
    </>
  );
}
