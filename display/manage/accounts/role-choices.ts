// Which roles one may give away (rule RO5), each in words.
import { useContext } from 'preact/hooks';
import { mayTouch, ROLES, type Role } from '../../../shared/roles.ts';
import { roleText } from '../../kit/account/role-texts.ts';
import type { Choice } from '../../kit/ui/Field.tsx';
import { useText } from '../../kit/ui/locale.ts';
import { ActorContext } from '../may.ts';

export function useRoleChoices(): Choice<Role>[] {
  const t = useText(roleText);
  const actor = useContext(ActorContext);
  return ROLES.filter((role) => mayTouch(actor, role)).map((role) => ({ value: role, label: t(role) }));
}
