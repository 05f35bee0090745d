// Who can get in: those who are asked to, then every account, by what it may do.
import { SearchInput } from '../SearchInput.tsx';
import { useState } from 'preact/hooks';
import type { UserView } from '../../../shared/schemas/accounts.ts';
import type { TeamView } from '../../../shared/schemas/people.ts';
import { matches } from '../../kit/search.ts';
import { useText } from '../../kit/ui/locale.ts';
import { AccountList } from './AccountList.tsx';
import type { Accounts } from './accounts.ts';
import { InvitationList } from './InvitationList.tsx';
import { accountText } from './texts.ts';

interface AccountsViewProps {
  accounts: Accounts;
  teams: readonly TeamView[];
  /** Whose account this is. */
  ownId: string;
  onOpen: (user: UserView) => void;
  onChanged: () => Promise<void>;
}

const GROUPS = [
  { words: 'managers', roles: ['owner', 'manager'] },
  { words: 'viewers', roles: ['viewer'] },
  { words: 'reps', roles: ['rep'] },
] as const;

export function AccountsView({ accounts, teams, ownId, onOpen, onChanged }: AccountsViewProps) {
  const t = useText(accountText);
  const [query, setQuery] = useState('');
  const found = accounts.users.filter(({ name, email }) => matches(name, query) || matches(email ?? '', query));
  const groups = GROUPS.map(({ words, roles }) => ({
    words,
    users: found.filter(({ role }) => roles.some((one) => one === role)),
  }));
  return (
    <>
      <InvitationList invitations={accounts.invitations} teams={teams} onChanged={onChanged} />
      <div class="filters">
        <SearchInput label={t('find')} text={query} onText={setQuery} />
      </div>
      {found.length === 0 && <p class="quiet">{t('noMatch')}</p>}
      {groups
        .filter(({ users }) => users.length > 0)
        .map(({ words, users }) => (
          <AccountList key={words} title={t(words)} users={users} teams={teams} ownId={ownId} onOpen={onOpen} />
        ))}
    </>
  );
}
