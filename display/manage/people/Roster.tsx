// The list itself: every team with its reps, found by name, those who left folded away.
import { useState } from 'preact/hooks';
import type { InvitationView, UserView } from '../../../shared/schemas/accounts.ts';
import type { RepView, TeamView } from '../../../shared/schemas/people.ts';
import { initialsOf } from '../../../shared/names.ts';
import { matches } from '../../kit/search.ts';
import { Button } from '../../kit/ui/Button.tsx';
import { CheckField } from '../../kit/ui/Field.tsx';
import { useFormats } from '../../kit/ui/formats.ts';
import { useLocale, useText } from '../../kit/ui/locale.ts';
import { hasWayIn, type Standing } from '../accounts/accounts.ts';
import { accountText } from '../accounts/texts.ts';
import { useToday } from '../dates.ts';
import { useMay } from '../may.ts';
import { SearchInput } from '../SearchInput.tsx';
import { peopleText } from './texts.ts';
import { arrangeTeams, type People, type TeamNode } from './tree.ts';

interface RosterProps extends TeamActions {
  people: People;
}

interface TeamActions extends RepActions {
  onTeam: (team: TeamView) => void;
}

interface RepActions {
  /** How each rep stands with Winboard, by the rep's id. */
  standings: ReadonlyMap<string, Standing>;
  onRep: (rep: RepView) => void;
  onInvite: (rep: RepView, old: InvitationView | null) => void;
  onAccount: (user: UserView) => void;
}

export function Roster({ people, ...actions }: RosterProps) {
  const t = useText(peopleText);
  const locale = useLocale();
  const today = useToday();
  const [query, setQuery] = useState('');
  const [showsLeft, setShowsLeft] = useState(false);
  const hasLeft = (rep: RepView) => rep.leftOn !== null && rep.leftOn <= today;
  const leftCount = people.reps.filter(hasLeft).length;
  const found = people.reps.filter(
    (rep) => (showsLeft || !hasLeft(rep)) && (matches(rep.name, query) || matches(rep.email ?? '', query)),
  );
  const nodes = arrangeTeams(people.teams, found, locale).filter((node) => query === '' || node.size > 0);
  return (
    <>
      <div class="filters">
        <SearchInput label={t('find')} text={query} onText={setQuery} />
        {leftCount > 0 && (
          <CheckField label={t('showLeft', { count: leftCount })} isOn={showsLeft} onChange={setShowsLeft} />
        )}
      </div>
      {nodes.length === 0 && <p class="quiet">{t('noMatch')}</p>}
      {nodes.map((node) => (
        <Team key={node.team?.id ?? ''} node={node} {...actions} />
      ))}
    </>
  );
}

function Team({ node, onTeam, ...actions }: { node: TeamNode } & TeamActions) {
  const t = useText(peopleText);
  const may = useMay();
  const { team, reps, depth, size } = node;
  const name = team?.name ?? t('unassigned');
  return (
    <section
      class={`panel team${reps.length === 0 ? ' team-bare' : ''}`}
      style={{ '--depth': String(depth) }}
      aria-label={name}
    >
      <div class="panel-head">
        <h2>
          {name} <small class="quiet">{t('count', { count: size })}</small>
        </h2>
        {team && may('team:write') && (
          <Button size="small" look="plain" label={t('editNamed', { name })} onClick={() => onTeam(team)}>
            {t('edit')}
          </Button>
        )}
      </div>
      {reps.length > 0 && (
        <ul class="reps">
          {reps.map((rep) => (
            <Rep key={rep.id} rep={rep} {...actions} />
          ))}
        </ul>
      )}
    </section>
  );
}

const NO_ACCOUNT: Standing = { user: null, invitation: null };

function Rep({ rep, standings, onRep, onInvite, onAccount }: { rep: RepView } & RepActions) {
  const t = useText(peopleText);
  const { percent } = useFormats();
  const today = useToday();
  const hasLeft = rep.leftOn !== null && rep.leftOn <= today;
  const account = useText(accountText);
  const { user, invitation } = standings.get(rep.id) ?? NO_ACCOUNT;
  return (
    <li class={`rep${hasLeft ? ' rep-left' : ''}`}>
      <span class="avatar" aria-hidden="true">
        {initialsOf(rep.name)}
      </span>
      <span class="rep-name">
        <strong class="clamped">{rep.name}</strong>
        <small class="quiet">{rep.email}</small>
      </span>
      <span class="rep-notes">
        {rep.leftOn !== null && <span class="badge">{t('leftOn', { date: rep.leftOn })}</span>}
        {rep.joinedOn !== null && rep.joinedOn > today && (
          <span class="badge">{t('joinsOn', { date: rep.joinedOn })}</span>
        )}
        {rep.workShareBp < 10_000 && (
          <span class="badge">{t('share', { share: percent(rep.workShareBp / 10_000) })}</span>
        )}
        <StandingBadge user={user} invitation={invitation} />
      </span>
      <span class="rep-tools">
        {user?.editable && (
          <Button
            size="small"
            look="plain"
            label={account('openNamed', { name: rep.name })}
            onClick={() => onAccount(user)}
          >
            {account('account')}
          </Button>
        )}
        {!user && !hasLeft && (
          <Button
            size="small"
            look="plain"
            label={account(invitation ? 'inviteAgainNamed' : 'inviteNamed', { name: rep.name })}
            onClick={() => onInvite(rep, invitation)}
          >
            {account(invitation ? 'inviteAgain' : 'invite')}
          </Button>
        )}
        <Button size="small" label={t('editNamed', { name: rep.name })} onClick={() => onRep(rep)}>
          {t('edit')}
        </Button>
      </span>
    </li>
  );
}

function StandingBadge({ user, invitation }: Standing) {
  const t = useText(accountText);
  if (user?.endedAt) return <span class="badge badge-bad">{t('ended')}</span>;
  if (user && !hasWayIn(user)) return <span class="badge badge-gold">{t('noWayIn')}</span>;
  if (user) return <span class="badge badge-good">{t('canSignIn')}</span>;
  if (invitation) return <span class="badge badge-gold">{t('invited')}</span>;
  return <span class="badge">{t('cannotSignIn')}</span>;
}
