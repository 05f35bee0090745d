// The roster: teams as a tree, reps in them.
import { useState } from 'preact/hooks';
import type { RepView, TeamView } from '../../../shared/schemas/people.ts';
import { readReps } from '../../kit/api.ts';
import { Button } from '../../kit/ui/Button.tsx';
import { useLoad } from '../../kit/ui/load.ts';
import { useText } from '../../kit/ui/locale.ts';
import { readTeams } from '../calls.ts';
import { SectionHead } from '../SectionHead.tsx';
import { Empty, Shown } from '../Shown.tsx';
import { PeopleImport } from './PeopleImport.tsx';
import { RepDialog } from './RepDialog.tsx';
import { Roster } from './Roster.tsx';
import { TeamDialog } from './TeamDialog.tsx';
import { peopleText } from './texts.ts';
import type { People } from './tree.ts';

type Open = { type: 'rep'; rep: RepView | null } | { type: 'team'; team: TeamView | null } | { type: 'import' };

export async function readPeople(): Promise<People> {
  const [teams, reps] = await Promise.all([readTeams(), readReps()]);
  return { teams: teams.items, reps: reps.items };
}

export function PeopleSection() {
  const t = useText(peopleText);
  const people = useLoad(readPeople, []);
  const [open, setOpen] = useState<Open | null>(null);
  const close = () => setOpen(null);
  const saved = async () => {
    close();
    await people.reload();
  };
  const addRep = () => setOpen({ type: 'rep', rep: null });
  return (
    <>
      <SectionHead title={t('title')} lead={t('lead')}>
        <Button onClick={() => setOpen({ type: 'import' })}>{t('importCsv')}</Button>
        <Button onClick={() => setOpen({ type: 'team', team: null })}>{t('addTeam')}</Button>
        <Button look="main" onClick={addRep}>
          {t('addRep')}
        </Button>
      </SectionHead>
      <Shown loaded={people}>
        {(data) =>
          data.reps.length + data.teams.length === 0 ? (
            <Empty title={t('emptyTitle')} text={t('emptyText')}>
              <Button look="main" onClick={addRep}>
                {t('addRep')}
              </Button>
              <Button onClick={() => setOpen({ type: 'import' })}>{t('importCsv')}</Button>
            </Empty>
          ) : (
            <Roster
              people={data}
              onRep={(rep) => setOpen({ type: 'rep', rep })}
              onTeam={(team) => setOpen({ type: 'team', team })}
            />
          )
        }
      </Shown>
      {open?.type === 'rep' && people.data && (
        <RepDialog rep={open.rep} teams={people.data.teams} onClose={close} onSaved={saved} />
      )}
      {open?.type === 'team' && people.data && (
        <TeamDialog team={open.team} teams={people.data.teams} onClose={close} onSaved={saved} />
      )}
      {open?.type === 'import' && <PeopleImport onClose={close} onStored={people.reload} />}
    </>
  );
}
