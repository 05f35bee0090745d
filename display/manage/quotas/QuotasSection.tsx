// Quotas: the grid of people and periods, what holds for whoever has none of their own, and when the office works.
import { useState } from 'preact/hooks';
import { QUOTA_METRICS, type QuotaMetric } from '../../../shared/metric.ts';
import { isForecastMetric } from '../../../shared/forecast.ts';
import type { QuotaGrid } from '../../../shared/schemas/quotas.ts';
import { Button } from '../../kit/ui/Button.tsx';
import { SelectField } from '../../kit/ui/Field.tsx';
import { useUnits } from '../../kit/ui/formats.ts';
import { useLoad } from '../../kit/ui/load.ts';
import { useText } from '../../kit/ui/locale.ts';
import { ProblemNote } from '../../kit/ui/Problem.tsx';
import { useSubmit } from '../../kit/ui/submit.ts';
import { planPeriods } from '../calls.ts';
import { useMay, useMayEverywhere } from '../may.ts';
import { routeTo } from '../routes.ts';
import type { SectionProps } from '../section-props.ts';
import { SectionHead } from '../SectionHead.tsx';
import { SectionTabs } from '../SectionTabs.tsx';
import { Empty, Shown } from '../Shown.tsx';
import { readGrid } from './calls.ts';
import { ForecastImport } from './ForecastImport.tsx';
import { RulesView } from './rules/RulesView.tsx';
import type { Layer } from './sheet/model.ts';
import { SheetView } from './sheet/SheetView.tsx';
import { quotaText } from './texts.ts';
import { TimeView } from './time/TimeView.tsx';

const VIEWS = ['rules', 'time'] as const;

export function QuotasSection(props: SectionProps) {
  const t = useText(quotaText);
  const may = useMay();
  const view = may('office:write') ? VIEWS.find((one) => one === props.route.id) : undefined;
  return (
    <>
      <SectionHead title={t('title')} lead={view === undefined ? t('lead') : ''} />
      {may('office:write') && (
        <SectionTabs
          label={t('views')}
          section="quotas"
          current={view}
          tabs={[{ words: t('gridTab') }, ...VIEWS.map((id) => ({ id, words: t(`${id}Tab`) }))]}
        />
      )}
      {view === 'rules' && <RulesView session={props.session} onOffice={props.onOffice} />}
      {view === 'time' && <TimeView session={props.session} onOffice={props.onOffice} />}
      {view === undefined && <GridView {...props} />}
    </>
  );
}

function GridView({ session }: SectionProps) {
  const t = useText(quotaText);
  const [metric, setMetric] = useState<QuotaMetric>('revenue');
  const [wanted, setLayer] = useState<Layer>('quota');
  const [isPending, setPending] = useState(false);
  const [isImporting, setImporting] = useState(false);
  const loaded = useLoad(() => readGrid(metric), [metric]);
  const layer = isForecastMetric(metric) ? wanted : 'quota';
  return (
    <>
      <GridHead
        {...{ metric, layer, isPending }}
        hasCalendar={session.office.periodUnit !== 'custom'}
        onMetric={setMetric}
        onLayer={setLayer}
        onPlanned={loaded.reload}
        onImport={() => setImporting(true)}
      />
      <Shown loaded={loaded}>
        {(grid) => {
          if (grid.periods.length === 0) return <p class="note">{t('noPeriod')}</p>;
          if (!hasPeople(grid)) {
            return (
              <Empty title={t('emptyTitle')} text={t('emptyText')}>
                <a class="button button-main" href={routeTo('people')}>
                  {t('toPeople')}
                </a>
              </Empty>
            );
          }
          return (
            <SheetView
              key={`${grid.metric} ${layer}`}
              grid={grid}
              layer={layer}
              teamIds={session.user.teamIds}
              onSaved={loaded.reload}
              onPending={setPending}
            />
          );
        }}
      </Shown>
      {isImporting && <ForecastImport onClose={() => setImporting(false)} onStored={loaded.reload} />}
    </>
  );
}

function hasPeople({ rows }: QuotaGrid): boolean {
  return rows.some(({ type }) => type === 'rep');
}

interface GridHeadProps {
  metric: QuotaMetric;
  layer: Layer;
  isPending: boolean;
  /** Where there is none, periods are planned one by one in their own section. */
  hasCalendar: boolean;
  onMetric: (metric: QuotaMetric) => void;
  onLayer: (layer: Layer) => void;
  onPlanned: () => Promise<void>;
  onImport: () => void;
}

/** What the sheet is of. While something waits to be saved, it stays that. */
function GridHead(props: GridHeadProps) {
  const { metric, layer, isPending, hasCalendar, onMetric, onLayer, onPlanned, onImport } = props;
  const t = useText(quotaText);
  const may = useMay();
  const mayEverywhere = useMayEverywhere();
  const { currency } = useUnits();
  const submit = useSubmit();
  const plan = () =>
    submit.run(async () => {
      await planPeriods({ count: 1 });
      await onPlanned();
    });
  return (
    <div class="grid-head">
      <SelectField
        label={t('metric')}
        value={metric}
        choices={QUOTA_METRICS.map((value) => ({ value, label: t(value, { currency }) }))}
        onValue={onMetric}
        select={{ disabled: isPending }}
      />
      {isForecastMetric(metric) && (
        <div class="tabs" role="group" aria-label={t('layer')}>
          {(['quota', 'forecast'] as const).map((one) => (
            <button
              key={one}
              type="button"
              class="tab"
              aria-pressed={one === layer}
              disabled={isPending}
              onClick={() => onLayer(one)}
            >
              {t(one)}
            </button>
          ))}
        </div>
      )}
      <div class="grid-tools">
        {layer === 'forecast' && mayEverywhere('import:write') && (
          <Button size="small" isDisabled={isPending} onClick={onImport}>
            {t('importForecast')}
          </Button>
        )}
        {may('period:write') && !hasCalendar && (
          <a class="button button-small" href={routeTo('periods')}>
            {t('addPeriod')}
          </a>
        )}
        {may('period:write') && hasCalendar && (
          <Button size="small" isDisabled={isPending} isBusy={submit.isBusy} onClick={() => void plan()}>
            {t('addPeriod')}
          </Button>
        )}
      </div>
      {isPending && <p class="small quiet grid-wait">{t('finishFirst')}</p>}
      <ProblemNote error={submit.error} />
    </div>
  );
}
