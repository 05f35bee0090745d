// Accounts by name: what each may do, how it stands, where and when it was last used.
import type { UserView } from '../../../shared/schemas/accounts.ts';
import type { TeamView } from '../../../shared/schemas/people.ts';
import { initialsOf } from '../../../shared/names.ts';
import { roleText } from '../../kit/account/role-texts.ts';
import { Button } from '../../kit/ui/Button.tsx';
import { useFormats } from '../../kit/ui/formats.ts';
import { useText } from '../../kit/ui/locale.ts';
import { hasWayIn } from './accounts.ts';
import { accountText } from './texts.ts';
import { useScopeWords } from './scope-words.ts';

interface AccountListProps {
  title: string;
  users: readonly UserView[];
  teams: readonly TeamView[];
  ownId: string;
  onOpen: (user: UserView) => void;
}

export function AccountList({ title, users, teams, ownId, onOpen }: AccountListProps) {
  const t = useText(accountText);
  return (
    <section class="panel" aria-label={title}>
      <div class="panel-head">
        <h2>
          {title} <small class="quiet">{t('count', { count: users.length })}</small>
        </h2>
      </div>
      <ul class="reps">
        {users.map((user) => (
          <Account key={user.id} user={user} teams={teams} isOwn={user.id === ownId} onOpen={() => onOpen(user)} />
        ))}
      </ul>
    </section>
  );
}

interface AccountProps {
  user: UserView;
  teams: readonly TeamView[];
  isOwn: boolean;
  onOpen: () => void;
}

function Account({ user, teams, isOwn, onOpen }: AccountProps) {
  const t = useText(accountText);
  const roleWord = useText(roleText);
  const scope = useScopeWords(teams);
  const { name, email, role } = user;
  return (
    <li class={`rep${user.endedAt === null ? '' : ' rep-left'}`}>
      <span class="avatar" aria-hidden="true">
        {initialsOf(name)}
      </span>
      <span class="rep-name">
        <strong class="clamped">
          {name} {isOwn && <small class="quiet">({t('you')})</small>}
        </strong>
        <small class="quiet">{email ?? t('noEmail')}</small>
        <Seen user={user} />
      </span>
      <span class="rep-notes">
        {user.endedAt !== null && <span class="badge badge-bad">{t('ended')}</span>}
        {user.endedAt === null && !hasWayIn(user) && <span class="badge badge-gold">{t('noWayIn')}</span>}
        {role !== 'rep' && <span class={`badge ${role === 'owner' ? 'badge-gold' : ''}`}>{roleWord(role)}</span>}
        {role === 'manager' && <span class="badge">{scope(user.teamIds)}</span>}
        {user.hasPin && <span class="badge">PIN</span>}
        {user.passkeys > 0 && <span class="badge">{t('passkeys')}</span>}
      </span>
      {user.editable && (
        <Button size="small" label={t('openNamed', { name })} onClick={onOpen}>
          {t('open')}
        </Button>
      )}
    </li>
  );
}

function Seen({ user: { seenAt, sessions } }: { user: UserView }) {
  const t = useText(accountText);
  const { dateTime } = useFormats();
  const words = seenAt === null ? [t('signedOut')] : [t('seen', { date: dateTime(seenAt) })];
  if (sessions > 0) words.push(t('devices', { count: sessions }));
  return <small class="quiet">{words.join(' · ')}</small>;
}
