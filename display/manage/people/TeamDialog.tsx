// One team: its name, and which team it belongs to.
import { useState } from 'preact/hooks';
import type { TeamView } from '../../../shared/schemas/people.ts';
import { Dialog } from '../../kit/ui/Dialog.tsx';
import { SelectField, TextField } from '../../kit/ui/Field.tsx';
import { useText } from '../../kit/ui/locale.ts';
import { ProblemNote } from '../../kit/ui/Problem.tsx';
import { useSubmit } from '../../kit/ui/submit.ts';
import { createTeam, patchTeam } from '../calls.ts';
import { FormActions } from '../FormActions.tsx';
import { deskText } from '../texts.ts';
import { useTeamChoices } from './team-choices.ts';
import { peopleText } from './texts.ts';
import { teamsBelow } from './tree.ts';

interface TeamDialogProps {
  team: TeamView | null;
  teams: readonly TeamView[];
  onClose: () => void;
  onSaved: () => Promise<void>;
}

export function TeamDialog({ team, teams, onClose, onSaved }: TeamDialogProps) {
  const t = useText(peopleText);
  const desk = useText(deskText);
  const submit = useSubmit();
  const [name, setName] = useState(team?.name ?? '');
  const [parentId, setParentId] = useState(team?.parentId ?? '');
  const ownTree = team ? teamsBelow(teams, team.id) : new Set<string>();
  const choices = useTeamChoices(teams).filter((choice) => !ownTree.has(choice.value));
  const save = async () => {
    const body = { name: name.trim(), parentId: parentId || null };
    const isSaved = await submit.run(async () => void (team ? await patchTeam(team.id, body) : await createTeam(body)));
    if (isSaved) await onSaved();
  };
  return (
    <Dialog title={t(team ? 'editTeam' : 'newTeam')} onClose={onClose}>
      <form
        class="form"
        onSubmit={(event) => {
          event.preventDefault();
          void save();
        }}
      >
        <TextField
          label={t('teamName')}
          value={name}
          onValue={setName}
          error={submit.fieldError('name')}
          input={{ required: true, maxLength: 120, autocomplete: 'off' }}
        />
        <SelectField
          label={t('parent')}
          value={parentId}
          choices={[{ value: '', label: t('top') }, ...choices]}
          onValue={setParentId}
          error={submit.fieldError('parentId')}
        />
        <ProblemNote error={submit.error} shown={['name', 'parentId']} />
        <FormActions action={desk('save')} isBusy={submit.isBusy} onClose={onClose} />
      </form>
    </Dialog>
  );
}
