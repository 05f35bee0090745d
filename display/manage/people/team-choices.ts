// Teams to choose from, indented as their tree.
import { useMemo } from 'preact/hooks';
import type { TeamView } from '../../../shared/schemas/people.ts';
import type { Choice } from '../../kit/ui/Field.tsx';
import { useLocale } from '../../kit/ui/locale.ts';
import { arrangeTeams } from './tree.ts';

export function useTeamChoices(teams: readonly TeamView[]): Choice[] {
  const locale = useLocale();
  return useMemo(
    () =>
      arrangeTeams(teams, [], locale).flatMap(({ team, depth }) =>
        team ? [{ value: team.id, label: `${'\u2003'.repeat(depth)}${team.name}` }] : [],
      ),
    [teams, locale],
  );
}
