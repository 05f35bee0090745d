// What somebody may do: the role, and for a manager how far it goes.
import type { TeamView } from '../../../shared/schemas/people.ts';
import type { Role } from '../../../shared/roles.ts';
import { SelectField } from '../../kit/ui/Field.tsx';
import { useText } from '../../kit/ui/locale.ts';
import type { Submit } from '../../kit/ui/submit.ts';
import { useRoleChoices } from './role-choices.ts';
import { ScopeField } from './ScopeField.tsx';
import { accountText } from './texts.ts';

export interface Rights {
  role: Role;
  /** Of a manager: null for the whole office. */
  teamIds: string[] | null;
}

interface RightsFieldsProps {
  rights: Rights;
  onRights: (rights: Partial<Rights>) => void;
  teams: readonly TeamView[];
  submit: Submit;
}

export function RightsFields({ rights: { role, teamIds }, onRights, teams, submit }: RightsFieldsProps) {
  const t = useText(accountText);
  const roles = useRoleChoices();
  // Nothing to choose for whoever may give one role alone.
  if (roles.length < 2) return null;
  return (
    <>
      <SelectField
        label={t('role')}
        hint={t(`${role}Hint`)}
        value={role}
        choices={roles}
        onValue={(chosen) => onRights({ role: chosen })}
        error={submit.fieldError('role')}
      />
      {role === 'manager' && (
        <ScopeField
          teams={teams}
          teamIds={teamIds}
          onTeamIds={(chosen) => onRights({ teamIds: chosen })}
          error={submit.fieldError('teamIds')}
        />
      )}
    </>
  );
}

/** Only managers are held to teams. */
export function scopeOf({ role, teamIds }: Rights): string[] | null {
  return role === 'manager' ? teamIds : null;
}

/** Held to teams, but to none yet. */
export function isScopeOpen(rights: Rights): boolean {
  return scopeOf(rights)?.length === 0;
}
