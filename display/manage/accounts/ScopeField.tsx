// How far a manager's word goes: the whole office, or named teams and those below them (rule RO4).
import type { TeamView } from '../../../shared/schemas/people.ts';
import type { FieldError } from '../../../shared/problem.ts';
import { CheckField } from '../../kit/ui/Field.tsx';
import { useText } from '../../kit/ui/locale.ts';
import { ErrorText } from '../../kit/ui/Problem.tsx';
import { useTeamChoices } from '../people/team-choices.ts';
import { accountText } from './texts.ts';

interface ScopeFieldProps {
  teams: readonly TeamView[];
  /** Null for the whole office. */
  teamIds: readonly string[] | null;
  onTeamIds: (teamIds: string[] | null) => void;
  error: FieldError | undefined;
}

export function ScopeField({ teams, teamIds, onTeamIds, error }: ScopeFieldProps) {
  const t = useText(accountText);
  const choices = useTeamChoices(teams);
  const set = (id: string, isOn: boolean) => {
    const others = (teamIds ?? []).filter((one) => one !== id);
    onTeamIds(isOn ? [...others, id] : others);
  };
  return (
    <fieldset class="scope">
      <legend>{t('scope')}</legend>
      <div class="tabs">
        <button type="button" class="tab" aria-pressed={teamIds === null} onClick={() => onTeamIds(null)}>
          {t('wholeOffice')}
        </button>
        <button
          type="button"
          class="tab"
          aria-pressed={teamIds !== null}
          disabled={choices.length === 0}
          onClick={() => onTeamIds(teamIds === null ? [] : [...teamIds])}
        >
          {t('namedTeams')}
        </button>
      </div>
      {teamIds !== null && (
        <>
          <div class="scope-teams">
            {choices.map(({ value, label }) => (
              <CheckField
                key={value}
                label={label}
                isOn={teamIds.includes(value)}
                onChange={(isOn) => set(value, isOn)}
              />
            ))}
          </div>
          <p class="field-hint">{t('scopeHint')}</p>
        </>
      )}
      {error && (
        <p class="field-error" role="alert">
          <ErrorText error={error} />
        </p>
      )}
    </fieldset>
  );
}
