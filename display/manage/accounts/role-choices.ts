// Which roles one may give away, each in words that say what it means.
import { ROLES, type Action, type Role } from '../../../shared/roles.ts';
import type { Choice } from '../../kit/ui/Field.tsx';
import { useText } from '../../kit/ui/locale.ts';
import { useMay, useMayEverywhere } from '../may.ts';
import { accountText } from './texts.ts';

const NEEDS: Readonly<Record<Exclude<Role, 'rep'>, Action>> = {
  owner: 'owner:write',
  manager: 'account:raise',
  // Who watches is in no team: the office's managers ask them in.
  viewer: 'account:write',
};

export function useRoleChoices(): Choice<Role>[] {
  const t = useText(accountText);
  const may = useMay();
  const mayEverywhere = useMayEverywhere();
  return ROLES.filter((role) => (role === 'rep' ? may('account:write') : mayEverywhere(NEEDS[role]))).map((role) => ({
    value: role,
    label: t(role),
  }));
}
