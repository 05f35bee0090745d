// The people: the roster by teams, and beside it who of them, and who else, can get in.
import { useState } from 'preact/hooks';
import type { InvitationView } from '../../../shared/schemas/accounts.ts';
import type { RepView, TeamView } from '../../../shared/schemas/people.ts';
import { readReps } from '../../kit/api.ts';
import { Button } from '../../kit/ui/Button.tsx';
import { useLoad } from '../../kit/ui/load.ts';
import { useText } from '../../kit/ui/locale.ts';
import { AccountDialog } from '../accounts/AccountDialog.tsx';
import { readAccounts, standings, type Accounts } from '../accounts/accounts.ts';
import { AccountsView } from '../accounts/AccountsView.tsx';
import { InviteAll } from '../accounts/InviteAll.tsx';
import { InviteDialog } from '../accounts/InviteDialog.tsx';
import { accountText } from '../accounts/texts.ts';
import { readTeams } from '../calls.ts';
import { useToday } from '../dates.ts';
import { useMay } from '../may.ts';
import { SectionHead } from '../SectionHead.tsx';
import { SectionTabs } from '../SectionTabs.tsx';
import type { SectionProps } from '../section-props.ts';
import { Empty, Shown } from '../Shown.tsx';
import { PeopleImport } from './PeopleImport.tsx';
import { RepDialog } from './RepDialog.tsx';
import { Roster } from './Roster.tsx';
import { TeamDialog } from './TeamDialog.tsx';
import { peopleText } from './texts.ts';
import { withinTeams, type People } from './tree.ts';

type Open =
  | { type: 'rep'; rep: RepView | null }
  | { type: 'team'; team: TeamView | null }
  | { type: 'import' }
  | { type: 'invite'; rep: RepView | null; old: InvitationView | null }
  | { type: 'invite-all' }
  | { type: 'account'; id: string };

/** Teams and reps as far as one manages them: `teamIds` null is the whole office. */
export async function readPeople(teamIds: readonly string[] | null): Promise<People> {
  const [teams, reps] = await Promise.all([readTeams(), readReps()]);
  return { teams: withinTeams(teams.items, teamIds), reps: reps.items };
}

interface PeopleData extends People {
  accounts: Accounts;
}

async function readAll(teamIds: readonly string[] | null): Promise<PeopleData> {
  const [people, accounts] = await Promise.all([readPeople(teamIds), readAccounts()]);
  return { ...people, accounts };
}

/** Who of the roster is still there, without an account and not asked yet. */
function uninvited({ reps, accounts }: PeopleData, today: string): RepView[] {
  const known = standings(accounts);
  return reps.filter(({ id, leftOn }) => !known.has(id) && (leftOn === null || leftOn > today));
}

export function PeopleSection({ route, session }: SectionProps) {
  const t = useText(peopleText);
  const account = useText(accountText);
  const { user } = session;
  const people = useLoad(() => readAll(user.teamIds), [user.teamIds]);
  const [open, setOpen] = useState<Open | null>(null);
  const isRoster = route.id !== 'accounts';
  const today = useToday();
  const guests = people.data ? uninvited(people.data, today) : [];
  const show = { onOpen: setOpen };
  return (
    <>
      <SectionHead title={t('title')} lead={isRoster ? t('lead') : account('lead')}>
        {isRoster ? <RosterActions {...show} /> : <AccountActions {...show} guests={guests.length} />}
      </SectionHead>
      <Tabs isRoster={isRoster} invited={people.data?.accounts.invitations.length ?? 0} />
      <Shown loaded={people}>
        {(data) => {
          if (!isRoster) {
            return (
              <AccountsView
                {...data}
                ownId={user.id}
                onOpen={({ id }) => setOpen({ type: 'account', id })}
                onChanged={people.reload}
              />
            );
          }
          if (data.reps.length + data.teams.length === 0) return <NobodyYet {...show} />;
          return (
            <Roster
              people={data}
              standings={standings(data.accounts)}
              onRep={(rep) => setOpen({ type: 'rep', rep })}
              onTeam={(team) => setOpen({ type: 'team', team })}
              onInvite={(rep, old) => setOpen({ type: 'invite', rep, old })}
              onAccount={({ id }) => setOpen({ type: 'account', id })}
            />
          );
        }}
      </Shown>
      {open && people.data && (
        <Opened
          open={open}
          data={people.data}
          guests={guests}
          ownId={user.id}
          onClose={() => setOpen(null)}
          onChanged={people.reload}
        />
      )}
    </>
  );
}

