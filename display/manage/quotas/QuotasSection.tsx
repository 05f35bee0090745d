// Quotas of the running period: default, office and teams, every rep.
import type { PeriodsView } from '../../../shared/schemas/boards.ts';
import type { QuotaView } from '../../../shared/schemas/quotas.ts';
import { useLoad } from '../../kit/ui/load.ts';
import { useText } from '../../kit/ui/locale.ts';
import { readPeriods, readQuotas } from '../calls.ts';
import { useMay } from '../may.ts';
import type { SectionProps } from '../section-props.ts';
import { readPeople } from '../people/PeopleSection.tsx';
import type { People } from '../people/tree.ts';
import { routeTo } from '../routes.ts';
import { SectionHead } from '../SectionHead.tsx';
import { Empty, Shown } from '../Shown.tsx';
import { DefaultQuota } from './DefaultQuota.tsx';
import { readGroups, type GroupRows } from './groups.ts';
import { QuotaTable } from './QuotaTable.tsx';
import { quotaText } from './texts.ts';

type Period = PeriodsView['items'][number];

interface QuotaData {
  period: Period | null;
  people: People;
  quotas: QuotaView[];
  groups: GroupRows;
}

async function readAll(teamIds: readonly string[] | null): Promise<QuotaData> {
  const [periods, people] = await Promise.all([readPeriods(), readPeople(teamIds)]);
  const period = periods.items.find((one) => one.id === periods.runningId) ?? null;
  if (!period) return { period, people, quotas: [], groups: { revenue: new Map(), deals: new Map() } };
  const [quotas, groups] = await Promise.all([readQuotas(period.id), readGroups(period)]);
  return { period, people, quotas: quotas.items, groups };
}

export function QuotasSection({ session, onOffice }: SectionProps) {
  const t = useText(quotaText);
  const may = useMay();
  const { teamIds } = session.user;
  const loaded = useLoad(() => readAll(teamIds), [teamIds]);
  return (
    <>
      <SectionHead
        title={t('title')}
        lead={loaded.data?.period ? t('lead', { period: loaded.data.period.name }) : ''}
      />
      <Shown loaded={loaded}>
        {({ period, people, quotas, groups }) => {
          if (!period) return <p class="note">{t('noRunning')}</p>;
          if (people.reps.length === 0) {
            return (
              <Empty title={t('emptyTitle')} text={t('emptyText')}>
                <a class="button button-main" href={routeTo('people')}>
                  {t('toPeople')}
                </a>
              </Empty>
            );
          }
          const grid = { periodId: period.id, quotas, onSaved: loaded.reload };
          return (
            <>
              {may('office:write') && (
                <DefaultQuota office={session.office} onOffice={onOffice} onSaved={loaded.reload} />
              )}
              <QuotaTable people={people} office={session.office} groups={groups} grid={grid} />
            </>
          );
        }}
      </Shown>
    </>
  );
}
