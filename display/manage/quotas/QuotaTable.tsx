// The whole office as one grid: office, each team, its reps below it; the keys go straight through.
import { OFFICE_ID } from '../../../shared/deal.ts';
import type { OfficeSettings } from '../../../shared/schemas/office.ts';
import { useUnits } from '../../kit/ui/formats.ts';
import { useLocale, useText } from '../../kit/ui/locale.ts';
import { useToday } from '../dates.ts';
import { useMayEverywhere } from '../may.ts';
import { arrangeTeams, type People, type TeamNode } from '../people/tree.ts';
import { deskText } from '../texts.ts';
import { GroupCell } from './GroupCell.tsx';
import type { GroupRows } from './groups.ts';
import { RepCell } from './RepCell.tsx';
import type { QuotaGrid } from './save-quota.ts';
import { quotaText } from './texts.ts';

interface QuotaTableProps {
  people: People;
  office: OfficeSettings;
  groups: GroupRows;
  grid: QuotaGrid;
}

export function QuotaTable({ people, office, groups, grid }: QuotaTableProps) {
  const t = useText(quotaText);
  const desk = useText(deskText);
  const locale = useLocale();
  const today = useToday();
  const mayEverywhere = useMayEverywhere();
  const { currency } = useUnits();
  const present = people.reps.filter((rep) => rep.leftOn === null || rep.leftOn > today);
  const shared = { office, groups, grid };
  return (
    <section class="panel" aria-labelledby="quota-all">
      <div class="panel-head">
        <h2 id="quota-all">{t('grid')}</h2>
        <p class="quiet small">{t('groupsLead')}</p>
      </div>
      <table class="table grid-table">
        <thead>
          <tr>
            <th>{desk('name')}</th>
            <th>{t('revenue', { currency })}</th>
            <th>{t('dealCount')}</th>
          </tr>
        </thead>
        {mayEverywhere('quota:write') && (
          <tbody>
            <GroupLine type="office" id={OFFICE_ID} name={desk('office')} depth={0} {...shared} />
          </tbody>
        )}
        {arrangeTeams(people.teams, present, locale).map((node) => (
          <TeamLines key={node.team?.id ?? ''} node={node} {...shared} />
        ))}
      </table>
    </section>
  );
}

type Shared = Omit<QuotaTableProps, 'people'>;

function TeamLines({ node, ...shared }: Shared & { node: TeamNode }) {
  const desk = useText(deskText);
  const { team, depth, reps } = node;
  const { office, grid } = shared;
  return (
    <tbody>
      {team ? (
        <GroupLine type="team" id={team.id} name={team.name} depth={depth} {...shared} />
      ) : (
        <tr class="grid-group">
          <th scope="rowgroup" colSpan={3}>
            {desk('noTeam')}
          </th>
        </tr>
      )}
      {reps.map((rep) => (
        <tr key={rep.id}>
          <th scope="row" style={{ '--depth': String(depth + 1) }}>
            <span class="clamped">{rep.name}</span>
          </th>
          <td>
            <RepCell rep={rep} metric="revenue" fallback={office.defaultQuotaMinor} grid={grid} />
          </td>
          <td>
            <RepCell rep={rep} metric="deals" fallback={office.defaultQuotaDeals} grid={grid} />
          </td>
        </tr>
      ))}
    </tbody>
  );
}

interface GroupLineProps extends Shared {
  type: 'team' | 'office';
  id: string;
  name: string;
  depth: number;
}

function GroupLine({ type, id, name, depth, groups, grid }: GroupLineProps) {
  const group = { type, id, name };
  return (
    <tr class="grid-group">
      <th scope="row" style={{ '--depth': String(depth) }}>
        <span class="clamped">{name}</span>
      </th>
      <td>
        <GroupCell group={group} metric="revenue" row={groups.revenue?.get(id)} grid={grid} />
      </td>
      <td>
        <GroupCell group={group} metric="deals" row={groups.deals?.get(id)} grid={grid} />
      </td>
    </tr>
  );
}