interface OpenedProps {
  open: Open;
  data: PeopleData;
  guests: readonly RepView[];
  ownId: string;
  onClose: () => void;
  onChanged: () => Promise<void>;
}

function Opened({ open, data, guests, ownId, onClose, onChanged }: OpenedProps) {
  const { teams, reps, accounts } = data;
  const saved = async () => {
    onClose();
    await onChanged();
  };
  switch (open.type) {
    case 'rep':
      return <RepDialog rep={open.rep} teams={teams} onClose={onClose} onSaved={saved} />;
    case 'team':
      return <TeamDialog team={open.team} teams={teams} onClose={onClose} onSaved={saved} />;
    case 'import':
      return <PeopleImport onClose={onClose} onStored={onChanged} />;
    case 'invite':
      return <InviteDialog {...open} teams={teams} onClose={onClose} onInvited={onChanged} />;
    case 'invite-all':
      return <InviteAll reps={guests} onClose={onClose} onInvited={onChanged} />;
    case 'account': {
      const user = accounts.users.find(({ id }) => id === open.id);
      // Somebody else may have taken it out of reach meanwhile.
      if (!user) return null;
      return (
        <AccountDialog
          user={user}
          teams={teams}
          reps={reps}
          isOwn={user.id === ownId}
          onClose={onClose}
          onChanged={onChanged}
        />
      );
    }
  }
}

interface ActionsProps {
  onOpen: (open: Open) => void;
}

function RosterActions({ onOpen }: ActionsProps) {
  const t = useText(peopleText);
  const may = useMay();
  return (
    <>
      {may('people:import') && <Button onClick={() => onOpen({ type: 'import' })}>{t('importCsv')}</Button>}
      {may('team:write') && <Button onClick={() => onOpen({ type: 'team', team: null })}>{t('addTeam')}</Button>}
      <Button look="main" onClick={() => onOpen({ type: 'rep', rep: null })}>
        {t('addRep')}
      </Button>
    </>
  );
}

function AccountActions({ onOpen, guests }: ActionsProps & { guests: number }) {
  const t = useText(accountText);
  return (
    <>
      {guests > 1 && (
        <Button onClick={() => onOpen({ type: 'invite-all' })}>{t('inviteAll', { count: guests })}</Button>
      )}
      <Button look="main" onClick={() => onOpen({ type: 'invite', rep: null, old: null })}>
        {t('invitePerson')}
      </Button>
    </>
  );
}

function NobodyYet({ onOpen }: ActionsProps) {
  const t = useText(peopleText);
  const may = useMay();
  return (
    <Empty title={t('emptyTitle')} text={t('emptyText')}>
      <Button look="main" onClick={() => onOpen({ type: 'rep', rep: null })}>
        {t('addRep')}
      </Button>
      {may('people:import') && <Button onClick={() => onOpen({ type: 'import' })}>{t('importCsv')}</Button>}
    </Empty>
  );
}

function Tabs({ isRoster, invited }: { isRoster: boolean; invited: number }) {
  const account = useText(accountText);
  return (
    <SectionTabs
      label={account('views')}
      section="people"
      current={isRoster ? undefined : 'accounts'}
      tabs={[
        { words: account('rosterTab') },
        {
          id: 'accounts',
          words: invited === 0 ? account('accountsTab') : account('accountsTabCount', { count: invited }),
        },
      ]}
    />
  );
}
