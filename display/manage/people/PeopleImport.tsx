// A roster from a CSV file: seen first, then stored.
import { useText } from '../../kit/ui/locale.ts';
import { importPeople } from '../calls.ts';
import { FateTable } from '../imports/FateTable.tsx';
import { importText } from '../imports/texts.ts';
import { WholeImport } from '../imports/WholeImport.tsx';
import { peopleText } from './texts.ts';

export function PeopleImport({ onClose, onStored }: { onClose: () => void; onStored: () => Promise<void> }) {
  const t = useText(peopleText);
  const im = useText(importText);
  return (
    <WholeImport
      title={t('importTitle')}
      lead={t('importLead')}
      action={im('storePeople')}
      ask={importPeople}
      isFit={() => true}
      onClose={onClose}
      onStored={onStored}
    >
      {({ dryRun, teams, reps, rows }) => (
        <>
          <p class={`note ${dryRun ? '' : 'note-good'}`} role="status">
            <strong>{dryRun ? im('dryRun') : t('importDone')}</strong>
            <br />
            {t('importTeams', { created: teams.new, known: teams.known })}
            <br />
            {t('importReps', { created: reps.new, known: reps.known, moved: reps.moved })}
          </p>
          <FateTable rows={rows} />
        </>
      )}
    </WholeImport>
  );
}
