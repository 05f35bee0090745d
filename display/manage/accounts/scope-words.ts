// How far a manager reaches, in words: "Whole office", "North, South".
import type { TeamView } from '../../../shared/schemas/people.ts';
import { useText } from '../../kit/ui/locale.ts';
import { accountText } from './texts.ts';

export function useScopeWords(teams: readonly TeamView[]): (teamIds: readonly string[] | null) => string {
  const t = useText(accountText);
  return (teamIds) => {
    if (teamIds === null) return t('wholeOffice');
    const names = teamIds.flatMap((id) => teams.find((team) => team.id === id)?.name ?? []);
    return names.length === 0 ? t('noTeams') : names.join(', ');
  };
}
